"""VideoCMS: sessions and ``ak_`` keys, errors as plain text, records in PascalCase."""

from vitascope.dialects.videocms.app import build

__all__ = ["build"]
