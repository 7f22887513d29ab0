"""The promise of :class:`vitascope.http.delivery.Delivery`, kept."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

import msgspec

from vitascope.base.errors import NotFound
from vitascope.base.ids import VideoRef
from vitascope.core.assets.model import Rendition, RenditionState
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Database
from vitascope.http.asgi import ASGIApp, Receive, Scope, Send
from vitascope.http.delivery import Viewer
from vitascope.http.files import SendBlob, SendBytes, SendFile
from vitascope.media.storyboard import Storyboard, render_storyboard_vtt
from vitascope.origin import playlists
from vitascope.origin.downloads import Downloads
from vitascope.origin.gate import Gate
from vitascope.origin.shelf import Contents, Shelf
from vitascope.storage import BlobMissing, BlobStore

PLAYLIST_TYPE = "application/vnd.apple.mpegurl"
_TYPES = {
    "mp4": "video/mp4",
    "jpg": "image/jpeg",
    "vtt": "text/vtt; charset=utf-8",
    "ass": "text/plain; charset=utf-8",
}
_YEAR_S, _MINUTES_S = 31_536_000, 300
_NO_STORE = "no-store"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """``redirect_expires_s`` sends viewers of a remote store to signed addresses."""

    db: Database
    store: BlobStore
    gate: Gate
    shelf: Shelf
    downloads: Downloads
    accel_prefix: str | None = None
    redirect_expires_s: int | None = None
    _made: dict[str, Callable[[Contents], bytes]] = field(
        default_factory=lambda: {"storyboard.vtt": _storyboard_vtt, "chapters.vtt": _chapters}
    )

    def admit(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        return self.gate.admit(ref, viewer)

    def multivariant(self, entry: VideoEntry, address: Callable[[str], str]) -> ASGIApp:
        text = playlists.multivariant(self.shelf.contents(entry), address)
        return self._playlist(text)

    def media_playlist(self, entry: VideoEntry, rendition: str, uri: str) -> ASGIApp:
        contents = self.shelf.contents(entry)
        return self._playlist(
            playlists.media(self.shelf, contents, contents.rendition(rendition), uri)
        )

    def caption_playlist(self, entry: VideoEntry, name: str, uri: str) -> ASGIApp:
        return self._playlist(playlists.caption(self.shelf.contents(entry), name, uri))

    def file(self, entry: VideoEntry, name: str, *, filename: str | None = None) -> ASGIApp:
        contents = self.shelf.contents(entry)
        if name in self._made:
            return self._bytes(entry, self._made[name](contents), name)
        if name == "poster.jpg" and entry.video.poster_key is not None:
            return self._blob(entry, entry.video.poster_key, name, filename)
        rendition = contents.by_name.get(name.removesuffix(".mp4"))
        if rendition is not None and name.endswith(".mp4"):
            return self._rendition(entry, contents, rendition, filename)
        return self._blob(entry, _key_of(contents, name), name, filename)

    def download(
        self, entry: VideoEntry, rendition: str, *, filename: str | None = None
    ) -> ASGIApp:
        contents = self.shelf.contents(entry)
        chosen = contents.rendition(rendition)

        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            path = await self.downloads.file(contents, chosen)
            answer = SendFile(
                path,
                media_type=_TYPES["mp4"],
                cache_control=_caching(entry, path.name),
                filename=filename,
            )
            await answer(scope, receive, send)

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
            return self._stored(entry, key, name, rendition.size_bytes, filename)
        path = self.shelf.scratch_file(contents.asset, name)
        growing = SendFile(path, media_type=_TYPES["mp4"], cache_control=_NO_STORE)
        stored = self._blob(entry, key, name, filename)

        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                await growing(scope, receive, send)
            except NotFound:
                # It became a blob since we looked.
                await stored(scope, receive, send)

        return send_it

    def _blob(self, entry: VideoEntry, key: str, name: str, filename: str | None) -> ASGIApp:
        async def send_it(scope: Scope, receive: Receive, send: Send) -> None:
            try:
                size_bytes = await asyncio.to_thread(self.store.size, key)
            except BlobMissing:
                raise NotFound("file", name) from None
            await self._stored(entry, key, name, size_bytes, filename)(scope, receive, send)

        return send_it

    def _stored(
        self, entry: VideoEntry, key: str, name: str, size_bytes: int, filename: str | None
    ) -> ASGIApp:
        return SendBlob(
            store=self.store,
            key=key,
            size_bytes=size_bytes,
            media_type=_TYPES[name.rpartition(".")[2]],
            cache_control=_caching(entry, name),
            filename=filename,
            accel_prefix=self.accel_prefix,
            redirect_expires_s=self.redirect_expires_s,
        )

    def _bytes(self, entry: VideoEntry, data: bytes, name: str) -> ASGIApp:
        kind = _TYPES[name.rpartition(".")[2]]
        return SendBytes(data, media_type=kind, cache_control=_caching(entry, name))

    def _playlist(self, text: str) -> ASGIApp:
        # Qualities are added and segments appended while a video is being made, and a cached
        # playlist would hide them.
        return SendBytes(text.encode(), media_type=PLAYLIST_TYPE, cache_control=_NO_STORE)


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


def _caching(entry: VideoEntry, name: str) -> str:
    """Renditions never change under their address; posters and captions may be replaced."""
    is_open = entry.video.privacy in {Privacy.PUBLIC, Privacy.UNLISTED}
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
