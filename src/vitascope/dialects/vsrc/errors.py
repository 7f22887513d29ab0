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
    Unavailable,
)
from vitascope.dialects.vsrc.auth import AnyRequest, KeyRefused
from vitascope.dialects.vsrc.input import Problem, Rejected, UnsupportedFormat

log = structlog.get_logger(__name__)

STATUS: dict[type[ProductError], tuple[int, str]] = {
    NotFound: (404, "NOT_FOUND"),
    Forbidden: (403, "INSUFFICIENT_PERMISSIONS"),
    KeyRefused: (401, "UNAUTHORIZED"),
    Invalid: (400, "VALIDATION_ERROR"),
    UnsupportedFormat: (415, "UNSUPPORTED_FORMAT"),
    Conflict: (409, "CONFLICT"),
    NotReady: (409, "NOT_READY"),
    # Bytes are the only thing this dialect counts.
    QuotaExceeded: (413, "FILE_TOO_LARGE"),
    Unavailable: (503, "SERVICE_UNAVAILABLE"),
}


class ErrorBody(Struct, frozen=True, kw_only=True):
    code: str
    details: list[Problem] | UnsetType = UNSET


class Failure(Struct, frozen=True, kw_only=True):
    success: bool = False
    message: str
    error: ErrorBody


def failure(
    status: int,
    code: str,
    message: str,
    *,
    details: list[Problem] | UnsetType = UNSET,
    headers: dict[str, str] | None = None,
) -> Response[Failure]:
    body = Failure(message=message, error=ErrorBody(code=code, details=details))
    return Response(body, status_code=status, headers=headers)


def respond(_request: AnyRequest, error: ProductError) -> Response[Failure]:
    """A product error in the envelope; its nearest class in the table decides."""
    kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
    status, code = STATUS[kind]
    return failure(
        status, code, error.message, details=_details(error), headers=_headers(error)
    )


def refuse(_request: AnyRequest, error: HTTPException) -> Response[Failure]:
    """What the framework refuses before a handler runs: an unknown path or method."""
    status = HTTPStatus(error.status_code)
    return failure(status, status.name, status.phrase, headers=error.headers)


def fail(request: AnyRequest, error: Exception) -> Response[Failure]:
    """Our own mistakes: all of it goes to the log, nothing of it to the client."""
    log.error("request failed", method=request.method, exc_info=error)
    return failure(500, "INTERNAL_ERROR", "Something went wrong on this server")


def _details(error: ProductError) -> list[Problem] | UnsetType:
    if isinstance(error, Rejected):
        return list(error.problems)
    if isinstance(error, Invalid):
        return [Problem(field=error.field, message=error.message)]
    return UNSET


def _headers(error: ProductError) -> dict[str, str] | None:
    if isinstance(error, KeyRefused):
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        return {"Retry-After": str(error.retry_after_s)}
    return None
