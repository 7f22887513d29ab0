"""The key holder's own videos, with what this dialect shows beside them."""

import uuid
from collections.abc import Sequence

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.core.access.model import ANONYMOUS, Actor
from vitascope.core.assets.queries import list_begun
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.model import Order, Selection, State, VideoEntry
from vitascope.core.videos.read import own_video, view_video
from vitascope.db import Tx
from vitascope.dialects.vsrc.ids import media_id, parse_any_id
from vitascope.dialects.vsrc.wire import ENCODING_STATUS, EncodingStatus, MediaOut

# Which states, and whether the work has begun, each word stands for.
_STATES: dict[EncodingStatus, tuple[tuple[State, ...], bool | None]] = {
    EncodingStatus.PENDING: ((State.WAITING, State.PROCESSING), False),
    EncodingStatus.PROCESSING: ((State.PROCESSING,), True),
    EncodingStatus.COMPLETED: ((State.READY,), None),
    EncodingStatus.FAILED: ((State.FAILED,), None),
}


def own_media(tx: Tx, actor: Actor, video: uuid.UUID) -> VideoEntry:
    """
    Raises:
        NotFound: no such video, not the actor's, or a live stream.
    """
    try:
        entry = own_video(tx, actor, video)
    except NotFound:
        raise NotFound("media", media_id(video)) from None
    if entry.video.state not in ENCODING_STATUS:
        raise NotFound("media", media_id(video))
    return entry


def open_media(tx: Tx, text: str) -> VideoEntry:
    """The video of that media id, which everybody who has it may watch, wherever they are.

    Raises:
        NotFound: no such video, one that is not for everybody, or one that only some sites
            show.
    """
    try:
        entry = view_video(tx, ANONYMOUS, parse_any_id(text))
    except (Invalid, Forbidden, NotFound):
        raise NotFound("media", text) from None
    if entry.video.allowed_domains:
        raise NotFound("media", text)
    return entry


def own_selection(
    actor: Actor,
    *,
    status: EncodingStatus | None = None,
    any_tags: Sequence[str] = (),
    all_tags: Sequence[str] = (),
) -> Selection:
    """Everything of the actor, newest first, as far as the filters let it through."""
    states, is_begun = (tuple(ENCODING_STATUS), None) if status is None else _STATES[status]
    return Selection(
        owner=actor.account_id,
        states=states,
        is_begun=is_begun,
        any_tags=tuple(any_tags),
        all_tags=tuple(all_tags),
        order=Order.CREATED,
    )


def show(tx: Tx, entry: VideoEntry) -> MediaOut:
    """One video with its original size in pixels, null until the file was looked into."""
    shown = show_all(tx, [entry])[0]
    media = entry.media
    shown.original_width = None if media is None else media.width
    shown.original_height = None if media is None else media.height
    return shown


def show_all(tx: Tx, entries: Sequence[VideoEntry]) -> list[MediaOut]:
    """Costs two queries, however many videos there are."""
    tags = list_video_tags(tx, [entry.video.id for entry in entries])
    begun = list_begun(tx, [entry.media.id for entry in entries if entry.media is not None])
    return [
        MediaOut.of(entry, tags.get(entry.video.id, ()), is_begun=entry.video.asset_id in begun)
        for entry in entries
    ]
