"""The files behind uploads, and who may write to them."""

import fcntl
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vitascope.core.uploads.model import UploadBusy
from vitascope.http.runtime import Runtime


class UploadFiles:
    """One file for each upload, in ``folder``. Its size is how much has arrived, but for
    bytes whose checksum is still to be compared: see :meth:`doubt`.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, upload: uuid.UUID) -> Path:
        """Where the bytes go. Nothing is there before the first of them."""
        return self.folder / upload.hex

    def received(self, upload: uuid.UUID) -> int:
        """How many bytes are here."""
        try:
            size_bytes = self.path(upload).stat().st_size
        except FileNotFoundError:
            return 0
        doubted = self._doubted(upload)
        return size_bytes if doubted is None else min(size_bytes, doubted)

    @contextmanager
    def hold(self, upload: uuid.UUID) -> Iterator[None]:
        """Be the only one who writes to the upload, in whatever process. A process that dies
        lets go. Bytes that nobody vouched for before it died are cut off.

        Raises:
            UploadBusy: somebody else is.
        """
        with self._lock(f"{upload.hex}.lock", fcntl.LOCK_EX):
            doubted = self._doubted(upload)
            if doubted is not None:
                self.cut(upload, doubted)
                self.trust(upload)
            yield

    @contextmanager
    def hold_chunk(self, upload: uuid.UUID, position: int) -> Iterator[None]:
        """Be the only one who writes this chunk; others may write other chunks.

        Raises:
            UploadBusy: somebody writes it, or the whole upload is held.
        """
        lock = f"{upload.hex}.{position}.lock"
        with self._lock(f"{upload.hex}.lock", fcntl.LOCK_SH), self._lock(lock, fcntl.LOCK_EX):
            try:
                yield
            finally:
                (self.folder / lock).unlink(missing_ok=True)

    def doubt(self, upload: uuid.UUID, offset: int) -> None:
        """Bytes from ``offset`` on do not count until :meth:`trust`, also after a crash."""
        path = self.folder / f"{upload.hex}.doubt"
        with path.open("w") as file:
            file.write(str(offset))
            file.flush()
            os.fsync(file.fileno())

    def trust(self, upload: uuid.UUID) -> None:
        """All bytes that are here count."""
        (self.folder / f"{upload.hex}.doubt").unlink(missing_ok=True)

    def cut(self, upload: uuid.UUID, size_bytes: int) -> None:
        """Drop what lies behind the first ``size_bytes``."""
        with suppress(FileNotFoundError):
            os.truncate(self.path(upload), size_bytes)

    def remove(self, upload: uuid.UUID) -> None:
        """Remove the bytes and everything beside them. Twice is once."""
        for path in self.folder.glob(f"{upload.hex}*"):
            path.unlink(missing_ok=True)

    def list(self) -> set[uuid.UUID]:
        """The uploads that something lies here of."""
        found = set()
        for path in self.folder.glob("*"):
            with suppress(ValueError):
                found.add(uuid.UUID(path.name.partition(".")[0]))
        return found

    def _doubted(self, upload: uuid.UUID) -> int | None:
        try:
            text = (self.folder / f"{upload.hex}.doubt").read_text()
        except FileNotFoundError:
            return None
        # Written half when the machine stopped: then no byte had followed it yet, but
        # nothing says where the doubted ones begin.
        return int(text) if text.isdigit() else 0

    @contextmanager
    def _lock(self, name: str, kind: int) -> Iterator[None]:
        fd = self._locked(self.folder / name, kind)
        try:
            yield
        finally:
            os.close(fd)

    def _locked(self, path: Path, kind: int) -> int:
        self.folder.mkdir(parents=True, exist_ok=True)
        while True:
            fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            try:
                fcntl.flock(fd, kind | fcntl.LOCK_NB)
            except OSError as error:
                os.close(fd)
                raise UploadBusy from error
            if os.fstat(fd).st_nlink:
                return fd
            # Removed by its last holder between our opening and our locking it.
            os.close(fd)


def files_of(runtime: Runtime) -> UploadFiles:
    return UploadFiles(runtime.uploads)
