"""A file that arrives in parts, and what is known of where it comes from."""

import asyncio
import os
from contextlib import suppress
from pathlib import Path
from typing import Self

import msgspec
from msgspec.structs import replace

BATCH_BYTES = 1 << 20


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """What a server said of the file it serves; ``url`` is the one that was asked for."""

    url: str
    final_url: str
    filename: str
    content_type: str | None = None
    total_bytes: int | None = None
    etag: str | None = None
    last_modified: str | None = None

    @property
    def validator(self) -> str | None:
        """What tells the server which version the bytes we have are of, if anything does.

        A weak ETag says only that two versions look alike, so it cannot.
        """
        if self.etag is not None and not self.etag.startswith("W/"):
            return self.etag
        return self.last_modified


class Part:
    """A file at ``path``, written in batches of 1 MB on a thread, and a record beside it.

    ``size_bytes`` counts what was given to :meth:`write`; after :meth:`close` all of it is in
    the file. ``source`` is None until :meth:`begin`, or when the bytes that lay there were of
    another URL: these are dropped. Open it with :meth:`open`, and close it always.

    Raises:
        OSError: the disk did not take it.
    """

    def __init__(self, path: Path, fd: int, source: Source | None) -> None:
        self.path = path
        self.source = source
        self.size_bytes = os.fstat(fd).st_size
        self._fd = fd
        self._batch: list[bytes] = []
        self._batch_bytes = 0
        self._writing: asyncio.Future[None] | None = None

    @classmethod
    async def open(cls, path: Path, url: str) -> Self:
        return await asyncio.to_thread(cls._open, path, url)

    @property
    def is_complete(self) -> bool:
        return self.source is not None and self.source.total_bytes == self.size_bytes

    async def begin(self, source: Source | None) -> None:
        """Drop what there is; the bytes to come are of ``source``."""
        await self._drop()
        self.source = None
        if source is not None:
            await self.note(source)

    async def note(self, source: Source) -> None:
        """Remember ``source`` of the bytes that are there and those to come."""
        self.source = source
        await asyncio.to_thread(_keep, record_path(self.path), source)

    async def write(self, chunk: bytes) -> None:
        self.size_bytes += len(chunk)
        self._batch.append(chunk)
        self._batch_bytes += len(chunk)
        if self._batch_bytes >= BATCH_BYTES:
            await self.flush()

    async def flush(self) -> None:
        """Write what was given so far, also when the task is cancelled meanwhile."""
        await self._written()
        data, self._batch, self._batch_bytes = b"".join(self._batch), [], 0
        if data:
            self._writing = asyncio.ensure_future(asyncio.to_thread(_write, self._fd, data))
            await self._written()

    async def finish(self) -> None:
        """Make the file durable and note that it is complete."""
        await self.flush()
        await asyncio.to_thread(os.fdatasync, self._fd)
        if self.source is not None and not self.is_complete:
            await self.note(replace(self.source, total_bytes=self.size_bytes))

    async def close(self) -> None:
        try:
            await self.flush()
        finally:
            os.close(self._fd)

    async def discard(self) -> None:
        """Leave nothing on the disk; still to be closed."""
        await self._drop()
        for path in (self.path, record_path(self.path)):
            await asyncio.to_thread(path.unlink, missing_ok=True)

    async def _drop(self) -> None:
        await self._written()
        self._batch, self._batch_bytes, self.size_bytes = [], 0, 0
        await asyncio.to_thread(os.ftruncate, self._fd, 0)

    async def _written(self) -> None:
        if self._writing is not None:
            await asyncio.shield(self._writing)
            self._writing = None

    @classmethod
    def _open(cls, path: Path, url: str) -> Self:
        fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o666)
        source = _kept(record_path(path))
        if source is None or source.url != url:
            os.ftruncate(fd, 0)
            source = None
        return cls(path, fd, source)


def record_path(path: Path) -> Path:
    """Where the record of the part at ``path`` lies."""
    return path.with_suffix(".resume")


def _write(fd: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(fd, rest) :]


def _kept(path: Path) -> Source | None:
    with suppress(FileNotFoundError, msgspec.DecodeError):
        return msgspec.json.decode(path.read_bytes(), type=Source)
    return None


def _keep(path: Path, source: Source) -> None:
    beside = path.with_suffix(".resume-new")
    beside.touch(mode=0o600)  # the URL may be signed
    beside.write_bytes(msgspec.json.encode(source))
    beside.replace(path)
