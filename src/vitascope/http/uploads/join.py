"""One file of several partial uploads (tus 1.0, extension concatenation)."""

import errno
import os
import re
import uuid
from collections.abc import Sequence
from pathlib import Path

from vitascope.base.errors import StorageFull
from vitascope.core.uploads.model import Upload, UploadIncomplete
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.files import files_of

_UUID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}")
_PIECE_BYTES = 1 << 20
_FULL = {errno.ENOSPC, errno.EDQUOT}


async def join_uploads(runtime: Runtime, final: Upload, parts: Sequence[Upload]) -> None:
    """Write the bytes of ``parts``, one after another, into the file of ``final``.

    The parts stay until the final upload has become a video: a client that never heard the
    answer asks for the same again.

    Raises:
        UploadIncomplete: bytes of a part are missing.
        UploadBusy: somebody is writing to the final upload.
        StorageFull: the disk has no room for both.
    """
    files = files_of(runtime)
    for part in parts:
        received = files.received(part.uuid)
        if part.size_bytes is None or received != part.size_bytes:
            raise UploadIncomplete(received, part.size_bytes)
    with files.hold(final.uuid):
        paths = [files.path(part.uuid) for part in parts]
        await on_thread(_join, files.path(final.uuid), paths)


def parts_of(final: Upload) -> list[uuid.UUID]:
    """The partial uploads that a final one names."""
    return [uuid.UUID(found) for found in _UUID.findall((final.concat or "").lower())]


def _join(target: Path, parts: Sequence[Path]) -> None:
    try:
        with target.open("wb") as file:
            for part in parts:
                with part.open("rb") as source:
                    _copy(source.fileno(), file.fileno())
            os.fdatasync(file.fileno())
    except OSError as error:
        target.unlink(missing_ok=True)
        if error.errno in _FULL:
            raise StorageFull("The server has no room to put the parts together") from error
        raise


def _copy(source: int, target: int) -> None:
    if not hasattr(os, "copy_file_range"):
        while piece := os.read(source, _PIECE_BYTES):
            os.write(target, piece)
        return
    # In the kernel, and without copying at all where the file system can share blocks.
    while os.copy_file_range(source, target, 1 << 30):
        pass
