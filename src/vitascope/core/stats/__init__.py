"""Statistics: how much went through, by the minute, hour and day."""
