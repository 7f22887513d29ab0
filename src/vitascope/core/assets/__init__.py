"""Assets: one received source and all that was made from it."""
