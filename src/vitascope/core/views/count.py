"""Counting views: a viewer counts once per video and hour."""

from collections import Counter
from collections.abc import Iterable
from datetime import datetime, timedelta

from vitascope.base.ids import VideoId
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.viewing import add_views, lock_views
from vitascope.core.videos.telling import tell_views
from vitascope.core.views.queries import delete_marks, mark_viewers
from vitascope.db import Tx

COUNTED_AGAIN_AFTER = timedelta(hours=1)


def count_views(
    tx: Tx, sightings: Iterable[tuple[VideoId, str]], *, now: datetime
) -> dict[VideoId, int]:
    """Count those who watched: the video, and a key that tells viewers apart. Whoever was
    counted for a video within the last hour is not counted again; videos that are gone are
    passed over.

    Returns the views that were added, by video. Webhooks hear of the thresholds passed.
    """
    seen = sorted(set(sightings))
    before = lock_views(tx, {video for video, _ in seen})
    left = [(video, key) for video, key in seen if video in before]
    noted = mark_viewers(tx, left, now=now, until=now - COUNTED_AGAIN_AFTER)
    added = dict(sorted(Counter(noted).items()))
    for video, views in added.items():
        add_views(tx, video, views)
        entry = get_entry(tx, video)
        tell_views(tx, entry, before[video], before[video] + views, now=now)
    return added


def sweep_marks(tx: Tx, *, now: datetime, most: int = 5000) -> int:
    """Forget up to ``most`` viewers who would be counted again; returns how many."""
    return delete_marks(tx, now - COUNTED_AGAIN_AFTER, most=most)
