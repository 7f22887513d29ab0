import itertools
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.conftest import SECRET
from tests.dialects.peertube.conftest import Login
from tests.dialects.runtimes import Client
from tests.factories import NOON, make_video

from vitascope.core.access.playback import mint_playback_token
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.viewing import Viewing

VIEWS = "/api/v1/videos/1/views"


@pytest.fixture
def runtime(runtime: Runtime) -> Runtime:
    """Ten seconds pass whenever the clock is looked at."""
    looks = itertools.count()
    ticking = Viewing(runtime.db, SECRET, lambda: NOON + timedelta(seconds=10 * next(looks)))
    return replace(runtime, viewing=ticking)


@pytest.fixture(autouse=True)
def film(db: Database, ada: User) -> str:
    """The uuid of a video of a minute and a half."""
    with db.begin() as tx:
        entry = make_video(tx, ada)
        assert entry.media is not None
        update_asset(tx, entry.media.id, now=NOON, duration_ms=90_400)
    return str(entry.video.uuid)


def counted(runtime: Runtime) -> int:
    runtime.viewing.write()
    with runtime.db.read() as tx:
        return get_entry(tx, 1).video.views


def ping(client: Client, position_s: Any, path: str = VIEWS, **fields: Any) -> int:
    return client.post(path, json={"currentTime": position_s, **fields}).status_code


def test_a_view_counts_after_ten_seconds(client: Client, runtime: Runtime) -> None:
    early = [ping(client, position_s) for position_s in (0, 5)]
    before = counted(runtime)
    ping(client, 10)

    after = counted(runtime)

    assert (early, before, after) == ([204, 204], 0, 1)


def test_the_answer_has_no_body(client: Client) -> None:
    answer = client.post(VIEWS, json={"currentTime": 0})

    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["POST", "PUT"])
@pytest.mark.parametrize("name", ["views", "watching"])
def test_old_names_and_methods_do_the_same(
    client: Client, runtime: Runtime, film: str, method: str, name: str
) -> None:
    path = f"/api/v1/videos/{film}/{name}"

    answers = [
        client.request(method, path, json={"currentTime": position_s}).status_code
        for position_s in (0, 12)
    ]

    assert (answers, counted(runtime)) == ([204, 204], 1)


@pytest.mark.parametrize("method", ["GET", "HEAD", "PATCH", "DELETE"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    answer = client.request(method, VIEWS)

    assert (answer.status_code, answer.headers["allow"]) == (405, "POST, PUT")


def test_a_session_is_a_viewer_and_an_address_is_one(client: Client, runtime: Runtime) -> None:
    for session in ("one", "two", None):
        named = {"sessionId": session} if session else {}
        for position_s in (0, 15):
            ping(client, position_s, **named)

    assert counted(runtime) == 3


def test_what_was_jumped_over_was_not_watched(client: Client, runtime: Runtime) -> None:
    ping(client, 0)

    ping(client, 60, viewEvent="seek")

    assert counted(runtime) == 0


@pytest.mark.parametrize("value", [None, -1, 1.5, "soon", 92, True])
def test_a_position_is_a_whole_second_of_the_video(client: Client, value: Any) -> None:
    answer = client.post(VIEWS, json={"currentTime": value})

    assert answer.status_code == 400
    assert list(answer.json()["invalid-params"]) == ["currentTime"]


@pytest.mark.parametrize("value", [90, 91, "90"])
def test_the_last_moment_may_be_rounded_up(client: Client, value: Any) -> None:
    status = ping(client, value)

    assert status == 204


@pytest.mark.parametrize(
    ("name", "value"), [("viewEvent", "jump"), ("sessionId", "x" * 501), ("sessionId", 5)]
)
def test_faulty_fields_are_named(client: Client, name: str, value: Any) -> None:
    answer = client.post(VIEWS, json={"currentTime": 1, name: value})

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, [name])


def test_only_videos_that_there_are_can_be_watched(client: Client) -> None:
    unknown = [ping(client, 1, f"/api/v1/videos/{ref}/views") for ref in ("2", "none")]

    assert unknown == [404, 404]


def test_what_is_hidden_is_counted_for_those_who_may_see_it(
    client: Client, runtime: Runtime, login: Login, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        private = make_video(tx, ada, content="x", privacy=Privacy.PRIVATE, now=NOON).video
    path = f"/api/v1/videos/{private.uuid}/views"
    token = mint_playback_token(SECRET, private.uuid, now=NOON)
    statuses: list[int] = []
    views: list[int] = []

    for headers, query in (({}, ""), (login(ada), ""), ({}, f"?videoFileToken={token}")):
        for position_s in (0, 10):
            given = {"currentTime": position_s, "sessionId": f"{len(views)}"}
            answer = client.post(path + query, json=given, headers=headers)
            statuses.append(answer.status_code)
        counted(runtime)
        with db.read() as tx:
            views.append(get_entry(tx, private.id).video.views)

    assert statuses == [404, 404, 204, 204, 204, 204]
    assert views == [0, 1, 2]


def test_hidden_and_unknown_look_alike(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        hidden = [
            make_video(tx, ada, content=privacy.value, privacy=privacy).video
            for privacy in (Privacy.PRIVATE, Privacy.INTERNAL)
        ]
    refs = [*(video.uuid for video in hidden), hidden[0].id, "99"]

    answers = [
        client.post(f"/api/v1/videos/{ref}/views", json={"currentTime": 0}) for ref in refs
    ]

    assert {
        (answer.status_code, answer.text.replace(str(ref), "…"))
        for ref, answer in zip(refs, answers, strict=True)
    } == {(404, answers[-1].text.replace("99", "…"))}


def test_a_token_is_not_needed_but_has_to_be_one(
    client: Client, login: Login, ada: User
) -> None:
    given: dict[str, Any] = {"json": {"currentTime": 1}}

    known = client.post(VIEWS, headers=login(ada), **given).status_code
    wrong = client.post(
        VIEWS, headers={"Authorization": f"Bearer {'0' * 40}"}, **given
    ).status_code

    assert (known, wrong) == (204, 401)
