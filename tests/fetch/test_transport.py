import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import httpx2
import pytest
from tests.fetch.loopback import HERE, NoNetwork, always, head, names, serve, whole
from tests.fetch.tls import certificate, trusting

from vitascope.fetch.client import open_client
from vitascope.fetch.errors import BadUrl, Blocked, Interrupted, Unreachable
from vitascope.fetch.guard import Guard
from vitascope.fetch.transport import GuardedTransport

NAME = "video.example"


@asynccontextmanager
async def client(transport: GuardedTransport) -> AsyncIterator[httpx2.AsyncClient]:
    async with httpx2.AsyncClient(transport=transport, trust_env=False) as opened:
        yield opened


async def test_a_request_is_answered() -> None:
    async with (
        serve(always(whole(b"hello", ("X-Word", "yes"), status=201))) as server,
        client(GuardedTransport(HERE)) as session,
    ):
        answer = await session.post(server.url("/path?a=b"), content=b"sent")

    assert (answer.status_code, answer.headers["X-Word"], answer.content) == (
        201,
        "yes",
        b"hello",
    )
    (asked,) = server.asked
    assert (asked.method, asked.target, asked.body) == ("POST", "/path?a=b", b"sent")
    assert asked.headers["host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "http://2130706433/", "http://[::ffff:127.0.0.1]/"]
)
async def test_a_blocked_address_is_not_connected_to(url: str) -> None:
    network = NoNetwork()

    async with client(GuardedTransport(Guard(), network=network)) as session:
        with pytest.raises(Blocked):
            await session.get(url)

    assert network.tried == []


async def test_a_url_with_a_password_is_not_followed() -> None:
    network = NoNetwork()

    async with client(GuardedTransport(Guard(), network=network)) as session:
        with pytest.raises(BadUrl):
            await session.get("http://user:word@1.1.1.1/")

    assert network.tried == []


async def test_no_server_is_unreachable() -> None:
    async with serve(always(b"")) as server:
        url = server.url()

    async with client(GuardedTransport(HERE)) as session:
        with pytest.raises(Unreachable) as caught:
            await session.get(url)

    assert str(caught.value) == "No connection to the server could be made"


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200", head(200, ("Content-Length", 9)) + b"short", b"SSH-2.0\r\n\r\n"],
)
async def test_half_an_answer_is_an_interruption(answer: bytes) -> None:
    async with serve(always(answer)) as server, client(GuardedTransport(HERE)) as session:
        with pytest.raises(Interrupted) as caught:
            await session.get(server.url())

    assert str(caught.value) == "The connection to the server broke"


async def test_a_server_that_stands_still_is_left() -> None:
    async def answering(_asked: object, writer: asyncio.StreamWriter) -> None:
        writer.write(head(200, ("Content-Length", 9)) + b"sho")
        await writer.drain()
        await asyncio.Event().wait()

    async with serve(answering) as server, client(GuardedTransport(HERE)) as session:
        with pytest.raises(Interrupted) as caught:
            await session.get(server.url(), timeout=httpx2.Timeout(30, read=0.05))

    assert str(caught.value) == "The server stopped answering"


async def test_tls_asks_for_the_name_and_not_for_the_pinned_address(tmp_path: Path) -> None:
    tls = certificate(tmp_path, NAME)
    asked_for: list[str | None] = []
    tls.sni_callback = lambda _connection, name, _context: asked_for.append(name)
    guard = Guard(
        ["127.0.0.1/32"], resolver=names({NAME: ["127.0.0.1"], "b.example": ["127.0.0.1"]})
    )

    async with (
        serve(always(whole(b"hello")), tls=tls) as server,
        client(GuardedTransport(guard, tls=trusting(tmp_path))) as session,
    ):
        answer = await session.get(f"https://{NAME}:{server.port}/")
        with pytest.raises(Unreachable) as caught:
            await session.get(f"https://b.example:{server.port}/")

    assert (answer.content, asked_for) == (b"hello", [NAME, "b.example"])
    assert str(caught.value) == "The server has no certificate that can be trusted"


async def test_a_certificate_that_nobody_signed_is_not_trusted(tmp_path: Path) -> None:
    guard = Guard(["127.0.0.1/32"], resolver=names({NAME: ["127.0.0.1"]}))

    async with (
        serve(always(whole(b"hello")), tls=certificate(tmp_path, NAME)) as server,
        client(GuardedTransport(guard)) as session,
    ):
        with pytest.raises(Unreachable) as caught:
            await session.get(f"https://{NAME}:{server.port}/")

    assert str(caught.value) == "The server has no certificate that can be trusted"
    assert server.asked == []


@pytest.mark.parametrize(("most_idle", "opened"), [(2, 4), (3, 3)])
async def test_no_more_connections_than_wished_are_kept_for_the_next_requests(
    most_idle: int, opened: int
) -> None:
    together, connections = asyncio.Barrier(3), list[asyncio.Task[None]]()

    async def answering(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, OSError):
            while await reader.readuntil(b"\r\n\r\n"):
                await together.wait()
                writer.write(b"HTTP/1.1 200 Word\r\nContent-Length: 0\r\n\r\n")
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connections.append(asyncio.create_task(answering(reader, writer)))

    async with await asyncio.start_server(connected, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/"
        async with open_client(HERE, most_idle=most_idle) as session:
            for _ in range(2):
                await asyncio.gather(*(session.get(url) for _ in range(3)))
        await asyncio.gather(*connections)

    assert len(connections) == opened
