from datetime import timedelta

import pytest
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video

from vitascope.base.errors import Conflict, Forbidden, NotFound, NotReady
from vitascope.base.ids import AssetId, VideoId
from vitascope.core.access.model import Actor, LoginRequired, Permission
from vitascope.core.accounts.model import Role
from vitascope.core.assets.model import AssetState, Task, TaskState
from vitascope.core.assets.queries import get_asset, list_tasks, save_tasks
from vitascope.core.videos.advance import mark_failed, mark_ready, mark_watchable
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import insert_video
from vitascope.core.videos.retry import retry_video
from vitascope.db import Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(minutes=5)


def asset_of(entry: VideoEntry) -> AssetId:
    assert entry.media is not None
    return entry.media.id


def retried(tx: Tx) -> int:
    """How often the work was asked for; uploading asks once."""
    return [name for name, _ in pending(tx)].count("SourceReceived") - 1


def task(name: str, state: TaskState, percent: float) -> Task:
    return Task(name=name, state=state, percent=percent, speed=None)


def fail(tx: Tx, entry: VideoEntry) -> None:
    """As a worker does that gives up after the first of two."""
    work = [task("720p", TaskState.DONE, 100), task("1080p", TaskState.RUNNING, 30)]
    save_tasks(tx, asset_of(entry), work)
    mark_failed(tx, asset_of(entry), "It did not work", now=NOON)


def test_what_failed_waits_again_and_the_work_is_asked_for(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    fail(tx, entry)

    again = retry_video(tx, actor_of(user), entry.video.id, now=LATER)

    asset = get_asset(tx, asset_of(entry))
    assert again == get_entry(tx, entry.video.id)
    assert (again.video.state, again.video.updated_at) == (State.PROCESSING, LATER)
    assert (asset.state, asset.failure) == (AssetState.PROCESSING, None)
    assert list_tasks(tx, asset.id) == [
        task("720p", TaskState.DONE, 100),
        task("1080p", TaskState.WAITING, 0),
    ]
    assert pending(tx)[-1] == ("SourceReceived", {"asset_id": asset.id})
    assert retried(tx) == 1


def test_a_video_that_lacks_its_better_qualities_stays_watchable_meanwhile(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    make_rendition(tx, asset_of(entry))
    mark_watchable(tx, asset_of(entry), now=NOON)
    fail(tx, entry)

    again = retry_video(tx, actor_of(user), entry.video.id, now=LATER)

    assert again.media is not None
    assert (again.video.state, again.video.published_at) == (State.PROCESSING, NOON)
    assert (again.media.is_watchable, again.media.failure) == (True, None)


def test_a_picture_that_was_left_out_can_be_made_again(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    make_rendition(tx, asset_of(entry))
    mark_ready(tx, asset_of(entry), now=NOON)
    save_tasks(tx, asset_of(entry), [task("poster", TaskState.FAILED, 0)])

    retry_video(tx, actor_of(user), entry.video.id, now=LATER)

    assert list_tasks(tx, asset_of(entry)) == [task("poster", TaskState.WAITING, 0)]
    assert retried(tx) == 1


def test_videos_of_the_same_source_are_worked_on_together(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    hers, his = make_video(tx, ada), make_video(tx, bob)
    fail(tx, hers)

    retry_video(tx, actor_of(ada), hers.video.id, now=LATER)

    assert asset_of(hers) == asset_of(his)
    assert get_entry(tx, his.video.id).video.state is State.PROCESSING


def test_two_who_ask_at_once_start_the_work_once(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    fail(tx, entry)
    retry_video(tx, actor_of(user), entry.video.id, now=LATER)

    with pytest.raises(NotReady, match="being worked on"):
        retry_video(tx, actor_of(user), entry.video.id, now=LATER)

    assert retried(tx) == 1


def test_where_nothing_failed_there_is_nothing_to_do_again(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    mark_ready(tx, asset_of(entry), now=NOON)

    with pytest.raises(Conflict, match="Nothing of this video failed"):
        retry_video(tx, actor_of(user), entry.video.id, now=LATER)

    assert retried(tx) == 0


def test_a_video_without_a_file_cannot_be_worked_on(tx: Tx) -> None:
    user = make_user(tx)
    channel_id = make_video(tx, user).video.channel_id
    waiting = insert_video(
        tx,
        channel_id=channel_id,
        asset_id=None,
        title="A film to come",
        state=State.WAITING,
        now=NOON,
        privacy="public",
        is_nsfw=False,
        waits_for_ready=False,
        downloads_allowed=True,
        comments_policy=1,
    )

    with pytest.raises(NotReady, match="no file"):
        retry_video(tx, actor_of(user), waiting, now=LATER)


def test_administrators_may_do_it_to_anybodys_video(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    entry = make_video(tx, make_user(tx))
    fail(tx, entry)

    retry_video(tx, actor_of(root), entry.video.id, now=LATER)

    assert retried(tx) == 1


def test_others_and_strangers_are_refused(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx))
    fail(tx, entry)
    eve = actor_of(make_user(tx, "eve", Role.MODERATOR))
    reader = Actor(user_id=eve.user_id, permissions=frozenset({Permission.READ}))

    for actor, error in ((eve, Forbidden), (reader, Forbidden), (Actor(), LoginRequired)):
        with pytest.raises(error):
            retry_video(tx, actor, entry.video.id, now=LATER)
    with pytest.raises(NotFound):
        retry_video(tx, eve, VideoId(999), now=LATER)

    assert retried(tx) == 0
