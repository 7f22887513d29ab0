"""Servers of the tests' own, on loopback, that answer byte by byte what a test wants."""

import asyncio
import base64
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import TypeAlias
from urllib.parse import urlsplit

import httpcore2

from vitascope.fetch.guard import Guard, Resolver
from vitascope.fetch.proxy import GuardedProxy

HERE = Guard(["127.0.0.1/32"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """``headers`` have names in lower case."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes = b""


Answering: TypeAlias = Callable[[Asked, asyncio.StreamWriter], Awaitable[None]]


@dataclass(slots=True, kw_only=True)
class LoopbackServer:
    port: int
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"


@asynccontextmanager
async def serve(
    answering: Answering, *, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None
) -> AsyncIterator[LoopbackServer]:
    """A server that answers one request per connection and closes it."""
    connections: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError):
            asked = await _read(reader)
            server.asked.append(asked)
            await answering(asked, writer)
            await writer.drain()
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        server.connections += 1
        task = asyncio.create_task(handle(reader, writer))
        connections.add(task)
        task.add_done_callback(connections.discard)
        task.add_done_callback(lambda _task: writer.transport.abort())

    listening = await asyncio.start_server(connected, host, 0, ssl=tls)
    server = LoopbackServer(port=listening.sockets[0].getsockname()[1])
    try:
        yield server
    finally:
        listening.close()
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        await listening.wait_closed()


async def _read(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    first, *lines = head.rstrip().split("\r\n")
    method, target, _ = first.split(" ")
    pairs = (line.split(": ", 1) for line in lines)
    headers = {name.lower(): value for name, value in pairs}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Asked(method=method, target=target, headers=headers, body=body)


def head(status: int, *headers: tuple[str, object]) -> bytes:
    lines = [f"HTTP/1.1 {status} Word", *(f"{name}: {value}" for name, value in headers)]
    return "\r\n".join([*lines, "Connection: close", "", ""]).encode()


def whole(body: bytes, *headers: tuple[str, object], status: int = 200) -> bytes:
    return head(status, ("Content-Length", len(body)), *headers) + body


def always(answer: bytes) -> Answering:
    """Answer every request with the same bytes."""

    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answer)

    return answering


def in_turn(answers: Iterable[bytes]) -> Answering:
    """Answer every request with the next of ``answers``."""
    rest = iter(answers)

    async def answering(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(next(rest))

    return answering


def by_path(answers: dict[str, bytes]) -> Answering:
    async def answering(asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answers[asked.target])

    return answering


def redirect(location: str, status: int = 302) -> bytes:
    return head(status, ("Location", location), ("Content-Length", 0))


def names(table: dict[str, list[str]]) -> Resolver:
    """A resolver that knows ``table`` and nothing else, and asks nobody."""

    async def resolve(host: str, _port: int) -> list[str]:
        if host not in table:
            raise OSError("no such name")
        return table[host]

    return resolve


class NoNetwork(httpcore2.AsyncNetworkBackend):
    """Notes where a connection would go, and makes none."""

    def __init__(self) -> None:
        self.tried: list[tuple[str, int]] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is the library's
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        self.tried.append((host, port))
        raise httpcore2.ConnectError("no network")


async def exchange(proxy: GuardedProxy, request: bytes) -> bytes:
    """All that the proxy answers to these bytes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", urlsplit(proxy.url).port)
    writer.write(request)
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return answer


def password(proxy: GuardedProxy) -> bytes:
    parts = urlsplit(proxy.url)
    token = base64.b64encode(f"{parts.username}:{parts.password}".encode())
    return b"Proxy-Authorization: Basic " + token + b"\r\n"
