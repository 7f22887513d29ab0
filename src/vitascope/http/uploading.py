"""Files that arrive in one request: from received bytes to a video."""

import asyncio
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from vitascope.base.errors import Invalid
from vitascope.core.access.model import Actor
from vitascope.core.assets.model import asset_folder
from vitascope.core.profiles.model import Recipe
from vitascope.core.uploads.count import count_uploaded
from vitascope.core.uploads.finish import Source, check_upload, finish_upload
from vitascope.core.uploads.room import Room, check_open, check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.http.asgi import Scope
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.arrivals import count_arrived
from vitascope.http.uploads.full import telling_full_disk
from vitascope.media.probe import Probe, Unreadable, probe

_FORM_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file that is wholly on our disk, with what its sender says about it."""

    path: Path
    size_bytes: int
    sha256: str
    content_type: str
    filename: str


async def check_announced(
    runtime: Runtime, actor: Actor, scope: Scope, *, room: Room, beside_bytes: int = _FORM_BYTES
) -> None:
    """Refuse a form whose length says that its file cannot be taken, before it is read.

    ``beside_bytes`` is what the form may hold beside the file at the very most.

    Raises:
        UploadsDisabled: nothing new may come in.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
        LoginRequired: nobody known is calling.
    """
    actor.known_user()
    check_open(room)
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    length = int(lengths[0]) if lengths and lengths[0].isdigit() else 0
    await asyncio.to_thread(_check_room, runtime, actor, max(0, length - beside_bytes), room)


async def accept_upload(
    runtime: Runtime,
    actor: Actor,
    arrived: Arrived,
    fields: VideoFields,
    *,
    room: Room,
    inspect: Callable[[Probe], None] | None = None,
    recipe: Recipe | None = None,
) -> VideoEntry:
    """Look into the file, store it and make a video of it, encoded as ``recipe`` says.

    ``inspect`` may refuse what the prober found by raising. The file is gone afterwards,
    whatever happens.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`check_upload`; Invalid with the field
            ``file`` when it is neither video nor audio.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    try:
        if actor.account_id is not None:
            count_arrived(runtime.metering, actor.account_id, arrived.size_bytes)
        room = room.with_arrived(arrived.size_bytes)
        await asyncio.to_thread(_check, runtime, actor, fields, arrived.size_bytes, room)
        found = await look_into(runtime, arrived.path)
        if inspect is not None:
            inspect(found)
        with telling_full_disk():
            source = _source(arrived, found, recipe)
            return await asyncio.to_thread(
                _store, runtime, actor, arrived.path, source, fields, room
            )
    finally:
        await asyncio.to_thread(arrived.path.unlink, missing_ok=True)


async def look_into(runtime: Runtime, path: Path) -> Probe:
    """Raises Invalid, with the field ``file``, when it is neither video nor audio."""
    try:
        return await probe(runtime.tools, path)
    except Unreadable as error:
        raise Invalid("file", error.reason) from error


def _check_room(runtime: Runtime, actor: Actor, size_bytes: int, room: Room) -> None:
    with runtime.db.read() as tx:
        check_room(tx, actor.known_user(), size_bytes, room, now=runtime.now())


def _check(
    runtime: Runtime, actor: Actor, fields: VideoFields, size_bytes: int, room: Room
) -> None:
    with runtime.db.read() as tx:
        check_upload(tx, actor, fields, now=runtime.now())
        check_room(tx, actor.known_user(), size_bytes, room, now=runtime.now())


def _source(arrived: Arrived, found: Probe, recipe: Recipe | None) -> Source:
    return Source(
        asset_uuid=uuid.uuid4(),
        sha256=arrived.sha256,
        size_bytes=arrived.size_bytes,
        content_type=arrived.content_type,
        filename=arrived.filename,
        probe=found.to_json(),
        recipe=recipe,
    )


def _store(
    runtime: Runtime, actor: Actor, path: Path, source: Source, fields: VideoFields, room: Room
) -> VideoEntry:
    key = f"{asset_folder(source.asset_uuid)}/source"
    # The blob first, the row second: a crash in between leaves a stray blob, which the
    # sweeper removes, and never a row that points at nothing.
    runtime.store.put_file(key, path)
    with runtime.db.begin() as tx:
        check_room(tx, actor.known_user(), source.size_bytes, room, now=runtime.now())
        entry, is_used = finish_upload(tx, actor, source, fields, now=runtime.now())
        count_uploaded(tx, entry, source.size_bytes, now=runtime.now())
    if not is_used:
        runtime.store.delete(key)
    return entry
