"""Where request bodies land: one way to disk for every upload protocol."""

import asyncio
import hashlib
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from vitascope.base.errors import Conflict, QuotaExceeded
from vitascope.http.threads import on_thread

BATCH_BYTES = 1 << 20

Chunk: TypeAlias = bytes | memoryview


class Digest(Protocol):
    """What :mod:`hashlib` makes, or anything else that wants to see the bytes."""

    def update(self, data: bytes, /) -> object: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """``size_bytes`` is the file's; ``sha256``, in hex, is of what this sink wrote to it."""

    path: Path
    size_bytes: int
    sha256: str


class AppendSink:
    """Appends chunks to a file in batches of 1 MB on a thread; memory holds three at most.

    End it with exactly one of :meth:`finish` and :meth:`abort`. ``offset`` is where to go on
    in a file that has so many bytes already, and ``limit_bytes`` counts these too.
    ``checksum`` sees every byte as well.

    Raises:
        Conflict: the file does not end at ``offset``.
    """

    def __init__(
        self,
        path: Path,
        *,
        limit_bytes: int,
        offset: int = 0,
        checksum: Digest | None = None,
    ) -> None:
        self.path = path
        self.size_bytes = offset
        self._limit_bytes = limit_bytes
        self._start = offset
        self._stored = offset
        self._checksum = checksum
        self._sha256 = hashlib.sha256()
        self._batch: list[Chunk] = []
        self._batch_bytes = 0
        self._writing: asyncio.Task[None] | None = None
        self._fd = _open_at(path, offset)

    async def write(self, chunk: Chunk) -> None:
        """Take ``chunk``; it is on disk after :meth:`finish`, not before.

        Raises:
            QuotaExceeded: the file would be longer than the limit.
            OSError: the disk did not take an earlier batch.
        """
        size_bytes = self.size_bytes + len(chunk)
        if size_bytes > self._limit_bytes:
            raise QuotaExceeded(used=size_bytes, limit=self._limit_bytes, unit="bytes")
        self.size_bytes = size_bytes
        self._batch.append(chunk)
        self._batch_bytes += len(chunk)
        if self._batch_bytes >= BATCH_BYTES:
            await self._flush()

    async def finish(self) -> Received:
        """Make everything durable and close the file.

        Raises:
            OSError: the disk did not take it; the file is closed all the same.
        """
        try:
            await self._flush()
            await self._written()
            await on_thread(os.fdatasync, self._fd)
        finally:
            await self._close()
        return Received(
            path=self.path, size_bytes=self.size_bytes, sha256=self._sha256.hexdigest()
        )

    async def abort(self) -> None:
        """Undo: cut the file back to ``offset``, or remove it when that is 0."""
        self._batch.clear()
        await self._close()
        with suppress(FileNotFoundError):
            if self._start:
                await on_thread(os.truncate, self.path, self._start)
            else:
                await on_thread(os.unlink, self.path)

    async def _flush(self) -> None:
        """Hand the batch to a thread, and go on receiving while it writes."""
        await self._written()
        batch, self._batch, self._batch_bytes = self._batch, [], 0
        self._writing = asyncio.create_task(on_thread(self._write, batch))

    async def _written(self) -> None:
        if self._writing is not None:
            await asyncio.shield(self._writing)

    def _write(self, batch: list[Chunk]) -> None:
        data = b"".join(batch)
        batch.clear()
        self._sha256.update(data)
        if self._checksum is not None:
            self._checksum.update(data)
        rest = memoryview(data)
        while rest:
            written = os.pwrite(self._fd, rest, self._stored)
            self._stored += written
            rest = rest[written:]

    async def _close(self) -> None:
        if self._writing is not None:
            await asyncio.wait([self._writing])
            # Whoever waits for the batch hears of its error; here nobody is left to hear.
            self._writing.exception()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1


def _open_at(path: Path, offset: int) -> int:
    fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)
    size_bytes = os.fstat(fd).st_size
    if size_bytes != offset:
        os.close(fd)
        raise Conflict(f"The upload is at byte {size_bytes}, not {offset}")
    return fd
