"""A disk that can be filled: a file system in memory, of a size that the test says."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.conftest import missing


@contextmanager
def small_disk(folder: Path, size_bytes: int) -> Iterator[Path]:
    """Only root may mount one."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    folder.mkdir()
    words = ["mount", "-t", "tmpfs", "-o", f"size={size_bytes}", "tmpfs", str(folder)]
    mounted = subprocess.run(words, capture_output=True, text=True, check=False)
    if mounted.returncode:
        missing(f"the right to mount a small disk ({mounted.stderr.strip()})")
    try:
        yield folder
    finally:
        # Lazily: a program that was killed may not have let go yet.
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def filled(disk: Path, *, but_bytes: int) -> Iterator[None]:
    """All of the disk is taken but for ``but_bytes``."""
    ballast = disk / "ballast"
    left = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, left.f_bavail * left.f_frsize - but_bytes)
    try:
        yield
    finally:
        ballast.unlink()
