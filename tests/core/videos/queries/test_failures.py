from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from tests.factories import NOON, make_user, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import AssetState, Task, TaskState
from vitascope.core.assets.queries import save_tasks, update_asset
from vitascope.core.videos.model import Failure, VideoEntry
from vitascope.core.videos.queries.failures import list_failures
from vitascope.db import Tx


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


def make_settled(
    tx: Tx,
    user: User,
    title: str,
    *,
    state: AssetState = AssetState.READY,
    failure: str | None = None,
    failed: Sequence[str] = (),
) -> VideoEntry:
    """A video with two pieces of work, of which those called ``failed`` came to nothing."""
    entry = make_video(tx, user, title=title, content=title)
    assert entry.media is not None
    update_asset(tx, entry.media.id, now=NOON, state=state, failure=failure)
    work = [
        Task(
            name=name,
            state=TaskState.FAILED if name in failed else TaskState.DONE,
            percent=100.0,
            speed=None,
        )
        for name in ("720p", "360p")
    ]
    save_tasks(tx, entry.media.id, work)
    return entry


def test_what_failed_is_told_with_its_reason_the_newest_first(tx: Tx, ada: User) -> None:
    lost = make_settled(
        tx,
        ada,
        "Lost",
        state=AssetState.FAILED,
        failure="This is no video",
        failed=("720p", "360p"),
    )
    make_settled(tx, ada, "Whole")
    make_settled(tx, ada, "Busy", state=AssetState.PROCESSING, failed=("720p",))
    half = make_settled(tx, ada, "Half", failed=("720p",))

    found = list_failures(tx, count=10)

    assert found == [
        Failure(
            video_id=half.video.id,
            uuid=half.video.uuid,
            title="Half",
            username="ada",
            reason=None,
            names=("720p",),
        ),
        Failure(
            video_id=lost.video.id,
            uuid=lost.video.uuid,
            title="Lost",
            username="ada",
            reason="This is no video",
            names=("720p", "360p"),
        ),
    ]


def test_a_long_list_is_cut(tx: Tx, ada: User) -> None:
    for number in range(3):
        make_settled(tx, ada, f"Film {number}", failed=("720p",))

    found = list_failures(tx, count=2)

    assert [failure.title for failure in found] == ["Film 2", "Film 1"]


@pytest.mark.parametrize("count", [1, 3])
def test_any_number_of_failures_costs_two_queries(tx: Tx, ada: User, count: int) -> None:
    for number in range(count):
        make_settled(tx, ada, f"Film {number}", failed=("720p",))
    asked: list[str] = []
    note = sa.event.listen
    note(tx, "before_cursor_execute", lambda *event: asked.append(event[2]))

    found = list_failures(tx, count=10)

    assert (len(found), len(asked)) == (count, 2)
