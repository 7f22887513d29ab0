"""Both APIs behind one dispatcher: who answers the paths that both have, whatever is shown."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from tests.dialects.avcaption.conftest import Client, KeyOf
from tests.dialects.runtimes import Headers, make_runtime
from tests.factories import NOON, make_video

from vitascope.core.access.model import KeyKind, SessionKind
from vitascope.core.accounts.model import User
from vitascope.core.videos.queries.entries import find_entry
from vitascope.db import Database
from vitascope.dialects import avcaption, peertube
from vitascope.http.dispatch import Dispatcher, Route
from vitascope.http.shared_paths import choose_video_dialect

VIDEOS = "/api/v1/videos"
TABLE = [Route("/api/v1", "peertube", shared=True), Route("/api/v1/stats", "avcaption")]
VARY = "Authorization, X-API-Key"

GOOD = ("avc", "avc in the query", "avc as a bearer", "ak", "jwt")
WRONG = (
    {"X-API-Key": "avc_" + "0" * 64},
    {"X-API-Key": "0" * 40},
    {"Authorization": "Bearer ak_" + "0" * 64},
    {"Authorization": "Bearer vsrc_" + "0" * 48},
    {"Authorization": "Bearer a.b.c"},
    {"Authorization": "Bearer nonsense"},
)


@pytest.fixture
def client(db: Database, tmp_path: Path) -> Iterator[Client]:
    runtime = make_runtime(db, tmp_path)
    apps: Any = {"avcaption": avcaption.build(runtime), "peertube": peertube.build(runtime)}
    dispatcher = Dispatcher(TABLE, apps, default="peertube", choose=choose_video_dialect)
    with TestClient(dispatcher) as client:
        yield client


@pytest.fixture
def shown(
    key_of: KeyOf, session_of: Callable[[User, SessionKind], Headers], ada: User
) -> dict[str, dict[str, Any]]:
    """Every good credential of Ada's, as arguments of a request."""
    avc = key_of(ada)
    return {
        "avc": {"headers": {"X-API-Key": avc}},
        "avc in the query": {"params": {"api_key": avc}},
        "avc as a bearer": {"headers": {"Authorization": f"Bearer {avc}"}},
        "ak": {"headers": {"Authorization": f"Bearer {key_of(ada, KeyKind.VIDEOCMS)}"}},
        "vsrc": {"headers": {"Authorization": f"Bearer {key_of(ada, KeyKind.VSRC)}"}},
        "jwt": {"headers": session_of(ada, SessionKind.JWT)},
        "token": {"headers": session_of(ada, SessionKind.TOKEN)},
        "nothing": {},
    }


def says(answer: httpx.Response) -> str:
    """Whose words the answer is in."""
    body = answer.json() if answer.content else {}
    if "problem" in answer.headers.get("content-type", "") or "data" in body or "uuid" in body:
        return "peertube"
    return "avcaption"


def caching(answer: httpx.Response) -> tuple[str | None, str | None]:
    return answer.headers.get("vary"), answer.headers.get("cache-control")


@pytest.mark.parametrize("kind", GOOD)
def test_a_credential_of_avcaption_sees_and_changes_its_own_videos(
    client: Client, db: Database, ada: User, shown: dict[str, dict[str, Any]], kind: str
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada).video.uuid
    asked = shown[kind]

    answers = [
        client.get(VIDEOS, **asked),
        client.get(f"{VIDEOS}/{film}", **asked),
        client.put(f"{VIDEOS}/{film}", json={"title": "Other"}, **asked),
        client.delete(f"{VIDEOS}/{film}", **asked),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200, 204]
    assert [says(answer) for answer in answers] == ["avcaption"] * 4
    assert [caching(answer) for answer in answers] == [(VARY, "private")] * 4
    with db.read() as tx:
        assert find_entry(tx, film) is None


@pytest.mark.parametrize(("kind", "kept"), [("token", "private"), ("nothing", None)])
def test_a_token_and_nobody_known_see_what_peertube_shows(
    client: Client,
    db: Database,
    bob: User,
    shown: dict[str, dict[str, Any]],
    kind: str,
    kept: str | None,
) -> None:
    with db.begin() as tx:
        film = make_video(tx, bob).video.uuid

    answers = [client.get(path, **shown[kind]) for path in (VIDEOS, f"{VIDEOS}/{film}")]

    assert [answer.status_code for answer in answers] == [200, 200]
    assert [says(answer) for answer in answers] == ["peertube"] * 2
    assert [caching(answer) for answer in answers] == [(VARY, kept)] * 2


def test_nobody_known_changes_nothing(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada).video.uuid

    answers = [
        client.request(method, f"{VIDEOS}/{film}", json={"name": "Other"})
        for method in ("PUT", "DELETE")
    ]

    assert [(a.status_code, says(a)) for a in answers] == [(401, "peertube")] * 2
    with db.read() as tx:
        entry = find_entry(tx, film)
    assert entry is not None
    assert entry.video.title == "A film"


def test_a_wrong_credential_is_refused_by_the_api_of_its_shape(client: Client) -> None:
    paths = (VIDEOS, f"{VIDEOS}/1")
    token = {"Authorization": f"Bearer {'0' * 40}"}

    by_avcaption = [client.get(path, headers=wrong) for wrong in WRONG for path in paths]
    by_peertube = [client.get(path, headers=token) for path in paths]

    refused = {(a.status_code, says(a), *caching(a)) for a in by_avcaption}
    assert refused == {(401, "avcaption", VARY, "private")}
    assert {(a.status_code, says(a), a.json()["code"]) for a in by_peertube} == {
        (401, "peertube", "invalid_token")
    }


def test_a_good_key_of_vsrc_opens_neither(
    client: Client, shown: dict[str, dict[str, Any]]
) -> None:
    answers = [client.get(path, **shown["vsrc"]) for path in (VIDEOS, "/api/v1/stats")]

    assert [(a.status_code, a.json()["code"]) for a in answers] == [
        (401, "invalid_api_key")
    ] * 2


def test_what_neither_has_is_refused_in_the_words_of_the_caller(
    client: Client, shown: dict[str, dict[str, Any]]
) -> None:
    path = "/api/v1/nothing/at/all"
    headers = {"X-Request-ID": "request-0001"}

    ours = client.get(path, headers={**shown["avc"]["headers"], **headers})
    theirs = client.get(path, headers=headers)

    assert (ours.status_code, ours.json()) == (
        404,
        {"error": "Not Found", "code": "not_found", "request_id": "request-0001"},
    )
    # Both clients can read it.
    body = theirs.json()
    assert says(theirs) == "peertube"
    assert {"error", "code"} <= body.keys()
    assert body["request_id"] == "request-0001"


def test_a_film_of_one_api_is_the_same_film_in_the_other(
    client: Client, db: Database, ada: User, shown: dict[str, dict[str, Any]]
) -> None:
    with db.begin() as tx:
        film = make_video(tx, ada, now=NOON).video.uuid

    client.put(f"{VIDEOS}/{film}", json={"title": "Other"}, **shown["avc"])

    assert client.get(f"{VIDEOS}/{film}", **shown["token"]).json()["name"] == "Other"
