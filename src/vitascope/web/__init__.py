"""Pages, player and static files: what people see in a browser."""

from vitascope.web.app import build

__all__ = ["build"]
