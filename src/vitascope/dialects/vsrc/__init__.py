"""The VSRC public API: API keys, one envelope, videos with tags, an embed code."""

from vitascope.dialects.vsrc.app import build

__all__ = ["build"]
