"""A running server's data folder, seen from outside."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.journeys.server import Server

UNLIMITED = {"VITASCOPE_RATE_LIMITS": "no", "VITASCOPE_MIN_FREE_BYTES": "0"}


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[Server]:
    """A server of its own; its data is in ``folder``. It limits nothing unless told to."""
    server = Server(folder / "data", settings={**UNLIMITED, **settings})
    try:
        yield server.start()
    finally:
        server.kill()


def files_in(server: Server, *folders: str) -> dict[str, int]:
    """The sizes of all files but the databases', by their paths in the data folder."""
    return {
        path.relative_to(server.data).as_posix(): size_bytes
        for folder in folders or (".",)
        for path in (server.data / folder).rglob("*")
        if ".db" not in path.name and (size_bytes := _size(path)) is not None
    }


def arriving(server: Server) -> dict[str, int]:
    """What lies where bytes arrive."""
    return files_in(server, "incoming", "uploads")


def stored_hashes(server: Server) -> list[str]:
    """The SHA-256 of every source that has become a video."""
    sources = (server.data / "media" / "assets").glob("*/source")
    return sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in sources)


def _size(path: Path) -> int | None:
    """None for what is no file, or no more."""
    try:
        return path.stat().st_size if path.is_file() else None
    except FileNotFoundError:
        return None
