"""One program per embedded database."""

import fcntl
import os
from pathlib import Path


class AlreadyServing(Exception):
    """Another program runs the jobs of this database; two would do everything twice."""


class FolderLock:
    """Held from construction until :meth:`release`, or until the process ends, however.

    Raises:
        AlreadyServing: somebody else holds it.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._file)
            folder = path.resolve().parent
            raise AlreadyServing(f"Another Vitascope is already serving {folder}") from None

    def release(self) -> None:
        os.close(self._file)
