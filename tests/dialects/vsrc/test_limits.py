from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient
from structlog.testing import capture_logs
from tests.dialects.runtimes import Client, make_runtime

from vitascope.db import Database
from vitascope.dialects.vsrc import build
from vitascope.dialects.vsrc.limits import limited
from vitascope.http.asgi import Message, Receive, Scope, Send
from vitascope.http.limit_memory import MemoryLimiter

NOON_S = 1_772_366_400
ROOT = "/api/public/v1"
TOLD = ("ratelimit-limit", "ratelimit-remaining", "ratelimit-reset")
EXPOSED = (
    "X-Request-ID, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset,"
    " X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After"
)


@pytest.fixture
def client(db: Database, tmp_path: Path) -> Iterator[Client]:
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S)
    with TestClient(build(make_runtime(db, tmp_path, limiter=limiter))) as client:
        yield client


def told(answer: httpx.Response) -> list[str]:
    return [answer.headers[f"{prefix}{name}"] for prefix in ("", "x-") for name in TOLD]


def test_one_call_more_than_the_document_allows_is_refused_whatever_key_it_shows(
    client: Client,
) -> None:
    path = f"{ROOT}/nothing"

    before = {client.get(path).status_code for _ in range(999)}
    last = client.get(path)
    over = client.get(path, headers={"Authorization": "Bearer vsrc_another"})

    reset = str(NOON_S + 900)
    assert (before, last.status_code) == ({404}, 404)
    assert told(last) == ["1000", "0", "900", "1000", "0", reset]
    assert over.status_code == 429
    assert told(over) == ["1000", "0", "900", "1000", "0", reset]
    assert over.headers.get_list("retry-after") == ["900"]
    assert over.headers["access-control-allow-origin"] == "*"
    assert over.headers["access-control-expose-headers"] == EXPOSED
    assert over.json() == {
        "success": False,
        "message": "Too many requests: try again in 900 s",
        "error": {"code": "RATE_LIMITED"},
    }


async def test_the_addresses_of_one_ipv6_customer_count_as_one() -> None:
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S)
    left: list[bytes] = []

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Message) -> None:
        left.append(dict(message["headers"])[b"ratelimit-remaining"])

    for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"):
        scope = {"type": "http", "method": "GET", "path": f"{ROOT}/media", "headers": []}
        await limited(app, limiter)({**scope, "client": (address, 1)}, receive, send)

    assert left == [b"999", b"998", b"999"]


async def receive() -> Message:
    return {"type": "http.disconnect"}


REFUSED = [
    ("GET", "/media", 401),
    ("GET", "/media/12", 401),
    ("POST", "/vod/upload", 401),
    ("POST", "/live", 401),
    ("DELETE", "/encoding-profiles/2", 401),
    ("PATCH", "/media", 405),
    ("GET", "/nothing", 404),
    ("GET", "/../v2/media", 404),
]


def test_every_answer_tells_what_is_left_also_one_that_refuses(client: Client) -> None:
    answers = [client.request(method, f"{ROOT}{path}") for method, path, _ in REFUSED]
    document = client.get(f"{ROOT}/openapi.json")

    reset = str(NOON_S + 900)
    assert [answer.status_code for answer in answers] == [status for *_, status in REFUSED]
    assert [told(answer) for answer in (*answers, document)] == [
        ["1000", str(left), "900", "1000", str(left), reset] for left in range(999, 990, -1)
    ]
    assert [answer for answer in answers if "retry-after" in answer.headers] == []


def test_our_own_mistake_tells_what_is_left_too(tmp_path: Path) -> None:
    without_tables = Database(f"sqlite:///{tmp_path / 'empty.db'}")
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S)
    app = build(make_runtime(without_tables, tmp_path, limiter=limiter))

    with capture_logs(), TestClient(app) as client:
        answer = client.get(f"{ROOT}/media", headers={"Authorization": "Bearer vsrc_0"})
    without_tables.close()

    assert (answer.status_code, told(answer)[:2]) == (500, ["1000", "999"])


def test_players_monitors_and_preflights_are_not_counted(client: Client) -> None:
    preflight = {"Origin": "https://school.example", "Access-Control-Request-Method": "GET"}

    uncounted = [
        client.get("/health"),
        client.get("/hls/resolve/vod_0"),
        client.options(f"{ROOT}/media", headers=preflight),
    ]
    counted = client.get(f"{ROOT}/media")

    assert [name for a in uncounted for name in a.headers if "ratelimit" in name] == []
    assert told(counted)[:2] == ["1000", "999"]
