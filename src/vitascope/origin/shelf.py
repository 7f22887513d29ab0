"""Where the files of a video are: in the store, or growing in the scratch folder."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vitascope.base.errors import NotFound
from vitascope.core.assets.model import Asset, Rendition, RenditionKind, RenditionState
from vitascope.core.assets.queries import find_asset, get_segments, list_renditions
from vitascope.core.captions.model import Caption
from vitascope.core.captions.read import list_captions
from vitascope.core.videos.chapters import list_chapters
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.http.cache import TtlCache
from vitascope.media.playlist import Segment, SegmentIndex, read_media_playlist
from vitascope.storage import BlobMissing, BlobStore
from vitascope.storage.scratch import Scratch

_REMEMBERED_S, _GROWING_S = 2.0, 60.0
_MOST = 1024
# Hours of segments each.
_MOST_COMPLETE = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a video can show at the moment. ``chapters`` are pairs of start (ms) and title."""

    asset: Asset
    renditions: tuple[Rendition, ...]
    captions: tuple[Caption, ...]
    chapters: tuple[tuple[int, str], ...] = ()
    by_name: dict[str, Rendition] = field(default_factory=dict)

    @property
    def pictures(self) -> tuple[Rendition, ...]:
        return tuple(r for r in self.renditions if r.kind is RenditionKind.VIDEO)

    @property
    def sounds(self) -> tuple[Rendition, ...]:
        return tuple(r for r in self.renditions if r.kind is RenditionKind.AUDIO)

    @property
    def is_settled(self) -> bool:
        """Whether every rendition there is will be the same in a moment.

        Who waits for the first one must see it at once, and a growing one is moved from the
        scratch folder to the store when it is complete.
        """
        states = {rendition.state for rendition in self.renditions}
        return states == {RenditionState.COMPLETE}

    def rendition(self, name: str) -> Rendition:
        """Raises NotFound when there is none of that name."""
        if name not in self.by_name:
            raise NotFound("rendition", name)
        return self.by_name[name]


class Shelf:
    def __init__(self, db: Database, scratch: Scratch) -> None:
        self._db = db
        self._scratch = scratch
        self._contents: TtlCache[Contents] = TtlCache(ttl_s=_REMEMBERED_S, max_entries=_MOST)
        self._complete: TtlCache[SegmentIndex] = TtlCache(
            ttl_s=_GROWING_S, max_entries=_MOST_COMPLETE
        )
        self._growing: TtlCache[SegmentIndex] = TtlCache(ttl_s=_GROWING_S, max_entries=_MOST)

    def contents(self, entry: VideoEntry) -> Contents:
        """Raises NotFound when the video has no asset."""
        if entry.media is None:
            raise NotFound("media of video", entry.video.uuid)
        key = _key(entry)
        known = self._contents.get(key)
        if known is not None:
            return known
        contents = self._read(entry)
        return self._contents.put(key, contents) if contents.is_settled else contents

    def remembered(self, entry: VideoEntry) -> Contents | None:
        """The contents when they need no database."""
        return self._contents.get(_key(entry))

    def index(self, contents: Contents, rendition: Rendition) -> SegmentIndex:
        """The segments of a rendition, those made so far when it is growing."""
        if rendition.state is RenditionState.GROWING:
            return self._growing_index(contents.asset, rendition)
        return self._complete.get(rendition.id) or self._complete.put(
            rendition.id, self._complete_index(rendition)
        )

    def _complete_index(self, rendition: Rendition) -> SegmentIndex:
        with self._db.read() as tx:
            (_, _, init_bytes), *rows = get_segments(tx, rendition.id)
        segments = tuple(
            Segment(duration_ms=duration, offset=offset, size_bytes=size)
            for duration, offset, size in rows
        )
        return SegmentIndex(init_bytes=init_bytes, segments=segments, is_complete=True)

    def _growing_index(self, asset: Asset, rendition: Rendition) -> SegmentIndex:
        """ffmpeg rewrites its playlist in place, so what was read before may be the longer.

        Remembered by number: a rendition that is begun again has another one, and segments at
        other places.
        """
        last = self._growing.get(rendition.id)
        try:
            text = self.scratch_file(asset, f"{rendition.name}.m3u8").read_text()
            index = read_media_playlist(text)
        except (OSError, ValueError):
            if last is None:
                raise NotFound("rendition", rendition.name) from None
            return last
        if last is not None and len(last.segments) > len(index.segments):
            return last
        return self._growing.put(rendition.id, index)

    def read(
        self,
        store: BlobStore,
        contents: Contents,
        rendition: Rendition,
        parts: Sequence[tuple[int, int]],
    ) -> bytes:
        """Parts (offset and length) of a rendition's file, one after another. Blocking.

        Raises NotFound when the file is gone.
        """
        key = contents.asset.blob_key(rendition.file_name)
        if rendition.state is RenditionState.GROWING:
            try:
                path = self.scratch_file(contents.asset, rendition.file_name)
                return _read_file(path, parts)
            except FileNotFoundError:
                # It became a blob since we looked.
                pass
        try:
            return b"".join(
                piece for start, size in parts for piece in store.read(key, start, size)
            )
        except BlobMissing:
            raise NotFound("file", rendition.file_name) from None

    def scratch_file(self, asset: Asset, name: str) -> Path:
        return self._scratch.folder(asset.uuid) / name

    def _read(self, entry: VideoEntry) -> Contents:
        if entry.media is None:
            raise NotFound("media of video", entry.video.uuid)
        with self._db.read() as tx:
            asset = find_asset(tx, entry.media.id)
            if asset is None:
                raise NotFound("media of video", entry.video.uuid)
            renditions = tuple(list_renditions(tx, asset.id))
            captions = tuple(list_captions(tx, entry.video.id, asset))
            chapters = list_chapters(tx, entry.video.id, asset)
        return Contents(
            asset=asset,
            renditions=renditions,
            captions=captions,
            chapters=chapters,
            by_name={rendition.name: rendition for rendition in renditions},
        )


def segment_of(index: SegmentIndex, number: int) -> Segment:
    """Raises NotFound when there is no such segment (yet)."""
    if number >= len(index.segments):
        raise NotFound("segment", number)
    return index.segments[number]


def _read_file(path: Path, parts: Sequence[tuple[int, int]]) -> bytes:
    read = []
    with path.open("rb") as file:
        for start, size in parts:
            file.seek(start)
            read.append(file.read(size))
    return b"".join(read)


def _key(entry: VideoEntry) -> tuple[int, int]:
    """Videos of one asset have captions and chapters of their own."""
    return entry.video.id, 0 if entry.media is None else entry.media.id
