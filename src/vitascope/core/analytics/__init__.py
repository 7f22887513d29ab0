"""What players say about how it goes: plays, pauses, stalls, errors."""
