"""How often videos were watched."""

from collections.abc import Collection

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.core.videos.tables import videos
from vitascope.db import Tx, batches


def lock_views(tx: Tx, video_ids: Collection[VideoId]) -> dict[VideoId, int]:
    """The views so far of those of ``video_ids`` that there are. Until the transaction ends,
    nobody else counts and nobody deletes them.
    """
    found: dict[VideoId, int] = {}
    # Always in one order, so that no two writers wait for each other.
    for some in batches(sorted(video_ids)):
        query = sa.select(videos.c.id, videos.c.views).where(videos.c.id.in_(some))
        rows = tx.execute(query.order_by(videos.c.id).with_for_update(key_share=True))
        found.update((VideoId(key), views) for key, views in rows)
    return found


def add_views(tx: Tx, video_id: VideoId, views: int) -> None:
    counted = videos.update().where(videos.c.id == video_id)
    tx.execute(counted.values(views=videos.c.views + views))
