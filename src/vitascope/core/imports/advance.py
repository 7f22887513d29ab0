"""What happens to an import while it is worked on."""

from datetime import datetime

import msgspec
from msgspec import UNSET

from vitascope.base.errors import NotFound
from vitascope.base.ids import ImportId
from vitascope.core.access.model import Actor
from vitascope.core.imports.ask import UNNAMED
from vitascope.core.imports.count import count_imported
from vitascope.core.imports.model import Import, ImportState
from vitascope.core.imports.queries import find_import, get_import, update_import
from vitascope.core.uploads.finish import Source, attach_source, finish_upload
from vitascope.core.uploads.room import Room, check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.fields_document import unpack_fields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx

_RUNNABLE = {ImportState.PENDING, ImportState.DOWNLOADING, ImportState.FINISHING}


def begin_import(tx: Tx, import_id: ImportId, *, now: datetime) -> Import | None:
    """The import, when there is work to do on it: a new one, or one whose worker died.

    None when it ended, was canceled or deleted.
    """
    found = find_import(tx, import_id)
    if found is None or found.state not in _RUNNABLE:
        return None
    if found.state is not ImportState.PENDING:
        return found
    return update_import(
        tx,
        import_id,
        now=now,
        state=ImportState.DOWNLOADING,
        attempts=found.attempts + 1,
        started_at=now,
    )


def remember_source(tx: Tx, found: Import, source: Source, *, now: datetime) -> Import:
    """The bytes are here, and this was found out about them. Kept before they are moved
    away: finishing goes on from there after a crash.
    """
    return update_import(
        tx,
        found.id,
        now=now,
        state=ImportState.FINISHING,
        source=msgspec.to_builtins(source),
        received_bytes=source.size_bytes,
        total_bytes=source.size_bytes,
    )


def remembered_source(found: Import) -> Source | None:
    """What :func:`remember_source` was given."""
    return None if found.source is None else msgspec.convert(found.source, Source)


def complete_import(
    tx: Tx,
    actor: Actor,
    import_id: ImportId,
    source: Source,
    learned: VideoFields,
    *,
    room: Room,
    now: datetime,
) -> tuple[VideoEntry, bool]:
    """Make the video, or give the one that waits its source. Twice is once.

    ``learned`` is what the other side says about the video; what the asker said goes before
    it. Returns the video and whether ``source`` is used, as :func:`finish_upload`.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`finish_upload`.
        NotFound: the waiting video was deleted.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
    """
    found = get_import(tx, import_id)
    if found.state is ImportState.DONE and found.video_id is not None:
        return get_entry(tx, found.video_id), True
    check_room(tx, found.user_id, source.size_bytes, room, now=now)
    asked = unpack_fields(tx, found.fields)
    if found.has_video:
        if found.video_id is None:
            raise NotFound("video", "of this import")
        entry = _complete_waiting(tx, actor, get_entry(tx, found.video_id), asked, learned, now)
        entry, is_used = attach_source(tx, entry, source, now=now)
    else:
        fields = _merged(learned, asked, title=learned.title or source.filename or UNNAMED)
        entry, is_used = finish_upload(tx, actor, source, fields, now=now)
    update_import(
        tx,
        import_id,
        now=now,
        state=ImportState.DONE,
        video_id=entry.video.id,
        source=None,
        finished_at=now,
    )
    count_imported(tx, found, entry, source.size_bytes, now=now)
    return entry, is_used


def fail_import(tx: Tx, import_id: ImportId, reason: str, *, now: datetime) -> None:
    """It cannot be done; ``reason`` is shown to the asker. One that is being canceled is
    canceled, one that has ended stays as it is.
    """
    found = find_import(tx, import_id)
    if found is None or found.state in {ImportState.DONE, ImportState.CANCELED}:
        return
    if found.state is ImportState.CANCELING:
        finish_cancel(tx, import_id, now=now)
        return
    update_import(
        tx, import_id, now=now, state=ImportState.FAILED, failure=reason, finished_at=now
    )


def finish_cancel(tx: Tx, import_id: ImportId, *, now: datetime) -> None:
    """Whoever worked on it has stopped."""
    found = find_import(tx, import_id)
    if found is not None and found.state is ImportState.CANCELING:
        update_import(
            tx,
            import_id,
            now=now,
            state=ImportState.CANCELED,
            canceled_at=now,
            finished_at=now,
        )


def _complete_waiting(
    tx: Tx,
    actor: Actor,
    entry: VideoEntry,
    asked: VideoFields,
    learned: VideoFields,
    now: datetime,
) -> VideoEntry:
    """Tell the waiting video what was learned, unless its owner has said something."""
    video = entry.video
    known = {
        "description": video.description,
        "category": video.category,
        "licence": video.licence,
        "language": video.language,
        "originally_published_at": video.originally_published_at,
    }
    news = {
        name: getattr(learned, name)
        for name, value in known.items()
        if value is None and getattr(learned, name) is not UNSET
    }
    if asked.title is UNSET and learned.title is not UNSET:
        news["title"] = learned.title
    if asked.tags is UNSET and learned.tags is not UNSET:
        news["tags"] = learned.tags
    if not news:
        return entry
    return edit_video(tx, actor, video.id, VideoFields(**news), now=now)


def _merged(learned: VideoFields, asked: VideoFields, *, title: str) -> VideoFields:
    values: dict[str, object] = {"title": title}
    for fields in (learned, asked):
        given = {name: getattr(fields, name) for name in fields.__slots__}
        values |= {name: value for name, value in given.items() if value is not UNSET}
    return VideoFields(**values)  # type: ignore[arg-type] # by name, from the same class
