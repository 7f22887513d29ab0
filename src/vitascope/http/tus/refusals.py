"""What tus says when it refuses: a status, a code for programs, words for people."""

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
from vitascope.core.uploads.model import (
    ChecksumMismatch,
    FileTooLarge,
    TooManyUploads,
    UploadBusy,
    UploadEnded,
    UploadExpired,
    UploadIncomplete,
    UploadsDisabled,
    WrongOffset,
)
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.http.tus.answer import TusAnswer


class TusRefusal(Invalid):
    """The request breaks the protocol."""

    def __init__(self, code: str, message: str, status: int = 400) -> None:
        super().__init__("request", message)
        self.code = code
        self.status = status


def modifies_final() -> TusRefusal:
    """Bytes come to an upload that is made of others."""
    return TusRefusal("ERR_MODIFY_FINAL", "The parts of a final upload hold its bytes", 403)


class ForeignUpload(Forbidden):
    """The upload is somebody else's."""

    def __init__(self) -> None:
        super().__init__("upload belongs to another user")


class BodyTooLong(QuotaExceeded):
    """One request may not bring so many bytes; the upload itself may have them."""

    def __init__(self, size_bytes: int, limit_bytes: int) -> None:
        super().__init__(used=size_bytes, limit=limit_bytes, unit="bytes")
        self.message = f"One request brings at most {limit_bytes} bytes"


# The first line whose class fits decides.
_TABLE: tuple[tuple[type[ProductError], int, str], ...] = (
    (UploadExpired, 410, "ERR_UPLOAD_EXPIRED"),
    (NotFound, 404, "ERR_UPLOAD_NOT_FOUND"),
    (UploadsDisabled, 403, "ERR_UPLOAD_DISABLED"),
    (ForeignUpload, 403, "ERR_UPLOAD_FOREIGN"),
    (Forbidden, 403, "ERR_UPLOAD_FORBIDDEN"),
    (ChecksumMismatch, 460, "ERR_CHECKSUM_MISMATCH"),
    (WrongOffset, 409, "ERR_MISMATCHED_OFFSET"),
    (UploadBusy, 423, "ERR_UPLOAD_LOCKED"),
    (UploadEnded, 409, "ERR_UPLOAD_ENDED"),
    (UploadIncomplete, 400, "ERR_UPLOAD_NOT_FINISHED"),
    (Conflict, 409, "ERR_CONFLICT"),
    (NotReady, 409, "ERR_CONFLICT"),
    (FileTooLarge, 413, "ERR_MAX_SIZE_EXCEEDED"),
    (BodyTooLong, 413, "ERR_MAX_BODY_EXCEEDED"),
    (UserQuotaExceeded, 403, "ERR_QUOTA_EXCEEDED"),
    (TooManyUploads, 400, "ERR_UPLOAD_SESSION_LIMIT"),
    (QuotaExceeded, 413, "ERR_QUOTA_EXCEEDED"),
    (StorageFull, 507, "ERR_STORAGE_FULL"),
    (Unavailable, 503, "ERR_UNAVAILABLE"),
)
_FIELDS = {
    "folder": "ERR_INVALID_PARENT",
    "size": "ERR_INVALID_UPLOAD_LENGTH",
    "body": "ERR_BODY_CUT_OFF",
}


def plain_refusal(error: ProductError, message: str | None = None) -> TusAnswer:
    """``CODE: message`` and a line end; ``message`` in place of the error's own words."""
    status, code = _status_and_code(error)
    headers = {"Content-Type": "text/plain; charset=utf-8"}
    if isinstance(error, WrongOffset):
        headers["Upload-Offset"] = str(error.offset)
    if isinstance(error, Unavailable) and error.retry_after_s is not None:
        headers["Retry-After"] = str(error.retry_after_s)
    body = f"{code}: {error.message if message is None else message}\n"
    return TusAnswer(status, headers, body.encode())


def _status_and_code(error: ProductError) -> tuple[int, str]:
    if isinstance(error, TusRefusal):
        return error.status, error.code
    for kind, status, code in _TABLE:
        if isinstance(error, kind):
            return status, code
    return 400, _FIELDS.get(getattr(error, "field", ""), "ERR_INVALID_METADATA")
