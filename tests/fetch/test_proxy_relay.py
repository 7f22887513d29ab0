import os
from pathlib import Path

import httpx
import pytest
from tests.fetch.file_server import FileServer
from tests.fetch.loopback import (
    always,
    exchange,
    head,
    names,
    password,
    serve,
    whole,
)
from tests.fetch.tls import certificate, trusting

from vitascope.fetch.guard import Guard
from vitascope.fetch.proxy import GuardedProxy

BIG = os.urandom(3 << 20)


async def test_a_request_and_its_answer_pass(child: httpx.AsyncClient) -> None:
    async with serve(always(whole(BIG, ("X-Word", "yes"), status=201))) as server:
        answer = await child.post(server.url("/a%2Fb?c=%7e#d"), content=BIG)

    assert (answer.status_code, answer.headers["x-word"]) == (201, "yes")
    assert answer.content == BIG
    (asked,) = server.asked
    assert (asked.method, asked.target, asked.body) == ("POST", "/a%2Fb?c=%7e", BIG)


@pytest.mark.parametrize(
    "answer",
    [
        head(200, ("Transfer-Encoding", "chunked")) + b"5\r\nhello\r\n0\r\n\r\n",
        head(200) + b"hello",
        b"HTTP/1.0 200 OK\r\n\r\nhello",
        b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + whole(b"hello"),
        b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
    ],
)
async def test_every_framing_passes(child: httpx.AsyncClient, answer: bytes) -> None:
    async with serve(always(answer)) as server:
        first = await child.get(server.url())
        second = await child.get(server.url())

    assert (first.content, second.content) == (b"hello", b"hello")
    assert len(server.asked) == 2


async def test_a_head_request_has_no_body(child: httpx.AsyncClient) -> None:
    async with serve(always(head(200, ("Content-Length", 5)))) as server:
        answer = await child.head(server.url())

    assert (answer.headers["content-length"], answer.content) == ("5", b"")


async def test_ranges_pass(child: httpx.AsyncClient) -> None:
    async with serve(FileServer(body=b"0123456789")) as server:
        answer = await child.get(server.url(), headers={"Range": "bytes=4-", "If-Range": '"1"'})

    assert (answer.status_code, answer.content) == (206, b"456789")


async def test_a_server_that_breaks_off_breaks_the_answer(child: httpx.AsyncClient) -> None:
    async with serve(always(head(200, ("Content-Length", 9)) + b"short")) as server:
        with pytest.raises(httpx.RemoteProtocolError):
            await child.get(server.url())

    assert len(server.asked) == 1


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0 hello\r\n\r\n"])
async def test_a_server_that_says_nothing_is_a_bad_gateway(
    child: httpx.AsyncClient, answer: bytes
) -> None:
    async with serve(always(answer)) as server:
        refused = await child.get(server.url())

    assert (refused.status_code, refused.text) == (502, "The server did not answer")


async def test_a_tunnel_carries_tls_to_the_name(
    tmp_path: Path,
) -> None:
    guard = Guard(["127.0.0.1/32"], resolver=names({"video.example": ["127.0.0.1"]}))

    async with (
        serve(always(whole(BIG)), tls=certificate(tmp_path, "video.example")) as server,
        GuardedProxy(guard) as proxy,
        httpx.AsyncClient(
            proxy=proxy.url, trust_env=False, verify=trusting(tmp_path), timeout=30
        ) as child,
    ):
        answer = await child.post(f"https://video.example:{server.port}/x", content=BIG)

    assert answer.content == BIG
    (asked,) = server.asked
    assert (asked.target, asked.body) == ("/x", BIG)


async def test_bytes_sent_with_the_connect_request_pass_too(proxy: GuardedProxy) -> None:
    async with serve(always(whole(b"hello"))) as server:
        target = b"127.0.0.1:%d" % server.port
        connect = b"CONNECT " + target + b" HTTP/1.1\r\nHost: x\r\n" + password(proxy) + b"\r\n"
        answer = await exchange(proxy, connect + b"GET /early HTTP/1.1\r\nHost: x\r\n\r\n")

    assert answer == b"HTTP/1.1 200 Connection established\r\n\r\n" + whole(b"hello")
    assert server.asked[0].target == "/early"
