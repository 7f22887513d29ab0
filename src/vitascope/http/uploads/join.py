"""One file of several partial uploads (tus 1.0, extension concatenation)."""

import errno
import os
import shutil
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from vitascope.core.uploads.model import Upload, UploadIncomplete
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.full import telling_full_disk

_PIECE_BYTES = 1 << 20
_SLICE_BYTES = 1 << 30
_NOT_HERE = {errno.ENOSYS, errno.EXDEV, errno.EINVAL, errno.EOPNOTSUPP}


async def join_uploads(runtime: Runtime, final: Upload, parts: Sequence[Upload]) -> None:
    """Write the bytes of ``parts``, one after another, into the file of ``final``.

    The parts stay until the final upload has become a video: a client that never heard the
    answer asks for the same again.

    Raises:
        UploadIncomplete: bytes of a part are missing.
        UploadBusy: somebody is at work on one of these uploads.
        StorageFull: the disk has no room for both.
    """
    files = files_of(runtime)
    with telling_full_disk(), ExitStack() as held:
        # The parts as well: none of them may be cancelled or expire meanwhile.
        for upload in (final, *parts):
            held.enter_context(files.hold(upload.uuid))
        for part in parts:
            received = files.received(part.uuid)
            if part.size_bytes is None or received != part.size_bytes:
                raise UploadIncomplete(received, part.size_bytes)
        paths = [files.path(part.uuid) for part in parts]
        await on_thread(_join, files.path(final.uuid), paths)


def _join(target: Path, parts: Sequence[Path]) -> None:
    try:
        with target.open("wb") as file:
            for part in parts:
                with part.open("rb") as source:
                    _copy(source, file)
            os.fdatasync(file.fileno())
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def _copy(source: BinaryIO, target: BinaryIO) -> None:
    if not _copied_by_kernel(source.fileno(), target.fileno()):
        shutil.copyfileobj(source, target, _PIECE_BYTES)
        target.flush()


def _copied_by_kernel(source: int, target: int) -> bool:
    """Without copying at all where the file system can share blocks. False when it can do
    neither: the rest of ``source`` is still to be copied then.
    """
    if not hasattr(os, "copy_file_range"):
        return False
    try:
        while os.copy_file_range(source, target, _SLICE_BYTES):
            pass
    except OSError as error:
        if error.errno not in _NOT_HERE:
            raise
        return False
    return True
