"""One at a time, among all processes that share a folder."""

import asyncio
import fcntl
import os
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

_LOOK_S = 0.05


@asynccontextmanager
async def locked(path: Path) -> AsyncIterator[None]:
    """Wait until nobody else holds the lock ``path``, and hold it for the block. It ends with
    the process that holds it, however that ends.
    """
    while (file := _take(path)) is None:  # noqa: ASYNC110 -- other processes set no event
        await asyncio.sleep(_LOOK_S)
    try:
        yield
    finally:
        _give_back(path, file)


@contextmanager
def locked_if_free(path: Path) -> Iterator[bool]:
    """Hold the lock ``path`` for the block if nobody else does; says whether."""
    file = _take(path)
    try:
        yield file is not None
    finally:
        if file is not None:
            _give_back(path, file)


def _take(path: Path) -> int | None:
    file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # Who held it has removed its name when giving it back: others hold another file then.
        if os.fstat(file).st_ino == path.stat().st_ino:
            return file
    except (BlockingIOError, FileNotFoundError):
        pass
    os.close(file)
    return None


def _give_back(path: Path, file: int) -> None:
    path.unlink(missing_ok=True)
    os.close(file)
