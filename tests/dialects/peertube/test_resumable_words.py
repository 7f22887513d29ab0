import pytest

from vitascope.base.errors import (
    Forbidden,
    Invalid,
    NotFound,
    ProductError,
    StorageFull,
    Unavailable,
)
from vitascope.core.uploads.model import (
    ChecksumMismatch,
    FileTooLarge,
    UploadBusy,
    UploadExpired,
    UploadIncomplete,
    WrongOffset,
)
from vitascope.dialects.peertube.resumable_words import UploadFault, upload_layer


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (NotFound("upload", 1), 404, "FileNotFound"),
        (UploadExpired(1), 410, "Gone"),
        (Forbidden("No"), 403, "Forbidden"),
        (UploadBusy(), 423, "FileLocked"),
        (WrongOffset(1), 409, "FileConflict"),
        (UploadIncomplete(1, 2), 409, "FileConflict"),
        (FileTooLarge(2, 1), 409, "FileConflict"),
        (Invalid("body", "The client left"), 409, "FileConflict"),
        (ChecksumMismatch(), 460, "ChecksumMismatch"),
        (StorageFull("The disk is full"), 503, "StorageError"),
    ],
)
def test_an_error_while_bytes_arrive_has_the_upload_layer_s_words(
    error: ProductError, status: int, code: str
) -> None:
    with pytest.raises(UploadFault) as caught, upload_layer():
        raise error

    found = caught.value
    assert (found.status, found.code, found.message) == (status, code, error.message)


def test_other_errors_pass() -> None:
    with pytest.raises(Unavailable), upload_layer():
        raise Unavailable("Later")
