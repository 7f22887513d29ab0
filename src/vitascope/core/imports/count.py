"""Counting what was imported."""

from datetime import datetime
from urllib.parse import urlsplit

from vitascope.core.imports.model import Import
from vitascope.core.stats.count import Count, write_counts
from vitascope.core.stats.model import Meter
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx

_NO_HOST = ""


def count_imported(
    tx: Tx, found: Import, entry: VideoEntry, size_bytes: int, *, now: datetime
) -> None:
    """A file came, and took until now since its import began: a second at least. What comes
    from many is of no host.
    """
    taken = now - (found.started_at or now)
    amounts = {
        Meter.IMPORT_BYTES: size_bytes,
        Meter.IMPORT_SECONDS: max(1, round(taken.total_seconds())),
    }
    counts = [
        Count(
            meter=meter,
            account_id=entry.owner_id,
            amount=amount,
            video_id=entry.video.id,
            host=_host(found),
        )
        for meter, amount in amounts.items()
    ]
    write_counts(tx, counts, now=now)


def _host(found: Import) -> str:
    return (found.url and urlsplit(found.url).hostname) or _NO_HOST
