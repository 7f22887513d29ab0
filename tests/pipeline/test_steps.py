import asyncio
import io
import uuid
from pathlib import Path

import pytest
from tests.core.stats.counting import totals
from tests.media.clips import TONE, Draw
from tests.pipeline.conftest import Receive, run_steps

from vitascope.base.ids import AssetId
from vitascope.core.assets.events import AssetPrepared, AssetRemoved, SourceReceived
from vitascope.core.assets.model import (
    RenditionKind,
    RenditionState,
    TaskState,
    asset_folder,
)
from vitascope.core.assets.queries import (
    find_asset,
    get_asset,
    get_segments,
    list_extracted_captions,
    list_renditions,
    list_tasks,
)
from vitascope.core.stats.model import Meter, Scope
from vitascope.core.videos.events import VideoDeleted
from vitascope.core.videos.model import State
from vitascope.jobs import StepFailed, pending
from vitascope.pipeline.cleanup import clean_up, remove_pictures
from vitascope.pipeline.errors import CannotEncode
from vitascope.pipeline.giving_up import give_up
from vitascope.pipeline.ladder import encode_ladder
from vitascope.pipeline.prepare import prepare
from vitascope.pipeline.workshop import Workshop

pytestmark = pytest.mark.media


def names(shop: Workshop, asset_id: AssetId) -> list[tuple[str, RenditionState]]:
    with shop.db.read() as tx:
        return [(r.name, r.state) for r in list_renditions(tx, asset_id)]


def blobs(shop: Workshop, folder: str) -> list[str]:
    return sorted(key.removeprefix(f"{folder}/") for key in shop.store.list(f"{folder}/"))


