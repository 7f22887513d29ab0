"""Downloads: picture, sound and captions are stored apart and put together by copying."""

import asyncio
import hashlib
import os
import shutil
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from weakref import WeakValueDictionary

from vitascope.base.errors import NotReady, StorageFull, Unavailable
from vitascope.core.assets.model import Asset, Rendition, RenditionState
from vitascope.core.captions.model import Caption
from vitascope.media.ffmpeg import EncodeFailed, Tools
from vitascope.media.mux import Track, mux_download, mux_matroska
from vitascope.origin.file_lock import locked, locked_if_free
from vitascope.origin.shelf import Contents
from vitascope.storage import BlobStore, LocalPaths
from vitascope.storage.blob import StoreError

_RECENT_S = 600.0
_AT_ONCE = 2
# What containers add to what they hold.
_CONTAINER_SHARE = 0.02


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recipe:
    """``kind`` is the ending of the file, ``mp4`` or ``mkv``."""

    kind: str
    asset: Asset
    picture: Rendition
    sounds: Sequence[Rendition]
    captions: Sequence[Caption] = ()

    @property
    def parts(self) -> list[Rendition]:
        return [self.picture, *self.sounds]

    @property
    def size_bytes(self) -> int:
        """How large the file is going to be, about."""
        return round(sum(part.size_bytes for part in self.parts) * (1 + _CONTAINER_SHARE))

    @property
    def file_name(self) -> str:
        """Another one whenever something else would come out."""
        said = [(c.vtt_key, c.ass_key, c.label, str(c.updated_at)) for c in self.captions]
        text = repr(([part.id for part in self.parts], said))
        digest = hashlib.sha256(text.encode()).hexdigest()[:12]
        return f"{self.asset.uuid}-{self.picture.name}-{digest}.{self.kind}"


