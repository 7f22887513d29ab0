"""The working folder of an import, and who works in it."""

import asyncio
import fcntl
import os
import shutil
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import msgspec

from vitascope.pipeline.import_findings import Findings

_LOOK_S = 0.1


class ImportFolder:
    """Keeps what has arrived between tries and over crashes."""

    def __init__(self, root: Path, import_uuid: uuid.UUID) -> None:
        self.path = root / import_uuid.hex
        self._findings = self.path / "findings.json"

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Be the only one who works in it, in whatever process; waits until that is so. A
        process that dies lets go.

        One that is canceled works on for up to a second, and may be asked for again by then.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        fd = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            while not _lock(fd):  # noqa: ASYNC110 -- another process may hold it
                await asyncio.sleep(_LOOK_S)
            # Removed and made anew by who held it before: the lock is of the old one.
            self.path.mkdir(parents=True, exist_ok=True)
            yield
        finally:
            os.close(fd)

    def part(self, name: str) -> Path:
        """A folder inside, for one way of fetching."""
        path = self.path / name
        path.mkdir(parents=True, exist_ok=True)
        return path

    def keep(self, findings: Findings) -> None:
        beside = self._findings.with_suffix(".new")
        beside.write_bytes(msgspec.json.encode(findings))
        beside.replace(self._findings)

    def findings(self) -> Findings | None:
        """What was kept, None when nothing was or another machine has it."""
        with suppress(FileNotFoundError, msgspec.DecodeError):
            return msgspec.json.decode(self._findings.read_bytes(), type=Findings)
        return None

    def file(self) -> Path | None:
        """The fetched file, while it is here."""
        findings = self.findings()
        path = None if findings is None else self.path / findings.file
        return path if path is not None and path.is_file() else None

    def thumbnail(self) -> Path | None:
        """The picture that came along, while it is here."""
        findings = self.findings()
        if findings is None or findings.thumbnail is None:
            return None
        path = self.path / findings.thumbnail
        return path if path.is_file() else None

    def clear(self) -> None:
        """Remove what has arrived: it is of no use."""
        for path in self.path.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()

    def remove(self) -> None:
        """Twice is once."""
        shutil.rmtree(self.path, ignore_errors=True)


def _lock(fd: int) -> bool:
    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
