"""Keeping what players say."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import Actor
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


def record_events(tx: Tx, events: Sequence[PlayerEvent]) -> list[int | None]:
    """Keep events that were checked (:func:`vitascope.core.analytics.check.check_event`).
    Returns the number of each, None for those of videos that are gone.
    """
    there = lock_videos(tx, {event.video_id for event in events})
    numbers = iter(insert_events(tx, [event for event in events if event.video_id in there]))
    return [next(numbers) if event.video_id in there else None for event in events]


def sweep_events(tx: Tx, *, now: datetime, most: int = 5000) -> int:
    """Remove up to ``most`` events that are older than 90 days; returns how many."""
    return delete_old_events(tx, now - KEPT, most=most)
