"""Somebody else's site, with pages that show our videos."""

import html
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qs

from tests.web.site import serving

from vitascope.base.errors import NotFound
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.files import SendBytes
from vitascope.web.assets import Assets


@dataclass(frozen=True)
class ForeignSite:
    """It answers under every name below ``localhost``, which browsers find by themselves.

    ``/frame?src=…`` is a page with that address in a frame, ``/`` one with nothing in it, and
    below ``player`` is a copy of our scripts.
    """

    port: int
    player: str

    def url(self, host: str) -> str:
        return f"http://{host}:{self.port}"


@contextmanager
def opened() -> Iterator[ForeignSite]:
    assets = Assets()
    with serving(_app(assets)) as address:
        yield ForeignSite(port=int(address.rpartition(":")[2]), player=assets.base)


def _app(assets: Assets) -> ASGIApp:
    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await _find(assets, scope)(scope, receive, send)
        except NotFound:
            await send({"type": "http.response.start", "status": 404, "headers": []})
            await send({"type": "http.response.body", "body": b""})

    return answer


def _find(assets: Assets, scope: Scope) -> ASGIApp:
    path: str = scope["path"]
    first, _, rest = path.lstrip("/").partition("/")
    if first == "a":
        build, _, name = rest.partition("/")
        headers = {name.decode(): value.decode() for name, value in scope["headers"]}
        return assets.file(name, headers, build=build)
    if path == "/favicon.ico":
        return SendBytes(b"", media_type="image/x-icon")
    frame = ""
    if path == "/frame":
        source = parse_qs(scope["query_string"].decode())["src"][0]
        frame = f'<iframe src="{html.escape(source)}" allow="autoplay; fullscreen"></iframe>'
    page = f"<!doctype html><title>Course</title><main>{frame}</main>"
    return SendBytes(page.encode(), media_type="text/html; charset=utf-8")
