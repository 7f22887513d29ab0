"""Reading and writing of sums."""
