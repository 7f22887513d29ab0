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
from vitascope.core.access.features import FeatureWithheld
from vitascope.core.access.model import SESSIONS, LoginRequired
from vitascope.core.access.sessions import RefreshRefused
from vitascope.core.embeds.model import (
    DomainNotAllowed,
    EmbedExpired,
    EmbedNotFound,
    PlaybackExpired,
    TokenRequired,
    TooManySessions,
)
from vitascope.core.login.password import LoginRefused, TwoFactorRequired, TwoFactorWrong
from vitascope.core.presets.keep import TooManyPresets
from vitascope.core.translations.ask import TranslationUnavailable
from vitascope.core.translations.model import TooManyTranslations
from vitascope.core.uploads.model import ChecksumMismatch, UploadExpired, UploadIncomplete
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.webhooks.model import TooManyEndpoints
from vitascope.dialects.avcaption.auth import AnyRequest
from vitascope.dialects.avcaption.input import InvalidJson, Rejected
from vitascope.dialects.avcaption.limits import RateLimited
from vitascope.dialects.avcaption.subtitle_files import UnsupportedSubtitle
from vitascope.dialects.avcaption.uploads import (
    InvalidChunkIndex,
    InvalidMedia,
    UploadCompleted,
)
from vitascope.http.uploads.chunks import ChunkSizeMismatch

log = structlog.get_logger(__name__)

STATUS: dict[type[ProductError], tuple[int, str]] = {
    NotFound: (404, "not_found"),
    UploadExpired: (410, "upload_expired"),
    Forbidden: (403, "forbidden"),
    FeatureWithheld: (403, "plan_required"),
    EmbedNotFound: (404, "embed_not_found"),
    EmbedExpired: (410, "embed_token_expired"),
    TokenRequired: (403, "token_required"),
    DomainNotAllowed: (403, "domain_not_allowed"),
    TooManySessions: (403, "session_limit_reached"),
    PlaybackExpired: (401, "token_expired"),
    LoginRequired: (401, "unauthorized"),
    LoginRefused: (401, "unauthorized"),
    RefreshRefused: (401, "unauthorized"),
    CredentialRefused: (401, "unauthorized"),
    TwoFactorRequired: (401, "two_factor_required"),
    TwoFactorWrong: (401, "two_factor_wrong"),
    Invalid: (400, "validation_error"),
    InvalidJson: (400, "invalid_json"),
    InvalidChunkIndex: (400, "invalid_chunk_index"),
    ChunkSizeMismatch: (400, "chunk_size_mismatch"),
    InvalidMedia: (422, "invalid_media"),
    UnsupportedSubtitle: (415, "unsupported_media_type"),
    ChecksumMismatch: (422, "checksum_mismatch"),
    Conflict: (409, "conflict"),
    UploadIncomplete: (409, "incomplete_upload"),
    UploadCompleted: (409, "upload_completed"),
    NotReady: (409, "conflict"),
    # Beside users' quotas, the size of a file is the one limit that uploads here can meet.
    QuotaExceeded: (413, "file_too_large"),
    UserQuotaExceeded: (403, "quota_exceeded"),
    TooManyPresets: (403, "quota_exceeded"),
    TooManyEndpoints: (403, "quota_exceeded"),
    RateLimited: (429, "rate_limited"),
    TooManyAttempts: (429, "rate_limited"),
    StorageFull: (507, "storage_full"),
    TooManyTranslations: (429, "rate_limited"),
    TranslationUnavailable: (503, "translation_unavailable"),
    Unavailable: (503, "unavailable"),
}
# Errors of one class that this API tells apart.
_ABOUT = {
    "video": (404, "video_not_found"),
    "upload": (404, "upload_not_found"),
    "larger chunk": (413, "chunk_too_large"),
}
_HTTP_CODES = {404: "not_found", 405: "method_not_allowed", 413: "body_too_large"}


class Failure(Struct, frozen=True, kw_only=True):
    """``fields`` has a sentence for each field that is wrong, ``missing_chunks`` the numbers
    of those still to come.
    """

    error: str
    code: str
    request_id: str
    fields: dict[str, str] | UnsetType = UNSET
    missing_chunks: list[int] | UnsetType = UNSET


def respond(request: AnyRequest, error: ProductError) -> Response[Failure]:
    """A product error in the envelope; its nearest class in the table decides, or else what
    it is about.
    """
    kind = next(kind for kind in type(error).__mro__ if kind in STATUS)
    status, code = _ABOUT.get(_subject(error), STATUS[kind])
    failure = Failure(
        error=error.message,
        code=_code_of(error, code),
        request_id=_request_id(request),
        fields=_fields(error, code),
        missing_chunks=list(error.missing) if isinstance(error, UploadIncomplete) else UNSET,
    )
    return Response(failure, status_code=status, headers=_headers(error, status))


def refuse(request: AnyRequest, error: HTTPException) -> Response[Failure]:
    """What the framework refuses before a handler runs: an unknown path or method."""
    status = HTTPStatus(error.status_code)
    code = _HTTP_CODES.get(status, status.name.lower())
    return _failure(request, status, code, status.phrase, headers=error.headers)


def fail(request: AnyRequest, error: Exception) -> Response[Failure]:
    """Our own mistakes: all of it goes to the log, nothing of it to the client."""
    # Not the whole address: a key may stand in the query.
    log.error("request failed", method=request.method, path=_path(request), exc_info=error)
    return _failure(request, 500, "internal_error", "Something went wrong on this server")


def _failure(
    request: AnyRequest,
    status: int,
    code: str,
    message: str,
    *,
    headers: dict[str, str] | None = None,
) -> Response[Failure]:
    body = Failure(error=message, code=code, request_id=_request_id(request))
    return Response(body, status_code=status, headers=headers)


def _path(request: AnyRequest) -> str:
    """With a dash where an embed token stands: that opens a video to whoever reads it."""
    token = request.path_params.get("embed_token")
    parts = request.scope["path"].split("/")
    return "/".join("-" if part == token else part for part in parts)


def _request_id(request: AnyRequest) -> str:
    found: str = request.scope["state"].get("request_id", "")
    return found


def _subject(error: ProductError) -> str:
    """What tells errors of one class apart, empty where nothing does."""
    if type(error) is NotFound:
        return error.kind
    if isinstance(error, ChunkSizeMismatch) and error.is_larger:
        return "larger chunk"
    return ""


def _code_of(error: ProductError, code: str) -> str:
    if isinstance(error, CredentialRefused) and error.kind is not None:
        if error.kind not in SESSIONS:
            return "invalid_api_key"
        return "token_expired" if error.reason is Refusal.EXPIRED else code
    return code


def _fields(error: ProductError, code: str) -> dict[str, str] | UnsetType:
    if isinstance(error, Rejected):
        return error.problems
    if isinstance(error, Invalid) and code == "validation_error":
        return {error.field: error.message}
    return UNSET


def _headers(error: ProductError, status: int) -> dict[str, str] | None:
    if status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        return {"Retry-After": str(error.retry_after_s)}
    return None
