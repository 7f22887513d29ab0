import asyncio

import h11
import httpx
import pytest
from tests.fetch.loopback import Asked, always, serve

from vitascope.fetch.proxy_wire import Refused, Wire, one_hop, origin_form


def asked(target: bytes, *headers: tuple[bytes, bytes]) -> h11.Request:
    named = [(b"Host", b"child.example"), *headers]
    return h11.Request(method=b"GET", target=target, headers=named)


@pytest.mark.parametrize(
    ("target", "host", "path"),
    [
        (b"http://a.example/x", b"a.example", b"/x"),
        (b"http://a.example:81/x?y=1", b"a.example:81", b"/x?y=1"),
        (b"http://a.example", b"a.example", b"/"),
        (b"http://a.example?y=1", b"a.example", b"/?y=1"),
        (b"HTTP://[::1]:81/x#y", b"[::1]:81", b"/x"),
        (b"http://a.example/%7E/../%2f?u=http://b/", b"a.example", b"/%7E/../%2f?u=http://b/"),
    ],
)
def test_the_path_stays_to_the_letter_and_the_host_is_the_url_s(
    target: bytes, host: bytes, path: bytes
) -> None:
    head = origin_form(asked(target))

    assert (head.method, head.target) == (b"GET", path)
    assert list(head.headers) == [(b"host", host), (b"connection", b"close")]


def test_a_path_alone_names_no_server() -> None:
    with pytest.raises(Refused) as caught:
        origin_form(asked(b"/x"))

    assert caught.value.status == 400


def test_headers_of_one_connection_stay_there() -> None:
    dropped = [
        (b"Connection", b"X-Hop , close"),
        (b"X-Hop", b"1"),
        (b"Keep-Alive", b"timeout=5"),
        (b"Proxy-Authorization", b"Basic secret"),
        (b"Proxy-Connection", b"keep-alive"),
        (b"TE", b"trailers"),
        (b"Upgrade", b"websocket"),
    ]

    kept = one_hop(asked(b"/", *dropped, (b"Authorization", b"Bearer x")))

    assert kept == [
        (b"host", b"child.example"),
        (b"authorization", b"Bearer x"),
        (b"Connection", b"close"),
    ]


async def test_a_head_without_end_is_not_read_to_its_end() -> None:
    endless = b"HTTP/1.1 200 OK\r\nX-Long: " + b"x" * (1 << 20)

    async with serve(always(endless)) as server:
        wire = Wire(h11.CLIENT, *await asyncio.open_connection("127.0.0.1", server.port))
        await wire.send(asked(b"/"))
        await wire.send(h11.EndOfMessage())
        with pytest.raises(h11.RemoteProtocolError):
            await wire.next_event()
        await wire.close()

    assert server.asked[0].target == "/"


async def test_the_proxy_s_own_answer_says_why() -> None:
    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        wire = Wire(h11.SERVER, asyncio.StreamReader(), writer)
        await wire.refuse(Refused(403, "Blocked", "Not there"))

    async with serve(answering) as server, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.get(server.url())

    assert (answer.status_code, answer.reason_phrase) == (403, "Blocked")
    assert (answer.text, answer.headers["connection"]) == ("Not there", "close")
