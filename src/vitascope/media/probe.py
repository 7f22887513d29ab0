"""What a received file holds, found in a child process with limits."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Self

import msgspec

from vitascope.media.ffmpeg import PROBE_LIMITS, EncodeFailed, Limits, Tools, run

Hdr = Literal["pq", "hlg"]


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
    """``is_text`` is false for subtitles that are pictures (DVD, Blu-ray, DVB)."""

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


NOT_MEDIA = "This file is not a video or audio file Vitascope can read"


async def probe(tools: Tools, path: Path, *, limits: Limits = PROBE_LIMITS) -> Probe:
    """Look into ``path``: read its headers and decode one picture.

    Raises:
        Unreadable: not a video or audio file, or a damaged one.
        EncodeFailed: the prober was stopped from outside; try again.
    """
    # Without -P the current folder would come first among the places modules are taken from.
    args = [tools.python, "-P", "-m", "vitascope.media.probe_child", str(path)]
    try:
        answer = await run(args, limits=limits)
    except EncodeFailed as failure:
        if not failure.permanent:
            raise
        raise Unreadable(f"{NOT_MEDIA}: examining it took more than is allowed") from failure
    findings = msgspec.json.decode(answer, type=Findings)
    if findings.probe is None:
        raise Unreadable(findings.unreadable or NOT_MEDIA)
    return findings.probe
