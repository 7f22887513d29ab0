"""From an upload whose bytes are all here to its video."""

from datetime import datetime

import msgspec

from vitascope.base.errors import NotFound
from vitascope.core.access.model import Actor
from vitascope.core.uploads.count import count_uploaded
from vitascope.core.uploads.finish import Source, attach_source, finish_upload
from vitascope.core.uploads.model import Upload, UploadState
from vitascope.core.uploads.queries import get_upload_row, update_upload
from vitascope.core.uploads.replace import check_replaceable
from vitascope.core.uploads.room import Room, check_room
from vitascope.core.videos.fields_document import unpack_fields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


def begin_finishing(tx: Tx, upload: Upload, *, now: datetime) -> Upload:
    """The bytes are all here and are looked into. A failure of an earlier try is forgotten."""
    return update_upload(tx, upload.id, now=now, state=UploadState.FINISHING, failure=None)


def remember_source(tx: Tx, upload: Upload, source: Source, *, now: datetime) -> Upload:
    """Keep what was found out about the bytes before they are moved away: finishing goes on
    from there after a crash.
    """
    return update_upload(tx, upload.id, now=now, source=msgspec.to_builtins(source))


def remembered_source(upload: Upload) -> Source | None:
    """What :func:`remember_source` was given."""
    return None if upload.source is None else msgspec.convert(upload.source, Source)


def complete_upload(
    tx: Tx, actor: Actor, upload: Upload, source: Source, *, room: Room, now: datetime
) -> tuple[VideoEntry, bool]:
    """Make the video, or give the one that is to be replaced its new source.

    Twice is once: an upload that is done answers its video. Returns the video and whether
    ``source`` is used, as :func:`finish_upload`.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`finish_upload`.
        NotFound, NotReplaceable: the video to be replaced is gone, or not ready for it.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    current = get_upload_row(tx, upload.id)
    if current.state is UploadState.DONE:
        return finished_video(tx, current), True
    check_room(tx, upload.user_id, source.size_bytes, room, but=upload, now=now)
    if current.replaces is not None:
        former = check_replaceable(tx, actor, current.replaces)
        entry, is_used = attach_source(tx, former, source, now=now)
    else:
        fields = unpack_fields(tx, current.fields)
        entry, is_used = finish_upload(tx, actor, source, fields, now=now)
    update_upload(
        tx, upload.id, now=now, state=UploadState.DONE, video_id=entry.video.id, source=None
    )
    count_uploaded(tx, entry, source.size_bytes, now=now)
    return entry, is_used


def fail_finishing(tx: Tx, upload: Upload, reason: str, *, now: datetime) -> Upload:
    """No video came of it; ``reason`` is shown to the sender. Finishing may be tried again."""
    return update_upload(tx, upload.id, now=now, state=UploadState.FAILED, failure=reason)


def finished_video(tx: Tx, upload: Upload) -> VideoEntry:
    """The video that an upload has become.

    Raises:
        NotFound: it was deleted since.
    """
    if upload.video_id is None:
        raise NotFound("video", upload.uuid)
    return get_entry(tx, upload.video_id)
