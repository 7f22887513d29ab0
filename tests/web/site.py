"""A server for browser tests: the pages as the templates write them, and a drawn HLS set."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import uvicorn

from vitascope.base.errors import NotFound
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.files import SendBytes, SendFile
from vitascope.web.assets import Assets
from vitascope.web.headers import page_headers

_MEDIA_TYPES = {
    ".m3u8": "application/vnd.apple.mpegurl",
    ".mp4": "video/mp4",
    ".vtt": "text/vtt; charset=utf-8",
    ".jpg": "image/jpeg",
}
_OPEN = ((b"access-control-allow-origin", b"*"),)


@dataclass
class FixtureSite:
    """``pages`` are HTML by path; ``media`` overrides files of ``folder`` by name; ``status``
    is what the encoding says, ``tells`` are origins that pages post to. Tests change all of
    them while a browser looks.
    """

    folder: Path
    assets: Assets
    url: str = ""
    pages: dict[str, str] = field(default_factory=dict)
    framable: set[str] = field(default_factory=set)
    media: dict[str, str] = field(default_factory=dict)
    resolvable: dict[str, str] = field(default_factory=dict)
    status: dict[str, Any] = field(default_factory=dict)
    tells: list[str] = field(default_factory=list)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await _take_all(receive, send)
            return
        if scope["type"] != "http":
            return
        try:
            answer = self._answer(scope)
            await answer(scope, receive, send)
        except NotFound:
            await send({"type": "http.response.start", "status": 404, "headers": list(_OPEN)})
            await send({"type": "http.response.body", "body": b""})

    def _answer(self, scope: Scope) -> ASGIApp:
        path: str = scope["path"]
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        if path in self.pages:
            return self._page(path)
        first, _, rest = path.lstrip("/").partition("/")
        if first == "a":
            build, _, name = rest.partition("/")
            return self.assets.file(name, headers, build=build)
        if path == "/dist/vsrc-player.js":
            return self.assets.vsrc_script()
        if path == "/favicon.svg":
            return self.assets.root_file("favicon.svg", headers)
        if path.startswith("/api/analytics/"):
            return _json({"success": True})
        if path.startswith("/hls/resolve/"):
            return self._resolved(path.rpartition("/")[2])
        if first == "media":
            return self._media(rest.partition("/")[2])
        raise NotFound("page", path)

    def _page(self, path: str) -> SendBytes:
        framed_by = None if path in self.framable else ()
        fields = page_headers(framed_by=framed_by, tells=self.tells)
        headers = [(name.encode(), value.encode()) for name, value in fields.items()]
        return SendBytes(self.pages[path].encode(), media_type="text/html", headers=headers)

    def _resolved(self, media_id: str) -> SendBytes:
        if media_id not in self.resolvable:
            raise NotFound("media", media_id)
        address = self.url + self.resolvable[media_id]
        return _json({"url": address, "ul": address})

    def _media(self, name: str) -> ASGIApp:
        if name == "status":
            return _json(self.status)
        kind = _MEDIA_TYPES.get(Path(name).suffix, "application/octet-stream")
        if name in self.media:
            return SendBytes(self.media[name].encode(), media_type=kind, headers=_OPEN)
        return SendFile(self.folder / Path(name).name, media_type=kind, headers=_OPEN)


async def _take_all(receive: Receive, send: Send) -> None:
    """Acknowledge whatever a player tells."""
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        is_ping = json.loads(message["text"])["type"] == "ping"
        answer = {"type": "pong"} if is_ping else {"type": "batch_ack"}
        await send({"type": "websocket.send", "text": json.dumps(answer)})


def _json(value: object) -> SendBytes:
    return SendBytes(json.dumps(value).encode(), media_type="application/json", headers=_OPEN)


@contextmanager
def serving(app: ASGIApp) -> Iterator[str]:
    """Serve ``app`` on a free port of the loopback interface; gives its origin."""
    config = uvicorn.Config(app, port=0, log_level="warning", lifespan="off")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
