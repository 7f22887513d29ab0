"""How a dialect has media sent. ``origin`` keeps this promise; dialects know only it.

Dialects have paths of their own for the same files. They parse their path, ask
:meth:`Delivery.admit` whether the caller may have the video, and return what one of the other
methods answers: an ASGI application that sends the bytes (Litestar handlers may return it).
"""

import uuid
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from vitascope.base.ids import VideoRef
from vitascope.core.access.model import ANONYMOUS, Actor
from vitascope.core.videos.model import VideoEntry

AsgiApp: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """What a request for media shows: a caller, a video's password or that it was shown
    before, a playback token.
    """

    actor: Actor = ANONYMOUS
    password: str | None = None
    knows_password: bool = False
    playback_token: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """What a multivariant playlist names: the audio tracks of these names, all of them when it
    is None, as the group ``audio_group``; captions or none.
    """

    audios: tuple[str, ...] | None = None
    has_captions: bool = True
    audio_group: str = "audio"


WHOLE = Cut()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracks:
    """What a video can be asked for at the moment, by our names."""

    asset_uuid: uuid.UUID
    pictures: tuple[str, ...]
    audios: tuple[str, ...]
    captions: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedAddresses:
    """Where the parts of an encrypted stream are: the init segment, segments and keys by
    number.
    """

    init: str
    segment: Callable[[int], str]
    key: Callable[[int], str]


class Delivery(Protocol):
    def admit(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        """The video, when the viewer may have its files.

        Raises:
            NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
            FilesRestricted: the viewer may watch it, as an encrypted stream.
        """
        ...

    def admit_to_page(self, ref: VideoRef, viewer: Viewer) -> VideoEntry:
        """The video, when the viewer may see a page that shows it: what is said of it and its
        pictures, but perhaps none of its other files.

        Raises:
            NotFound, Forbidden: as :func:`vitascope.core.videos.read.view_video`.
        """
        ...

    def tracks(self, entry: VideoEntry) -> Tracks:
        """Raises NotFound when the video has nothing yet."""
        ...

    def multivariant(
        self, entry: VideoEntry, address: Callable[[str], str], cut: Cut = WHOLE
    ) -> AsgiApp:
        """The multivariant playlist.

        ``address`` turns our names (``720p.m3u8``, ``audio-0.m3u8``, ``captions/en.m3u8``)
        into URIs, absolute or relative to the playlist's own.

        Raises:
            NotReady: nothing of it can be played yet.
        """
        ...

    def multivariant_text(
        self, entry: VideoEntry, address: Callable[[str], str], cut: Cut = WHOLE
    ) -> str:
        """The same as a text."""
        ...

    def media_playlist(self, entry: VideoEntry, rendition: str, uri: str) -> AsgiApp:
        """The media playlist of a rendition (``720p``) whose bytes are at ``uri``.

        Raises:
            NotFound: no such rendition.
        """
        ...

    def segment(self, entry: VideoEntry, rendition: str, number: int) -> AsgiApp:
        """One segment of a rendition with its init segment, as a file by itself.

        Raises:
            NotFound: no such rendition, or it has no such segment yet.
        """
        ...

    def segment_lengths_ms(self, entry: VideoEntry, rendition: str) -> tuple[int, ...]:
        """How long each segment of a rendition is, of those that there are.

        Raises:
            NotFound: no such rendition.
        """
        ...

    def sealed_playlist(
        self, entry: VideoEntry, rendition: str, addresses: SealedAddresses
    ) -> AsgiApp:
        """The media playlist of a rendition whose segments are encrypted, with another key for
        each batch of :data:`vitascope.media.playlist.BATCH_SEGMENTS`.

        Raises:
            NotFound: no such rendition.
        """
        ...

    def init_segment(self, entry: VideoEntry, rendition: str) -> AsgiApp:
        """The init segment of a rendition, which holds no media, in clear.

        Raises:
            NotFound: no such rendition.
        """
        ...

    def sealed_segment(
        self, entry: VideoEntry, rendition: str, number: int, key: bytes
    ) -> AsgiApp:
        """One segment of a rendition without its init segment, encrypted with ``key``.

        Raises:
            NotFound: no such rendition, or it has no such segment yet.
        """
        ...

    def caption_playlist(self, entry: VideoEntry, name: str, uri: str) -> AsgiApp:
        """The playlist of a caption (``en``) whose WebVTT is at ``uri``.

        Raises:
            NotFound: no such caption.
        """
        ...

    def file(self, entry: VideoEntry, name: str, *, filename: str | None = None) -> AsgiApp:
        """A file of the video by our name: ``720p.mp4``, ``poster.jpg``, ``storyboard.jpg``,
        ``storyboard.vtt``, ``chapters.vtt``, ``captions/en.vtt``, ``captions/en.ass``,
        ``contact.webp`` (sixteen pictures of it, or its poster), ``poster.webp`` (the one that
        its owner chose).

        With ``filename`` browsers are asked to save it under that name.

        Raises:
            NotFound: no such file.
        """
        ...

    def download(
        self, entry: VideoEntry, rendition: str, *, filename: str | None = None
    ) -> AsgiApp:
        """A video rendition with its sound in one MP4, made on first request by copying.

        Raises:
            NotFound: no such rendition.
            NotReady: it is not complete yet.
        """
        ...

    def download_all(
        self, entry: VideoEntry, rendition: str, *, filename: str | None = None
    ) -> AsgiApp:
        """As :meth:`download`, but a Matroska file with every audio track and caption."""
        ...

    def status(self, entry: VideoEntry) -> AsgiApp:
        """How far the work on a video is, as JSON."""
        ...
