"""The server itself: its first start."""
