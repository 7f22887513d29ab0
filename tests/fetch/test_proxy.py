import asyncio
import os
from urllib.parse import urlsplit

import httpx
import pytest
from tests.fetch.loopback import (
    HERE,
    Asked,
    always,
    exchange,
    head,
    password,
    serve,
    whole,
)

from vitascope.fetch.guard import Guard
from vitascope.fetch.proxy import GuardedProxy

BIG = os.urandom(3 << 20)


async def test_nothing_of_the_proxy_reaches_the_server(child: httpx.AsyncClient) -> None:
    headers = {"X-Word": "yes", "Connection": "X-Hop", "X-Hop": "no", "Accept-Encoding": "x"}

    async with serve(always(whole(b""))) as server:
        await child.get(server.url(), headers=headers)

    assert server.asked[0].headers == {
        "host": f"127.0.0.1:{server.port}",
        "accept": "*/*",
        "accept-encoding": "x",
        "user-agent": f"python-httpx/{httpx.__version__}",
        "x-word": "yes",
        "connection": "close",
    }


async def test_no_server_is_a_bad_gateway(child: httpx.AsyncClient) -> None:
    async with serve(always(b"")) as server:
        url = server.url()

    refused = await child.get(url)

    assert (refused.status_code, refused.text) == (
        502,
        "No connection to 127.0.0.1 could be made",
    )


@pytest.mark.parametrize("host", ["127.0.0.2", "0x7f.2"])
async def test_a_blocked_server_is_refused_before_connecting(
    child: httpx.AsyncClient, host: str
) -> None:
    async with serve(always(whole(b"secret")), host="127.0.0.2") as private:
        plain = await child.get(f"http://{host}:{private.port}/")
        with pytest.raises(httpx.ProxyError) as caught:
            await child.get(f"https://{host}:{private.port}/")

    assert (plain.status_code, plain.reason_phrase) == (403, "Blocked")
    assert str(caught.value) == "403 Blocked"
    assert private.connections == 0


async def test_a_name_is_looked_up_for_every_connection_and_pinned() -> None:
    answers = iter([["127.0.0.1"], ["127.0.0.1", "10.0.0.1"], ["10.0.0.1"]])

    async def rebinding(_host: str, _port: int) -> list[str]:
        return next(answers)

    async with (
        serve(always(whole(b"hello"))) as server,
        GuardedProxy(Guard(["127.0.0.1/32"], resolver=rebinding)) as proxy,
        httpx.AsyncClient(proxy=proxy.url, trust_env=False, timeout=30) as child,
    ):
        statuses = [
            (await child.get(server.url(host="a.example"))).status_code for _ in range(3)
        ]

    assert statuses == [200, 403, 403]
    assert server.asked[0].headers["host"] == f"a.example:{server.port}"


@pytest.mark.parametrize(
    "line",
    [b"", b"Proxy-Authorization: Basic eDp5\r\n", b"Proxy-Authorization: Bearer x\r\n"],
)
@pytest.mark.parametrize("verb", [b"GET http://%b/", b"CONNECT %b"])
async def test_who_does_not_know_the_password_is_refused(
    proxy: GuardedProxy, verb: bytes, line: bytes
) -> None:
    async with serve(always(whole(b"secret"))) as server:
        target = b"127.0.0.1:%d" % server.port
        first = verb % target + b" HTTP/1.1\r\nHost: " + target + b"\r\n"
        answer = await exchange(proxy, first + line + b"\r\n")

    assert answer.split(b"\r\n")[0] == b"HTTP/1.1 407 Proxy Authentication Required"
    assert b'Proxy-Authenticate: Basic realm="proxy"' in answer
    assert server.connections == 0


async def test_two_proxies_have_two_passwords(proxy: GuardedProxy) -> None:
    async with GuardedProxy(HERE) as other:
        passwords = {urlsplit(each.url).password for each in (proxy, other)}

    assert len(passwords) == 2


@pytest.mark.parametrize(
    ("first", "status"),
    [
        (b"GET / HTTP/1.1", b"400 Bad Request"),
        (b"GET ftp://127.0.0.1/ HTTP/1.1", b"400 Bad Request"),
        (b"GET https://127.0.0.1/ HTTP/1.1", b"400 Bad Request"),
        (b"GET http://user:word@127.0.0.1/ HTTP/1.1", b"400 Bad Request"),
        (b"GET http:/// HTTP/1.1", b"400 Bad Request"),
        (b"CONNECT 127.0.0.1:0 HTTP/1.1", b"400 Bad Request"),
        (b"CONNECT 127.0.0.1:99999 HTTP/1.1", b"400 Bad Request"),
        (b"CONNECT http://127.0.0.1/ HTTP/1.1", b"400 Bad Request"),
        (b"CONNECT 127.0.0.2:443 HTTP/1.1", b"403 Blocked"),
        (b"CONNECT a.example HTTP/1.1", b"400 Bad Request"),
        (b"CONNECT user@127.0.0.1:443 HTTP/1.1", b"400 Bad Request"),
        (b"CONNECT [::1]:443 HTTP/1.1", b"403 Blocked"),
        (b"CONNECT [::ffff:127.0.0.2]:443 HTTP/1.1", b"403 Blocked"),
        (b"GET http://[::1]/ HTTP/1.1", b"403 Blocked"),
        (b"CONNECT 2130706434:443 HTTP/1.1", b"403 Blocked"),
    ],
)
async def test_a_target_is_checked(proxy: GuardedProxy, first: bytes, status: bytes) -> None:
    request = first + b"\r\nHost: x\r\n" + password(proxy) + b"\r\n"

    answer = await exchange(proxy, request)

    assert answer.split(b"\r\n")[0] == b"HTTP/1.1 " + status


@pytest.mark.parametrize("request_", [b"\x16\x03\x01\x00hello\r\n\r\n", b"GET\r\n\r\n"])
async def test_what_is_no_http_is_not_answered(proxy: GuardedProxy, request_: bytes) -> None:
    answer = await exchange(proxy, request_)

    assert answer == b""


async def test_leaving_the_proxy_ends_what_still_runs() -> None:
    reached = asyncio.Event()

    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, ("Content-Length", 9)) + b"sho")
        await writer.drain()
        reached.set()
        await asyncio.Event().wait()

    async with serve(answering) as server:
        async with GuardedProxy(HERE) as proxy:
            port = urlsplit(proxy.url).port
            child = httpx.AsyncClient(proxy=proxy.url, trust_env=False, timeout=600)
            task = asyncio.ensure_future(child.get(server.url()))
            await reached.wait()
        with pytest.raises(httpx.TransportError):
            await task
        await child.aclose()

    with pytest.raises(ConnectionRefusedError):
        await asyncio.open_connection("127.0.0.1", port)


async def test_leaving_the_proxy_waits_for_nobody_who_does_not_read() -> None:
    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200))
        while True:
            writer.write(bytes(1 << 20))
            await writer.drain()

    async with serve(answering) as server:
        async with GuardedProxy(HERE) as proxy:
            port = urlsplit(proxy.url).port
            reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1)
            first = f"GET {server.url()} HTTP/1.1\r\nHost: x\r\n".encode()
            writer.write(first + password(proxy) + b"\r\n")
            began = await reader.readexactly(1)
        writer.close()

    assert began == b"H"
