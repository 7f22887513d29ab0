"""Libraries: folders and videos put in order, several at once."""
