"""Product errors as this dialect says them."""

from http import HTTPStatus

import structlog
from litestar import Response
from litestar.exceptions import HTTPException
from msgspec import UNSET, Struct, UnsetType

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
from vitascope.core.access.credentials import CredentialRefused, Refusal
from vitascope.core.access.model import SESSIONS, LoginRequired
from vitascope.core.access.sessions import RefreshRefused
from vitascope.core.login.password import LoginRefused, TwoFactorRequired, TwoFactorWrong
from vitascope.dialects.avcaption.auth import AnyRequest
from vitascope.dialects.avcaption.input import InvalidJson, Rejected
from vitascope.dialects.avcaption.limits import RateLimited

log = structlog.get_logger(__name__)

STATUS: dict[type[ProductError], tuple[int, str]] = {
    NotFound: (404, "not_found"),
    Forbidden: (403, "forbidden"),
    LoginRequired: (401, "unauthorized"),
    LoginRefused: (401, "unauthorized"),
    RefreshRefused: (401, "unauthorized"),
    CredentialRefused: (401, "unauthorized"),
    TwoFactorRequired: (401, "two_factor_required"),
    TwoFactorWrong: (401, "two_factor_wrong"),
    Invalid: (400, "validation_error"),
    InvalidJson: (400, "invalid_json"),
    Conflict: (409, "conflict"),
    NotReady: (409, "conflict"),
    QuotaExceeded: (403, "quota_exceeded"),
    RateLimited: (429, "rate_limited"),
    TooManyAttempts: (429, "rate_limited"),
    StorageFull: (507, "storage_full"),
    Unavailable: (503, "unavailable"),
}
_HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large"}


class Failure(Struct, frozen=True, kw_only=True):
    """``fields`` has a sentence for each field that is wrong."""

    error: str
    code: str
    request_id: str
    fields: dict[str, str] | UnsetType = UNSET


def respond(request: AnyRequest, error: ProductError) -> Response[Failure]:
    """A product error in the envelope; its nearest class in the table decides."""
    kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
    status, code = STATUS[kind]
    return _failure(
        request,
        status,
        _code_of(error, code),
        error.message,
        fields=_fields(error),
        headers=_headers(error, status),
    )


def refuse(request: AnyRequest, error: HTTPException) -> Response[Failure]:
    """What the framework refuses before a handler runs: an unknown path or method."""
    status = HTTPStatus(error.status_code)
    code = _HTTP_CODES.get(status, status.name.lower())
    return _failure(request, status, code, status.phrase, headers=error.headers)


def fail(request: AnyRequest, error: Exception) -> Response[Failure]:
    """Our own mistakes: all of it goes to the log, nothing of it to the client."""
    # Not the whole address: a key may stand in the query.
    log.error(
        "request failed", method=request.method, path=request.scope["path"], exc_info=error
    )
    return _failure(request, 500, "internal_error", "Something went wrong on this server")


def _failure(
    request: AnyRequest,
    status: int,
    code: str,
    message: str,
    *,
    fields: dict[str, str] | UnsetType = UNSET,
    headers: dict[str, str] | None = None,
) -> Response[Failure]:
    request_id = request.scope["state"].get("request_id", "")
    body = Failure(error=message, code=code, request_id=request_id, fields=fields)
    return Response(body, status_code=status, headers=headers)


def _code_of(error: ProductError, code: str) -> str:
    if isinstance(error, NotFound) and error.kind == "video":
        return "video_not_found"
    if isinstance(error, CredentialRefused) and error.kind is not None:
        if error.kind not in SESSIONS:
            return "invalid_api_key"
        return "token_expired" if error.reason is Refusal.EXPIRED else code
    return code


def _fields(error: ProductError) -> dict[str, str] | UnsetType:
    if isinstance(error, Rejected):
        return error.problems
    if isinstance(error, Invalid) and not isinstance(error, InvalidJson):
        return {error.field: error.message}
    return UNSET


def _headers(error: ProductError, status: int) -> dict[str, str] | None:
    if status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        return {"Retry-After": str(error.retry_after_s)}
    return None
