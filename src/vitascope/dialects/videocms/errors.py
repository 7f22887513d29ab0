"""Errors as VideoCMS says them: plain text, and no 401 but where players ask."""

from typing import Any

import structlog
from litestar.exceptions import HTTPException

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
from vitascope.core.access.media_tokens import MediaTokenRefused
from vitascope.core.access.model import SESSIONS, LoginRequired
from vitascope.core.access.sessions import RefreshRefused, TooEarly, UserBlocked
from vitascope.core.captcha.model import CaptchaMissing, CaptchaUnavailable, CaptchaWrong
from vitascope.core.heartbeats.model import HeartbeatsDisabled, TooManyHeartbeats
from vitascope.core.imports.model import ImportQueueFull
from vitascope.core.login.password import (
    EmailUnverified,
    LoginRefused,
    RegistrationPending,
    RegistrationRejected,
    TwoFactorRequired,
    TwoFactorWrong,
)
from vitascope.core.uploads.model import (
    FileTooLarge,
    TooManyUploads,
    UploadExpired,
    UploadsDisabled,
)
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.dialects.videocms.answers import (
    Answer,
    AnyRequest,
    answer,
    empty,
    rfc3339,
    text,
)
from vitascope.dialects.videocms.turns import NotYourTurn

log = structlog.get_logger(__name__)

STATUS: dict[type[ProductError], int] = {
    NotFound: 404,
    UploadExpired: 410,
    Forbidden: 403,
    # The one 401 there is: players ask their page for another token then.
    MediaTokenRefused: 401,
    LoginRefused: 400,
    RegistrationPending: 400,
    RegistrationRejected: 400,
    TwoFactorRequired: 400,
    TwoFactorWrong: 400,
    UserBlocked: 400,
    EmailUnverified: 400,
    Invalid: 400,
    Conflict: 409,
    NotYourTurn: 429,
    NotReady: 409,
    QuotaExceeded: 413,
    UserQuotaExceeded: 403,
    TooManyUploads: 400,
    TooManyHeartbeats: 400,
    ImportQueueFull: 429,
    TooManyAttempts: 429,
    StorageFull: 507,
    Unavailable: 503,
    CaptchaUnavailable: 400,
}

# The words of VideoCMS, compared by clients; without any the product's own are sent.
_WORDS: dict[type[ProductError], str] = {
    LoginRequired: "No JWT Token",
    RefreshRefused: "Malformated jwt key",
    LoginRefused: "Wrong password",
    # Whoever asked to join and was not let in yet is nobody: VideoCMS knows no such state.
    RegistrationPending: "Wrong password",
    RegistrationRejected: "Wrong password",
    TwoFactorRequired: "Two-factor code required",
    TwoFactorWrong: "Wrong two-factor code",
    UploadsDisabled: "Uploads are disabled",
    UploadExpired: "upload expired",
    TooManyUploads: "exceeded max upload sessions",
    TooManyHeartbeats: "exceeded max webhooks",
    HeartbeatsDisabled: "webhooks disabled",
    CaptchaWrong: "Captcha incorrect",
    ImportQueueFull: "Queue limit reached",
}
_NOT_FOUND = {
    "key": "api key not found",
    "user": "user not found",
    "upload": "upload not found",
    "file": "requested hash doesnt match any file",
    "import": "download not found",
    "link": "link doesn't exist",
    "quality": "Video doesn't exist",
    "audio": "Audio doesn't exist",
    "subtitle": "Subtitle doesn't exist",
}


def respond(_request: AnyRequest, error: ProductError) -> Answer:
    """An error of the product; its nearest class in the table decides."""
    kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
    headers = {}
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    return text(words(error), STATUS[kind], headers)


def refuse(request: AnyRequest, error: HTTPException) -> Answer:
    """What the framework refuses: no such path or method, too large a body."""
    return _unexplained(request, error.status_code)


def fail(request: AnyRequest, error: Exception) -> Answer:
    """Our own mistakes: all of it goes to the log, nothing of it to the client."""
    log.error("request failed", method=request.method, exc_info=error)
    return _unexplained(request, 500)


def words(error: ProductError) -> str:
    """What is said of an error."""
    if isinstance(error, CredentialRefused):
        is_key = error.kind is not None and error.kind not in SESSIONS
        return "Invalid or Expired API Key" if is_key else "Invalid JWT Token"
    if isinstance(error, TooEarly):
        return f"Wait until time to expire: {rfc3339(error.expires_at)}"
    if isinstance(error, UserQuotaExceeded):
        return f"storage quota exceeded: {error.used}/{error.limit} bytes used"
    if isinstance(error, CaptchaMissing | CaptchaUnavailable):
        return f"Captcha error: {error.message}"
    if isinstance(error, FileTooLarge):
        return f"Exceeded max upload filesize: {error.limit}"
    known = _WORDS.get(type(error))
    if known is None and isinstance(error, NotFound):
        known = _NOT_FOUND.get(error.kind)
    return error.message if known is None else known


def _unexplained(request: AnyRequest, status: int) -> Answer:
    """VideoCMS says the same words of all, and nothing outside its API."""
    path: str = request.scope["path"]
    if path.lstrip("/").startswith("api"):
        return answer({"error": "Not found"}, status)
    return empty(status)


HANDLERS: dict[type[Exception] | int, Any] = {
    ProductError: respond,
    HTTPException: refuse,
    Exception: fail,
}
