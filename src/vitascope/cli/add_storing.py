"""Putting one file in, as if it had been uploaded."""

import asyncio
import hashlib
import mimetypes
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from vitascope.base.ids import FolderId
from vitascope.cli.add_finding import Found
from vitascope.core.access.model import Actor
from vitascope.core.folders.make import make_path
from vitascope.core.folders.queries import find_child
from vitascope.core.uploads.finish import check_upload
from vitascope.core.uploads.room import check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Video
from vitascope.core.videos.queries.entries import find_in_folder
from vitascope.http.runtime import Runtime
from vitascope.http.uploading import Arrived, accept_upload, look_into
from vitascope.http.uploads.room import room_of

_PIECE_BYTES = 1 << 20

OnBytes = Callable[[int], None]


def find_stored(runtime: Runtime, actor: Actor, found: Found) -> Video | None:
    """The actor's video of a file of that name and size in the same folder."""
    if actor.account_id is None:
        return None
    with runtime.db.read() as tx:
        folder_id: FolderId | None = None
        for name in found.folders:
            child = find_child(tx, actor.account_id, folder_id, name)
            if child is None:
                return None
            folder_id = child.id
        return find_in_folder(tx, actor.account_id, folder_id, found.name, found.size_bytes)


def store_file(
    runtime: Runtime, actor: Actor, found: Found, fields: VideoFields, *, on_bytes: OnBytes
) -> Video:
    """Copy the file and make a video of it; ``on_bytes`` hears of every piece.

    Whatever stops it, nothing of the copy stays. What can be refused is refused before.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`accept_upload`.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
        OSError: the file cannot be read, or the copy not be written.
    """
    now = runtime.now()
    with runtime.db.read() as tx:
        check_upload(tx, actor, fields, now=now)
        check_room(tx, actor.known_user(), found.size_bytes, room_of(runtime), now=now)
    asyncio.run(look_into(runtime, found.path.absolute()))
    with _copied(runtime.uploads, found, on_bytes) as arrived:
        with runtime.db.begin() as tx:
            folder_id = make_path(tx, actor, found.folders, now=runtime.now())
        placed = replace(fields, folder_id=folder_id)
        room = room_of(runtime)
        entry = asyncio.run(accept_upload(runtime, actor, arrived, placed, room=room))
    return entry.video


@contextmanager
def _copied(folder: Path, found: Found, on_bytes: OnBytes) -> Iterator[Arrived]:
    # Named like an upload that nobody knows: what a killed command leaves here is removed by
    # the sweeper of uploads, which lets fresh files be.
    target = folder / uuid.uuid4().hex
    try:
        yield _copy(found, target, on_bytes)
    finally:
        target.unlink(missing_ok=True)


def _copy(found: Found, target: Path, on_bytes: OnBytes) -> Arrived:
    digest, size_bytes = hashlib.sha256(), 0
    with found.path.open("rb") as source, target.open("wb") as copy:
        while piece := source.read(_PIECE_BYTES):
            copy.write(piece)
            digest.update(piece)
            size_bytes += len(piece)
            on_bytes(len(piece))
    return Arrived(
        path=target,
        size_bytes=size_bytes,
        sha256=digest.hexdigest(),
        content_type=mimetypes.guess_type(found.name)[0] or "application/octet-stream",
        filename=found.name,
    )
