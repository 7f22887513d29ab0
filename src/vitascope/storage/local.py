"""Blobs as files under one folder."""

import errno
import os
import shutil
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Self, TypeVar

from vitascope.storage.blob import BlobMissing
from vitascope.storage.folders import make_folder, remove_empty, sync_folder
from vitascope.storage.keys import check_key, check_prefix
from vitascope.storage.options import StorageOptions

PIECE_BYTES = 1 << 20
_PART = ".put-"
_TRIES = 100

T = TypeVar("T")


class LocalStore:
    """A blob is never written in place: its name moves to a new file. So a reader keeps the
    bytes it opened, and a copy can share them.
    """

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._root.mkdir(parents=True, exist_ok=True)

    @classmethod
    def open(cls, options: StorageOptions) -> Self:
        path = options.url.removeprefix("file:")
        if not path:
            raise ValueError("file: needs a folder")
        return cls(Path(path))

    def put(self, key: str, data: BinaryIO) -> int:
        target = self._path(key)
        part, fd = _in_folder(target, _new_part)
        try:
            with os.fdopen(fd, "wb") as file:
                shutil.copyfileobj(data, file, PIECE_BYTES)
                size_bytes = file.tell()
                file.flush()
                os.fdatasync(file.fileno())
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)
        return size_bytes

    def put_file(self, key: str, path: Path) -> int:
        target = self._path(key)
        with path.open("rb") as file:
            size_bytes = os.fstat(file.fileno()).st_size
            os.fdatasync(file.fileno())
            try:
                _in_folder(target, path.replace)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                self.put(key, file)
                path.unlink()
        sync_folder(target.parent)
        return size_bytes

    def read(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        with self._existing(key).open("rb") as file:
            file.seek(start)
            left = _TO_THE_END if length is None else length
            while left > 0 and (piece := file.read(min(left, PIECE_BYTES))):
                yield piece
                left -= len(piece)

    def size(self, key: str) -> int:
        return self._existing(key).stat().st_size

    def delete(self, key: str) -> None:
        path = self._path(key)
        path.unlink(missing_ok=True)
        remove_empty(path.parent, below=self._root)

    def copy(self, source: str, target: str) -> None:
        origin, path = self._existing(source), self._path(target)
        part = _in_folder(path, lambda target: _link(origin, target))
        try:
            part.replace(path)
        finally:
            # Renaming a file onto another name of the same file does nothing at all.
            part.unlink(missing_ok=True)
        sync_folder(path.parent)

    def list(self, prefix: str) -> Iterator[str]:
        for folder, _, names in os.walk(self._root / check_prefix(prefix)):
            base = Path(folder).relative_to(self._root)
            yield from ((base / name).as_posix() for name in names if name[0] != ".")

    def local_path(self, key: str) -> Path:
        return self._existing(key)

    def _path(self, key: str) -> Path:
        return self._root / check_key(key)

    def _existing(self, key: str) -> Path:
        path = self._path(key)
        if not path.is_file():
            raise BlobMissing(key)
        return path


_TO_THE_END = 1 << 63


def _in_folder(target: Path, deed: Callable[[Path], T]) -> T:
    """``deed(target)`` with target's folder in place."""
    for _ in range(_TRIES):
        try:
            make_folder(target.parent)
            return deed(target)
        except (FileNotFoundError, FileExistsError):
            # A delete removed the folder while it was still empty: make it again. Somebody
            # may have made it and another removed it, which pathlib calls an existing file.
            continue
    raise FileNotFoundError(errno.ENOENT, "The folder vanished again and again", target.parent)


def _new_part(target: Path) -> tuple[Path, int]:
    # In the same folder, so that the rename stays on one file system and is atomic.
    part = target.with_name(_PART + uuid.uuid4().hex)
    return part, os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)


def _link(origin: Path, target: Path) -> Path:
    part = target.with_name(_PART + uuid.uuid4().hex)
    try:
        part.hardlink_to(origin)
    except FileNotFoundError:
        raise
    except OSError:
        # Not every file system has second names, and some limit their number.
        shutil.copyfile(origin, part)
    return part
