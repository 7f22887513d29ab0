"""Answers made of bytes that exist: a file, a blob, a buffer. GET and HEAD only."""

import asyncio
import os
import stat
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from vitascope.base.errors import NotFound
from vitascope.http.asgi import ZERO_COPY, Headers, Receive, Scope, Send
from vitascope.http.ranges import Decision, decide, http_date
from vitascope.http.threads import on_thread
from vitascope.storage import BlobStore, LocalPaths, SignedUrls
from vitascope.storage.disposition import attachment

PIECE_BYTES = 1 << 20
_DESCRIBED = frozenset((HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT))


@dataclass(slots=True, kw_only=True, eq=False)
class Answer:
    """What the answer says about its bytes.

    ``etag`` is a strong tag without its quotes, and ``filename`` asks browsers to save
    instead of show. Names in ``headers`` are lower case.
    """

    media_type: str = "application/octet-stream"
    etag: str | None = None
    cache_control: str | None = None
    filename: str | None = None
    headers: Sequence[tuple[bytes, bytes]] = ()

    def head(
        self, scope: Scope, size_bytes: int, *, modified_s: int | None, tag: str | None
    ) -> tuple[Decision, Headers]:
        """Decide what to send of ``size_bytes``, and the headers to send with it."""
        etag = None if tag is None else tag.encode("latin-1")
        decision = decide(
            scope["method"],
            scope["headers"],
            size_bytes=size_bytes,
            etag=etag,
            modified_s=modified_s,
        )
        headers = [(b"accept-ranges", b"bytes"), *self.headers]
        if etag is not None:
            headers.append((b"etag", b'"%s"' % etag))
        if modified_s is not None:
            headers.append((b"last-modified", http_date(modified_s)))
        if self.cache_control is not None:
            headers.append((b"cache-control", self.cache_control.encode("latin-1")))
        if decision.status != HTTPStatus.NOT_MODIFIED:
            headers += self._content(decision, size_bytes)
        return decision, headers

    def described(self) -> Headers:
        """The headers that do not depend on the request."""
        headers = [(b"content-type", self.media_type.encode("latin-1"))]
        if self.filename is not None:
            headers.append((b"content-disposition", attachment(self.filename).encode()))
        return headers

    def _content(self, decision: Decision, size_bytes: int) -> Headers:
        status, start, stop = decision
        headers = [(b"content-length", b"%d" % (stop - start))]
        if status in _DESCRIBED:
            headers += self.described()
        if status == HTTPStatus.PARTIAL_CONTENT:
            extent = b"bytes %d-%d/%d" % (start, stop - 1, size_bytes)
            headers.append((b"content-range", extent))
        elif status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            headers.append((b"content-range", b"bytes */%d" % size_bytes))
        return headers


@dataclass(slots=True, eq=False)
class SendBytes(Answer):
    data: bytes

    async def __call__(self, scope: Scope, _receive: Receive, send: Send) -> None:
        decision, headers = self.head(scope, len(self.data), modified_s=None, tag=self.etag)
        status, start, stop = decision
        await send({"type": "http.response.start", "status": status, "headers": headers})
        body = b"" if scope["method"] == "HEAD" else self.data[start:stop]
        await send({"type": "http.response.body", "body": body})


@dataclass(slots=True, eq=False)
class SendFile(Answer):
    """A file of this machine; its tag is made of its size and time unless one is given.

    Raises:
        NotFound: there is no such file; nothing was sent yet.
    """

    path: Path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        file, size_bytes, modified_ns = _open(self.path)
        try:
            decision, headers = self.head(
                scope,
                size_bytes,
                modified_s=modified_ns // 1_000_000_000,
                tag=self.etag or f"{modified_ns:x}-{size_bytes:x}",
            )
            status, start, stop = decision
            await send({"type": "http.response.start", "status": status, "headers": headers})
            if start == stop or scope["method"] == "HEAD":
                await send({"type": "http.response.body", "body": b""})
            elif ZERO_COPY in (scope.get("extensions") or ()):
                count = stop - start
                await send({"type": ZERO_COPY, "file": file, "offset": start, "count": count})
            else:
                async with _presence(receive) as client:
                    await _send_pieces(_pieces(file, start, stop), client, send)
        finally:
            os.close(file)


