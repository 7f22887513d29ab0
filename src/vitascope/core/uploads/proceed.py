"""What happens to an upload while its bytes arrive."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.base.ids import UploadId
from vitascope.core.access.model import Actor
from vitascope.core.uploads.begin import LIFETIME
from vitascope.core.uploads.finish import check_upload
from vitascope.core.uploads.model import (
    Upload,
    UploadEnded,
    UploadExpired,
    UploadProtocol,
    UploadState,
)
from vitascope.core.uploads.queries import (
    delete_chunk,
    delete_old,
    find_upload,
    find_upload_by_key,
    get_upload_row,
    list_expired,
    note_chunk,
    update_upload,
)
from vitascope.core.uploads.room import Room, check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.fields_document import pack_fields, unpack_fields
from vitascope.db import Tx


def own_upload(
    tx: Tx, actor: Actor, ref: uuid.UUID | str, protocol: UploadProtocol, *, now: datetime
) -> Upload:
    """The upload of that uuid (or client key, for text) that came by ``protocol``.

    Raises:
        NotFound: no such upload, or it was cancelled.
        Forbidden: it is somebody else's.
        UploadExpired: it was not finished in time.
    """
    user_id = actor.known_user()
    actor.check_writes()
    found = find_upload_by_key(tx, ref) if isinstance(ref, str) else find_upload(tx, ref)
    if found is None or found.protocol is not protocol:
        raise NotFound("upload", ref)
    if found.user_id != user_id:
        raise Forbidden("This upload belongs to somebody else")
    if found.state is UploadState.CANCELED:
        raise NotFound("upload", ref)
    is_over = found.state is not UploadState.DONE and found.expires_at <= now
    if is_over or found.state is UploadState.EXPIRED:
        raise UploadExpired(ref)
    return found


def check_open(tx: Tx, upload_id: UploadId) -> None:
    """Asked once nobody else can write to the upload: it may have ended since it was found,
    and bytes that came then would stay for ever.

    Raises:
        NotFound: it was cancelled, or has expired.
        UploadEnded: it has become a video, or its bytes are on their way there.
    """
    upload = get_upload_row(tx, upload_id)
    if upload.state in {UploadState.CANCELED, UploadState.EXPIRED}:
        raise NotFound("upload", upload.uuid)
    if upload.state is UploadState.DONE or upload.source is not None:
        raise UploadEnded


def set_size(
    tx: Tx, upload: Upload, size_bytes: int, *, received: int, room: Room, now: datetime
) -> Upload:
    """Learn how large a file is that began without saying so; ``received`` bytes are here.

    Raises:
        Invalid: it was said already, differently, or more has arrived.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    if upload.size_bytes == size_bytes:
        return upload
    if upload.size_bytes is not None or size_bytes < received:
        raise Invalid("size", "The size of this upload is known and cannot change")
    room = room.with_arrived(received)
    check_room(tx, upload.user_id, size_bytes, room, but=upload, now=now)
    return update_upload(tx, upload.id, now=now, size_bytes=size_bytes)


def shrink(tx: Tx, upload: Upload, size_bytes: int, *, received: int, now: datetime) -> Upload:
    """The file turns out smaller than announced.

    Raises:
        Invalid: more has arrived, it would grow, or nothing would be left of it.
    """
    least = max(1, received)
    if upload.size_bytes is None or not least <= size_bytes <= upload.size_bytes:
        raise Invalid("size", "An upload can shrink, but not below what has arrived")
    return update_upload(tx, upload.id, now=now, size_bytes=size_bytes)


def chunk_arrived(tx: Tx, upload_id: UploadId, position: int, *, now: datetime) -> None:
    """A chunk is on disk. The sender has a whole day again for the next."""
    note_chunk(tx, upload_id, position)
    prolong(tx, upload_id, now=now)


def forget_chunk(tx: Tx, upload_id: UploadId, position: int) -> None:
    """A chunk is about to be replaced, and counts as missing until it has."""
    delete_chunk(tx, upload_id, position)


def prolong(tx: Tx, upload_id: UploadId, *, now: datetime) -> None:
    """Bytes came, so the sender has a whole day again."""
    update_upload(tx, upload_id, now=now, expires_at=now + LIFETIME)


def edit_upload(
    tx: Tx, actor: Actor, upload: Upload, fields: VideoFields, *, now: datetime
) -> Upload:
    """Change what the video will say about itself; fields that are not given stay.

    Raises:
        Invalid: a field breaks a rule. Forbidden: as :func:`check_upload`.
    """
    given = pack_fields(tx, fields)
    merged: Mapping[str, Any] = {**upload.fields, **given}
    check_upload(tx, actor, unpack_fields(tx, dict(merged)), now=now)
    return update_upload(tx, upload.id, now=now, fields=dict(merged))


def cancel_upload(tx: Tx, upload: Upload, *, now: datetime) -> Upload:
    """End it without a video. Whoever has its bytes removes them. Twice is once; an upload
    that has become a video stays that.
    """
    # Once more: it may have become a video since it was found.
    current = get_upload_row(tx, upload.id)
    if current.state is UploadState.DONE:
        return current
    return update_upload(tx, upload.id, now=now, state=UploadState.CANCELED)


def expire_uploads(tx: Tx, *, now: datetime) -> list[Upload]:
    """End the uploads whose time is over, and forget those that ended long ago.

    Returns the expired ones: their bytes can go.
    """
    expired = list_expired(tx, now=now)
    for upload in expired:
        update_upload(tx, upload.id, now=now, state=UploadState.EXPIRED)
    delete_old(tx, before=now - 7 * LIFETIME)
    return expired
