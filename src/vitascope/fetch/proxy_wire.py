"""HTTP/1.1 over one connection of the proxy, and what may pass from one to the other."""

import asyncio
import re
from contextlib import suppress
from typing import TypeAlias

import h11

READ_BYTES = 1 << 16
_MOST_HEAD_BYTES = 1 << 17
_ABSOLUTE = re.compile(rb"[^:]+://([^/?#]*)([^#]*).*")
# They are about one connection, and the next one is ours.
_HOP_BY_HOP = frozenset(
    {
        b"connection",
        b"keep-alive",
        b"proxy-authenticate",
        b"proxy-authorization",
        b"proxy-connection",
        b"te",
        b"trailer",
        b"upgrade",
    }
)

Headers: TypeAlias = list[tuple[bytes, bytes]]


class Refused(Exception):
    """The proxy's own answer to a request."""

    def __init__(self, status: int, reason: str, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.reason = reason
        self.message = message


class Wire:
    """One connection; ``role`` is what this end of it is."""

    def __init__(
        self,
        role: type[h11.SERVER] | type[h11.CLIENT],
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
    ) -> None:
        self.reader = reader
        self.writer = writer
        self.state = h11.Connection(role, max_incomplete_event_size=_MOST_HEAD_BYTES)

    async def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        """What the other end says next; never that there is too little to tell.

        Raises:
            h11.RemoteProtocolError: it does not speak HTTP, or broke off in the middle.
        """
        while (event := self.state.next_event()) is h11.NEED_DATA:
            self.state.receive_data(await self.reader.read(READ_BYTES))
        return event

    async def send(self, event: h11.Event) -> None:
        data = self.state.send(event)
        if data:
            self.writer.write(data)
            await self.writer.drain()

    async def refuse(self, refused: Refused) -> None:
        """Answer instead of the server."""
        body = refused.message.encode()
        headers = [
            (b"Content-Type", b"text/plain; charset=utf-8"),
            (b"Content-Length", b"%d" % len(body)),
            (b"Connection", b"close"),
        ]
        if refused.status == 407:
            headers.append((b"Proxy-Authenticate", b'Basic realm="proxy"'))
        reason = refused.reason.encode()
        await self.send(
            h11.Response(status_code=refused.status, headers=headers, reason=reason)
        )
        await self.send(h11.Data(data=body))
        await self.send(h11.EndOfMessage())

    async def close(self) -> None:
        """Wait until the other end has taken what is still to be sent."""
        self.writer.close()
        with suppress(OSError):
            await self.writer.wait_closed()


def origin_form(head: h11.Request) -> h11.Request:
    """``head``, which names a whole URL, as the server itself is asked.

    The path stays to the letter: it may be signed.

    Raises:
        Refused: it names no whole URL.
    """
    parts = _ABSOLUTE.fullmatch(head.target)
    if parts is None:
        raise Refused(400, "Bad Request", "The proxy takes whole URLs only")
    authority, path = parts.groups()
    headers = [(name, value) for name, value in one_hop(head) if name != b"host"]
    return h11.Request(
        method=head.method,
        target=path if path.startswith(b"/") else b"/" + path,
        headers=[(b"Host", authority), *headers],
    )


def one_hop(head: h11.Request | h11.Response) -> Headers:
    """The headers of ``head`` that pass to the other side, whose connection ends after it."""
    named = b",".join(value for name, value in head.headers if name == b"connection")
    dropped = _HOP_BY_HOP | {name.strip().lower() for name in named.split(b",")}
    kept = [(name, value) for name, value in head.headers if name not in dropped]
    return [*kept, (b"Connection", b"close")]