async def test_a_copyable_source_becomes_a_video_with_everything(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    received = await receive(draw_clip(size="854x480"))

    await run_steps(shop, received)

    entry = received.entry(shop)
    assert entry.video.state is State.READY
    assert entry.media is not None
    assert names(shop, received.asset_id) == [
        ("480p", RenditionState.COMPLETE),
        ("360p", RenditionState.COMPLETE),
        ("240p", RenditionState.COMPLETE),
        ("audio-0", RenditionState.COMPLETE),
    ]
    assert blobs(shop, asset_folder(entry.media.uuid)) == [
        "240p.mp4",
        "360p.mp4",
        "480p.mp4",
        "audio-0.mp4",
        "contact.webp",
        "poster.jpg",
        "source",
        "storyboard.jpg",
    ]
    with shop.db.read() as tx:
        done = [
            (task.name, task.state, task.percent) for task in list_tasks(tx, entry.media.id)
        ]
        asset = get_asset(tx, entry.media.id)
        encoding = totals(tx, Meter.ENCODING, Scope.VIDEO)
    order = ["480p", "audio-0", "360p", "240p", "poster", "storyboard"]
    assert done == [(name, TaskState.DONE, 100) for name in order]
    # Two passes, each of a second at least.
    assert list(encoding) == [(entry.video.id, entry.owner_id)]
    assert encoding[entry.video.id, entry.owner_id] >= 2
    assert (asset.width, asset.height, asset.has_audio) == (854, 480, True)
    assert not shop.scratch.folder(asset.uuid).exists()


async def test_the_index_of_a_rendition_covers_its_whole_file(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    received = await receive(draw_clip())

    await run_steps(shop, received)

    with shop.db.read() as tx:
        for rendition in list_renditions(tx, received.asset_id):
            (_, _, position), *segments = get_segments(tx, rendition.id)
            for _, offset, size_bytes in segments:
                assert offset == position
                position += size_bytes
            assert position == rendition.size_bytes
            assert sum(segment[0] for segment in segments) == pytest.approx(6000, abs=100)


async def test_a_video_is_watchable_before_its_first_rendition_is_complete(
    shop: Workshop, receive: Receive, draw: Draw
) -> None:
    slow = draw(
        "slow.mkv",
        *("-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=30", *TONE, "-t", "24"),
        *("-c:v", "mpeg4", "-q:v", "3", "-c:a", "aac"),
    )
    received = await receive(slow)
    step = asyncio.create_task(prepare(shop, SourceReceived(asset_id=received.asset_id)))

    while not (entry := received.entry(shop)).video.published_at and not step.done():
        await asyncio.sleep(0.02)
    seen = names(shop, received.asset_id)
    await step

    assert entry.video.state is State.PROCESSING
    assert entry.media is not None
    assert entry.media.is_watchable
    assert seen == [("360p", RenditionState.GROWING), ("audio-0", RenditionState.GROWING)]
    assert names(shop, received.asset_id) == [
        ("360p", RenditionState.COMPLETE),
        ("audio-0", RenditionState.COMPLETE),
    ]


async def test_a_worker_killed_between_rungs_resumes_with_those_that_are_missing(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    received = await receive(draw_clip(size="854x480"))
    await prepare(shop, SourceReceived(asset_id=received.asset_id))
    step = asyncio.create_task(encode_ladder(shop, AssetPrepared(asset_id=received.asset_id)))
    folder = shop.scratch.folder(get_uuid(shop, received.asset_id))
    while not (folder / "240p.mp4").exists():
        await asyncio.sleep(0.01)
    step.cancel()
    with pytest.raises(asyncio.CancelledError):
        await step
    before = dict(names(shop, received.asset_id))
    kept = rendition_ids(shop, received.asset_id)

    await encode_ladder(shop, AssetPrepared(asset_id=received.asset_id))

    after = rendition_ids(shop, received.asset_id)
    assert {name for name, state in before.items() if state is RenditionState.COMPLETE} >= {
        "480p",
        "audio-0",
    }
    assert {name: after[name] for name in kept} == kept
    assert set(after) == {"480p", "360p", "240p", "audio-0"}
    assert received.entry(shop).video.state is State.READY


async def test_running_every_step_twice_changes_nothing(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    received = await receive(draw_clip(duration_s=2))
    await run_steps(shop, received)
    first = (received.entry(shop), rendition_ids(shop, received.asset_id))

    await run_steps(shop, received)

    assert (received.entry(shop), rendition_ids(shop, received.asset_id)) == first


async def test_text_subtitles_become_captions(
    shop: Workshop, receive: Receive, draw: Draw, tmp_path: Path
) -> None:
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,500 --> 00:00:01,500\nGood morning\n")
    source = draw(
        "captioned.mkv",
        *("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=30", "-i", str(words)),
        *("-i", str(words), "-map", "0", "-map", "1", "-map", "2", "-t", "2"),
        *("-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:s:0", "srt", "-c:s:1", "ass"),
        *("-metadata:s:s:0", "language=eng", "-metadata:s:s:1", "language=eng"),
        *("-metadata:s:s:1", "title=Signs"),
    )
    received = await receive(source)

    await run_steps(shop, received)

    with shop.db.read() as tx:
        found = list_extracted_captions(tx, received.asset_id)
        folder = get_asset(tx, received.asset_id).folder
    assert [(c.name, c.language, c.label, c.has_ass) for c in found] == [
        ("en", "en", "English", False),
        ("en-2", "en", "Signs", True),
    ]
    text = b"".join(shop.store.read(f"{folder}/captions/en.vtt")).decode()
    assert "Good morning" in text


async def test_an_audio_file_becomes_a_video_without_pictures(
    shop: Workshop, receive: Receive, draw: Draw
) -> None:
    received = await receive(draw("song.mp3", *TONE, "-t", "3"))

    await run_steps(shop, received)

    entry = received.entry(shop)
    assert entry.video.state is State.READY
    assert entry.media is not None
    assert (entry.media.width, entry.media.has_poster) == (None, True)
    with shop.db.read() as tx:
        kinds = [r.kind for r in list_renditions(tx, received.asset_id)]
    assert kinds == [RenditionKind.AUDIO]


async def test_a_file_that_was_cut_off_is_refused_with_its_reason(
    shop: Workshop, receive: Receive, draw_clip: Draw, tmp_path: Path
) -> None:
    whole = draw_clip("whole.mp4", "-movflags", "+faststart", duration_s=12)
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    received = await receive(cut)
    event = SourceReceived(asset_id=received.asset_id)

    with pytest.raises(CannotEncode, match="The file is cut off") as refused:
        await prepare(shop, event)
    await give_up(shop, event, StepFailed.of(refused.value))

    assert refused.value.permanent
    entry = received.entry(shop)
    assert entry.video.state is State.FAILED
    assert entry.media is not None
    assert entry.media.failure == refused.value.message
    assert names(shop, received.asset_id) == []


async def test_removing_an_asset_removes_its_bytes(
    shop: Workshop, receive: Receive, draw_clip: Draw
) -> None:
    received = await receive(draw_clip(duration_s=2))
    await run_steps(shop, received)
    folder = asset_folder(get_uuid(shop, received.asset_id))
    assert blobs(shop, folder) != []

    await clean_up(shop, AssetRemoved(asset_id=received.asset_id, folder=folder))

    assert blobs(shop, folder) == []


async def test_pictures_of_a_deleted_video_are_removed(shop: Workshop) -> None:
    for key in ("videos/1/a.jpg", "videos/2/b.jpg"):
        shop.store.put(key, io.BytesIO(b"a picture"))

    await remove_pictures(shop, VideoDeleted(video_id=1, folder="videos/1"))

    assert list(shop.store.list("videos/")) == ["videos/2/b.jpg"]


async def test_a_step_for_an_asset_that_is_gone_does_nothing(shop: Workshop) -> None:
    await prepare(shop, SourceReceived(asset_id=4711))
    await encode_ladder(shop, AssetPrepared(asset_id=4711))

    with shop.db.read() as tx:
        assert find_asset(tx, AssetId(4711)) is None
        assert pending(tx) == []


def get_uuid(shop: Workshop, asset_id: AssetId) -> uuid.UUID:
    with shop.db.read() as tx:
        return get_asset(tx, asset_id).uuid


def rendition_ids(shop: Workshop, asset_id: AssetId) -> dict[str, int]:
    with shop.db.read() as tx:
        return {r.name: r.id for r in list_renditions(tx, asset_id)}
