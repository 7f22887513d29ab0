"""A forward proxy for child programs that do their own HTTP: the guard decides for them too."""

import asyncio
import base64
import hmac
import re
import secrets
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from types import TracebackType
from typing import Self

import h11

from vitascope.fetch.errors import BadUrl, Blocked, FetchError, Unreachable
from vitascope.fetch.guard import Guard
from vitascope.fetch.proxy_relay import forward, tunnel
from vitascope.fetch.proxy_wire import Refused, Wire, origin_form
from vitascope.fetch.url import Address, parse_url

_USER = "child"
_HEAD_TIMEOUT_S = 30
_LOOKUP_TIMEOUT_S = 30
_CONNECT_TIMEOUT_S = 30
_AUTHORITY = re.compile(r"[^/?#@]+:[0-9]+")


class GuardedProxy:
    """Listens on a loopback port while it is entered; only who knows :attr:`url` may use it.

    Each connection carries one request, or one tunnel. Where the guard lets a request not go,
    the answer is 403 with the reason ``Blocked``; where there is no server, 502.
    """

    def __init__(self, guard: Guard) -> None:
        self._guard = guard
        self._password = secrets.token_urlsafe(24)
        self._server: asyncio.Server | None = None
        self._connections: set[asyncio.Task[None]] = set()
        self._wires: set[Wire] = set()

    @property
    def url(self) -> str:
        """The proxy's address, with the password it asks for: pass it on, never log it."""
        assert self._server is not None  # noqa: S101 - entered first
        port = self._server.sockets[0].getsockname()[1]
        return f"http://{_USER}:{self._password}@127.0.0.1:{port}"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._server is not None  # noqa: S101 - entered first
        self._server.close()
        for wire in self._wires:
            wire.writer.transport.abort()
        for task in self._connections:
            task.cancel()
        await asyncio.gather(*self._connections, return_exceptions=True)
        await self._server.wait_closed()

    def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        child = Wire(h11.SERVER, reader, writer)
        self._wires.add(child)
        task = asyncio.create_task(self._answer(child))
        self._connections.add(task)
        task.add_done_callback(self._connections.discard)

    async def _answer(self, child: Wire) -> None:
        async with self._closing(child):
            try:
                await self._handle(child)
            except Refused as refused:
                await child.refuse(refused)

    async def _handle(self, child: Wire) -> None:
        async with asyncio.timeout(_HEAD_TIMEOUT_S):
            head = await child.next_event()
        if not isinstance(head, h11.Request):
            return
        self._check_password(head)
        tunnelled = head.method == b"CONNECT"
        address = _target(head, tunnelled=tunnelled)
        server = await self._connect(address)
        self._wires.add(server)
        async with self._closing(server):
            if tunnelled:
                await tunnel(child, server)
            else:
                await forward(child, server, origin_form(head))

    @asynccontextmanager
    async def _closing(self, wire: Wire) -> AsyncIterator[None]:
        """Nobody but the two ends of a connection minds that it broke, and they know."""
        try:
            with suppress(OSError, h11.ProtocolError):
                yield
        finally:
            await wire.close()
            self._wires.discard(wire)

    def _check_password(self, head: h11.Request) -> None:
        token = base64.b64encode(f"{_USER}:{self._password}".encode())
        given = dict(head.headers).get(b"proxy-authorization", b"")
        if not hmac.compare_digest(given, b"Basic " + token):
            raise Refused(407, "Proxy Authentication Required", "The proxy needs a password")

    async def _connect(self, address: Address) -> Wire:
        with _refusing():
            try:
                async with asyncio.timeout(_LOOKUP_TIMEOUT_S):
                    found = await self._guard.resolve(address.host, address.port)
                return await _open_first(found, address.port)
            except OSError as error:
                raise Unreachable(f"No connection to {address.host} could be made") from error


async def _open_first(addresses: list[str], port: int) -> Wire:
    """Connect to the first address that answers.

    Raises:
        OSError: none does.
    """
    failure = OSError("no address")
    for address in addresses:
        try:
            async with asyncio.timeout(_CONNECT_TIMEOUT_S / len(addresses)):
                reader, writer = await asyncio.open_connection(address, port)
        except OSError as error:
            failure = error
        else:
            return Wire(h11.CLIENT, reader, writer)
    raise failure


def _target(head: h11.Request, *, tunnelled: bool) -> Address:
    target = head.target.decode("ascii", "replace")
    if tunnelled and not _AUTHORITY.fullmatch(target):
        raise Refused(400, "Bad Request", "A tunnel leads to a host and a port")
    with _refusing():
        address = parse_url(f"https://{target}/" if tunnelled else target)
    if not tunnelled and address.scheme != "http":
        raise Refused(400, "Bad Request", "The proxy takes https through tunnels only")
    return address


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except BadUrl as error:
        raise Refused(400, "Bad Request", error.message) from error
    except Blocked as error:
        raise Refused(403, "Blocked", error.message) from error
    except FetchError as error:
        raise Refused(502, "Bad Gateway", error.message) from error
