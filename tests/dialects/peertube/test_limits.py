"""The limits in front of the whole app; every test comes from an address of its own."""

import itertools
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.dialects.peertube.conftest import Login
from tests.dialects.runtimes import PUBLIC_URL, make_runtime

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.db import Database
from vitascope.dialects.peertube import build
from vitascope.dialects.peertube.parts import parts_for
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.limit_memory import MemoryLimiter
from vitascope.http.runtime import Runtime

NOON_S = 1_772_366_400
NOBODY = {"email": "nobody@example.org"}
NUMBERS = itertools.count(1)


class From:
    """The app as a client at ``address`` reaches it."""

    def __init__(self, app: ASGIApp, address: str) -> None:
        self._app = app
        self.address = address

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app({**scope, "client": (self.address, 50_000)}, receive, send)


@pytest.fixture(scope="module")
def limited(tmp_path_factory: pytest.TempPathFactory) -> Litestar:
    """The clock of its limits stands at noon."""
    folder = tmp_path_factory.mktemp("limited")
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S)
    db = Database(f"sqlite:///{folder / 'unused.db'}")
    return build(make_runtime(db, folder, limiter=limiter))


@pytest.fixture
def seen(limited: Litestar) -> From:
    return From(limited.__call__, f"198.51.100.{next(NUMBERS)}")


@pytest.fixture
def client(limited: Litestar, seen: From, runtime: Runtime) -> Iterator[TestClient[From]]:
    limited.state.parts = parts_for(runtime)
    with TestClient(seen, base_url=PUBLIC_URL) as client:
        yield client


def told(answer: Any) -> dict[str, str]:
    """What the headers of an answer tell of limits."""
    names = ("x-ratelimit-limit", "x-ratelimit-remaining", "x-ratelimit-reset", "retry-after")
    return {name: answer.headers[name] for name in names if name in answer.headers}


def statuses(
    client: TestClient[From], method: str, path: str, count: int, **given: Any
) -> list[int]:
    return [client.request(method, path, **given).status_code for _ in range(count)]


def test_views_use_up_nothing_that_others_need(client: TestClient[From]) -> None:
    path = "/api/v1/videos/1/views"
    told_of = statuses(client, "POST", path, 50, json={"currentTime": 0})

    too_much = client.post("/api/v1/videos/2/watching", json={"currentTime": 0})
    others = client.get("/api/v1/videos/1")

    assert (set(told_of), too_much.status_code, others.status_code) == ({404}, 429, 404)


def test_every_answer_tells_how_much_is_left(client: TestClient[From]) -> None:
    first = client.get("/api/v1/config")
    second = client.get("/api/v1/config/about")

    def expected(left: int) -> dict[str, str]:
        return {
            "x-ratelimit-limit": "50",
            "x-ratelimit-remaining": str(left),
            "x-ratelimit-reset": str(NOON_S + 10),
        }

    assert (told(first), told(second)) == (expected(49), expected(48))


def test_the_fifty_first_request_is_refused_in_words_that_pages_can_read(
    client: TestClient[From],
) -> None:
    allowed = statuses(client, "GET", "/api/v1/ping", 50)

    refused = client.get("/api/v1/ping")

    assert allowed == [200] * 50
    assert (refused.status_code, refused.text) == (429, "Too many requests: try again in 10 s")
    assert refused.headers["content-type"] == "text/plain; charset=utf-8"
    assert told(refused) == {
        "x-ratelimit-limit": "50",
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": str(NOON_S + 10),
        "retry-after": "10",
    }
    assert refused.headers["access-control-allow-origin"] == "*"
    assert refused.headers["access-control-expose-headers"] == "Retry-After"


def test_lists_from_memory_are_counted_as_well(client: TestClient[From]) -> None:
    answers = statuses(client, "GET", "/api/v1/videos", 52)

    assert answers == [200] * 50 + [429] * 2


def test_every_part_of_the_api_has_a_limit_of_its_own(client: TestClient[From]) -> None:
    statuses(client, "GET", "/api/v1/ping", 51)

    other, asked, outside = (
        client.get("/api/v1/config"),
        client.options("/api/v1/ping"),
        client.get("/static/nothing"),
    )

    assert [a.status_code for a in (other, asked, outside)] == [200, 204, 404]
    assert (told(asked), told(outside)) == ({}, {})


def test_parts_that_are_made_up_share_a_limit(client: TestClient[From]) -> None:
    answers = [client.get(f"/api/v1/made-up-{number}").status_code for number in range(51)]

    assert answers == [400] * 50 + [429]


