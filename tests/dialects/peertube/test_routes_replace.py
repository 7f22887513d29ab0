import hashlib
from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key, make_ready
from tests.dialects.peertube.sending import (
    announce,
    ask,
    begin,
    fault,
    left_behind,
    send,
    told,
)
from tests.dialects.peertube.shapes import problem
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_video

from vitascope.base.ids import short_uuid
from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import get_asset
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Database
from vitascope.http.runtime import Runtime

REPLACE = "/api/v1/videos/1/source/replace-resumable"
OPERATION = "replaceVideoSourceResumableInit"


@pytest.fixture
def film(db: Database, ada: User) -> VideoEntry:
    """Everything of it is made."""
    with db.begin() as tx:
        return make_ready(tx, ada)


@pytest.fixture
def headers(film: VideoEntry, ada: User, login: Login) -> Headers:
    return login(ada)


@pytest.mark.media
def test_the_file_of_a_video_is_replaced(
    client: Client,
    runtime: Runtime,
    db: Database,
    headers: Headers,
    film: VideoEntry,
    clip: bytes,
) -> None:
    location = begin(client, headers, len(clip), REPLACE, filename="better.mp4")

    first = send(client, location, headers, clip[:1000], 0, len(clip))
    last = send(client, location, headers, clip[1000:], 1000, len(clip))
    again = ask(client, location, headers, len(clip))

    shown = client.get("/api/v1/videos/1", headers=headers).json()
    source = client.get("/api/v1/videos/1/source", headers=headers).json()
    with db.read() as tx:
        entry = get_entry(tx, 1)
        assert entry.media is not None
        asset = get_asset(tx, entry.media.id)
    assert location.startswith(f"//video.example{REPLACE}?upload_id=")
    assert told(first) == (308, "bytes=0-999")
    assert (last.status_code, last.json()) == (200, source)
    assert (again.status_code, again.json()) == (200, source)
    assert (source["inputFilename"], source["size"]) == ("better.mp4", len(clip))
    assert asset.sha256 == hashlib.sha256(clip).hexdigest()
    assert (entry.video.uuid, entry.video.state) == (film.video.uuid, State.PROCESSING)
    assert shown["inputFileUpdatedAt"] == source["createdAt"]
    assert left_behind(runtime) == []


@pytest.mark.media
def test_a_replacement_that_is_no_video_leaves_the_video_as_it_was(
    client: Client, runtime: Runtime, db: Database, headers: Headers, film: VideoEntry
) -> None:
    location = begin(client, headers, 100, REPLACE)

    answer = send(client, location, headers, b"x" * 100, 0, 100)

    with db.read() as tx:
        assert get_entry(tx, 1) == film
    assert (answer.status_code, answer.json()["status"]) == (422, 422)
    assert left_behind(runtime) == []


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (State.READY, 201),
        (State.FAILED, 201),
        (State.PROCESSING, 409),
        (State.WAITING, 400),
        (State.LIVE, 400),
        (State.ENDED, 400),
    ],
)
def test_only_the_file_of_a_settled_video_can_be_replaced(
    client: Client, db: Database, headers: Headers, state: State, status: int
) -> None:
    with db.begin() as tx:
        update_video(tx, get_entry(tx, 1).video.id, now=NOON, state=state)

    answer = announce(client, headers, 100, REPLACE)

    assert answer.status_code == status


@pytest.mark.parametrize("form", ["number", "uuid", "short uuid"])
def test_a_video_is_named_in_any_of_its_three_ways(
    client: Client, headers: Headers, film: VideoEntry, form: str
) -> None:
    uuid = film.video.uuid
    name = {"number": "1", "uuid": str(uuid), "short uuid": short_uuid(uuid)}[form]
    path = f"/api/v1/videos/{name}/source/replace-resumable"

    location = begin(client, headers, 100, path)
    piece = send(client, location, headers, b"x" * 40, 0, 100)

    assert location.startswith(f"//video.example{path}?upload_id=")
    assert told(piece) == (308, "bytes=0-39")


def test_files_are_replaced_by_moderators_and_no_other_user(
    client: Client, headers: Headers, login: Login, bob: User, mod: User
) -> None:
    bobs = announce(client, login(bob), 100, REPLACE)
    mods = announce(client, login(mod), 100, REPLACE)
    strangers = announce(client, {}, 100, REPLACE)

    answers = (bobs, mods, strangers)
    assert [answer.status_code for answer in answers] == [403, 201, 401]


def test_a_key_for_reading_replaces_nothing(
    client: Client, db: Database, headers: Headers, ada: User
) -> None:
    reader = make_key(db, ada, Permission.READ)

    answer = announce(client, reader, 100, REPLACE)

    assert answer.status_code == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_a_server_that_replaces_no_files_says_so(
    client: Client, change: Change, headers: Headers, method: str
) -> None:
    change(replaces_sources=False)

    answer: Any = client.request(method, REPLACE, headers=headers)

    detail = "This server does not replace the files of videos"
    operation = (
        OPERATION.removesuffix("Init")
        + {
            "POST": "Init",
            "PUT": "",
            "DELETE": "Cancel",
        }[method]
    )
    expected = problem(403, "Forbidden", detail, operation=operation)
    assert (answer.status_code, answer.json()) == (403, expected)


def test_an_upload_belongs_to_its_own_address(
    client: Client, db: Database, headers: Headers, ada: User
) -> None:
    with db.begin() as tx:
        make_video(tx, ada, content="another")
    location = begin(client, headers, 100, REPLACE)
    query = location.partition("?")[2]
    others = [
        f"/api/v1/videos/upload-resumable?{query}",
        f"/api/v1/videos/2/source/replace-resumable?{query}",
    ]

    pieces = [send(client, other, headers, b"x" * 40, 0, 100) for other in others]
    ended = [client.delete(other, headers=headers).status_code for other in others]

    kept = send(client, location, headers, b"x" * 40, 0, 100)
    assert [fault(piece) for piece in pieces] == [(404, "FileNotFound")] * 2
    assert (ended, told(kept)) == ([204, 204], (308, "bytes=0-39"))


def test_a_replacement_can_be_given_up(
    client: Client, runtime: Runtime, db: Database, headers: Headers, film: VideoEntry
) -> None:
    location = begin(client, headers, 100, REPLACE)
    send(client, location, headers, b"x" * 40, 0, 100)

    answer = client.delete(location, headers=headers)

    with db.read() as tx:
        assert get_entry(tx, 1) == film
    assert (answer.status_code, left_behind(runtime)) == (204, [])


@pytest.mark.parametrize("video_id", ["7", "nonsense"])
def test_unknown_videos_have_no_file_to_replace(
    client: Client, headers: Headers, video_id: str
) -> None:
    path = f"/api/v1/videos/{video_id}/source/replace-resumable"

    answers: list[Any] = [
        client.request(method, path, headers=headers) for method in ("POST", "PUT", "DELETE")
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
