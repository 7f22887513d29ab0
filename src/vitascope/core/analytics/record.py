"""Keeping what players say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
from vitascope.core.analytics.amounts import Amounts
from vitascope.core.analytics.model import PlayerEvent
from vitascope.core.analytics.queries.writing import (
    delete_old_events,
    insert_events,
    lock_videos,
)
from vitascope.core.videos.read import view_video
from vitascope.db import Tx

KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Subject:
    """What an event is about. ``duration_s`` is None while nobody knows it."""

    video_id: VideoId
    duration_s: float | None


def find_subject(tx: Tx, actor: Actor, video: UUID) -> Subject:
    """The video that ``actor`` may speak about, which is one they may see.

    Raises:
        NotFound: no such video, or it is not for them: strangers learn of none.
    """
    try:
        entry = view_video(tx, actor, video)
    except Forbidden:
        raise NotFound("video", video) from None
    duration_ms = None if entry.media is None else entry.media.duration_ms
    return Subject(entry.video.id, None if duration_ms is None else duration_ms / 1000)


def record_events(
    tx: Tx, events: Sequence[PlayerEvent], amounts: Amounts | None = None
) -> list[int | None]:
    """Keep events that were checked (:func:`vitascope.core.analytics.check.check_event`).
    ``amounts`` may remember how many there are; otherwise they are counted.

    Returns the number of each, None for those of videos that are gone, and 0 for what is not
    kept because there is enough of its session or its day.
    """
    there = lock_videos(tx, {event.video_id for event in events})
    found = [event for event in events if event.video_id in there]
    admitted = (amounts or Amounts()).admit(tx, found)
    kept = [event for event, is_admitted in zip(found, admitted, strict=True) if is_admitted]
    inserted = iter(insert_events(tx, kept))
    numbers = iter([next(inserted) if is_admitted else 0 for is_admitted in admitted])
    return [next(numbers) if event.video_id in there else None for event in events]


def sweep_events(tx: Tx, *, now: datetime, most: int = 5000) -> int:
    """Remove up to ``most`` events that are older than 90 days; returns how many."""
    return delete_old_events(tx, now - KEPT, most=most)
