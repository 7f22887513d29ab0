"""Timed text of a video: what its owner added, and what was found inside its source."""
