"""Videos that are copied from another server."""

from datetime import datetime

from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.migration.model import ItemKind, ItemState
from vitascope.core.migration.queries import insert_item, update_item
from vitascope.core.uploads.finish import Source, finish_upload
from vitascope.core.uploads.room import Room, check_room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx


def make_copy(
    tx: Tx,
    actor: Actor,
    server: str,
    ref: str,
    source: Source,
    fields: VideoFields,
    *,
    room: Room,
    now: datetime,
) -> tuple[VideoEntry, int, bool]:
    """Make a video of received bytes, and remember what it was on ``server``.

    Both happen or neither, so that going on after a crash makes no second one. Returns the
    video, the number of its item, and whether ``source`` is used, as :func:`finish_upload`.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`finish_upload`.
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for it.
        AlreadyCopied: the actor has it.
    """
    check_room(tx, actor.known_user(), source.size_bytes, room, now=now)
    entry, is_used = finish_upload(tx, actor, source, fields, now=now)
    item_id = insert_item(
        tx,
        entry.owner_id,
        server,
        ItemKind.VIDEO,
        ref,
        state=ItemState.MADE,
        now=now,
        video_id=VideoId(entry.video.id),
    )
    return entry, item_id, is_used


def end_copy(tx: Tx, item_id: int, *, now: datetime) -> None:
    """All that belongs to the video is here."""
    update_item(tx, item_id, now=now, state=ItemState.COPIED)
