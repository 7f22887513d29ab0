"""What administrators change while the server runs."""
