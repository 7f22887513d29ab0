"""Product errors as players hear them: a status and one line of text."""

from dataclasses import dataclass

from vitascope.base import errors
from vitascope.core.access.model import LoginRequired
from vitascope.http.asgi import Receive, Scope, Send

STATUS: dict[type[errors.ProductError], int] = {
    errors.NotFound: 404,
    errors.Forbidden: 403,
    LoginRequired: 401,
    errors.Invalid: 400,
    errors.Conflict: 409,
    # Players try a missing playlist again and give up on any other error.
    errors.NotReady: 404,
    errors.QuotaExceeded: 413,
    errors.StorageFull: 507,
    errors.Unavailable: 503,
}


@dataclass(frozen=True, slots=True)
class _ErrorAnswer:
    status: int
    text: str

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        body = self.text.encode()
        headers = [
            (b"content-type", b"text/plain; charset=utf-8"),
            (b"content-length", b"%d" % len(body)),
            (b"cache-control", b"no-store"),
        ]
        await send({"type": "http.response.start", "status": self.status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def error_answer(error: errors.ProductError) -> _ErrorAnswer:
    kinds = [kind for kind in type(error).__mro__ if kind in STATUS]
    return _ErrorAnswer(STATUS[kinds[0]], error.message)
