"""What went wrong, as PeerTube says it: RFC 7807 with some members of its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

import structlog
from litestar import Response
from litestar.exceptions import HTTPException, MethodNotAllowedException, NotFoundException

from vitascope.base.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    NotReady,
    ProductError,
    QuotaExceeded,
    StorageFull,
    Unavailable,
)
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.credentials import CredentialRefused
from vitascope.core.access.model import LoginRequired
from vitascope.core.access.two_factor import AlreadyTwoFactor, NotTwoFactor
from vitascope.core.imports.sync import TooManySyncs
from vitascope.core.uploads.model import FileTooLarge
from vitascope.core.users.manage import RootIsProtected
from vitascope.core.users.profile import CurrentPasswordWrong, NoPassword
from vitascope.core.videos.read import PasswordRequired, PasswordWrong
from vitascope.dialects.peertube.answers import encode
from vitascope.dialects.peertube.parts import AnyRequest
from vitascope.dialects.peertube.resumable_words import UploadFault

log = structlog.get_logger(__name__)

# The words of the contract, compared by clients; nothing is fetched from there.
_REFERENCE = "https://docs.joinpeertube.org/api-rest-reference.html"


class WireError(Exception):
    """Something that only this API knows, with the status its document gives it."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.detail = detail
        self.code = code
        self.headers = headers


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with one field of a request."""

    msg: str
    location: str = "body"


class InvalidFields(Exception):
    """Fields of a request that break a rule, by their names on the wire."""

    def __init__(self, faults: Mapping[str, Fault]) -> None:
        super().__init__(", ".join(faults))
        self.faults = dict(faults)


STATUS: dict[type[ProductError], tuple[int, str | None]] = {
    NotFound: (404, None),
    Forbidden: (403, None),
    LoginRequired: (401, "unauthorized_request"),
    CredentialRefused: (401, "invalid_token"),
    PasswordRequired: (403, "video_requires_password"),
    PasswordWrong: (403, "incorrect_video_password"),
    CurrentPasswordWrong: (401, "current_password_is_invalid"),
    Invalid: (400, None),
    NoPassword: (400, None),
    RootIsProtected: (400, None),
    Conflict: (409, None),
    AlreadyTwoFactor: (400, None),
    NotTwoFactor: (400, None),
    NotReady: (409, None),
    QuotaExceeded: (413, "quota_reached"),
    FileTooLarge: (413, "max_file_size_reached"),
    TooManySyncs: (400, None),
    StorageFull: (503, None),
    Unavailable: (503, None),
    TooManyAttempts: (429, None),
}

# One sentence for every credential that opens nothing, as PeerTube has it.
_WORDS: dict[type[ProductError], str] = {CredentialRefused: "Token is invalid"}

FIELD_NAMES = {
    "title": "name",
    "display_name": "displayName",
    "channel_name": "channel.name",
    "channel_display_name": "channel.displayName",
    "passwords": "videoPasswords",
    "is_nsfw": "nsfw",
    "file": "videofile",
}


def respond(request: AnyRequest, error: ProductError) -> Response[bytes]:
    """Answer an error of the product."""
    kind = next(known for known in type(error).__mro__ if known in STATUS)
    if kind is Invalid and isinstance(error, Invalid):
        name = FIELD_NAMES.get(error.field, error.field)
        return respond_fields(request, InvalidFields({name: Fault(msg=error.message)}))
    status, code = STATUS[kind]
    headers = {}
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    detail = _WORDS.get(kind, error.message)
    return _problem(request, status, detail, code=code, headers=headers)


def respond_wire(request: AnyRequest, error: WireError) -> Response[bytes]:
    return _problem(request, error.status, error.detail, code=error.code, headers=error.headers)


def respond_fields(request: AnyRequest, error: InvalidFields) -> Response[bytes]:
    detail = f"Incorrect request parameters: {', '.join(error.faults)}"
    params = {
        name: {"type": "field", "msg": fault.msg, "path": name, "location": fault.location}
        for name, fault in error.faults.items()
    }
    more = {"instance": request.url.path, "invalid-params": params}
    return _problem(request, 400, detail, more=more)


def respond_upload(_: AnyRequest, error: UploadFault) -> Response[bytes]:
    """Answer an error of the layer that takes uploads in pieces."""
    body = {"error": {"code": error.code, "message": error.message}}
    return Response(
        encode(body),
        status_code=error.status,
        media_type="application/json; charset=utf-8",
        headers=error.headers,
    )


def respond_http(request: AnyRequest, error: HTTPException) -> Response[bytes]:
    """Answer what the framework refused: no such path or method, a body it cannot take."""
    is_unknown = isinstance(error, NotFoundException | MethodNotAllowedException)
    if not is_unknown or not request.scope["path"].startswith("/api/v1"):
        return _problem(request, error.status_code, _phrase(error.status_code))
    # PeerTube answers 400 where others answer 404 or 405. Callers of another API that landed
    # here find the members which that one promises.
    state = request.scope.get("state") or {}
    more = {"request_id": state.get("request_id", "")}
    return _problem(request, 400, "No such operation", code="not_found", more=more)


def respond_bug(request: AnyRequest, error: Exception) -> Response[bytes]:
    log.error("request failed", path=request.scope["path"], exc_info=error)
    return _problem(request, 500, "Something went wrong on this server")


def _problem(
    request: AnyRequest,
    status: int,
    detail: str,
    *,
    code: str | None = None,
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, Any] | None = None,
) -> Response[bytes]:
    """``error`` and ``code`` repeat what clients of earlier versions read."""
    body: dict[str, Any] = {
        "type": f"{_REFERENCE}#section/Errors/{code}" if code else "about:blank",
        "title": _phrase(status),
        "status": status,
        "detail": detail,
    }
    operation = getattr(request.scope.get("route_handler"), "operation_id", None)
    if operation is not None:
        body["docs"] = f"{_REFERENCE}#operation/{operation}"
    body["error"] = detail
    if code is not None:
        body["code"] = code
    body.update(more or {})
    return Response(
        encode(body),
        status_code=status,
        media_type="application/problem+json; charset=utf-8",
        headers=dict(headers or {}),
    )


def _phrase(status: int) -> str:
    return HTTPStatus(status).phrase


HANDLERS: dict[type[Exception] | int, Any] = {
    ProductError: respond,
    WireError: respond_wire,
    InvalidFields: respond_fields,
    UploadFault: respond_upload,
    HTTPException: respond_http,
    Exception: respond_bug,
}
