"""How much of what players said is kept."""

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.core.analytics.tables import player_events
from vitascope.db import Tx, batches

_columns = player_events.c


def count_by_session(tx: Tx, sessions: Collection[str]) -> dict[str, int]:
    """The number of events of those of ``sessions`` that there are any of."""
    found: dict[str, int] = {}
    for some in batches(sessions):
        query = sa.select(_columns.session, sa.func.count()).where(_columns.session.in_(some))
        rows = tx.execute(query.group_by(_columns.session))
        found.update((row[0], row[1]) for row in rows)
    return found


def count_on_day(tx: Tx, videos: Collection[VideoId], day: date) -> dict[VideoId, int]:
    """The number of events on a day (UTC) of those of ``videos`` that there are any of."""
    since = datetime.combine(day, time(), UTC)
    found: dict[VideoId, int] = {}
    for some in batches(videos):
        query = sa.select(_columns.video_id, sa.func.count()).where(
            _columns.video_id.in_(some),
            _columns.at >= since,
            _columns.at < since + timedelta(days=1),
        )
        rows = tx.execute(query.group_by(_columns.video_id))
        found.update((VideoId(row[0]), row[1]) for row in rows)
    return found
