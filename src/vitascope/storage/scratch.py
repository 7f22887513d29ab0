"""Working files of this machine: what is being made, before it is a blob."""

import shutil
import uuid
from pathlib import Path


class Scratch:
    """One folder per asset below ``root``. Its files may grow while they are read."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def folder(self, asset: uuid.UUID) -> Path:
        """The working folder of an asset; it may not exist yet."""
        return self._root / str(asset)

    def make(self, asset: uuid.UUID) -> Path:
        folder = self.folder(asset)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def remove(self, asset: uuid.UUID) -> None:
        shutil.rmtree(self.folder(asset), ignore_errors=True)

    def list(self) -> list[uuid.UUID]:
        """Assets that have a working folder."""
        if not self._root.is_dir():
            return []
        return [uuid.UUID(path.name) for path in self._root.iterdir() if _is_uuid(path.name)]


def _is_uuid(name: str) -> bool:
    try:
        return str(uuid.UUID(name)) == name
    except ValueError:
        return False
