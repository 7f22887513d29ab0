"""Numbered chunks of an upload, in any order and side by side."""

import os
import shutil
import uuid
from pathlib import Path

from vitascope.base.errors import Invalid
from vitascope.core.uploads.model import Upload
from vitascope.core.uploads.proceed import check_open, chunk_arrived, forget_chunk
from vitascope.core.uploads.queries import list_chunks
from vitascope.http.asgi import Receive
from vitascope.http.body import body_chunks
from vitascope.http.runtime import Runtime
from vitascope.http.sink import RangeSink
from vitascope.http.threads import on_thread
from vitascope.http.uploads.arrivals import Arrivals, sender
from vitascope.http.uploads.files import UploadFiles, files_of
from vitascope.http.uploads.full import telling_full_disk
from vitascope.http.uploads.room import check_disk

_PIECE_BYTES = 1 << 20


class ChunkSizeMismatch(Invalid):
    """A chunk has more or fewer bytes than its place in the file."""

    def __init__(self, expected: int, received: int | None = None) -> None:
        found = "more" if received is None else str(received)
        super().__init__("chunk", f"This chunk has {expected} bytes, not {found}")
        self.expected = expected
        self.is_larger = received is None or received > expected


async def receive_chunk(
    runtime: Runtime, upload: Upload, position: int, receive: Receive
) -> list[int]:
    """Take the chunk ``position`` (from 0) and return all that have arrived.

    A chunk that is sent again replaces the first one, once all of it is here.

    Raises:
        Invalid: there is no such chunk, or the client left.
        NotFound, UploadEnded: as :func:`check_open`.
        ChunkSizeMismatch: it is longer or shorter than it has to be.
        UploadBusy: the same chunk is being written, or the upload is being finished.
        StorageFull: the disk is nearly full, or took no more.
    """
    if not 0 <= position < upload.chunks:
        raise Invalid("position", f"The chunks are numbered from 0 to {upload.chunks - 1}")
    files = files_of(runtime)
    with telling_full_disk(), files.hold_chunk(upload.uuid, position):
        known, arrivals = await on_thread(_known, runtime, upload)
        await on_thread(check_disk, runtime, upload.chunk_size(position))
        if position in known:
            await _replace(runtime, files, upload, position, receive, arrivals)
        else:
            start = position * (upload.chunk_bytes or 0)
            sink = RangeSink(files.path(upload.uuid), start=start, digests=[arrivals])
            await _write(sink, upload.chunk_size(position), receive)
        return await on_thread(_note, runtime, upload, position)


async def _write(sink: RangeSink, expected: int, receive: Receive) -> None:
    try:
        await _fill(sink, expected, receive)
    except BaseException:
        await sink.close()
        raise
    await sink.finish()


async def _fill(sink: RangeSink, expected: int, receive: Receive) -> None:
    async for chunk in body_chunks(receive):
        if sink.size_bytes + len(chunk) > expected:
            raise ChunkSizeMismatch(expected)
        await sink.write(chunk)
    if sink.size_bytes != expected:
        raise ChunkSizeMismatch(expected, sink.size_bytes)


async def _replace(
    runtime: Runtime,
    files: UploadFiles,
    upload: Upload,
    position: int,
    receive: Receive,
    arrivals: Arrivals,
) -> None:
    """Beside the one that is here first: a client that leaves half-way takes nothing away."""
    path = files.folder / f"{upload.uuid.hex}.{position}.{uuid.uuid4().hex}"
    try:
        sink = RangeSink(path, digests=[arrivals])
        await _write(sink, upload.chunk_size(position), receive)
        await on_thread(_exchange, runtime, files, upload, position, path)
    finally:
        await on_thread(path.unlink, True)


def _exchange(
    runtime: Runtime, files: UploadFiles, upload: Upload, position: int, path: Path
) -> None:
    start = position * (upload.chunk_bytes or 0)
    # Not known while it is exchanged: a crash leaves it missing rather than mixed.
    with runtime.db.begin() as tx:
        forget_chunk(tx, upload.id, position)
    with path.open("rb") as source, files.path(upload.uuid).open("r+b") as target:
        target.seek(start)
        shutil.copyfileobj(source, target, _PIECE_BYTES)
        target.flush()
        os.fdatasync(target.fileno())


def _known(runtime: Runtime, upload: Upload) -> tuple[list[int], Arrivals]:
    with runtime.db.read() as tx:
        check_open(tx, upload.id)
        return list_chunks(tx, upload.id), Arrivals(runtime.metering, sender(tx, upload))


def _note(runtime: Runtime, upload: Upload, position: int) -> list[int]:
    with runtime.db.begin() as tx:
        chunk_arrived(tx, upload.id, position, now=runtime.now())
        return list_chunks(tx, upload.id)
