"""Work that failed is done once more, by the same steps."""

import asyncio
import io
from pathlib import Path

import pytest
from tests.factories import NOON, actor_of
from tests.media.clips import Draw
from tests.pipeline.conftest import Receive, Received, run_steps
from tests.settings import changed

from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.assets.events import AssetPrepared, SourceReceived
from vitascope.core.assets.model import Asset, RenditionState, TaskState
from vitascope.core.assets.queries import get_asset, list_renditions, list_tasks
from vitascope.core.videos.model import State
from vitascope.core.videos.retry import retry_video
from vitascope.jobs import StepFailed
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.errors import CannotEncode
from vitascope.pipeline.giving_up import give_up
from vitascope.pipeline.ladder import encode_ladder
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.workshop import Workshop
from vitascope.storage import LocalPaths

pytestmark = pytest.mark.media

GONE = "The file that was received is no longer in the store of this server."


def asset_of(shop: Workshop, received: Received) -> Asset:
    with shop.db.read() as tx:
        return get_asset(tx, received.asset_id)


def retry(shop: Workshop, received: Received) -> None:
    with shop.db.begin() as tx:
        user = find_user_by_login(tx, "ada")
        assert isinstance(user, User)
        retry_video(tx, actor_of(user), received.video_id, now=NOON)


def complete(shop: Workshop, received: Received) -> list[str]:
    with shop.db.read() as tx:
        known = list_renditions(tx, received.asset_id)
    return [each.name for each in known if each.state is RenditionState.COMPLETE]


def open_tasks(shop: Workshop, received: Received) -> list[str]:
    with shop.db.read() as tx:
        known = list_tasks(tx, received.asset_id)
    return [task.name for task in known if task.state is not TaskState.DONE]


async def test_a_source_that_was_out_of_reach_is_made_watchable_once_it_is_back(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    received = await receive(draw_clip(duration_s=2))
    asset, event = asset_of(shop, received), SourceReceived(asset_id=received.asset_id)
    kept = b"".join(shop.store.read(asset.source_key))
    shop.store.delete(asset.source_key)
    with pytest.raises(CannotEncode) as refused:
        await prepare(shop, event)
    await give_up(shop, event, StepFailed.of(refused.value))
    failed = received.entry(shop)
    shop.store.put(asset.source_key, io.BytesIO(kept))

    await asyncio.to_thread(retry, shop, received)
    await run_steps(shop, received)

    ready = received.entry(shop)
    assert failed.media is not None
    assert ready.media is not None
    assert (failed.video.state, failed.media.failure) == (State.FAILED, GONE)
    assert (ready.video.state, ready.media.failure) == (State.READY, None)
    assert ready.media.is_watchable
    assert complete(shop, received) == ["360p", "240p", "audio-0"]
    assert open_tasks(shop, received) == []


async def test_better_qualities_that_failed_are_made_and_the_others_kept(
    shop: Workshop, receive: Receive, draw_clip: Draw, tmp_path: Path
) -> None:
    received = await receive(draw_clip(duration_s=2))
    event = AssetPrepared(asset_id=received.asset_id)
    await prepare(shop, SourceReceived(asset_id=received.asset_id))
    with pytest.raises(CannotEncode) as refused:
        await encode_ladder(changed(shop, tools=broken_tools(shop, tmp_path)), event)
    await give_up(shop, event, StepFailed.of(refused.value))
    lacking, first = received.entry(shop), complete(shop, received)
    written = modified(shop, received, "360p.mp4")

    await asyncio.to_thread(retry, shop, received)
    meanwhile = received.entry(shop)
    await run_steps(shop, received)

    assert first == ["360p", "audio-0"]
    assert lacking.media is not None
    assert (lacking.video.state, lacking.media.failure is None) == (State.READY, False)
    assert meanwhile.media is not None
    assert (meanwhile.video.state, meanwhile.media.is_watchable) == (State.PROCESSING, True)
    assert received.entry(shop).video.state is State.READY
    assert complete(shop, received) == ["360p", "240p", "audio-0"]
    assert modified(shop, received, "360p.mp4") == written
    assert open_tasks(shop, received) == []


def broken_tools(shop: Workshop, folder: Path) -> Tools:
    """An ffmpeg that is killed as soon as it runs."""
    script = folder / "ffmpeg"
    script.write_text("#!/bin/sh\nkill -9 $$\n")
    script.chmod(0o700)
    return changed(shop.tools, ffmpeg=str(script))


def modified(shop: Workshop, received: Received, name: str) -> int:
    assert isinstance(shop.store, LocalPaths)
    path = shop.store.local_path(asset_of(shop, received).blob_key(name))
    return path.stat().st_mtime_ns
