"""What to make of a source, and in which order, so that it can be watched at once."""

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from typing import Self

from vitascope.media.encoders import DEFAULT_ENCODER, Encoder
from vitascope.media.ladder import DEFAULT_LADDER, Rung, rungs_for
from vitascope.media.languages import language_name
from vitascope.media.probe import AudioStream, Probe, VideoStream

COPY_CAP_BPS = 12_000_000
"""A source above this stalls on ordinary connections, so it is encoded instead of copied."""

_LONGEST_KEYFRAME_GAP_MS = 6000
_COPIED_PROFILES = frozenset({"Constrained Baseline", "Main", "High"})
_HIGHEST_COPIED_LEVEL = 52
_FIRST_HEIGHT = 360
MOST_FPS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoOutput:
    """``resolution`` is the shorter side; ``max_bps`` and ``crf``, the constant quality, bind
    encoders, not copies.
    """

    name: str
    resolution: int
    width: int
    height: int
    fps: float
    max_bps: int
    crf: int | None = None
    copied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AudioOutput:
    """``stream_index`` counts all streams of the source, as ffmpeg's ``0:N`` does."""

    name: str
    stream_index: int
    language: str | None
    label: str
    channels: int
    bit_rate_bps: int
    is_default: bool
    copied: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pass:
    """Everything one ffmpeg makes in one run.

    With ``keys_from_source`` every rendition has its keyframes where the source has them, so
    that it lines up with a copy of the source; otherwise every two seconds.
    """

    video: tuple[VideoOutput, ...]
    audio: tuple[AudioOutput, ...]
    encoder: Encoder = DEFAULT_ENCODER
    keys_from_source: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """Of all outputs: their files are ``<name>.mp4`` and ``<name>.m3u8``."""
        return (
            *(output.name for output in self.video),
            *(output.name for output in self.audio),
        )

    def without(self, names: Container[str]) -> Self | None:
        """What is left when the outputs of these names exist; None when nothing is."""
        left = replace(
            self,
            video=tuple(output for output in self.video if output.name not in names),
            audio=tuple(output for output in self.audio if output.name not in names),
        )
        return left if left.video or left.audio else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """``first`` makes the video watchable; ``rest``, when there is any, makes it good."""

    first: Pass
    rest: Pass | None


def plan(
    probe: Probe,
    *,
    ladder: Sequence[Rung] = DEFAULT_LADDER,
    encoder: Encoder = DEFAULT_ENCODER,
    copy_cap_bps: int = COPY_CAP_BPS,
    keep_source_size: bool = True,
    most_fps: float = MOST_FPS,
) -> Plan:
    """Decide what is copied, what is encoded, and what comes first. Nothing is encoded with
    more than ``most_fps`` frames a second.

    The same source and settings give the same plan, so a killed worker may ask again.
    """
    source = probe.video
    if source is None:
        audio = _audio_outputs(probe, ladder[0].audio_bps if ladder else 128_000)
        return Plan(first=Pass(video=(), audio=audio, encoder=encoder), rest=None)
    shorter_side = min(source.width, source.height)
    rungs = rungs_for(ladder, shorter_side, keep_source_size=keep_source_size)
    audio = _audio_outputs(probe, rungs[0].audio_bps)
    outputs = tuple(_video_output(source, rung, most_fps) for rung in rungs)
    copied = (
        can_copy(source, cap_bps=copy_cap_bps)
        and outputs[0].resolution == shorter_side
        # Being watchable at once counts more than a few frames too many, unless somebody has
        # asked for fewer than usual.
        and (most_fps >= MOST_FPS or source.fps <= most_fps)
    )
    first = replace(outputs[0], copied=True) if copied else _soonest(outputs)
    rest = tuple(output for output in outputs if output.name != first.name)
    return Plan(
        first=Pass(video=(first,), audio=audio, encoder=encoder),
        rest=Pass(video=rest, audio=(), encoder=encoder, keys_from_source=copied)
        if rest
        else None,
    )


def can_copy(video: VideoStream, *, cap_bps: int) -> bool:
    """Whether every browser plays this stream as it is, in segments players can switch at."""
    as_shot = (
        video.rotation == 0
        and video.sar == "1:1"
        and (video.width, video.height) == (video.coded_width, video.coded_height)
        and not video.is_interlaced
        and not video.has_hidden_frames
        and video.hdr is None
    )
    gap_ms = video.max_keyframe_gap_ms
    return (
        as_shot
        and video.codec == "h264"
        and video.pix_fmt == "yuv420p"
        and video.profile in _COPIED_PROFILES
        and (video.level or 0) <= _HIGHEST_COPIED_LEVEL
        and video.bit_rate_bps <= cap_bps
        and gap_ms is not None
        and gap_ms <= _LONGEST_KEYFRAME_GAP_MS
    )


def _soonest(outputs: Sequence[VideoOutput]) -> VideoOutput:
    small = [output for output in outputs if output.resolution <= _FIRST_HEIGHT]
    return small[0] if small else outputs[-1]


def _video_output(source: VideoStream, rung: Rung, most_fps: float) -> VideoOutput:
    shorter, longer = sorted((source.width, source.height))
    scaled = max(2, round(longer * rung.height / shorter / 2) * 2)
    width, height = (
        (scaled, rung.height) if source.width >= source.height else (rung.height, scaled)
    )
    fps = min(source.fps or 30.0, most_fps)
    return VideoOutput(
        name=f"{rung.height}p",
        resolution=rung.height,
        width=width,
        height=height,
        fps=fps,
        # Twice the frames do not need twice the bits: neighbours are more alike.
        max_bps=round(rung.video_bps * (1.5 if fps > 31 else 1.0)),
        crf=rung.crf,
    )


def _audio_outputs(probe: Probe, bit_rate_bps: int) -> tuple[AudioOutput, ...]:
    default = next((n for n, stream in enumerate(probe.audio) if stream.is_default), 0)
    return tuple(
        AudioOutput(
            name=f"audio-{number}",
            stream_index=stream.index,
            language=stream.language,
            label=_label(stream) or f"Track {number + 1}",
            channels=min(stream.channels, 2),
            bit_rate_bps=bit_rate_bps,
            is_default=number == default,
            copied=_can_copy_audio(stream),
        )
        for number, stream in enumerate(probe.audio)
    )


def _label(stream: AudioStream) -> str | None:
    return stream.title or (stream.language and language_name(stream.language))


def _can_copy_audio(stream: AudioStream) -> bool:
    return stream.codec == "aac" and stream.profile == "LC" and stream.channels <= 2
