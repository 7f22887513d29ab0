"""Uploads: bytes arrive, a video begins."""
