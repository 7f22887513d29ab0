"""Fetching the file of a video, going on where an earlier run stopped."""

import hashlib
import mimetypes
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import httpx2

from vitascope.fetch.download import PAUSES_S, Downloaded, download
from vitascope.fetch.part import record_path
from vitascope.media.ffmpeg import EncodeFailed, Tools
from vitascope.media.mux import mux_download
from vitascope.migration.model import CannotCopy, Described, RemoteFile

_TIMEOUT_S = 24 * 3600.0
_PIECE_BYTES = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    path: Path
    size_bytes: int
    sha256: str
    content_type: str


class Place:
    """Where the files of one video lie until they are stored: ``folder`` is for this alone."""

    def __init__(self, folder: Path, server: str, ref: str) -> None:
        digest = hashlib.sha256(f"{server} {ref}".encode()).hexdigest()[:32]
        self._stem = folder / digest

    def part(self, number: int) -> Path:
        return self._named(f"-{number}.part")

    @property
    def whole(self) -> Path:
        """Picture and sound put together."""
        return self._named("-whole.mp4")

    @property
    def beside(self) -> Path:
        """A caption or a picture."""
        return self._named("-beside")

    def clear(self) -> None:
        """Remove all of it."""
        parts = [self.part(number) for number in range(2)]
        for path in (*parts, *map(record_path, parts), self.whole, self.beside):
            path.unlink(missing_ok=True)

    def _named(self, suffix: str) -> Path:
        return self._stem.with_name(self._stem.name + suffix)


async def fetch_files(
    client: httpx2.AsyncClient,
    tools: Tools,
    described: Described,
    place: Place,
    *,
    limit_bytes: int,
    on_progress: Callable[[int, int | None], None],
    pauses_s: Sequence[float] = PAUSES_S,
) -> Path:
    """The file of the video; picture and sound that are apart are put together by copying.

    Raises:
        FetchError: the server does not send it; what it sent so far stays for the next try.
        CannotCopy: its two parts do not fit together.
    """
    parts: list[Downloaded] = []
    before = _Before(on_progress)
    for number, file in enumerate(described.files):
        got = await _fetch(
            client, file, place.part(number), limit_bytes, before.report, pauses_s
        )
        before.size_bytes += got.size_bytes
        parts.append(got)
    if len(parts) == 1:
        return parts[0].path
    try:
        await mux_download(tools, parts[0].path, parts[1].path, place.whole)
    except EncodeFailed as error:
        raise CannotCopy(f"its picture and sound do not fit together: {error}") from error
    return place.whole


def look_at(path: Path, filename: str) -> Fetched:
    """What has to be known of a file that is stored."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    kind = mimetypes.guess_type(filename)[0] or "application/octet-stream"
    size_bytes = path.stat().st_size
    return Fetched(
        path=path, size_bytes=size_bytes, sha256=digest.hexdigest(), content_type=kind
    )


class _Before:
    """Adds the parts that are here already to what is reported."""

    def __init__(self, on_progress: Callable[[int, int | None], None]) -> None:
        self.size_bytes = 0
        self._on_progress = on_progress

    def report(self, size_bytes: int, total_bytes: int | None) -> None:
        total = None if total_bytes is None else total_bytes + self.size_bytes
        self._on_progress(size_bytes + self.size_bytes, total)


async def _fetch(
    client: httpx2.AsyncClient,
    file: RemoteFile,
    path: Path,
    limit_bytes: int,
    on_progress: Callable[[int, int | None], None],
    pauses_s: Sequence[float],
) -> Downloaded:
    return await download(
        client,
        file.url,
        path,
        limit_bytes=limit_bytes,
        timeout_s=_TIMEOUT_S,
        on_progress=on_progress,
        headers=file.headers,
        pauses_s=pauses_s,
    )
