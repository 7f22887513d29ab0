"""Downloads with sound: picture and sound are stored apart and put together by copying."""

import asyncio
import os
import time
import uuid
from collections.abc import Iterable
from pathlib import Path

from vitascope.base.errors import NotReady, Unavailable
from vitascope.core.assets.model import Asset, Rendition, RenditionKind, RenditionState
from vitascope.media.ffmpeg import EncodeFailed, Tools
from vitascope.media.mux import mux_download
from vitascope.origin.shelf import Contents
from vitascope.storage import BlobStore, LocalPaths

_RECENT_S = 600.0


class Downloads:
    """Finished downloads in ``folder``; beyond ``max_bytes`` the longest unused go."""

    def __init__(self, store: BlobStore, tools: Tools, folder: Path, *, max_bytes: int) -> None:
        self._store = store
        self._tools = tools
        self._folder = folder
        self._max_bytes = max_bytes
        self._making: dict[str, asyncio.Lock] = {}

    async def file(self, contents: Contents, rendition: Rendition) -> Path:
        """The MP4 of a rendition with the default sound, made unless it is there.

        Raises:
            NotReady: the rendition is still being made.
            Unavailable: it could not be put together.
        """
        sound = default_sound(contents.renditions)
        parts = [rendition, *([sound] if sound else [])]
        if any(part.state is not RenditionState.COMPLETE for part in parts):
            raise NotReady("This quality is still being made; try again later")
        path = self._folder / f"{contents.asset.uuid}-{rendition.name}.mp4"
        # Never two copies of the same work at once.
        async with self._making.setdefault(path.name, asyncio.Lock()):
            if not path.exists():
                await self._make(contents.asset, rendition, sound, path)
        await asyncio.to_thread(_note_use, path)
        return path

    async def _make(
        self, asset: Asset, picture: Rendition, sound: Rendition | None, path: Path
    ) -> None:
        work = self._folder / f"{uuid.uuid4()}.part"
        await asyncio.to_thread(work.mkdir, parents=True)
        try:
            target = work / "download.mp4"
            picture_file = await self._local(asset, picture, work)
            sound_file = await self._local(asset, sound, work) if sound else None
            await mux_download(self._tools, picture_file, sound_file, target)
            target.replace(path)
        except EncodeFailed as error:
            raise Unavailable("This download could not be put together") from error
        finally:
            await asyncio.to_thread(_remove_folder, work)
        await asyncio.to_thread(self._make_room)

    async def _local(self, asset: Asset, rendition: Rendition, work: Path) -> Path:
        key = asset.blob_key(rendition.file_name)
        if isinstance(self._store, LocalPaths):
            return self._store.local_path(key)
        return await asyncio.to_thread(self._fetch, key, work / rendition.file_name)

    def _fetch(self, key: str, target: Path) -> Path:
        with target.open("wb") as file:
            for piece in self._store.read(key):
                file.write(piece)
        return target

    def _make_room(self) -> None:
        """Delete the longest unused files beyond the limit; never one used just now."""
        files = sorted(_files(self._folder), key=lambda entry: entry[1])
        total = sum(size for _, _, size in files)
        for path, used_at, size in files:
            if total <= self._max_bytes or time.time() - used_at < _RECENT_S:
                return
            path.unlink(missing_ok=True)
            total -= size


def default_sound(renditions: Iterable[Rendition]) -> Rendition | None:
    """The audio track that players start with; None when the video is silent."""
    tracks = [r for r in renditions if r.kind is RenditionKind.AUDIO]
    return next((track for track in tracks if track.is_default), tracks[0] if tracks else None)


def _note_use(path: Path) -> None:
    """Set the time of access alone: that of the last change is part of the file's tag."""
    os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns))


def _files(folder: Path) -> list[tuple[Path, float, int]]:
    found = []
    for path in folder.glob("*.mp4"):
        status = path.stat()
        found.append((path, status.st_atime, status.st_size))
    return found


def _remove_folder(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink(missing_ok=True)
    folder.rmdir()
