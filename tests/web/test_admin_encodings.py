from collections.abc import Sequence

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, make_user, make_video
from tests.web.administrators import make_root
from tests.web.people import alerts_of, form_of, log_in, send

from vitascope.base.ids import UserId, VideoId, short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import AssetState, Task, TaskState
from vitascope.core.assets.queries import find_asset, save_tasks, update_asset
from vitascope.core.videos.model import Encoding, VideoEntry
from vitascope.db import Database
from vitascope.web.admin_encodings import BusyView, WorkView, busy_views

HERE = "/admin/encodings"


@pytest.fixture
def root(client: Client, db: Database) -> User:
    """Who administrates, and has logged in here."""
    user = make_root(db)
    log_in(client, db, user)
    return user


@pytest.fixture
def eve(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx, "eve")


def task(name: str, state: TaskState, percent: float = 0.0, speed: float | None = None) -> Task:
    return Task(name=name, state=state, percent=percent, speed=speed)


def make_work(
    db: Database,
    user: User,
    title: str,
    tasks: Sequence[Task],
    state: AssetState = AssetState.PROCESSING,
    failure: str | None = None,
) -> VideoEntry:
    with db.begin() as tx:
        entry = make_video(tx, user, title=title, content=title)
        assert entry.media is not None
        update_asset(tx, entry.media.id, now=NOON, state=state, failure=failure)
        save_tasks(tx, entry.media.id, tasks)
    return entry


def make_failed(db: Database, user: User, title: str = "Lost") -> VideoEntry:
    tasks = [task("720p", TaskState.FAILED, 12.0)]
    failure = "The file ends <early>"
    return make_work(db, user, title, tasks, AssetState.FAILED, failure)


def test_nothing_to_do_is_said(client: Client, root: User) -> None:
    text = client.get(HERE).text

    assert "Nothing is being made right now." in text
    assert "Nothing has failed." in text


def test_what_is_being_made_is_shown_with_its_owner(
    client: Client, db: Database, root: User, eve: User
) -> None:
    running = task("720p", TaskState.RUNNING, 41.7, 2.25)
    make_work(db, eve, "<Tides>", [running, task("360p", TaskState.WAITING)])

    text = client.get(HERE).text

    assert "<bdi>&lt;Tides&gt;</bdi>" in text
    assert "<bdi>eve</bdi>" in text
    assert ('value="41"' in text, "2.2 times as fast as it plays" in text) == (True, True)
    assert text.count("Waiting for its turn") == 1


def test_encodings_are_grouped_by_their_video() -> None:
    def encoding(video_id: int, work: Task) -> Encoding:
        return Encoding(
            video_id=VideoId(video_id),
            title=f"Film {video_id}",
            user_id=UserId(1),
            username="ada",
            task=work,
        )

    views = busy_views(
        [
            encoding(1, task("720p", TaskState.RUNNING, 99.9, 1.0)),
            encoding(1, task("360p", TaskState.WAITING)),
            encoding(2, task("360p", TaskState.WAITING)),
        ]
    )

    waiting = WorkView(name="360p", percent=None, speed="")
    running = WorkView(name="720p", percent=99, speed="1.0 times as fast as it plays")
    assert views == [
        BusyView(title="Film 1", owner="ada", path="/w/1", work=(running, waiting)),
        BusyView(title="Film 2", owner="ada", path="/w/2", work=(waiting,)),
    ]


def test_what_failed_is_shown_with_its_reason(
    client: Client, db: Database, root: User, eve: User
) -> None:
    entry = make_failed(db, eve)

    text = client.get(HERE).text

    assert "The file ends &lt;early&gt;. Not made: 720p." in text
    assert f'href="/w/{short_uuid(entry.video.uuid)}"' in text
    assert 'aria-label="Retry Lost"' in text


def test_what_failed_is_tried_again(
    client: Client, db: Database, root: User, eve: User
) -> None:
    entry = make_failed(db, eve)

    answer = send(client, HERE, f"{HERE}/retry")

    assert (answer.status_code, answer.headers["location"]) == (303, f"{HERE}?done=again")
    assert entry.media is not None
    with db.read() as tx:
        asset = find_asset(tx, entry.media.id)
    assert asset is not None
    assert (asset.state, asset.failure) == (AssetState.PROCESSING, None)


def test_what_cannot_be_tried_again_is_told(
    client: Client, db: Database, root: User, eve: User
) -> None:
    entry = make_failed(db, eve)
    token = form_of(client.get(HERE).text, f"{HERE}/retry")["form_token"]
    send(client, HERE, f"{HERE}/retry")
    whole = make_work(db, eve, "Whole", [task("720p", TaskState.DONE)], AssetState.READY)

    answers = [
        client.post(f"{HERE}/retry", data={"form_token": token, "video": video})
        for video in (str(entry.video.id), str(whole.video.id), "77", "x")
    ]

    assert [answer.status_code for answer in answers] == [409, 409, 404, 404]
    assert [alerts_of(answer.text) for answer in answers] == [
        ["This video is being worked on."],
        ["Nothing of this video failed."],
        ["No such video: 77."],
        ["No such video: x."],
    ]
