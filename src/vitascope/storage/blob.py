"""The promise every blob store keeps; ``tests/storage`` checks it for each backend."""

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol, runtime_checkable


class StoreError(Exception):
    """The store could not do it. ``permanent`` is True when trying again cannot help."""

    def __init__(self, message: str, *, permanent: bool = False) -> None:
        super().__init__(message)
        self.permanent = permanent


class BlobMissing(StoreError):
    """No blob under this key."""

    def __init__(self, key: str) -> None:
        super().__init__(f"no blob under {key!r}", permanent=True)
        self.key = key


class BlobStore(Protocol):
    """Keys are relative POSIX paths such as ``assets/<uuid>/720p.mp4``, made by us:
    they never contain text that a user wrote.
    """

    def put(self, key: str, data: BinaryIO) -> int:
        """Store all of ``data`` and return its size in bytes.

        A reader sees the old blob or the new one, never a part: a half-written segment
        would be cached by players and CDNs.
        """
        ...

    def put_file(self, key: str, path: Path) -> int:
        """Store the file at ``path``, which the store takes over: it is gone afterwards.

        On the same file system this is a rename, so its cost does not grow with the file.
        Returns the size in bytes. The same promise as :meth:`put` for readers.
        """
        ...

    def read(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """Yield ``length`` bytes from ``start`` (default: to the end), 1 MB at most at a time.

        Raises:
            BlobMissing: nothing is stored under ``key`` (at the first ``next`` at the latest).
        """
        ...

    def size(self, key: str) -> int:
        """Size in bytes.

        Raises:
            BlobMissing: nothing is stored under ``key``.
        """
        ...

    def delete(self, key: str) -> None:
        """Remove the blob. Removing a missing blob is not an error, so a retry is safe."""
        ...

    def copy(self, source: str, target: str) -> None:
        """Make ``target`` the same bytes as ``source`` without sending them through here.

        Raises:
            BlobMissing: nothing is stored under ``source``.
        """
        ...

    def list(self, prefix: str) -> Iterator[str]:
        """Yield keys under ``prefix`` in no particular order."""
        ...


@runtime_checkable
class LocalPaths(Protocol):
    """A store whose blobs are files of this machine. Without it, callers copy the blob."""

    def local_path(self, key: str) -> Path:
        """The file behind ``key``, to read only.

        Raises:
            BlobMissing: nothing is stored under ``key``.
        """
        ...


@runtime_checkable
class SignedUrls(Protocol):
    """A store that can serve a blob itself. Without it, callers send the bytes."""

    def signed_url(self, key: str, *, expires_s: int, filename: str | None = None) -> str:
        """An address that answers GET and Range for ``expires_s`` seconds without credentials.

        With ``filename`` the answer asks browsers to save it under that name.
        """
        ...
