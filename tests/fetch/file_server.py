"""A loopback file server with ranges, and with whatever faults a test wants."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from tests.fetch.loopback import Asked, LoopbackServer, head, whole

from vitascope.fetch.download import Downloaded

MB = 1 << 20
# Every byte tells where it stands, so a piece at the wrong place shows.
BODY = b"".join(b"%07d\n" % number for number in range(0, 3 * MB, 8))
FIRST = head(200, ("Content-Length", len(BODY)), ("ETag", '"1"')) + BODY[:1000]
WHOLE = whole(BODY, ("ETag", '"1"'))

Fetch: TypeAlias = Callable[..., Awaitable[Downloaded]]


@dataclass(slots=True, kw_only=True)
class FileServer:
    """Serves ``body`` at every path.

    ``cuts`` are, one per answer, after how many bytes of the body the connection breaks;
    ``with_ranges`` and ``with_length`` say what it can do.
    """

    body: bytes
    etag: str | None = '"1"'
    last_modified: str | None = None
    cuts: list[int] = field(default_factory=list)
    with_ranges: bool = True
    with_length: bool = True
    headers: list[tuple[str, object]] = field(default_factory=list)

    async def __call__(self, asked: Asked, writer: asyncio.StreamWriter) -> None:
        start = self._start(asked)
        if start is not None and start >= len(self.body):
            size = ("Content-Range", f"bytes */{len(self.body)}")
            writer.write(whole(b"", size, *self._version(), status=416))
            return
        rest = self.body[start or 0 :]
        writer.write(self._head(start, rest))
        cut = self.cuts.pop(0) if self.cuts else len(rest)
        writer.write(self._framed(rest[:cut], ends=cut >= len(rest)))

    def _start(self, asked: Asked) -> int | None:
        wanted = re.fullmatch(r"bytes=(\d+)-", asked.headers.get("range", ""))
        version = asked.headers.get("if-range")
        if not self.with_ranges or wanted is None:
            return None
        return int(wanted[1]) if version in {self.etag, self.last_modified} else None

    def _head(self, start: int | None, rest: bytes) -> bytes:
        framing: tuple[str, object] = ("Transfer-Encoding", "chunked")
        if self.with_length:
            framing = ("Content-Length", len(rest))
        if start is None:
            return head(200, framing, *self._version(), *self.headers)
        last, size = len(self.body) - 1, len(self.body)
        place = ("Content-Range", f"bytes {start}-{last}/{size}")
        return head(206, framing, place, *self._version())

    def _framed(self, data: bytes, *, ends: bool) -> bytes:
        if self.with_length:
            return data
        chunk = b"%x\r\n%b\r\n" % (len(data), data) if data else b""
        return chunk + (b"0\r\n\r\n" if ends else b"")

    def _version(self) -> list[tuple[str, object]]:
        known = [("ETag", self.etag), ("Last-Modified", self.last_modified)]
        return [(name, value) for name, value in known if value is not None]


def ranges(server: LoopbackServer) -> list[str | None]:
    """What part of the file was asked for, one after the other."""
    return [asked.headers.get("range") for asked in server.asked]
