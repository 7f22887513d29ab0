"""Pages of any origin may call: credentials travel in a header, never in a cookie."""

from vitascope.http.asgi import ASGIApp, Headers, Message, Receive, Scope, Send

_ALLOWED = (
    b"*, Authorization, Content-Type, Tus-Resumable, Upload-Length, Upload-Offset, "
    b"Upload-Metadata, Upload-Concat, X-HTTP-Method-Override"
)
_EXPOSED = (
    b"Location, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Upload-Expires, "
    b"Upload-Length, Upload-Offset, Upload-Metadata, Upload-Concat, X-Request-ID"
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
    """Answers every OPTIONS itself, as VideoCMS does, asked by a browser or not."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS":
            start = {"type": "http.response.start", "status": 204, "headers": _PREFLIGHT}
            await send(start)
            await send({"type": "http.response.body", "body": b""})
            return

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *_HEADERS]}
            await send(message)

        await self._app(scope, receive, telling)
