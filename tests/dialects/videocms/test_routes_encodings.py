import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.factories import NOON, make_video

from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.videos.advance import mark_failed
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database

OWN, ALL, RETRY = "/api/encodings", "/api/admin/encodings", "/api/encodings/retry"
WORK = [
    Task(name="480p", state=TaskState.RUNNING, percent=12.3, speed=3.0),
    Task(name="360p", state=TaskState.DONE, percent=100.0, speed=None),
    Task(name="audio-1", state=TaskState.WAITING, percent=0.0, speed=None),
    Task(name="storyboard", state=TaskState.WAITING, percent=0.0, speed=None),
]


@pytest.fixture
def film(db: Database, bob: User) -> VideoEntry:
    """A film of Bob's that is being made."""
    with db.begin() as tx:
        entry = make_video(tx, bob, title="film.mkv")
        assert entry.media is not None
        save_tasks(tx, entry.media.id, WORK)
        return entry


def fail(db: Database, film: VideoEntry) -> None:
    assert film.media is not None
    with db.begin() as tx:
        mark_failed(tx, film.media.id, "It did not work", now=NOON)


def state_of(db: Database, film: VideoEntry) -> State:
    with db.read() as tx:
        return get_entry(tx, film.video.id).video.state


def test_users_see_what_is_made_of_their_videos(
    client: Client, his: Headers, his_key: Headers, film: VideoEntry
) -> None:
    answers = [client.get(OWN, headers=headers) for headers in (his, his_key)]

    for answer in answers:
        assert answer.json() == [
            {"ID": film.video.id, "Name": "film.mkv", "Quality": "480p", "Progress": 0.123},
            {"ID": film.video.id, "Name": "film.mkv", "Quality": "Audio 2", "Progress": 0},
        ]


@pytest.mark.usefixtures("film")
def test_nothing_is_an_empty_list_and_others_work_is_nothing(
    client: Client, admin: Headers
) -> None:
    answer = client.get(OWN, headers=admin)

    assert whole(answer) == (200, "application/json", "[]\n")


def test_administrators_see_everybodys_and_whose_it_is(
    client: Client, admin: Headers, bob: User, film: VideoEntry
) -> None:
    owner = {"user_id": bob.id, "username": "bob"}
    link = {"id": film.video.id, "name": "film.mkv"}

    answer = client.get(ALL, headers=admin)

    assert answer.json() == [
        {**link, "quality": "480p", "progress": 0.123, **owner},
        {**link, "quality": "Audio 2", "progress": 0, **owner},
    ]


def test_nobody_else_sees_everybodys(client: Client, his: Headers, his_key: Headers) -> None:
    answers = [client.get(ALL, headers=headers) for headers in (his, his_key)]

    assert [whole(answer) for answer in answers] == [
        words(403, "Not Permitted"),
        words(403, "API Key Not Permitted for Admin Routes"),
    ]


@pytest.mark.parametrize("headers_of", ["his", "his_key", "admin"])
def test_what_failed_is_made_again(
    client: Client,
    db: Database,
    film: VideoEntry,
    request: pytest.FixtureRequest,
    headers_of: str,
) -> None:
    headers = request.getfixturevalue(headers_of)
    fail(db, film)

    answer = client.post(RETRY, json={"LinkID": film.video.id}, headers=headers)

    assert whole(answer) == words(200, "ok")
    assert state_of(db, film) is State.PROCESSING


def test_what_did_not_fail_is_not_made_again(
    client: Client, db: Database, film: VideoEntry, his: Headers
) -> None:
    while_made = client.post(RETRY, json={"LinkID": film.video.id}, headers=his)
    nothing = client.post(RETRY, json={}, headers=his)

    assert whole(while_made) == words(409, "This video is being worked on")
    assert whole(nothing) == words(400, "LinkID [required] : ")


def test_anothers_video_looks_as_if_there_were_none(
    client: Client, db: Database, film: VideoEntry, admin: Headers, ada: User, his: Headers
) -> None:
    with db.begin() as tx:
        hers = make_video(tx, ada, content="another clip")
    fail(db, hers)

    answers = [
        client.post(RETRY, json={"LinkID": number}, headers=his)
        for number in (hers.video.id, 2**70 - 2**69, 999)
    ]

    assert [answer.status_code for answer in answers] == [400, 400, 400]
    assert whole(answers[0]) == whole(answers[2]) == words(400, "link doesn't exist")
    assert state_of(db, hers) is State.FAILED
