"""Bytes in, bytes out: probing, encoding, packaging, pictures, captions.

Knows files and ffmpeg; knows nothing of videos, users or where results are kept.
"""
