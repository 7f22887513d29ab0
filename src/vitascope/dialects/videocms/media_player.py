"""What a player may fetch of one video, found by VideoCMS's names."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from uuid import UUID

from vitascope.base.errors import Invalid, NotFound, NotReady
from vitascope.dialects.videocms.answers import AnyRequest
from vitascope.dialects.videocms.ids import audio_uuid, subtitle_uuid
from vitascope.dialects.videocms.media_access import admit_player
from vitascope.dialects.videocms.media_paths import MEDIA_PREFIX, TOKEN, media_path
from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send
from vitascope.http.delivery import Cut
from vitascope.http.runtime import Runtime

_GROUP = "AAC"
_QUALITY = re.compile(r"[0-9]{3,4}p|h264")
_STREAM = re.compile(r"(?P<stem>out|audio)(?P<number>[0-9]{0,4})\.(?P<kind>m3u8|mp4)")
_SUBTITLE = re.compile(r"out\.(ass|vtt)")
_UNNAMEABLE = re.compile(r"[^A-Za-z0-9]+")


class MediaPlayer:
    """A request by somebody who may have the files of a video; every method answers what
    sends one of them. Blocking.

    Raises:
        MediaTokenRefused, MediaTokenMismatch, NotFound: as :func:`admit_player`.
    """

    def __init__(self, runtime: Runtime, request: AnyRequest, link: str) -> None:
        self._delivery = runtime.delivery
        self._downloads = runtime.settings.current().downloads_enabled
        self._is_below_prefix = request.scope["path"].startswith(f"{MEDIA_PREFIX}/")
        self._token = request.query_params.get(TOKEN)
        self._entry = admit_player(runtime, request, link)

    def multivariant(self, audios: tuple[str, ...] | None) -> ASGIApp:
        """Every quality, with the audio tracks of these names, or all of them."""
        cut = Cut(audios=audios, has_captions=False, audio_group=_GROUP)
        with told_as("quality"):
            return self._delivery.multivariant(self._entry, self._address, cut)

    def stream(self, kind: str, name: str, stem: str, file: str) -> ASGIApp:
        """The media playlist of a rendition, its bytes, or one segment of it."""
        found = _STREAM.fullmatch(file)
        if found is None or found["stem"] != stem:
            raise Invalid("file", "bad file format")
        with told_as(kind):
            return _Told(kind, self._stream(name, found["kind"], found["number"]))

    def subtitle(self, text: str, file: str) -> ASGIApp:
        if not _SUBTITLE.fullmatch(file):
            raise Invalid("file", "bad file format")
        with told_as("subtitle"):
            tracks = self._delivery.tracks(self._entry)
            name = _named(text, tracks.captions, tracks.asset_uuid, subtitle_uuid)
            kind = file.removeprefix("out.")
            return _Told(
                "subtitle", self._delivery.file(self._entry, f"captions/{name}.{kind}")
            )

    def matroska(self, text: str) -> ASGIApp:
        """The quality with everything else, to be saved."""
        name = self._downloadable(text)
        title = _UNNAMEABLE.sub("-", self._entry.video.title)
        filename = f"{title}[{name}].mkv"
        return _Told(
            "quality", self._delivery.download_all(self._entry, name, filename=filename)
        )

    def mp4(self, text: str) -> ASGIApp:
        """The quality with its sound, to be watched."""
        name = self._downloadable(text)
        return _Told("quality", self._delivery.download(self._entry, name))

    def quality(self, text: str) -> str:
        """A quality that is there, by our name for it.

        Raises:
            Invalid: nothing is called so.
            NotFound: it is not there.
        """
        if not _QUALITY.fullmatch(text):
            raise Invalid("quality", "bad quality format")
        with told_as("quality"):
            if text in self._delivery.tracks(self._entry).pictures:
                return text
            raise NotFound("quality", text)

    def audio(self, text: str) -> str:
        """The audio track of that uuid, by our name for it. Raises NotFound without one."""
        with told_as("audio"):
            tracks = self._delivery.tracks(self._entry)
            return _named(text, tracks.audios, tracks.asset_uuid, audio_uuid)

    def _stream(self, name: str, kind: str, number: str) -> ASGIApp:
        if number and kind == "mp4":
            return self._delivery.segment(self._entry, name, int(number))
        if number:
            raise NotFound("file", f"{name} {number}")
        if kind == "mp4":
            return self._delivery.file(self._entry, f"{name}.mp4")
        return self._delivery.media_playlist(self._entry, name, self._address(f"{name}.mp4"))

    def _downloadable(self, text: str) -> str:
        if not (self._downloads and self._entry.video.downloads_allowed):
            raise Invalid("download", "download disabled")
        return self.quality(text)

    def _address(self, name: str) -> str:
        """Where a file is, beneath the prefix that was asked for and with the token that was
        shown in the address: players pass on nothing themselves.
        """
        prefix = MEDIA_PREFIX if self._is_below_prefix else ""
        return media_path(self._entry, name, prefix=prefix, token=self._token)


@contextmanager
def told_as(kind: str) -> Iterator[None]:
    """What is missing, or not there yet, is said to be a ``kind``."""
    try:
        yield
    except (NotFound, NotReady) as error:
        raise NotFound(kind, error.message) from None


@dataclass(frozen=True, slots=True)
class _Told:
    """Sends what ``app`` sends to whoever asked and nobody else: here a token is shown for it,
    which a cache in between would not ask for. What turns out to be missing is said to be a
    ``kind``.
    """

    kind: str
    app: ASGIApp

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_privately(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = [_privately(*header) for header in message["headers"]]
                message = {**message, "headers": headers}
            await send(message)

        try:
            await self.app(scope, receive, send_privately)
        except NotFound as error:
            raise NotFound(self.kind, error.ref) from None


def _privately(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    is_caching = name == b"cache-control"
    return name, value.replace(b"public", b"private") if is_caching else value


def _named(
    text: str, names: Iterable[str], asset: UUID, wire_name: Callable[[UUID, str], UUID]
) -> str:
    """The one of ``names`` that is ``text`` on the wire. Raises NotFound when none is."""
    for name in names:
        if str(wire_name(asset, name)) == text.lower():
            return name
    raise NotFound("track", text)
