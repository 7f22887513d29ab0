"""The promise of :class:`vitascope.http.delivery.Delivery`, kept."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoRef
from vitascope.core.assets.model import Rendition, RenditionState
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.delivery import WHOLE, Cut, SealedAddresses, Tracks, Viewer
from vitascope.http.files import SendBlob, SendBytes, SendFile
from vitascope.http.metering import Metering
from vitascope.media.sealing import seal_segment, segment_iv
from vitascope.media.storyboard import Storyboard, render_storyboard_vtt
from vitascope.origin import playlists
from vitascope.origin.counting import Counted, Sender
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.pictures import WebPictures
from vitascope.origin.shelf import Contents, Shelf, segment_of
from vitascope.origin.status import status_of
from vitascope.storage import BlobMissing, BlobStore

PLAYLIST_TYPE = "application/vnd.apple.mpegurl"
_TYPES = {
    "mp4": "video/mp4",
    "jpg": "image/jpeg",
    "vtt": "text/vtt; charset=utf-8",
    "ass": "text/plain; charset=utf-8",
    "mkv": "video/x-matroska",
    "webp": "image/webp",
}
_YEAR_S, _MINUTES_S = 31_536_000, 300
_NO_STORE = "no-store"
# Under the address of one session, and no longer of use than a viewer may go back.
_SEALED_CACHING = f"private, max-age={_MINUTES_S}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """``redirect_expires_s`` sends viewers of a remote store to signed addresses."""

    db: Database
    store: BlobStore
    gate: Gate
    shelf: Shelf
    downloads: Downloads
    metering: Metering
    pictures: WebPictures
    accel_prefix: str | None = None
    redirect_expires_s: int | None = None
    _made: dict[str, Callable[[Contents], bytes]] = field(
        default_factory=lambda: {"storyboard.vtt": _storyboard_vtt, "chapters.vtt": _chapters}
    )

    def admit(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        return self.gate.admit(ref, viewer)

    def admit_to_page(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        return self.gate.admit_to_page(ref, viewer)

    def tracks(self, entry: VideoEntry) -> Tracks:
        contents = self.shelf.contents(entry)
        return Tracks(
            asset_uuid=contents.asset.uuid,
            pictures=tuple(rendition.name for rendition in contents.pictures),
            audios=tuple(rendition.name for rendition in contents.sounds),
            captions=tuple(caption.name for caption in contents.captions),
        )

    def multivariant(
        self, entry: VideoEntry, address: Callable[[str], str], cut: Cut = WHOLE
    ) -> ASGIApp:
        return self._playlist(entry, self.multivariant_text(entry, address, cut))

    def multivariant_text(
        self, entry: VideoEntry, address: Callable[[str], str], cut: Cut = WHOLE
    ) -> str:
        return playlists.multivariant(self.shelf.contents(entry), address, cut)

    def media_playlist(self, entry: VideoEntry, rendition: str, uri: str) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)
        return self._playlist(entry, playlists.media(self.shelf, contents, chosen, uri), chosen)

    def segment(self, entry: VideoEntry, rendition: str, number: int) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)
        index = self.shelf.index(contents, chosen)
        segment = segment_of(index, number)
        parts = ((0, index.init_bytes), (segment.offset, segment.size_bytes))
        caching = _caching(entry, chosen.file_name)
        return self._parts(entry, contents, chosen, parts, tag=str(number), caching=caching)

    def segment_lengths_ms(self, entry: VideoEntry, rendition: str) -> tuple[int, ...]:
        contents = self.shelf.contents(entry)
        index = self.shelf.index(contents, contents.rendition(rendition))
        return tuple(segment.duration_ms for segment in index.segments)

    def sealed_playlist(
        self, entry: VideoEntry, rendition: str, addresses: SealedAddresses
    ) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)
        index = self.shelf.index(contents, chosen)
        return self._playlist(entry, playlists.sealed(index, addresses), chosen)

    def init_segment(self, entry: VideoEntry, rendition: str) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)
        parts = ((0, self.shelf.index(contents, chosen).init_bytes),)
        return self._parts(entry, contents, chosen, parts, tag="init", caching=_SEALED_CACHING)

    def sealed_segment(
        self, entry: VideoEntry, rendition: str, number: int, key: bytes
    ) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)
        segment = segment_of(self.shelf.index(contents, chosen), number)
        return self._parts(
            entry,
            contents,
            chosen,
            ((segment.offset, segment.size_bytes),),
            tag=f"{number}-sealed",
            caching=_SEALED_CACHING,
            change=lambda data: seal_segment(data, key, segment_iv(number)),
        )

    def caption_playlist(self, entry: VideoEntry, name: str, uri: str) -> ASGIApp:
        return self._playlist(entry, playlists.caption(self.shelf.contents(entry), name, uri))

    def file(self, entry: VideoEntry, name: str, *, filename: str | None = None) -> ASGIApp:
        contents = self.shelf.contents(entry)
        if name in self._made:
            return self._bytes(entry, self._made[name](contents), name)
        if name == "poster.jpg" and entry.video.poster_key is not None:
            return self._blob(entry, entry.video.poster_key, name, filename)
        if name.endswith(".webp"):
            return self._web_picture(entry, contents, name)
        rendition = contents.by_name.get(name.removesuffix(".mp4"))
        if rendition is not None and name.endswith(".mp4"):
            return self._rendition(entry, contents, rendition, filename)
        return self._blob(entry, _key_of(contents, name), name, filename)

    def download(
        self, entry: VideoEntry, rendition: str, *, filename: str | None = None
    ) -> ASGIApp:
        return self._prepared(entry, rendition, self.downloads.mp4, filename)

    def download_all(
        self, entry: VideoEntry, rendition: str, *, filename: str | None = None
    ) -> ASGIApp:
        return self._prepared(entry, rendition, self.downloads.matroska, filename)

    def status(self, entry: VideoEntry) -> ASGIApp:
        body = msgspec.json.encode(status_of(self.db, entry))
        return SendBytes(body, media_type="application/json", cache_control=_NO_STORE)

    def _parts(
        self,
        entry: VideoEntry,
        contents: Contents,
        rendition: Rendition,
        parts: Sequence[tuple[int, int]],
        *,
        tag: str,
        caching: str,
        change: Callable[[bytes], bytes] = bytes,
    ) -> ASGIApp:
        """Parts of a rendition's file, one after another, as ``change`` makes them."""

        def read() -> bytes:
            return change(self.shelf.read(self.store, contents, rendition, parts))

        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            data = await asyncio.to_thread(read)
            answer = SendBytes(
                data,
                media_type=_TYPES["mp4"],
                etag=f"{rendition.id}-{tag}-{len(data)}",
                cache_control=caching,
            )
            await self._counted(entry, answer, rendition)(scope, receive, send)

        return send_it

    def _prepared(
        self,
        entry: VideoEntry,
        rendition: str,
        prepare: Callable[[Contents, Rendition], Awaitable[Path]],
        filename: str | None,
    ) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)

        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            path = await prepare(contents, chosen)
            answer = SendFile(
                path,
                media_type=_TYPES[path.suffix[1:]],
                cache_control=_caching(entry, path.name),
                filename=filename,
            )
            await self._counted(entry, answer, chosen)(scope, receive, send)

        return send_it

    def _web_picture(self, entry: VideoEntry, contents: Contents, name: str) -> ASGIApp:
        keys = _picture_keys(entry, contents, name)

        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            data = await asyncio.to_thread(self.pictures.first, keys)
            if data is None:
                raise NotFound("file", name)
            await self._bytes(entry, data, name)(scope, receive, send)

        return send_it

    def _rendition(
        self,
        entry: VideoEntry,
        contents: Contents,
        rendition: Rendition,
        filename: str | None,
    ) -> ASGIApp:
        key, name = contents.asset.blob_key(rendition.file_name), rendition.file_name
        if rendition.state is RenditionState.COMPLETE:
            return self._stored(entry, key, name, rendition.size_bytes, filename, rendition)
        path = self.shelf.scratch_file(contents.asset, name)
        growing = self._counted(
            entry,
            SendFile(path, media_type=_TYPES["mp4"], cache_control=_NO_STORE),
            rendition,
        )
        stored = self._blob(entry, key, name, filename, rendition)

        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                await growing(scope, receive, send)
            except NotFound:
                # It became a blob since we looked.
                await stored(scope, receive, send)

        return send_it

    def _blob(
        self,
        entry: VideoEntry,
        key: str,
        name: str,
        filename: str | None,
        rendition: Rendition | None = None,
    ) -> ASGIApp:
        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                size_bytes = await asyncio.to_thread(self.store.size, key)
            except BlobMissing:
                raise NotFound("file", name) from None
            stored = self._stored(entry, key, name, size_bytes, filename, rendition)
            await stored(scope, receive, send)

        return send_it

    def _stored(
        self,
        entry: VideoEntry,
        key: str,
        name: str,
        size_bytes: int,
        filename: str | None,
        rendition: Rendition | None = None,
    ) -> ASGIApp:
        answer = SendBlob(
            store=self.store,
            key=key,
            size_bytes=size_bytes,
            media_type=_TYPES[name.rpartition(".")[2]],
            cache_control=_caching(entry, name),
            filename=filename,
            accel_prefix=self.accel_prefix,
            redirect_expires_s=self.redirect_expires_s,
        )
        return self._counted(entry, answer, rendition)

    def _bytes(self, entry: VideoEntry, data: bytes, name: str) -> ASGIApp:
        kind = _TYPES[name.rpartition(".")[2]]
        answer = SendBytes(data, media_type=kind, cache_control=_caching(entry, name))
        return self._counted(entry, answer)

    def _playlist(
        self, entry: VideoEntry, text: str, rendition: Rendition | None = None
    ) -> ASGIApp:
        # Qualities are added and segments appended while a video is being made, and a cached
        # playlist would hide them.
        answer = SendBytes(text.encode(), media_type=PLAYLIST_TYPE, cache_control=_NO_STORE)
        return self._counted(entry, answer, rendition)

    def _counted(
        self, entry: VideoEntry, answer: Sender, rendition: Rendition | None = None
    ) -> ASGIApp:
        number = None if rendition is None else rendition.id
        return Counted(answer, self.metering, entry, number)


