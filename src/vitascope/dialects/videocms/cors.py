"""Pages of any origin may call: credentials travel in a header, never in a cookie."""

from collections.abc import Callable, Mapping

from vitascope.dialects.videocms.auth import plain_path
from vitascope.dialects.videocms.uploads import is_upload
from vitascope.http.asgi import ASGIApp, Headers, Message, Receive, Scope, Send

_ALLOWED = (
    b"*, Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Offset, "
    b"Upload-Metadata, Upload-Concat, Upload-Defer-Length, Upload-Checksum, "
    b"X-HTTP-Method-Override"
)
_EXPOSED = (
    b"Location, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Upload-Expires, "
    b"Tus-Checksum-Algorithm, Upload-Length, Upload-Offset, Upload-Metadata, Upload-Concat, "
    b"Upload-Defer-Length, X-Request-ID"
)
_HEADERS: Headers = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", _EXPOSED),
]
_PREFLIGHT: Headers = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-allow-methods", b"GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS"),
    (b"access-control-allow-headers", _ALLOWED),
    (b"access-control-max-age", b"7200"),
]


class Cors:
    """Answers every OPTIONS itself, as VideoCMS does, asked by a browser or not.

    ``discovery`` is what it tells of the uploads below, which OPTIONS is a question of tus to
    as well.
    """

    def __init__(self, app: ASGIApp, discovery: Callable[[], Mapping[str, str]]) -> None:
        self._app = app
        self._discovery = discovery

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            headers = [*_PREFLIGHT]
            if is_upload(plain_path(scope)):
                told = self._discovery().items()
                headers += [(name.lower().encode(), value.encode()) for name, value in told]
                headers.append(_HEADERS[-1])
            await send({"type": "http.response.start", "status": 204, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
            await send(message)

        await self._app(scope, receive, telling)
