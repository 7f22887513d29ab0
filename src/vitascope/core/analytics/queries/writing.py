"""Adding and removing events."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.core.analytics.model import PlayerEvent
from vitascope.core.analytics.tables import player_events
from vitascope.core.videos.tables import videos
from vitascope.db import Tx, batches


def lock_videos(tx: Tx, video_ids: Collection[VideoId]) -> set[VideoId]:
    """Those of ``video_ids`` that there are; they stay until the transaction ends."""
    found: set[VideoId] = set()
    for some in batches(sorted(video_ids)):
        query = sa.select(videos.c.id).where(videos.c.id.in_(some)).order_by(videos.c.id)
        found |= set(tx.execute(query.with_for_update(read=True, key_share=True)).scalars())
    return found


def insert_events(tx: Tx, events: Sequence[PlayerEvent]) -> list[int]:
    """Add events and return their numbers, in the same order."""
    if not events:
        return []
    insert = player_events.insert().returning(player_events.c.id, sort_by_parameter_order=True)
    return list(tx.execute(insert, [asdict(event) for event in events]).scalars())


def delete_old_events(tx: Tx, until: datetime, *, most: int) -> int:
    """Remove up to ``most`` events that happened before ``until``; returns how many."""
    old = sa.select(player_events.c.id).where(player_events.c.at < until).limit(most)
    return tx.execute(player_events.delete().where(player_events.c.id.in_(old))).rowcount
