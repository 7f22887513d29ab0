"""Pictures that stand for a video. They need no token: pages of others show them."""

from dataclasses import dataclass

from vitascope.base.errors import ProductError
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.media_access import admit_anybody
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.runtime import Runtime


def thumbnail(runtime: Runtime, request: AnyRequest, link: str, file: str) -> ASGIApp:
    """Sends the contact sheet, or the picture that the owner chose; an empty 404 when there
    is none, or none for everybody. Blocking.
    """
    try:
        entry = admit_anybody(runtime, request, link)
        name = _our_name(entry, file)
        if name is None:
            return _nothing
        return _OrNothing(runtime.delivery.file(entry, name))
    except ProductError:
        return _nothing


def _our_name(entry: VideoEntry, file: str) -> str | None:
    if file == "4x4.webp":
        return "contact.webp"
    return "poster.webp" if file == f"link-{entry.video.uuid}.webp" else None


@dataclass(frozen=True, slots=True)
class _OrNothing:
    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self.app(scope, receive, send)
        except ProductError:
            await _nothing(scope, receive, send)


async def _nothing(_scope: Scope, _receive: Receive, send: Send) -> None:
    headers = [(b"content-length", b"0"), (b"cache-control", b"no-store")]
    await send({"type": "http.response.start", "status": 404, "headers": headers})
    await send({"type": "http.response.body", "body": b""})
