"""Encoding profiles: the sizes that a user has videos made in."""
