import asyncio
import gzip
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from tests.factories import NOON
from tests.fetch.loopback import HERE, Answering, Asked, always, head, names, serve, whole
from tests.fetch.tls import certificate

from vitascope.core.webhooks.model import Attempt
from vitascope.fetch.client import open_client
from vitascope.fetch.guard import Guard
from vitascope.notify.webhooks.posting import post

HEADERS = {"X-AVCaption-Event": "video.uploaded", "Content-Type": "application/json"}


async def posted(answering: Answering, timeout_s: float = 60.0) -> tuple[Attempt, list[Asked]]:
    async with serve(answering) as server, open_client(HERE, timeout_s=100) as client:
        attempt = await post_to(client, server.url("/hook?a=1"), timeout_s)
        return attempt, server.asked


async def post_to(client: httpx2.AsyncClient, url: str, timeout_s: float = 60.0) -> Attempt:
    return await post(
        client, url, headers=HEADERS, body=b'{"a":1}', timeout_s=timeout_s, now=NOON
    )


async def test_the_body_arrives_as_it_is_and_the_answer_is_kept() -> None:
    attempt, asked = await posted(always(whole(b"Thanks", ("X-Trace", "7"), status=202)))

    assert [(each.method, each.target, each.body) for each in asked] == [
        ("POST", "/hook?a=1", b'{"a":1}')
    ]
    assert asked[0].headers["x-avcaption-event"] == "video.uploaded"
    assert attempt == Attempt(
        at=NOON,
        duration_ms=attempt.duration_ms,
        status=202,
        error=None,
        request_headers=HEADERS,
        response_headers={"content-length": "6", "x-trace": "7", "connection": "close"},
        response_body="Thanks",
    )


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (200, None),
        (204, None),
        (299, None),
        (302, "The server answered 302: it redirects, and webhooks follow nowhere"),
        (304, "The server answered 304: it redirects, and webhooks follow nowhere"),
        (400, "The server answered 400"),
        (410, "The server answered 410: there is no such webhook any more"),
        (429, "The server answered 429"),
        (500, "The server answered 500"),
    ],
)
async def test_only_2xx_counts_as_taken(status: int, error: str | None) -> None:
    answer = head(status, ("Content-Length", 0), ("Location", "/elsewhere"))

    attempt, asked = await posted(always(answer))

    assert (attempt.status, attempt.error, len(asked)) == (status, error, 1)


async def test_a_server_that_says_nothing_is_waited_for_so_long_and_no_longer() -> None:
    async def silent(_asked: Asked, _writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    attempt, _ = await posted(silent, timeout_s=0.2)

    assert attempt == Attempt(
        at=NOON,
        duration_ms=attempt.duration_ms,
        status=None,
        error="No answer within 0.2 seconds",
        request_headers=HEADERS,
    )
    assert attempt.duration_ms >= 190


async def test_a_good_status_counts_even_when_the_rest_never_comes() -> None:
    async def endless(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, ("Content-Length", 100)) + b"The beginning")
        await writer.drain()
        await asyncio.Event().wait()

    attempt, _ = await posted(endless, timeout_s=0.5)

    assert (attempt.status, attempt.error, attempt.response_body) == (
        200,
        None,
        "The beginning",
    )


async def test_of_a_long_answer_the_beginning_is_kept_and_little_is_read() -> None:
    sent = 0

    async def flood(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        writer.write(head(200))
        while sent < 100_000_000:
            writer.write(b"a" * 65536)
            await writer.drain()
            sent += 65536

    attempt, _ = await posted(flood)

    assert (attempt.status, attempt.error, attempt.response_body) == (200, None, "a" * 4096)
    assert sent < 50_000_000


async def test_an_answer_that_is_no_text_is_kept_as_far_as_it_can_be_read() -> None:
    attempt, _ = await posted(always(whole(b"a\x00b\xff\xc3\xbc")))

    assert attempt.response_body == "a\ufffdb\ufffdü"


async def test_a_compressed_answer_is_not_unpacked() -> None:
    packed = gzip.compress(b"a" * 1_000_000)

    attempt, asked = await posted(always(whole(packed, ("Content-Encoding", "gzip"))))

    assert (attempt.status, attempt.error) == (200, None)
    assert len(attempt.response_body) <= len(packed)
    assert "accept-encoding" in asked[0].headers


async def test_of_many_long_headers_some_and_their_beginnings_are_kept() -> None:
    many = [(f"X-{n}", "v" * 1500) for n in range(60)]

    attempt, _ = await posted(always(whole(b"", *many[:30])))
    short, _ = await posted(always(whole(b"", *((name, "v") for name, _ in many))))

    assert {len(value) for value in attempt.response_headers.values()} == {1, 5, 1000}
    assert len(short.response_headers) == 50


async def test_a_connection_that_breaks_is_a_failure() -> None:
    attempt, _ = await posted(always(b""))

    assert attempt == Attempt(
        at=NOON,
        duration_ms=attempt.duration_ms,
        status=None,
        error="The connection to the server broke",
        request_headers=HEADERS,
    )


@pytest.mark.parametrize("url", ["https://10.1.2.3/hook", "https://hooks.example/hook"])
async def test_a_private_address_is_not_reached_however_it_is_called(url: str) -> None:
    guard = Guard(resolver=names({"hooks.example": ["8.8.8.8", "10.1.2.3"]}))

    async with open_client(guard) as client:
        attempt = await post_to(client, url)

    assert replace(attempt, duration_ms=0) == Attempt(
        at=NOON,
        duration_ms=0,
        status=None,
        error="The address is on a private network, which this server does not reach",
        request_headers=HEADERS,
    )


async def test_a_name_that_nobody_knows_is_called_by_name() -> None:
    async with open_client(Guard(resolver=names({}))) as client:
        attempt = await post_to(client, "https://hooks.example/hook")

    assert attempt.error == "There is no server called hooks.example"


async def test_a_server_without_a_good_certificate_is_not_told(tmp_path: Path) -> None:
    tls = certificate(tmp_path, "localhost")

    async with serve(always(whole(b"")), tls=tls) as server, open_client(HERE) as client:
        attempt = await post_to(client, f"https://127.0.0.1:{server.port}/")

    assert attempt.error == "The server has no certificate that can be trusted"
    assert server.asked == []