@dataclass(slots=True, eq=False)
class SendBlob(Answer):
    """A blob, by the cheapest way its store allows.

    Local blobs go out as files, or by nginx when ``accel_prefix`` names its internal location
    of the store's root. With ``redirect_expires_s`` viewers of other stores are sent to a
    signed address that lives so long; without, the bytes pass through here.

    Raises:
        NotFound, BlobMissing: there is no such blob; nothing was sent yet.
    """

    store: BlobStore
    key: str
    size_bytes: int
    modified: datetime | None = None
    accel_prefix: str | None = None
    redirect_expires_s: int | None = None

    @property
    def is_handed_over(self) -> bool:
        """Whether another server sends the bytes."""
        if isinstance(self.store, LocalPaths):
            return self.accel_prefix is not None
        return self.redirect_expires_s is not None and isinstance(self.store, SignedUrls)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if isinstance(self.store, LocalPaths):
            if self.accel_prefix is not None:
                await self._hand_over(self.accel_prefix, send)
            else:
                await self._file(self.store.local_path(self.key))(scope, receive, send)
        elif self.redirect_expires_s is not None and isinstance(self.store, SignedUrls):
            await self._redirect(self.store, self.redirect_expires_s, send)
        else:
            await self._pass_through(scope, receive, send)

    def _file(self, path: Path) -> SendFile:
        return SendFile(
            path,
            media_type=self.media_type,
            etag=self.etag,
            cache_control=self.cache_control,
            filename=self.filename,
            headers=self.headers,
        )

    async def _hand_over(self, prefix: str, send: Send) -> None:
        """Ranges and conditions are nginx's then."""
        address = f"{prefix.rstrip('/')}/{quote(self.key)}"
        headers = [(b"x-accel-redirect", address.encode()), *self.described(), *self.headers]
        if self.cache_control is not None:
            headers.append((b"cache-control", self.cache_control.encode("latin-1")))
        await _send_empty(HTTPStatus.OK, headers, send)

    async def _redirect(self, store: SignedUrls, expires_s: int, send: Send) -> None:
        url = store.signed_url(self.key, expires_s=expires_s, filename=self.filename)
        # Half its life: nobody shall follow an address that ends on the way.
        caching = b"private, max-age=%d" % (expires_s // 2)
        headers = [(b"location", url.encode()), (b"cache-control", caching), *self.headers]
        await _send_empty(HTTPStatus.FOUND, headers, send)

    async def _pass_through(self, scope: Scope, receive: Receive, send: Send) -> None:
        modified_s = None if self.modified is None else int(self.modified.timestamp())
        decision, headers = self.head(
            scope, self.size_bytes, modified_s=modified_s, tag=self.etag
        )
        status, start, stop = decision
        opening = {"type": "http.response.start", "status": status, "headers": headers}
        if start == stop or scope["method"] == "HEAD":
            await send(opening)
            await send({"type": "http.response.body", "body": b""})
            return
        pieces = self.store.read(self.key, start, stop - start)
        # The first piece before the status: a blob that is missing is found out in time.
        first = await on_thread(next, pieces, b"")
        await send(opening)
        await send({"type": "http.response.body", "body": first, "more_body": True})
        async with _presence(receive) as client:
            await _send_pieces(pieces, client, send)


async def _send_empty(status: int, headers: Headers, send: Send) -> None:
    headers.append((b"content-length", b"0"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})


async def _send_pieces(
    pieces: Iterator[bytes], client: "asyncio.Task[None]", send: Send
) -> None:
    """Send until the end, or until the client is gone: nobody else would notice that."""
    while not client.done() and (piece := await on_thread(next, pieces, b"")):
        await send({"type": "http.response.body", "body": piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


@asynccontextmanager
async def _presence(receive: Receive) -> AsyncIterator["asyncio.Task[None]"]:
    """A task that is done when the client is gone."""

    async def wait() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass

    task = asyncio.create_task(wait())
    try:
        yield task
    finally:
        task.cancel()


def _open(path: Path) -> tuple[int, int, int]:
    """Descriptor, size in bytes, and time of the last change in nanoseconds."""
    try:
        file = os.open(path, os.O_RDONLY)
    except (FileNotFoundError, NotADirectoryError):
        raise NotFound("file", path.name) from None
    found = os.fstat(file)
    if not stat.S_ISREG(found.st_mode):
        os.close(file)
        raise NotFound("file", path.name)
    return file, found.st_size, found.st_mtime_ns


def _pieces(file: int, start: int, stop: int) -> Iterator[bytes]:
    while start < stop and (piece := os.pread(file, min(PIECE_BYTES, stop - start), start)):
        yield piece
        start += len(piece)