def _key_of(contents: Contents, name: str) -> str:
    """Raises NotFound unless ``name`` is a picture or a caption that is there."""
    asset = contents.asset
    known = {f"captions/{caption.name}.vtt": caption.vtt_key for caption in contents.captions}
    for caption in contents.captions:
        if caption.ass_key is not None:
            known[f"captions/{caption.name}.ass"] = caption.ass_key
    if asset.has_poster:
        known["poster.jpg"] = asset.blob_key("poster.jpg")
    if asset.storyboard is not None:
        known["storyboard.jpg"] = asset.blob_key("storyboard.jpg")
    if name not in known:
        raise NotFound("file", name)
    return known[name]


def _picture_keys(entry: VideoEntry, contents: Contents, name: str) -> list[str]:
    """Blobs of which the first that is there is meant.

    Raises NotFound for a name of ours that is none.
    """
    asset, chosen = contents.asset, entry.video.poster_key
    if name == "poster.webp":
        return [chosen] if chosen else []
    if name != "contact.webp":
        raise NotFound("file", name)
    drawn = [asset.blob_key("poster.jpg")] if asset.has_poster else []
    return [asset.blob_key("contact.webp"), *drawn]


def _caching(entry: VideoEntry, name: str) -> str:
    """Renditions never change under their address; posters and captions may be replaced."""
    video = entry.video
    is_open = video.privacy in {Privacy.PUBLIC, Privacy.UNLISTED} and not video.allowed_domains
    audience = "public" if is_open else "private"
    if name.endswith(".mp4"):
        return f"{audience}, max-age={_YEAR_S}, immutable"
    return f"{audience}, max-age={_MINUTES_S}"


def _storyboard_vtt(contents: Contents) -> bytes:
    if contents.asset.storyboard is None:
        raise NotFound("file", "storyboard.vtt")
    cut = msgspec.convert(contents.asset.storyboard, Storyboard)
    return render_storyboard_vtt(
        cut, contents.asset.duration_ms or 0, "storyboard.jpg"
    ).encode()


def _chapters(contents: Contents) -> bytes:
    duration_ms = contents.asset.duration_ms or 0
    # An owner may have named a time after the end.
    chapters = [(start, title) for start, title in contents.chapters if start < duration_ms]
    if not chapters:
        raise NotFound("file", "chapters.vtt")
    ends = [start for start, _ in chapters[1:]] + [duration_ms]
    cues = [
        f"{_clock(start)} --> {_clock(end)}\n{_one_line(title)}\n"
        for (start, title), end in zip(chapters, ends, strict=True)
    ]
    return "\n".join(["WEBVTT\n", *cues]).encode()


def _clock(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{seconds:02}.{ms:03}"


def _one_line(title: str) -> str:
    """A title that cannot end its cue or begin another one."""
    return " ".join(title.replace("-->", "→").split()) or "Chapter"
