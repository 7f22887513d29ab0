"""Counting what encoding took."""

from vitascope.base.ids import AssetId
from vitascope.core.stats.count import Count, write_counts
from vitascope.core.stats.model import Meter
from vitascope.core.videos.queries.entries import find_oldest_entry
from vitascope.pipeline.workshop import Workshop


def charge(shop: Workshop, asset_id: AssetId, seconds: float) -> None:
    """Count the time, a second at least, for the oldest of the videos that show the asset;
    for nobody when none is left.
    """
    with shop.db.begin() as tx:
        entry = find_oldest_entry(tx, asset_id)
        if entry is None:
            return
        count = Count(
            meter=Meter.ENCODING,
            account_id=entry.owner_id,
            amount=max(1, round(seconds)),
            video_id=entry.video.id,
        )
        write_counts(tx, [count], now=shop.now())
