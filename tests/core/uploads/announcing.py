"""Uploads that have been announced."""

from datetime import datetime
from typing import Any

from tests.factories import NOON

from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload, begin_upload
from vitascope.core.uploads.model import Upload, UploadProtocol
from vitascope.core.uploads.room import Room
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx

ROOMY = Room(most_bytes=10_000, free_bytes=100_000)


def new_upload(size_bytes: int | None = 1000, **values: Any) -> NewUpload:
    given: dict[str, Any] = {
        "protocol": UploadProtocol.TUS,
        "filename": "film.mp4",
        "size_bytes": size_bytes,
        "fields": VideoFields(title="A film"),
    }
    return NewUpload(**{**given, **values})


def announce(
    tx: Tx,
    actor: Actor,
    size_bytes: int | None = 1000,
    *,
    room: Room = ROOMY,
    now: datetime = NOON,
    **values: Any,
) -> Upload:
    return begin_upload(tx, actor, new_upload(size_bytes, **values), room=room, now=now)[0]
