from dataclasses import replace
from datetime import timedelta

from tests.factories import NOON, make_rendition, make_user, make_video

from vitascope.base.ids import AssetId
from vitascope.core.assets.model import RenditionState, Task, TaskState
from vitascope.core.assets.queries import (
    list_renditions,
    list_tasks,
    save_rendition,
    save_tasks,
)
from vitascope.core.videos.advance import mark_failed, mark_ready, mark_watchable
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(minutes=1)


def asset_of(entry: VideoEntry) -> AssetId:
    assert entry.media is not None
    return entry.media.id


def published(tx: Tx) -> list[int]:
    return [payload["video_id"] for name, payload in pending(tx) if name == "VideoPublished"]


def test_a_watchable_video_is_shown_while_better_qualities_are_made(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))

    mark_watchable(tx, asset_of(entry), now=NOON)

    shown = get_entry(tx, entry.video.id)
    assert (shown.video.state, shown.video.published_at) == (State.PROCESSING, NOON)
    assert published(tx) == [entry.video.id]


def test_becoming_watchable_twice_tells_once_and_keeps_the_first_time(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))

    mark_watchable(tx, asset_of(entry), now=NOON)
    mark_watchable(tx, asset_of(entry), now=LATER)
    mark_ready(tx, asset_of(entry), now=LATER)
    mark_ready(tx, asset_of(entry), now=LATER)

    shown = get_entry(tx, entry.video.id)
    assert (shown.video.state, shown.video.published_at) == (State.READY, NOON)
    assert published(tx) == [entry.video.id]


def test_a_video_that_waits_is_shown_when_all_is_made(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx), waits_for_ready=True)

    mark_watchable(tx, asset_of(entry), now=NOON)
    before = get_entry(tx, entry.video.id).video.published_at
    mark_ready(tx, asset_of(entry), now=LATER)

    assert before is None
    assert get_entry(tx, entry.video.id).video.published_at == LATER


def test_every_video_of_an_asset_moves_on(tx: Tx) -> None:
    user = make_user(tx)
    one, two = make_video(tx, user), make_video(tx, user)

    mark_ready(tx, asset_of(one), now=NOON)

    states = [get_entry(tx, each.video.id).video.state for each in (one, two)]
    assert states == [State.READY, State.READY]


def test_a_failure_is_told_with_its_reason(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))
    running = Task(name="360p", state=TaskState.RUNNING, percent=10, speed=2.0)
    save_tasks(tx, asset_of(entry), [running])

    mark_failed(tx, asset_of(entry), "It is broken", now=NOON)

    failed = get_entry(tx, entry.video.id)
    assert failed.video.state is State.FAILED
    assert failed.media is not None
    assert failed.media.failure == "It is broken"
    assert list_tasks(tx, asset_of(entry)) == [
        Task(name="360p", state=TaskState.FAILED, percent=10, speed=None)
    ]


def test_a_failed_rung_beside_good_ones_leaves_a_video(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))
    make_rendition(tx, asset_of(entry), 360)
    mark_watchable(tx, asset_of(entry), now=NOON)

    mark_failed(tx, asset_of(entry), "1080p failed", now=LATER)

    settled = get_entry(tx, entry.video.id)
    assert (settled.video.state, settled.video.published_at) == (State.READY, NOON)
    assert settled.media is not None
    assert settled.media.failure == "1080p failed"


def test_a_failure_of_what_was_only_growing_takes_the_video_back(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))
    rendition = make_rendition(tx, asset_of(entry), 360)
    save_rendition(tx, replace(rendition, state=RenditionState.GROWING), [])
    mark_watchable(tx, asset_of(entry), now=NOON)

    mark_failed(tx, asset_of(entry), "It is cut off", now=LATER)

    failed = get_entry(tx, entry.video.id)
    assert (failed.video.state, failed.video.published_at) == (State.FAILED, None)
    assert failed.media is not None
    assert not failed.media.is_watchable
    assert list_renditions(tx, asset_of(entry)) == []


def test_a_failure_after_the_end_changes_nothing(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))
    mark_ready(tx, asset_of(entry), now=NOON)
    before = get_entry(tx, entry.video.id)

    mark_failed(tx, asset_of(entry), "too late", now=LATER)

    assert get_entry(tx, entry.video.id) == before
