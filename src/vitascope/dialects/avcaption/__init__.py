"""The AVCaption Video API: API keys or a session, videos of one's own, error codes."""

from vitascope.dialects.avcaption.app import build

__all__ = ["build"]
