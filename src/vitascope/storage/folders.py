"""Folders that survive a power cut, and vanish when nothing is left in them."""

import os
from contextlib import suppress
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Make ``folder`` and those above it, durably. An existing one is left as it is."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` durable. A folder that is gone has none."""
    with suppress(FileNotFoundError):
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


def remove_empty(folder: Path, *, below: Path) -> None:
    """Remove ``folder`` and those above it up to ``below``, as long as they are empty."""
    with suppress(OSError):
        while folder != below:
            folder.rmdir()
            folder = folder.parent
