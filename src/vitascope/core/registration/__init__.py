"""People who want to join: at once, after approval, or not at all."""