class Downloads:
    """Finished downloads in ``folder``; beyond ``max_bytes`` the longest unused go, and
    ``min_free_bytes`` of the disk stay free. Other processes may work in the same folder.
    """

    def __init__(
        self,
        store: BlobStore,
        tools: Tools,
        folder: Path,
        *,
        max_bytes: int,
        min_free_bytes: int = 0,
    ) -> None:
        self._store = store
        self._tools = tools
        self._folder = folder
        self._max_bytes = max_bytes
        self._min_free_bytes = min_free_bytes
        self._at_work = asyncio.Semaphore(_AT_ONCE)
        # Each file's, as long as somebody waits for it.
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def mp4(self, contents: Contents, rendition: Rendition) -> Path:
        """The MP4 of a rendition with the default sound, made unless it is there.

        Raises:
            NotReady: the rendition is still being made.
            StorageFull: the disk has no room for it.
            Unavailable: it could not be put together.
        """
        sound = default_sound(contents)
        return await self._file(
            _Recipe(
                kind="mp4",
                asset=contents.asset,
                picture=rendition,
                sounds=[sound] if sound else [],
            )
        )

    async def matroska(self, contents: Contents, rendition: Rendition) -> Path:
        """As :meth:`mp4`, but with every audio track and caption."""
        return await self._file(
            _Recipe(
                kind="mkv",
                asset=contents.asset,
                picture=rendition,
                sounds=contents.sounds,
                captions=contents.captions,
            )
        )

    async def _file(self, recipe: _Recipe) -> Path:
        if any(part.state is not RenditionState.COMPLETE for part in recipe.parts):
            raise NotReady("This quality is still being made; try again later")
        path = self._folder / recipe.file_name
        if await asyncio.to_thread(_note_use, path):
            return path
        await asyncio.to_thread(self._folder.mkdir, parents=True, exist_ok=True)
        # Waiting for other processes is looking again and again: one of us does.
        turn = self._turns.setdefault(path.name, asyncio.Lock())
        # Never two of the same work at once, and never all that people ask for.
        async with turn, locked(_lock_of(path)):
            if not await asyncio.to_thread(_note_use, path):
                async with self._at_work:
                    await self._make(recipe, path)
        return path

    async def _make(self, recipe: _Recipe, path: Path) -> None:
        await asyncio.to_thread(self._make_room, self._needed_bytes(recipe))
        work = _work_of(path)
        # A process that was killed has left it.
        await asyncio.to_thread(shutil.rmtree, work, ignore_errors=True)
        await asyncio.to_thread(work.mkdir)
        try:
            target = work / f"download.{recipe.kind}"
            await self._put_together(recipe, work, target)
            target.replace(path)
        except (EncodeFailed, StoreError) as error:
            raise Unavailable("This download could not be put together") from error
        finally:
            await asyncio.to_thread(shutil.rmtree, work, ignore_errors=True)

    async def _put_together(self, recipe: _Recipe, work: Path, target: Path) -> None:
        files = [
            await self._local(recipe.asset.blob_key(part.file_name), work)
            for part in recipe.parts
        ]
        picture, *sounds = files
        if recipe.kind == "mp4":
            await mux_download(self._tools, picture, sounds[0] if sounds else None, target)
            return
        tracks = [
            Track(path=file, language=each.language, title=each.label or each.name)
            for file, each in zip(sounds, recipe.sounds, strict=True)
        ]
        captions = [
            Track(
                path=await self._local(each.ass_key or each.vtt_key, work),
                language=each.language,
                title=each.label,
            )
            for each in recipe.captions
        ]
        await mux_matroska(self._tools, picture, tracks, captions, target)

    async def _local(self, key: str, work: Path) -> Path:
        if isinstance(self._store, LocalPaths):
            return self._store.local_path(key)
        return await asyncio.to_thread(self._fetch, key, work / key.replace("/", "-"))

    def _fetch(self, key: str, target: Path) -> Path:
        with target.open("wb") as file:
            for piece in self._store.read(key):
                file.write(piece)
        return target

    def _needed_bytes(self, recipe: _Recipe) -> int:
        is_fetched = not isinstance(self._store, LocalPaths)
        return recipe.size_bytes * (2 if is_fetched else 1)

    def _make_room(self, needed_bytes: int) -> None:
        """Delete what killed processes left, then the longest unused files as far as there
        is no room for more; never one used just now.

        Raises:
            StorageFull: there is too little all the same.
        """
        _remove_abandoned(self._folder)
        files = sorted(_files(self._folder), key=lambda entry: entry[1])
        total = sum(size for _, _, size in files)
        for path, used_at, size in files:
            is_small = total + needed_bytes <= self._max_bytes
            if (is_small and self._has(needed_bytes)) or time.time() - used_at < _RECENT_S:
                break
            path.unlink(missing_ok=True)
            total -= size
        if not self._has(needed_bytes):
            raise StorageFull("The server has no room to put this download together")

    def _has(self, needed_bytes: int) -> bool:
        free_bytes = shutil.disk_usage(self._folder).free - self._min_free_bytes
        return needed_bytes <= free_bytes


def default_sound(contents: Contents) -> Rendition | None:
    """The audio track that players start with; None when the video is silent."""
    tracks = contents.sounds
    return next((track for track in tracks if track.is_default), tracks[0] if tracks else None)


def _lock_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.lock")


def _work_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")


def _note_use(path: Path) -> bool:
    """Set the time of access alone: that of the last change is part of the file's tag. False
    when there is no such file.
    """
    try:
        os.utime(path, ns=(time.time_ns(), path.stat().st_mtime_ns))
    except FileNotFoundError:
        return False
    return True


def _files(folder: Path) -> list[tuple[Path, float, int]]:
    """Finished downloads, when each was last used, and its size."""
    found = []
    for path in (*folder.glob("*.mp4"), *folder.glob("*.mkv")):
        # Whoever else makes room may have removed it since it was listed.
        with suppress(FileNotFoundError):
            status = path.stat()
            found.append((path, status.st_atime, status.st_size))
    return found


def _remove_abandoned(folder: Path) -> None:
    """Remove work that nobody is at. Who works holds the lock of the same name."""
    for work in folder.glob("*.part"):
        with locked_if_free(work.with_suffix(".lock")) as is_free:
            if is_free:
                shutil.rmtree(work, ignore_errors=True)
