from collections.abc import Callable
from typing import Any

import pytest

from vitascope.db import Database
from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send
from vitascope.http.limit_headers import no_headers
from vitascope.http.limit_memory import MemoryLimiter
from vitascope.http.limiting import Limit, Limited, Refusal
from vitascope.http.limits import Policy, RateLimiter, Verdict, open_limiter

NOON_S = 1_772_366_400.0
TWO = Policy("two", 2, 10)
ONE = Policy("one", 1, 60)
REQUEST: Any = {"type": "http", "path": "/api/v1/videos", "client": ("203.0.113.7", 1)}


@pytest.fixture
def limiter() -> RateLimiter:
    return MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S)


def answering(status: int, *headers: tuple[bytes, bytes]) -> ASGIApp:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        start = {"type": "http.response.start", "status": status, "headers": list(headers)}
        await send(start)
        await send({"type": "http.response.body", "body": b"app"})

    return app


def by_address(policy: Policy, **more: Any) -> Callable[[Scope], Limit]:
    return lambda scope: Limit(policy=policy, key=scope["client"][0], **more)


def refuse(verdict: Verdict) -> Refusal:
    body = f"again in {verdict.retry_after_s} s".encode()
    return Refusal(429, [(b"content-type", b"text/plain")], body)


async def ask(app: ASGIApp, scope: Scope = REQUEST) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b""}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent


async def statuses(app: ASGIApp, *, requests: int) -> list[int]:
    return [(await ask(app))[0]["status"] for _ in range(requests)]


def told(limit: int, remaining: int, reset_at: int) -> list[tuple[bytes, bytes]]:
    return [
        (b"x-ratelimit-limit", b"%d" % limit),
        (b"x-ratelimit-remaining", b"%d" % remaining),
        (b"x-ratelimit-reset", b"%d" % reset_at),
    ]


async def test_every_answer_tells_what_is_left(limiter: RateLimiter) -> None:
    app = Limited(
        answering(200, (b"app", b"1")), limiter, decide=by_address(TWO), refuse=refuse
    )

    start, body = await ask(app)

    headers = [(b"app", b"1"), *told(2, 1, int(NOON_S) + 10)]
    assert start == {"type": "http.response.start", "status": 200, "headers": headers}
    assert body == {"type": "http.response.body", "body": b"app"}


async def test_what_is_too_much_gets_the_answer_of_the_dialect(limiter: RateLimiter) -> None:
    app = Limited(answering(200), limiter, decide=by_address(TWO), refuse=refuse)
    await statuses(app, requests=2)

    sent = await ask(app)

    headers = [
        (b"content-type", b"text/plain"),
        (b"content-length", b"13"),
        *told(2, 0, int(NOON_S) + 10),
        (b"retry-after", b"10"),
    ]
    assert sent == [
        {"type": "http.response.start", "status": 429, "headers": headers},
        {"type": "http.response.body", "body": b"again in 10 s"},
    ]


async def test_what_decide_names_no_limit_for_is_not_counted(limiter: RateLimiter) -> None:
    app = Limited(answering(200), limiter, decide=lambda _scope: None, refuse=refuse)

    sent = [await ask(app) for _ in range(3)]

    start = {"type": "http.response.start", "status": 200, "headers": []}
    assert [each[0] for each in sent] == [start] * 3


async def test_a_socket_goes_straight_through(limiter: RateLimiter) -> None:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "websocket.accept"})

    limited = Limited(app, limiter, decide=by_address(ONE), refuse=refuse)

    sent = [await ask(limited, {**REQUEST, "type": "websocket"}) for _ in range(2)]

    assert sent == [[{"type": "websocket.accept"}]] * 2


async def test_the_exempt_are_asked_for_only_once_over_the_limit(limiter: RateLimiter) -> None:
    asked = []

    async def is_exempt() -> bool:
        asked.append(True)
        return True

    decide = by_address(TWO, is_exempt=is_exempt)
    app = Limited(answering(200), limiter, decide=decide, refuse=refuse)
    below = (await statuses(app, requests=2), len(asked))

    start, _ = await ask(app)

    assert below == ([200, 200], 0)
    assert len(asked) == 1
    assert start["headers"] == told(2, 0, int(NOON_S) + 10)


async def test_who_is_not_exempt_is_refused(limiter: RateLimiter) -> None:
    async def is_exempt() -> bool:
        return False

    decide = by_address(ONE, is_exempt=is_exempt)
    app = Limited(answering(200), limiter, decide=decide, refuse=refuse)

    found = await statuses(app, requests=2)

    assert found == [200, 429]


@pytest.mark.parametrize(
    ("status", "found"),
    [(200, [200, 429, 429]), (399, [399, 429, 429]), (400, [400, 400, 400])],
)
async def test_a_failure_may_be_forgiven(
    limiter: RateLimiter, status: int, found: list[int]
) -> None:
    decide = by_address(ONE, forgives_failures=True)
    app = Limited(answering(status), limiter, decide=decide, refuse=refuse)

    answers = await statuses(app, requests=3)

    assert answers == found


async def test_a_failure_counts_unless_it_is_said_to_be_forgiven(limiter: RateLimiter) -> None:
    app = Limited(answering(400), limiter, decide=by_address(ONE), refuse=refuse)

    answers = await statuses(app, requests=2)

    assert answers == [400, 429]


async def test_no_answer_at_all_is_forgiven_like_a_failure(limiter: RateLimiter) -> None:
    async def broken(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise OSError("no disk")

    decide = by_address(ONE, forgives_failures=True)
    app = Limited(broken, limiter, decide=decide, refuse=refuse)

    for _ in range(2):
        with pytest.raises(OSError, match="no disk"):
            await ask(app)

    assert limiter.hit(ONE, "203.0.113.7").allowed


async def test_of_two_limits_in_a_row_the_inner_one_is_told(limiter: RateLimiter) -> None:
    inner = Limited(answering(200), limiter, decide=by_address(ONE), refuse=refuse)
    app = Limited(inner, limiter, decide=by_address(TWO), refuse=refuse)

    start, _ = await ask(app)

    assert start["headers"] == told(1, 0, int(NOON_S) + 60)


async def test_a_dialect_chooses_its_headers(limiter: RateLimiter) -> None:
    app = Limited(
        answering(200), limiter, decide=by_address(ONE), refuse=refuse, headers=no_headers
    )

    (first, _), (second, _) = await ask(app), await ask(app)

    refused = [(b"content-type", b"text/plain"), (b"content-length", b"13")]
    assert (first["headers"], second["headers"]) == ([], refused)


async def test_hits_are_counted_in_a_database_as_well(db: Database) -> None:
    limiter = open_limiter("database:", db)
    decide = by_address(ONE, forgives_failures=True)
    failing = Limited(answering(400), limiter, decide=decide, refuse=refuse)
    working = Limited(answering(200), limiter, decide=decide, refuse=refuse)

    answers = [*await statuses(failing, requests=2), *await statuses(working, requests=2)]

    assert answers == [400, 400, 200, 429]
