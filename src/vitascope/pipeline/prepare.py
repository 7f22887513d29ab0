"""Step: make a received source watchable as soon as can be."""

import asyncio
import logging
from pathlib import Path

from vitascope.base.ids import AssetId
from vitascope.core.assets.events import AssetPrepared, SourceReceived
from vitascope.core.assets.model import Asset, AssetState, TaskState
from vitascope.core.assets.queries import find_asset, update_asset
from vitascope.jobs import emit
from vitascope.media.plan import Plan
from vitascope.media.probe import Probe
from vitascope.pipeline.extras import make_captions, make_poster
from vitascope.pipeline.passes import finished, make_pass, output_names
from vitascope.pipeline.planning import plan_of
from vitascope.pipeline.reporting import report, task
from vitascope.pipeline.source import local_source
from vitascope.pipeline.workshop import Workshop

log = logging.getLogger(__name__)


async def prepare(shop: Workshop, event: SourceReceived) -> None:
    """Make the first rendition, all audio tracks, captions and the poster.

    Runs at least once per event, so it looks at what exists before it works.

    Raises:
        CannotEncode: the source is broken.
    """
    asset = await asyncio.to_thread(load, shop, event.asset_id)
    if asset is None:
        return
    probe = Probe.from_json(asset.probe)
    work = plan_of(shop, asset, probe)
    source = await local_source(shop, asset)
    await asyncio.to_thread(_describe, shop, asset, probe)
    await _announce(shop, asset, work)
    await _first_pass(shop, asset, source, work, probe)
    await make_captions(shop, asset, source, probe)
    await make_poster(shop, asset, source, probe)
    await asyncio.to_thread(_hand_on, shop, asset)
    log.info("asset prepared", extra={"asset": asset.id, "duration_ms": probe.duration_ms})


def load(shop: Workshop, asset_id: int) -> Asset | None:
    """The asset, when there is still work to do on it."""
    with shop.db.read() as tx:
        asset = find_asset(tx, AssetId(asset_id))
    return asset if asset and asset.state is AssetState.PROCESSING else None


async def _first_pass(
    shop: Workshop, asset: Asset, source: Path, work: Plan, probe: Probe
) -> None:
    todo = work.first.without(await asyncio.to_thread(finished, shop, asset))
    if todo is not None:
        await make_pass(shop, asset, source, todo, probe, growing=True)


async def _announce(shop: Workshop, asset: Asset, work: Plan) -> None:
    """Say what is next, in the order it will happen."""
    done = set(await asyncio.to_thread(finished, shop, asset))
    names = [name for one in (work.first, work.rest) if one for name in output_names(one)]
    names += ["poster", "storyboard"] if work.first.video else ["poster"]
    states = {name: TaskState.DONE if name in done else TaskState.WAITING for name in names}
    await report(shop, asset.id, [task(name, state) for name, state in states.items()])


def _describe(shop: Workshop, asset: Asset, probe: Probe) -> None:
    video = probe.video
    with shop.db.begin() as tx:
        update_asset(
            tx,
            asset.id,
            now=shop.now(),
            duration_ms=probe.duration_ms,
            width=video.width if video else None,
            height=video.height if video else None,
            fps=video.fps if video else None,
            has_audio=bool(probe.audio),
            chapters=[[chapter.start_ms, chapter.title] for chapter in probe.chapters],
        )


def _hand_on(shop: Workshop, asset: Asset) -> None:
    with shop.db.begin() as tx:
        if find_asset(tx, asset.id) is not None:
            emit(tx, AssetPrepared(asset_id=asset.id))
