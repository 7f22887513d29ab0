"""How large a body may be, as the settings say at that moment."""

from litestar import Request
from litestar.exceptions import HTTPException

from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.auth import plain_path
from vitascope.dialects.videocms.errors import refuse
from vitascope.dialects.videocms.uploads import is_upload
from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send
from vitascope.http.runtime import Runtime

# They know themselves how much a file, or a piece of one, may have.
_WITH_FILES = {("POST", "/api/file"), ("POST", "/api/file/upload")}


class BodyLimit:
    """Refuses a body that says itself that it is too long, and stops reading one that does
    not.
    """

    def __init__(self, app: ASGIApp, runtime: Runtime) -> None:
        self._app = app
        self._runtime = runtime

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or _brings_files(scope):
            await self._app(scope, receive, send)
            return
        most_bytes = self._runtime.settings.known().max_body_bytes
        if _announced_bytes(scope) > most_bytes:
            request: AnyRequest = Request(scope)
            refusal = refuse(request, _too_long())
            await refusal.to_asgi_response(None, request)(scope, receive, send)
            return
        read_bytes = 0

        async def counted() -> Message:
            nonlocal read_bytes
            message = await receive()
            read_bytes += len(message.get("body", b""))
            if read_bytes > most_bytes:
                raise _too_long()
            return message

        await self._app(scope, counted, send)


def _brings_files(scope: Scope) -> bool:
    path = plain_path(scope)
    return is_upload(path) or (scope["method"], path) in _WITH_FILES


def _announced_bytes(scope: Scope) -> int:
    lengths = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(lengths[0]) if lengths and lengths[0].isdigit() else 0


def _too_long() -> HTTPException:
    return HTTPException(status_code=413)
