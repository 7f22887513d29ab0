"""Uploads, and bodies as the network brings them."""

from collections.abc import Iterable
from typing import Any

from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, actor_of, make_user

from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload, begin_upload
from vitascope.core.uploads.model import Upload, UploadProtocol
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Database
from vitascope.http.asgi import Message, Receive
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.room import room_of

__all__ = ["begun", "body", "leaving", "make_runtime", "uploader"]


def uploader(db: Database, name: str = "ada", **values: Any) -> Actor:
    with db.begin() as tx:
        return actor_of(make_user(tx, name, **values))


def begun(runtime: Runtime, actor: Actor, size_bytes: int | None, **values: Any) -> Upload:
    """An announced upload of a film; tus unless told otherwise."""
    given: dict[str, Any] = {
        "protocol": UploadProtocol.TUS,
        "filename": "film.mp4",
        "content_type": "video/mp4",
        "size_bytes": size_bytes,
        "fields": VideoFields(title="A film"),
    }
    new = NewUpload(**{**given, **values})
    with runtime.db.begin() as tx:
        return begin_upload(tx, actor, new, room=room_of(runtime), now=NOON)[0]


def body(data: bytes, piece: int = 1 << 16) -> Receive:
    """``data`` in pieces."""
    pieces = [data[at : at + piece] for at in range(0, len(data), piece)] or [b""]
    return _messages(
        {"type": "http.request", "body": each, "more_body": number < len(pieces) - 1}
        for number, each in enumerate(pieces)
    )


def leaving(data: bytes) -> Receive:
    """A client that sends ``data`` and is gone."""
    return _messages(
        [
            {"type": "http.request", "body": data, "more_body": True},
            {"type": "http.disconnect"},
        ]
    )


def _messages(messages: Iterable[Message]) -> Receive:
    waiting = iter(messages)

    async def receive() -> Message:
        return next(waiting)

    return receive