def test_slashes_that_the_router_overlooks_make_no_difference(client: TestClient[From]) -> None:
    paths = ("/api/v1/users/token", "/api/v1/users/token/", "/api//v1/users/token")

    answers = [client.post(paths[number % 3]).status_code for number in range(16)]

    assert answers == [400] * 15 + [429]


def test_other_addresses_have_a_limit_of_their_own(
    client: TestClient[From], seen: From
) -> None:
    statuses(client, "GET", "/api/v1/ping", 51)
    address = seen.address

    seen.address = f"{address}1"
    other = client.get("/api/v1/ping")
    seen.address = "2001:db8:7:7::1"
    statuses(client, "GET", "/api/v1/ping", 50)
    seen.address = "2001:db8:7:7::2"
    neighbour = client.get("/api/v1/ping")

    # One customer has a whole network of addresses of version 6.
    assert (other.status_code, neighbour.status_code) == (200, 429)


def test_moderators_and_administrators_are_not_held_up(
    client: TestClient[From], ada: User, mod: User, root: User, login: Login
) -> None:
    statuses(client, "GET", "/api/v1/ping", 50)

    answers = [
        client.get("/api/v1/ping", headers=login(user)).status_code for user in (ada, mod, root)
    ]
    wrong = client.get("/api/v1/ping", headers={"Authorization": f"Bearer {'0' * 40}"})

    assert (answers, wrong.status_code) == ([429, 200, 200], 429)


def test_the_key_of_an_administrator_is_held_up(
    client: TestClient[From], db: Database, root: User
) -> None:
    kind, permission = KeyKind.VIDEOCMS, Permission.WRITE
    with db.begin() as tx:
        made = create_key(
            tx, root.id, kind=kind, name="A key", permission=permission, now=root.created_at
        )
    headers = {"Authorization": f"Bearer {made.secret}"}

    answers = statuses(client, "GET", "/api/v1/ping", 51, headers=headers)

    assert answers == [200] * 50 + [429]


@pytest.mark.parametrize(
    ("paths", "most"),
    [
        (["token"], 15),
        (["ask-send-verify-email", "registrations/ask-send-verify-email"], 3),
        (["ask-reset-password"], 3),
    ],
)
def test_what_can_be_abused_has_a_stricter_limit(
    client: TestClient[From], paths: list[str], most: int
) -> None:
    asked = itertools.cycle(f"/api/v1/users/{path}" for path in paths)

    answers = [client.post(next(asked), json=NOBODY) for _ in range(most + 1)]

    last = answers.pop()
    assert {answer.status_code for answer in answers} <= {204, 400}
    assert (last.status_code, told(last)) == (
        429,
        {
            "x-ratelimit-limit": str(most),
            "x-ratelimit-remaining": "0",
            "x-ratelimit-reset": str(NOON_S + 300),
            "retry-after": "300",
        },
    )


def test_only_those_who_joined_are_counted(
    client: TestClient[From], limited: Litestar, runtime: Runtime
) -> None:
    signup = SignupPolicy(mode=SignupMode.OPEN)
    limited.state.parts = parts_for(replace(runtime, signup=signup))

    def join(name: str) -> int:
        email = f"{name}@example.org"
        given = {"username": name, "password": "a long word", "email": email}
        return client.post("/api/v1/users/register", json=given).status_code

    faulty = [join("No!") for _ in range(4)]
    good = [join(name) for name in ("cleo", "dido", "emma")]

    assert (faulty, good) == ([400] * 4, [204, 204, 429])


def test_files_that_are_put_together_have_a_limit_of_their_own(
    client: TestClient[From],
) -> None:
    missing = statuses(client, "GET", "/download/web-videos/nothing.mp4", 8)

    told_left = told(client.get("/download/web-videos/nothing.mp4"))["x-ratelimit-remaining"]

    # What was not found is not counted.
    assert (missing, told_left) == ([404] * 8, "4")


def test_nothing_is_told_where_nothing_is_limited(app: Litestar, runtime: Runtime) -> None:
    app.state.parts = parts_for(runtime)

    with TestClient(app, base_url=PUBLIC_URL) as unlimited:
        answers = [unlimited.get("/api/v1/ping") for _ in range(52)]

    assert {answer.status_code for answer in answers} == {200}
    assert told(answers[-1]) == {}


def test_a_role_that_was_taken_away_holds_up_at_once(
    client: TestClient[From], db: Database, mod: User, login: Login
) -> None:
    headers = login(mod)
    statuses(client, "GET", "/api/v1/ping", 50)

    before = client.get("/api/v1/ping", headers=headers)
    with db.begin() as tx:
        update_user(tx, mod.id, mod.created_at, role=Role.USER)
    after = client.get("/api/v1/ping", headers=headers)

    assert (before.status_code, after.status_code) == (200, 429)
