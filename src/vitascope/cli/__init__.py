"""The command line."""

from vitascope.cli.main import main

__all__ = ["main"]
