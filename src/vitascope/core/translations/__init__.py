"""Captions that a machine translates."""
