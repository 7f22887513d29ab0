"""Who was counted lately."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from vitascope.base.ids import VideoId
from vitascope.core.views.tables import view_marks
from vitascope.db import Tx, batches


def mark_viewers(
    tx: Tx, sightings: Collection[tuple[VideoId, str]], *, now: datetime, until: datetime
) -> list[VideoId]:
    """Note that these viewers (video and viewer's key, each once) are counted ``now``, but for
    those who were counted after ``until``. Returns the video of each that was noted.
    """
    kind = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    noted: list[VideoId] = []
    for some in batches(sightings):
        rows = [
            {"video_id": video, "viewer_key": key, "counted_at": now} for video, key in some
        ]
        insert = kind(view_marks).values(rows)
        mark = insert.on_conflict_do_update(
            index_elements=[view_marks.c.video_id, view_marks.c.viewer_key],
            set_={"counted_at": now},
            where=view_marks.c.counted_at <= until,
        )
        found = tx.execute(mark.returning(view_marks.c.video_id)).scalars()
        noted += [VideoId(video) for video in found]
    return noted


def delete_marks(tx: Tx, until: datetime, *, most: int) -> int:
    """Forget up to ``most`` of those who were counted up to ``until``; returns how many."""
    key = view_marks.c.video_id, view_marks.c.viewer_key
    old = sa.select(*key).where(view_marks.c.counted_at <= until).limit(most)
    return tx.execute(sa.delete(view_marks).where(sa.tuple_(*key).in_(old))).rowcount
