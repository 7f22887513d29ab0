"""What an edge decides about its tus uploads."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from vitascope.base.errors import ProductError
from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import NewUpload
from vitascope.core.uploads.model import UploadPart, UploadProtocol
from vitascope.core.uploads.room import Room
from vitascope.core.users.usage import QuotaRule
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Tx
from vitascope.http.runtime import Runtime
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.headers import parse_group
from vitascope.http.tus.refusals import plain_refusal
from vitascope.http.uploads.room import room_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What a client says of a new upload. ``size_bytes`` is None when it will say it later."""

    part: UploadPart
    size_bytes: int | None
    metadata: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """What an edge reads in it. ``fields`` are the video's. ``most_sessions`` is how many
    files the user may be uploading at once, None for any number.
    """

    filename: str
    content_type: str = "application/octet-stream"
    fields: VideoFields
    most_sessions: int | None = None


Describe: TypeAlias = Callable[[Tx, Actor, Announced], Described]


@dataclass(frozen=True, slots=True, kw_only=True)
class TusEdge:
    """``path`` is where uploads are created, ``/api/uploads`` for example; theirs are below it.

    ``describe`` is called in the transaction that notes the upload, before any byte of it is
    read, and refuses by raising. One request brings as many bytes as ``most_body`` says at that
    moment, None for any number. ``refuse`` says how an error is answered.
    """

    runtime: Runtime
    path: str
    describe: Describe
    rule: QuotaRule = QuotaRule.BELOW
    most_body: Callable[[], int | None] = lambda: None
    refuse: Callable[[ProductError], TusAnswer] = plain_refusal

    def room(self) -> Room:
        """What may come in now. Blocking."""
        return room_of(self.runtime, rule=self.rule)


def new_upload(
    edge: TusEdge,
    tx: Tx,
    actor: Actor,
    announced: Announced,
    headers: Mapping[str, str],
) -> NewUpload:
    """What the core is asked for. An upload of which the client does not say to what file it
    belongs is a group of its own.

    Raises:
        TusRefusal: the name of the group is none; and what the edge raises.
    """
    described = edge.describe(tx, actor, announced)
    is_final = announced.part is UploadPart.FINAL
    return NewUpload(
        protocol=UploadProtocol.TUS,
        filename=described.filename,
        content_type=described.content_type,
        size_bytes=announced.size_bytes,
        fields=described.fields,
        part=announced.part,
        metadata=headers.get("upload-metadata", ""),
        concat=headers.get("upload-concat"),
        group=parse_group(announced.metadata) or str(uuid.uuid4()),
        # Its parts were counted.
        most_sessions=None if is_final else described.most_sessions,
    )
