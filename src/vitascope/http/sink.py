"""Where request bodies land: one way to disk for every upload protocol."""

import asyncio
import errno
import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from vitascope.base.errors import Conflict, QuotaExceeded, StorageFull
from vitascope.http.threads import on_thread

BATCH_BYTES = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}

Chunk: TypeAlias = bytes | memoryview


class Digest(Protocol):
    """Anything that wants to see the bytes."""

    def update(self, data: bytes, /) -> object: ...


class Hash(Digest, Protocol):
    """What :mod:`hashlib` makes."""

    def digest(self) -> bytes: ...

    def hexdigest(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """``size_bytes`` is the file's."""

    path: Path
    size_bytes: int


class RangeSink:
    """Writes chunks to a file from ``start`` on, in batches of 1 MB on a thread; memory holds
    three at most. ``size_bytes`` counts what was given to it, ``digests`` see every byte.

    End it with exactly one of :meth:`finish` and :meth:`close`.
    """

    def __init__(self, path: Path, *, start: int = 0, digests: Sequence[Digest] = ()) -> None:
        self.path = path
        self.size_bytes = 0
        self._stored = start
        self._digests = digests
        self._batch: list[Chunk] = []
        self._batch_bytes = 0
        self._writing: asyncio.Task[None] | None = None
        self._fd = os.open(path, os.O_WRONLY | os.O_CREAT, 0o666)

    async def write(self, chunk: Chunk) -> None:
        """Take ``chunk``; it is on disk after :meth:`finish`, not before.

        Raises:
            StorageFull: the disk did not take an earlier batch.
        """
        self.size_bytes += len(chunk)
        self._batch.append(chunk)
        self._batch_bytes += len(chunk)
        if self._batch_bytes >= BATCH_BYTES:
            await self._flush()

    async def finish(self) -> Received:
        """Make everything durable and close the file.

        Raises:
            StorageFull: the disk did not take it; the file is closed all the same.
        """
        try:
            await self._flush()
            await self._written()
            size_bytes = await on_thread(self._settle)
        finally:
            await self.close()
        return Received(path=self.path, size_bytes=size_bytes)

    async def close(self) -> None:
        """Write nothing more. What is on disk stays, durable or not."""
        self._batch.clear()
        if self._writing is not None:
            await asyncio.wait([self._writing])
            # Whoever waits for the batch hears of its error; here nobody is left to hear.
            self._writing.exception()
        if self._fd >= 0:
            os.close(self._fd)
            self._fd = -1

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
        rest = memoryview(data)
        while rest:
            written = self._put(rest)
            self._stored += written
            rest = rest[written:]
        for digest in self._digests:
            digest.update(data)

    def _put(self, rest: memoryview) -> int:
        try:
            return os.pwrite(self._fd, rest, self._stored)
        except OSError as error:
            raise _explained(error) from error

    def _settle(self) -> int:
        try:
            os.fdatasync(self._fd)
        except OSError as error:
            raise _explained(error) from error
        return os.fstat(self._fd).st_size


class AppendSink(RangeSink):
    """Goes on where a file ends, at ``offset``; ``size_bytes`` and ``limit_bytes`` count what
    the file had before as well.

    End it with exactly one of :meth:`finish`, :meth:`keep` and :meth:`abort`.

    Raises:
        Conflict: the file does not end at ``offset``.
    """

    def __init__(
        self,
        path: Path,
        *,
        limit_bytes: int,
        offset: int = 0,
        digests: Sequence[Digest] = (),
    ) -> None:
        super().__init__(path, start=offset, digests=digests)
        size_bytes = os.fstat(self._fd).st_size
        if size_bytes != offset:
            os.close(self._fd)
            raise Conflict(f"The upload is at byte {size_bytes}, not {offset}")
        self.size_bytes = offset
        self._limit_bytes = limit_bytes
        self._start = offset

    async def write(self, chunk: Chunk) -> None:
        """Take ``chunk``; it is on disk after :meth:`finish`, not before.

        Raises:
            QuotaExceeded: the file would be longer than the limit.
            StorageFull: the disk did not take an earlier batch.
        """
        size_bytes = self.size_bytes + len(chunk)
        if size_bytes > self._limit_bytes:
            raise QuotaExceeded(used=size_bytes, limit=self._limit_bytes, unit="bytes")
        await super().write(chunk)

    async def keep(self) -> None:
        """End early with what has come: as much of it as the disk takes is durable."""
        with suppress(StorageFull, OSError):
            await self.finish()

    async def abort(self) -> None:
        """Undo: cut the file back to ``offset``, or remove it when that is 0."""
        await self.close()
        with suppress(FileNotFoundError):
            if self._start:
                await on_thread(os.truncate, self.path, self._start)
            else:
                await on_thread(os.unlink, self.path)


def _explained(error: OSError) -> Exception:
    if error.errno in _FULL:
        return StorageFull("The server's disk is full. What had arrived is kept.")
    return error
