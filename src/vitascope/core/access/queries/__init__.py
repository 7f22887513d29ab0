"""Reading and writing credentials."""
