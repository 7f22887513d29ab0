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
from vitascope.core.access.credentials import CredentialRefused
from vitascope.core.access.features import FeatureWithheld
from vitascope.core.access.model import LoginRequired
from vitascope.core.profiles.keep import TooManyProfiles
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.webhooks.model import TooManyEndpoints
from vitascope.dialects.vsrc.auth import AnyRequest
from vitascope.dialects.vsrc.input import Problem, Rejected, UnsupportedFormat
from vitascope.dialects.vsrc.pace import TooManyEvents

log = structlog.get_logger(__name__)

STATUS: dict[type[ProductError], tuple[int, str]] = {
    NotFound: (404, "NOT_FOUND"),
    Forbidden: (403, "INSUFFICIENT_PERMISSIONS"),
    FeatureWithheld: (403, "PLAN_REQUIRED"),
    LoginRequired: (401, "UNAUTHORIZED"),
    CredentialRefused: (401, "UNAUTHORIZED"),
    Invalid: (400, "VALIDATION_ERROR"),
    UnsupportedFormat: (415, "UNSUPPORTED_FORMAT"),
    Conflict: (409, "CONFLICT"),
    NotReady: (409, "NOT_READY"),
    QuotaExceeded: (413, "FILE_TOO_LARGE"),
    UserQuotaExceeded: (413, "QUOTA_EXCEEDED"),
    TooManyProfiles: (403, "QUOTA_EXCEEDED"),
    TooManyEndpoints: (403, "QUOTA_EXCEEDED"),
    TooManyAttempts: (429, "RATE_LIMITED"),
    TooManyEvents: (429, "RATE_LIMITED"),
    StorageFull: (507, "STORAGE_FULL"),
    Unavailable: (503, "SERVICE_UNAVAILABLE"),
}


class ErrorBody(Struct, frozen=True, kw_only=True):
    code: str
    details: list[Problem] | UnsetType = UNSET


class Failure(Struct, frozen=True, kw_only=True):
    success: bool = False
    message: str
    error: ErrorBody


def words_of(error: ProductError) -> tuple[int, str]:
    """Status and code: its nearest class in the table decides."""
    kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
    return STATUS[kind]


def failure_of(code: str, message: str, details: list[Problem] | UnsetType = UNSET) -> Failure:
    return Failure(message=message, error=ErrorBody(code=code, details=details))


def failure(
    status: int,
    code: str,
    message: str,
    *,
    details: list[Problem] | UnsetType = UNSET,
    headers: dict[str, str] | None = None,
) -> Response[Failure]:
    body = failure_of(code, message, details)
    return Response(body, status_code=status, headers=headers)


def respond(_request: AnyRequest, error: ProductError) -> Response[Failure]:
    """A product error in the envelope."""
    status, code = words_of(error)
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
    if isinstance(error, LoginRequired | CredentialRefused):
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        return {"Retry-After": str(error.retry_after_s)}
    return None
