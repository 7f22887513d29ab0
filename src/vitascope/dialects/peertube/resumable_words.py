"""What goes wrong while the bytes of a resumable upload arrive.

PeerTube leaves these requests to a layer with error bodies of its own.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from vitascope.base.errors import (
    Conflict,
    Forbidden,
    Invalid,
    NotFound,
    ProductError,
    StorageFull,
)
from vitascope.core.uploads.model import (
    ChecksumMismatch,
    FileTooLarge,
    UploadBusy,
    UploadExpired,
)


class UploadFault(Exception):
    """Answered as ``{"error": {"code", "message"}}``."""

    def __init__(
        self,
        status: int,
        code: str,
        message: str,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.message = message
        self.headers = dict(headers or {})


STATUS: dict[type[ProductError], tuple[int, str]] = {
    NotFound: (404, "FileNotFound"),
    UploadExpired: (410, "Gone"),
    Forbidden: (403, "Forbidden"),
    UploadBusy: (423, "FileLocked"),
    Conflict: (409, "FileConflict"),
    # A body that is longer or shorter than its range.
    FileTooLarge: (409, "FileConflict"),
    Invalid: (409, "FileConflict"),
    ChecksumMismatch: (460, "ChecksumMismatch"),
    StorageFull: (503, "StorageError"),
}


@contextmanager
def upload_layer() -> Iterator[None]:
    """Raises UploadFault for what goes wrong inside."""
    try:
        yield
    except ProductError as error:
        kind = next((known for known in type(error).__mro__ if known in STATUS), None)
        if kind is None:
            raise
        raise UploadFault(*STATUS[kind], error.message) from error
