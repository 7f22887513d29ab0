"""Users as a whole: how they come, change, are blocked and go."""
