"""Videos in their folders."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from vitascope.base.ids import FolderId, VideoId
from vitascope.core.videos.tables import videos
from vitascope.db import Tx, batches


def list_videos_within(tx: Tx, folder_ids: Sequence[FolderId]) -> list[VideoId]:
    """All videos that lie in one of the folders themselves."""
    return [
        VideoId(key)
        for some in batches(folder_ids)
        for key in tx.execute(
            sa.select(videos.c.id).where(videos.c.folder_id.in_(some))
        ).scalars()
    ]


def count_videos_within(tx: Tx, folder_ids: Sequence[FolderId]) -> int:
    """How many videos lie in one of the folders themselves."""
    return sum(
        tx.execute(
            sa.select(sa.func.count(videos.c.id)).where(videos.c.folder_id.in_(some))
        ).scalar_one()
        for some in batches(folder_ids)
    )


def place_videos(
    tx: Tx, video_ids: Sequence[VideoId], folder_id: FolderId | None, *, now: datetime
) -> None:
    """Put videos into a folder; None is the top."""
    for some in batches(video_ids):
        placed = videos.update().where(videos.c.id.in_(some))
        tx.execute(placed.values(folder_id=folder_id, updated_at=now))


def touch_videos(tx: Tx, video_ids: Sequence[VideoId], *, now: datetime) -> None:
    """Note that something about the videos has changed."""
    for some in batches(video_ids):
        tx.execute(videos.update().where(videos.c.id.in_(some)).values(updated_at=now))
