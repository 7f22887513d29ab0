"""Our own addresses of media: ``/media/<video uuid>/<file>``.

Every player of the web pages and every embed uses these; dialects have paths of their own and
call the same :class:`Origin`.
"""

import asyncio
import uuid
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, quote

from vitascope.base.errors import NotFound, ProductError
from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send
from vitascope.http.delivery import Viewer
from vitascope.origin.delivery import Origin
from vitascope.origin.errors import error_answer
from vitascope.origin.viewers import Viewers

PREFIX = "/media/"
# What pages show of a video beside its streams: nothing of it can be watched by these.
_OF_PAGES = frozenset(
    {"poster.jpg", "storyboard.jpg", "storyboard.vtt", "chapters.vtt", "contact.webp"}
    | {"poster.webp", "status"}
)
_CORS = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Content-Length, Content-Range"),
)
_PREFLIGHT = (
    *_CORS,
    (b"access-control-allow-methods", b"GET, HEAD, OPTIONS"),
    (b"access-control-allow-headers", b"Authorization, Range, X-Peertube-Video-Password"),
    (b"access-control-max-age", b"86400"),
    (b"content-length", b"0"),
)


class OriginApp:
    def __init__(self, origin: Origin, viewers: Viewers) -> None:
        self._origin = origin
        self._viewers = viewers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "OPTIONS":
            await _send_empty(send, 204, _PREFLIGHT)
            return
        if scope["method"] not in {"GET", "HEAD"}:
            await _send_empty(send, 405, ((b"allow", b"GET, HEAD, OPTIONS"), *_CORS))
            return
        answering = _with_cors(send)
        try:
            answer = await self._find(scope)
            await answer(scope, receive, answering)
        except ProductError as error:
            await error_answer(error)(scope, receive, answering)

    async def _find(self, scope: Scope) -> ASGIApp:
        video, name = _parse(scope["path"])
        query = _query(scope)
        viewer = await self._viewers.viewer(scope, video, query)
        entry = self._origin.gate.remembered(video, viewer)
        # Segments are most of all requests, and need nothing but what is remembered.
        if entry and name.endswith(".mp4") and self._origin.shelf.remembered(entry):
            return self._answer(video, viewer, name, query)
        return await asyncio.to_thread(self._answer, video, viewer, name, query)

    def _answer(
        self, video: uuid.UUID, viewer: Viewer, name: str, query: dict[str, str]
    ) -> ASGIApp:
        origin = self._origin
        admit = origin.admit_to_page if name in _OF_PAGES else origin.admit
        entry = admit(video, viewer)
        folder, _, stem = name.rpartition("/")
        stem, _, kind = stem.rpartition(".")
        version = "" if entry.media is None else f"v={entry.media.uuid.hex[:8]}"
        address = _addresses(version, query.get("token"))
        if name == "status":
            return origin.status(entry)
        if name == "master.m3u8":
            return origin.multivariant(entry, address)
        if kind == "m3u8" and folder == "captions":
            return origin.caption_playlist(entry, stem, address(f"{stem}.vtt"))
        if kind == "m3u8" and not folder:
            return origin.media_playlist(entry, stem, address(f"{stem}.mp4"))
        if kind == "mp4" and folder == "download":
            return origin.download(entry, stem, filename=f"{entry.video.title} {stem}.mp4")
        return origin.file(entry, name)


def _parse(path: str) -> tuple[uuid.UUID, str]:
    head, _, name = path.removeprefix(PREFIX).partition("/")
    try:
        return uuid.UUID(head), name
    except ValueError:
        raise NotFound("video", head) from None


def _query(scope: Scope) -> dict[str, str]:
    raw = scope["query_string"]
    if not raw:
        return {}
    return {name: values[0] for name, values in parse_qs(raw.decode("latin-1")).items()}


def _addresses(version: str, token: str | None) -> Callable[[str], str]:
    """URIs inside playlists: with the version, so that files may be cached for ever, and with
    the token they were asked with, since players pass on nothing themselves.
    """
    words = [version] if version else []
    if token is not None:
        words.append(f"token={quote(token)}")
    tail = f"?{'&'.join(words)}" if words else ""
    return lambda name: f"{name}{tail}"


def _with_cors(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *_CORS]
        await send(message)

    return sending


async def _send_empty(send: Send, status: int, headers: Any) -> None:
    await send({"type": "http.response.start", "status": status, "headers": list(headers)})
    await send({"type": "http.response.body", "body": b""})
