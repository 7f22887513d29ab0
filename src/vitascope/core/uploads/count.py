"""Counting what was uploaded."""

from datetime import datetime

from vitascope.core.stats.count import Count, write_counts
from vitascope.core.stats.model import Meter
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx


def count_uploaded(tx: Tx, entry: VideoEntry, size_bytes: int, *, now: datetime) -> None:
    """Bytes that were counted for an account as they arrived turn out to be this video's."""
    count = Count(
        meter=Meter.UPLOAD,
        account_id=entry.owner_id,
        amount=size_bytes,
        video_id=entry.video.id,
        is_late=True,
    )
    write_counts(tx, [count], now=now)
