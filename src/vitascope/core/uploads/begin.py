"""Announcing an upload, before its first byte."""

import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import UserId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.uploads.finish import check_upload
from vitascope.core.uploads.model import (
    UNFINISHED,
    TooManyUploads,
    Upload,
    UploadPart,
    UploadProtocol,
    UploadState,
)
from vitascope.core.uploads.queries import (
    count_groups,
    find_upload_by_key,
    insert_upload,
    update_upload,
)
from vitascope.core.uploads.replace import check_replaceable
from vitascope.core.uploads.room import Room, check_open, check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.fields_document import pack_fields
from vitascope.db import Tx

LIFETIME = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUpload:
    """What a sender announces; the fields of :class:`Upload` of the same names.

    ``most_sessions`` is how many files the user may be uploading at once, None for any
    number.
    """

    protocol: UploadProtocol
    filename: str
    content_type: str = "application/octet-stream"
    size_bytes: int | None
    fields: VideoFields = field(default_factory=VideoFields)
    part: UploadPart = UploadPart.WHOLE
    chunk_bytes: int | None = None
    sha256: str | None = None
    metadata: str = ""
    concat: str | None = None
    group: str | None = None
    client_key: str | None = None
    replaces: VideoId | None = None
    most_sessions: int | None = None


def begin_upload(
    tx: Tx, actor: Actor, new: NewUpload, *, room: Room, now: datetime
) -> tuple[Upload, bool]:
    """Take note of an upload that is to come, if there is room for it.

    Announcing the same ``client_key`` again answers the unfinished upload of that key. Returns
    the upload and whether it is new.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`check_upload` and, with ``replaces``,
            :func:`check_replaceable`.
        UploadsDisabled: nothing new may come in.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
        TooManyUploads: others are unfinished.
    """
    user_id = actor.known_user()
    actor.check_writes()
    known = _known(tx, user_id, new, now)
    if known is not None:
        return known, False
    # Joining parts that have arrived is an end, no beginning.
    if new.part is not UploadPart.FINAL:
        check_open(room)
    if new.size_bytes is not None and new.size_bytes < 1:
        raise Invalid("size", "An empty file holds nothing to see or hear")
    if new.replaces is not None:
        check_replaceable(tx, actor, new.replaces)
    elif new.part is not UploadPart.PARTIAL:
        check_upload(tx, actor, new.fields, now=now)
    # A final upload is made of partial ones, which were counted.
    if new.size_bytes is not None and new.part is not UploadPart.FINAL:
        check_room(tx, user_id, new.size_bytes, room, now=now)
    if new.most_sessions is not None:
        others = count_groups(tx, user_id, but=new.group, now=now)
        if others >= new.most_sessions:
            raise TooManyUploads(others, new.most_sessions)
    return insert_upload(tx, _values(tx, user_id, new, now)), True


def _known(tx: Tx, user_id: UserId, new: NewUpload, now: datetime) -> Upload | None:
    if new.client_key is None:
        return None
    known = find_upload_by_key(tx, new.client_key)
    if known is None:
        return None
    if known.user_id != user_id:
        raise Forbidden("This upload belongs to somebody else")
    if known.state in UNFINISHED and known.expires_at > now:
        return known
    # It has ended: the same file may come again, under the same key.
    update_upload(tx, known.id, now=now, client_key=None)
    return None


def _values(tx: Tx, user_id: UserId, new: NewUpload, now: datetime) -> dict[str, object]:
    return {
        "uuid": uuid.uuid4(),
        "user_id": user_id,
        "protocol": new.protocol,
        "part": new.part,
        "state": UploadState.RECEIVING,
        "size_bytes": new.size_bytes,
        "chunk_bytes": new.chunk_bytes,
        "filename": new.filename,
        "content_type": new.content_type,
        "sha256": new.sha256,
        "metadata": new.metadata,
        "concat": new.concat,
        "group": new.group,
        "client_key": new.client_key,
        "replaces": new.replaces,
        "fields": pack_fields(tx, new.fields),
        "created_at": now,
        "updated_at": now,
        "expires_at": now + LIFETIME,
    }
