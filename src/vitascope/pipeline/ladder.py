"""Step: make every better rendition, in one run of ffmpeg."""

import asyncio
import logging

from vitascope.core.assets.events import AssetPrepared
from vitascope.core.assets.model import Asset
from vitascope.core.videos.advance import mark_ready
from vitascope.media.probe import Probe
from vitascope.pipeline.extras import make_contact_sheet, make_storyboard
from vitascope.pipeline.passes import finished, make_pass
from vitascope.pipeline.planning import plan_of
from vitascope.pipeline.prepare import load
from vitascope.pipeline.source import local_source
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)


async def encode_ladder(shop: Workshop, event: AssetPrepared) -> None:
    """Encode the rungs that do not exist yet, then what is drawn of the smallest; the
    asset is ready then.

    Raises:
        CannotEncode: ffmpeg could not do it.
    """
    asset = await asyncio.to_thread(load, shop, event.asset_id)
    if asset is None:
        return
    probe = Probe.from_json(asset.probe)
    rest = plan_of(shop, asset, probe).rest
    todo = rest and rest.without(await asyncio.to_thread(finished, shop, asset))
    if todo:
        source = await local_source(shop, asset)
        await make_pass(shop, asset, source, todo, probe, growing=False)
    await make_storyboard(shop, asset, probe)
    await make_contact_sheet(shop, asset, probe)
    await asyncio.to_thread(_finish, shop, asset)
    log.info("asset ready", extra={"asset": asset.id})


def _finish(shop: Workshop, asset: Asset) -> None:
    with shop.db.begin() as tx:
        mark_ready(tx, asset.id, now=shop.now())
    shop.scratch.remove(asset.uuid)
