"""Which pages of other origins may call, as the settings say at that moment."""

from vitascope.core.settings.model import Settings
from vitascope.dialects.videocms.auth import plain_path
from vitascope.dialects.videocms.uploads import is_upload
from vitascope.http.asgi import ASGIApp, Headers, Message, Receive, Scope, Send
from vitascope.http.runtime import Runtime

_ANY = "*"
_ALWAYS_ALLOWED = (
    "Authorization",
    "Content-Type",
    "Tus-Resumable",
    "Upload-Length",
    "Upload-Offset",
    "Upload-Metadata",
    "Upload-Concat",
    "Upload-Defer-Length",
    "Upload-Checksum",
    "X-HTTP-Method-Override",
)
_EXPOSED = (
    b"Location, Tus-Resumable, Tus-Version, Tus-Extension, Tus-Max-Size, Upload-Expires, "
    b"Tus-Checksum-Algorithm, Upload-Length, Upload-Offset, Upload-Metadata, Upload-Concat, "
    b"Upload-Defer-Length, X-Request-ID"
)
_EXPOSES = (b"access-control-expose-headers", _EXPOSED)
_VARIES = (b"vary", b"Origin")


class Cors:
    """Answers every OPTIONS but those of uploads itself, as VideoCMS does, asked by a browser
    or not. Those are a question of tus as well, so what the app tells is told too.
    """

    def __init__(self, app: ASGIApp, runtime: Runtime) -> None:
        self._app = app
        self._runtime = runtime

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        settings = self._runtime.settings.known()
        headers = _origin_headers(settings, _origin_of(scope))
        if scope["method"] == "OPTIONS":
            headers = [*headers, *_preflight(settings)]
            if not is_upload(plain_path(scope)):
                start = {"type": "http.response.start", "status": 204, "headers": headers}
                await send(start)
                await send({"type": "http.response.body", "body": b""})
                return
        headers = [*headers, _EXPOSES]

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *headers]}
            await send(message)

        await self._app(scope, receive, telling)


def _origin_of(scope: Scope) -> str:
    found = (value for name, value in scope["headers"] if name == b"origin")
    return next(found, b"").decode("latin-1")


def _origin_headers(settings: Settings, origin: str) -> Headers:
    """Credentials go with an origin that has been named, and never with the star."""
    named = {each for each in settings.cors_origins if each != _ANY}
    is_open = _ANY in settings.cors_origins
    headers: Headers = [_VARIES] if named else []
    if origin in named:
        headers.append((b"access-control-allow-origin", origin.encode("latin-1")))
        if settings.cors_credentials:
            headers.append((b"access-control-allow-credentials", b"true"))
    elif is_open:
        headers.append((b"access-control-allow-origin", b"*"))
    return headers


def _preflight(settings: Settings) -> Headers:
    allowed = dict.fromkeys((*settings.cors_headers, *_ALWAYS_ALLOWED))
    return [
        (b"access-control-allow-methods", b"GET,HEAD,POST,PUT,PATCH,DELETE,OPTIONS"),
        (b"access-control-allow-headers", ", ".join(allowed).encode()),
        (b"access-control-max-age", b"7200"),
    ]
