"""PeerTube's REST API, version 6.3.0."""

from vitascope.dialects.peertube.app import build

__all__ = ["build"]
