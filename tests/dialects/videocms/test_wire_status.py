from dataclasses import replace

import pytest
from msgspec import structs
from tests.factories import NOON, make_rendition, make_user, make_video

from vitascope.core.assets.model import (
    Asset,
    Rendition,
    RenditionKind,
    RenditionState,
    Task,
    TaskState,
)
from vitascope.core.assets.queries import find_asset
from vitascope.core.videos.model import State, VideoEntry
from vitascope.db import Tx
from vitascope.dialects.videocms.wire_status import StatusOut, TaskOut, status_out

WAITING, RUNNING, DONE, FAILED = (
    TaskState.WAITING,
    TaskState.RUNNING,
    TaskState.DONE,
    TaskState.FAILED,
)


@pytest.fixture
def entry(tx: Tx) -> VideoEntry:
    return make_video(tx, make_user(tx), now=NOON)


@pytest.fixture
def asset(tx: Tx, entry: VideoEntry) -> Asset:
    assert entry.media is not None
    found = find_asset(tx, entry.media.id)
    assert found is not None
    return found


def task(name: str, state: TaskState, percent: float = 0.0) -> Task:
    return Task(name=name, state=state, percent=percent, speed=None)


def sound(asset: Asset) -> Rendition:
    return Rendition(
        asset_id=asset.id,
        name="audio-0",
        kind=RenditionKind.AUDIO,
        state=RenditionState.COMPLETE,
        codecs="mp4a.40.2",
        label="English",
    )


def test_before_anybody_works_on_it_a_video_is_queued(entry: VideoEntry, asset: Asset) -> None:
    without_tasks = status_out(entry, asset, [], [])
    waiting = status_out(entry, asset, [], [task("360p", WAITING), task("audio-0", WAITING)])

    assert without_tasks == StatusOut(
        uuid=str(entry.video.uuid), state="queued", message="Video is queued for encoding."
    )
    assert waiting == StatusOut(
        uuid=str(entry.video.uuid),
        state="queued",
        message="Video is queued for encoding.",
        total_quality_count=1,
        tasks=[
            TaskOut("quality", "360p", "queued", 0.0),
            TaskOut("audio", "Audio 1", "queued", 0.0),
        ],
    )


def test_while_the_first_quality_is_made_its_progress_is_told(
    entry: VideoEntry, asset: Asset
) -> None:
    tasks = [
        task("360p", RUNNING, 42.5),
        task("audio-0", RUNNING, 50.0),
        task("720p", WAITING),
        task("poster", WAITING),
    ]

    told = status_out(entry, asset, [], tasks)

    assert told == StatusOut(
        uuid=str(entry.video.uuid),
        state="encoding",
        message="Video is still being encoded.",
        playback_progress=42.5,
        active_task_progress=50.0,
        total_quality_count=2,
        tasks=[
            TaskOut("quality", "720p", "queued", 0.0),
            TaskOut("quality", "360p", "encoding", 42.5),
            TaskOut("audio", "Audio 1", "encoding", 50.0),
        ],
    )


def test_audio_tracks_that_are_still_to_come_are_told_by_their_numbers(
    entry: VideoEntry, asset: Asset
) -> None:
    tasks = [task(f"audio-{number}", WAITING) for number in (0, 10, 2)]

    told = status_out(entry, asset, [sound(asset)], tasks)

    assert told.tasks == [
        TaskOut("audio", "Audio 3", "queued", 0.0),
        TaskOut("audio", "Audio 11", "queued", 0.0),
    ]


def test_what_can_be_watched_is_ready_while_the_rest_is_made(
    tx: Tx, entry: VideoEntry, asset: Asset
) -> None:
    growing = replace(make_rendition(tx, asset.id, 360), state=RenditionState.GROWING)
    tasks = [task("360p", RUNNING, 10.0), task("audio-0", DONE, 100.0), task("720p", FAILED)]

    told = status_out(entry, replace(asset, is_watchable=True), [growing, sound(asset)], tasks)

    assert told == StatusOut(
        uuid=str(entry.video.uuid),
        ready=True,
        state="ready",
        message="Video is ready to play.",
        playback_progress=100.0,
        active_task_progress=10.0,
        ready_quality_count=1,
        total_quality_count=2,
        tasks=[
            TaskOut("quality", "720p", "failed", 0.0),
            TaskOut("quality", "360p", "ready", 100.0),
        ],
    )


def test_sound_alone_is_ready_without_any_quality(entry: VideoEntry, asset: Asset) -> None:
    told = status_out(entry, replace(asset, is_watchable=True), [sound(asset)], [])

    assert (told.ready, told.state, told.total_quality_count, told.tasks) == (
        True,
        "ready",
        0,
        [],
    )


@pytest.mark.parametrize("is_told_by", ["the tasks", "the video"])
def test_a_video_of_which_nothing_came_has_failed(
    entry: VideoEntry, asset: Asset, is_told_by: str
) -> None:
    state = State.FAILED if is_told_by == "the video" else State.PROCESSING
    tasks = [task("360p", FAILED)] if is_told_by == "the tasks" else []
    failed = structs.replace(entry, video=structs.replace(entry.video, state=state))

    told = status_out(failed, asset, [], tasks)

    assert (told.state, told.message) == ("failed", "Video encoding failed.")


def test_a_video_without_a_source_is_queued(entry: VideoEntry) -> None:
    told = status_out(entry, None, [], [])

    assert told.state == "queued"


def test_nothing_is_told_of_what_is_hidden() -> None:
    told = StatusOut.refusing("x", "not_found")

    assert told == StatusOut(uuid="x", state="not_found", message="Video was not found.")
