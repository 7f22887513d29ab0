"""What happens when a step has failed for good."""

import asyncio
import logging
from datetime import datetime

from vitascope.base.ids import AssetId
from vitascope.core.assets.events import AssetPrepared, SourceReceived
from vitascope.core.assets.queries import find_asset
from vitascope.core.videos.advance import mark_failed
from vitascope.jobs import StepFailed
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)

_OURS = "The server could not process this file. Its log says why; the work can be retried."


async def give_up(
    shop: Workshop, event: SourceReceived | AssetPrepared, error: Exception
) -> None:
    """Tell the owner why there is no video, or why it lacks its better qualities."""
    is_safe = isinstance(error, StepFailed) and error.safe
    reason = error.message if is_safe and isinstance(error, StepFailed) else _OURS
    log.warning("asset failed", extra={"asset": event.asset_id, "reason": str(error)})
    await asyncio.to_thread(_mark, shop, AssetId(event.asset_id), reason, shop.now())


def _mark(shop: Workshop, asset_id: AssetId, reason: str, now: datetime) -> None:
    with shop.db.begin() as tx:
        asset = find_asset(tx, asset_id)
        mark_failed(tx, asset_id, reason, now=now)
    if asset is not None:
        shop.scratch.remove(asset.uuid)
