"""From received bytes to a video: what every upload protocol ends in."""

import asyncio
import uuid
from dataclasses import dataclass
from pathlib import Path

from vitascope.base.errors import Invalid
from vitascope.core.access.model import Actor
from vitascope.core.assets.model import asset_folder
from vitascope.core.uploads.finish import Source, check_upload, finish_upload
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.http.runtime import Runtime
from vitascope.media.probe import Probe, Unreadable, probe


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """A file that is wholly on our disk, with what its sender says about it."""

    path: Path
    size_bytes: int
    sha256: str
    content_type: str
    filename: str


async def accept_upload(
    runtime: Runtime, actor: Actor, arrived: Arrived, fields: VideoFields
) -> VideoEntry:
    """Look into the file, store it and make a video of it.

    The file is gone afterwards, whatever happens.

    Raises:
        Forbidden, Invalid: as :func:`check_upload`; Invalid with the field ``file`` when it
            is neither video nor audio.
    """
    try:
        await asyncio.to_thread(_check, runtime, actor, fields, arrived.size_bytes)
        try:
            found = await probe(runtime.tools, arrived.path)
        except Unreadable as error:
            raise Invalid("file", error.reason) from error
        return await asyncio.to_thread(_store, runtime, actor, arrived, fields, found)
    finally:
        await asyncio.to_thread(arrived.path.unlink, missing_ok=True)


def _check(runtime: Runtime, actor: Actor, fields: VideoFields, size_bytes: int) -> None:
    with runtime.db.read() as tx:
        check_upload(tx, actor, fields, size_bytes=size_bytes, now=runtime.now())


def _store(
    runtime: Runtime, actor: Actor, arrived: Arrived, fields: VideoFields, found: Probe
) -> VideoEntry:
    source = Source(
        asset_uuid=uuid.uuid4(),
        sha256=arrived.sha256,
        size_bytes=arrived.size_bytes,
        content_type=arrived.content_type,
        filename=arrived.filename,
        probe=found.to_json(),
    )
    key = f"{asset_folder(source.asset_uuid)}/source"
    # The blob first, the row second: a crash in between leaves a stray blob, which the
    # sweeper removes, and never a row that points at nothing.
    runtime.store.put_file(key, arrived.path)
    with runtime.db.begin() as tx:
        entry, is_used = finish_upload(tx, actor, source, fields, now=runtime.now())
    if not is_used:
        runtime.store.delete(key)
    return entry
