"""Tags: words a user puts on videos, with a colour."""
