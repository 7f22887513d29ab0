"""Answers made smaller on their way, for clients that take them so."""

import re
import zlib
from collections.abc import Callable

from vitascope.http.asgi import ASGIApp, Headers, Message, Receive, Scope, Send
from vitascope.http.threads import on_thread

_LEAST_BYTES = 500
# What is larger takes milliseconds, for which the event loop does not wait.
_AT_ONCE_BYTES = 64 * 1024
_LEVEL, _GZIP_WINDOW = 5, 31
_PART = 206
_TEXT = re.compile(
    rb"text/(?!event-stream)|application/(json|javascript|xml|[\w.-]+\+(json|xml))"
)
_NOT_THIS = re.compile(rb"gzip *; *q=0(\.0*)? *(,|$)")


class Compressed:
    """``app``, and texts that it answers in one piece are sent as gzip. ``leaves`` names
    requests whose answers are sent as they are.
    """

    def __init__(self, app: ASGIApp, leaves: Callable[[Scope], bool]) -> None:
        self._app = app
        self._leaves = leaves

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._leaves(scope):
            await self._app(scope, receive, send)
            return
        wanted = scope["method"] != "HEAD" and _takes_gzip(scope["headers"])
        await self._app(scope, receive, _Smaller(send, wanted))


class _Smaller:
    """Holds the beginning of an answer back until it is known how long it is."""

    __slots__ = ("_held", "_is_wanted", "_send")

    def __init__(self, send: Send, is_wanted: bool) -> None:
        self._send = send
        self._is_wanted = is_wanted
        self._held: Message | None = None

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_text(message):
            self._held = {**message, "headers": _varying(message["headers"])}
            return
        start, self._held = self._held, None
        if start is None:
            await self._send(message)
            return
        body = message.get("body", b"")
        is_whole = message["type"] == "http.response.body" and not message.get("more_body")
        if self._is_wanted and is_whole and len(body) >= _LEAST_BYTES:
            body = await _gzip(body)
            start = {**start, "headers": _encoded(start["headers"], len(body))}
            message = {**message, "body": body}
        await self._send(start)
        await self._send(message)


def _takes_gzip(headers: Headers) -> bool:
    accepted = b",".join(value for name, value in headers if name == b"accept-encoding").lower()
    return b"gzip" in accepted and not _NOT_THIS.search(accepted)


def _is_text(start: Message) -> bool:
    headers = {name.lower(): value for name, value in start.get("headers", ())}
    is_text = _TEXT.match(headers.get(b"content-type", b"").lower()) is not None
    # Whoever asks for some of the bytes means those of the text.
    return is_text and start["status"] != _PART and b"content-encoding" not in headers


def _varying(headers: Headers) -> Headers:
    return [*headers, (b"vary", b"Accept-Encoding")]


def _encoded(headers: Headers, size_bytes: int) -> Headers:
    kept = [(name, value) for name, value in headers if name.lower() != b"content-length"]
    length = (b"content-length", b"%d" % size_bytes)
    return [*kept, length, (b"content-encoding", b"gzip")]


async def _gzip(body: bytes) -> bytes:
    if len(body) <= _AT_ONCE_BYTES:
        return _compress(body)
    return await on_thread(_compress, body)


def _compress(body: bytes) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _GZIP_WINDOW)
    return packer.compress(body) + packer.flush()
