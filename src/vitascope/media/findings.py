"""What a received file holds, in the words the prober and everybody else share."""

from dataclasses import dataclass, field
from typing import Literal, Self

import msgspec

Hdr = Literal["pq", "hlg"]

NOT_MEDIA = "This file is not a video or audio file Vitascope can read"


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoStream:
    """``width`` and ``height`` are what a viewer sees: rotated, with square pixels, even.

    ``rotation`` is in degrees, counter-clockwise. ``max_keyframe_gap_ms`` is None when finding
    out would mean reading a very large file.
    """

    index: int
    codec: str
    profile: str | None = None
    level: int | None = None
    pix_fmt: str
    width: int
    height: int
    coded_width: int
    coded_height: int
    rotation: int = 0
    sar: str = "1:1"
    fps: float
    is_vfr: bool = False
    is_interlaced: bool = False
    has_hidden_frames: bool = False
    bit_rate_bps: int
    hdr: Hdr | None = None
    max_keyframe_gap_ms: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioStream:
    """``language`` is a code of :mod:`vitascope.media.languages`."""

    index: int
    codec: str
    profile: str | None = None
    channels: int
    sample_rate_hz: int
    bit_rate_bps: int | None = None
    language: str | None = None
    title: str | None = None
    is_default: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SubtitleStream:
    """``is_text`` is false for subtitles that are pictures (DVD, Blu-ray, DVB).

    ``language`` is a code of :mod:`vitascope.media.languages`.
    """

    index: int
    codec: str
    language: str | None = None
    title: str | None = None
    is_forced: bool = False
    is_text: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    start_ms: int
    end_ms: int
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """Streams we can play, in the file's order. ``video`` is the first that is no cover."""

    container: str
    duration_ms: int
    size_bytes: int
    video: VideoStream | None = None
    has_cover: bool = False
    audio: tuple[AudioStream, ...] = ()
    subtitles: tuple[SubtitleStream, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    tags: dict[str, str] = field(default_factory=dict)

    def to_json(self) -> str:
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what :meth:`to_json` wrote.

        Raises:
            msgspec.ValidationError: it did not.
        """
        return msgspec.json.decode(text, type=cls)


class Unreadable(Exception):
    """The file cannot become a video. ``reason`` is a sentence for the person who sent it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Findings(msgspec.Struct, kw_only=True):
    """The child's answer: one of the two."""

    probe: Probe | None = None
    unreadable: str | None = None
