from collections.abc import Iterator
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, KeyOf, OpenClient
from tests.dialects.runtimes import Headers

from vitascope.core.access.model import ANONYMOUS
from vitascope.core.accounts.model import User
from vitascope.dialects.avcaption.limits import STATS, Meter, verdict_of
from vitascope.http.limit_memory import MemoryLimiter

NOON_S = 1_772_366_400


@pytest.fixture
def client(open_client: OpenClient) -> Iterator[Client]:
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S)
    with open_client(limiter=limiter) as client:
        yield client


def told(answer: Any) -> tuple[str, ...]:
    names = ("limit", "remaining", "reset")
    return tuple(answer.headers[f"x-ratelimit-{name}"] for name in names)


def statuses(client: Client, method: str, path: str, headers: Headers, times: int) -> set[int]:
    return {client.request(method, path, headers=headers).status_code for _ in range(times)}


@pytest.mark.parametrize(
    ("method", "path", "status", "limit"),
    [
        ("GET", "/api/v1/videos/1", 404, 300),
        ("DELETE", "/api/v1/videos/1", 404, 60),
        ("GET", "/api/v1/stats", 200, 60),
        ("POST", "/api/v1/upload", 400, 60),
        ("POST", "/api/v1/upload/init", 400, 60),
        ("POST", "/api/v1/upload/complete", 400, 60),
        ("POST", "/api/v1/embed-token", 400, 300),
    ],
)
def test_one_request_more_than_the_document_allows_is_refused(
    client: Client, keyed: Headers, method: str, path: str, status: int, limit: int
) -> None:
    before = statuses(client, method, path, keyed, limit - 1)
    last = client.request(method, path, headers=keyed)
    over = client.request(method, path, headers={**keyed, "X-Request-ID": "request-0001"})

    reset = str(NOON_S + 60)
    assert (before, last.status_code, told(last)) == (
        {status},
        status,
        (str(limit), "0", reset),
    )
    assert "retry-after" not in last.headers
    assert (over.status_code, told(over)) == (429, (str(limit), "0", reset))
    assert over.headers.get_list("retry-after") == ["60"]
    assert over.json() == {
        "error": "Too many requests: try again in 60 s",
        "code": "rate_limited",
        "request_id": "request-0001",
    }


def test_reads_writes_and_totals_are_counted_apart_and_so_is_every_credential(
    client: Client, key_of: KeyOf, ada: User, keyed: Headers, logged_in: Headers
) -> None:
    statuses(client, "GET", "/api/v1/stats", keyed, 61)

    answers = [
        client.get("/api/v1/stats", headers={"X-API-Key": key_of(ada)}),
        client.get("/api/v1/stats", headers=logged_in),
        client.get("/api/v1/videos", headers=keyed),
        client.delete("/api/v1/videos/1", headers=keyed),
    ]

    assert [(answer.status_code, told(answer)[1]) for answer in answers] == [
        (200, "59"),
        (200, "59"),
        (200, "299"),
        (404, "59"),
    ]


def test_chunks_are_not_counted_for_who_is_known(client: Client, keyed: Headers) -> None:
    chunk = "/api/v1/upload/chunk"

    known = statuses(client, "POST", chunk, keyed, 100)
    strangers = statuses(client, "POST", chunk, {}, 60)
    invented = client.post(chunk, headers={"X-API-Key": "avc_invented"})
    begun = client.post("/api/v1/upload/init", headers=keyed)

    assert (known, strangers, invented.status_code) == ({400}, {401}, 429)
    assert told(begun)[1] == "59"


def test_inventing_keys_gains_nothing(client: Client) -> None:
    keys = [f"avc_{number:064x}" for number in range(60)]

    found = [
        client.get("/api/v1/stats", headers={"X-API-Key": key}).status_code for key in keys
    ]
    over = client.get("/api/v1/stats", headers={"X-API-Key": "avc_another"})

    assert set(found) == {401}
    assert (over.status_code, over.json()["code"]) == (429, "rate_limited")
    assert client.get("/api/v1/stats").status_code == 429


def test_logins_are_counted_for_their_address(client: Client, keyed: Headers) -> None:
    login = "/api/v1/auth/login"

    found = statuses(client, "POST", login, {}, 60)
    over = client.post(login, headers=keyed)

    assert (found, over.status_code) == ({400}, 429)


def test_nothing_is_told_where_nothing_is_limited(
    open_client: OpenClient, keyed: Headers
) -> None:
    with open_client() as client:
        answer = client.get("/api/v1/stats", headers=keyed)

    assert [name for name in answer.headers if "ratelimit" in name] == []


def test_addresses_of_one_network_of_ipv6_are_counted_together() -> None:
    meter = Meter(MemoryLimiter(clock=lambda: 0, wall_clock=lambda: NOON_S))
    left = []

    for address in ("2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"):
        scope: dict[str, Any] = {"client": (address, 1), "headers": [], "state": {}}
        meter.count(scope, STATS, ANONYMOUS)
        left.append(getattr(verdict_of(scope), "remaining", None))

    assert left == [59, 58, 59]
