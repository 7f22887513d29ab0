"""Reading and writing the chapters that owners gave their videos."""

from collections.abc import Sequence

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.core.videos.tables import video_chapters
from vitascope.db import Tx


def list_given_chapters(tx: Tx, video_id: VideoId) -> list[tuple[int, str]]:
    """Starts (ms) and titles, in order of time."""
    rows = tx.execute(
        sa.select(video_chapters.c.start_ms, video_chapters.c.title)
        .where(video_chapters.c.video_id == video_id)
        .order_by(video_chapters.c.start_ms)
    )
    return [(row.start_ms, row.title) for row in rows]


def replace_given_chapters(
    tx: Tx, video_id: VideoId, chapters: Sequence[tuple[int, str]]
) -> None:
    tx.execute(video_chapters.delete().where(video_chapters.c.video_id == video_id))
    if chapters:
        values = [
            {"video_id": video_id, "start_ms": start_ms, "title": title}
            for start_ms, title in chapters
        ]
        tx.execute(video_chapters.insert(), values)
