"""What the prober's child finds out about the picture."""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice, pairwise
from pathlib import Path

import av
from av.audio.stream import AudioStream as AvAudio
from av.container import InputContainer
from av.stream import Disposition
from av.video.frame import VideoFrame
from av.video.reformatter import ColorTrc
from av.video.stream import VideoStream as AvVideo

from vitascope.media.findings import NOT_MEDIA, Hdr, Unreadable, VideoStream
from vitascope.media.source import MOST_PIXELS, READ_OPTIONS

_MICROSECONDS_PER_MS = 1000
_CLOCK = re.compile(r"(\d+):(\d\d):(\d\d\.\d+)")
_MOST_PACKETS_TO_FIRST_FRAME = 500
_LARGEST_SCAN_BYTES = 2 * 2**30
_NO_PICTURES = Disposition.attached_pic | Disposition.still_image
_HDR: dict[int, Hdr] = {ColorTrc.SMPTE2084: "pq", ColorTrc.ARIB_STD_B67: "hlg"}


@dataclass(frozen=True, slots=True)
class _Keyframes:
    gap_ms: int | None
    has_hidden_frames: bool


def open_source(path: Path) -> InputContainer:
    """Open ``path`` at its start. Whoever reads packets opens its own: many containers cannot
    be rewound.

    Raises:
        av.FFmpegError: nothing we read.
        ValueError: its header makes no sense.
    """
    return av.open(str(path), mode="r", options=dict(READ_OPTIONS), metadata_errors="replace")


def measure_duration_ms(path: Path, container: InputContainer) -> int:
    """What the header says, or where the last packet ends: recordings made by browsers and
    cut-off broadcasts say nothing. Captions may go on after the last picture and sound; that
    is nothing to play."""
    if container.duration:
        whole_ms = max(container.duration, 0) // _MICROSECONDS_PER_MS
        return min(whole_ms, _playing_ms(container) or whole_ms)
    first_ms, last_ms = math.inf, 0.0
    for start_ms, end_ms in _packet_spans_ms(path):
        first_ms, last_ms = min(first_ms, start_ms), max(last_ms, end_ms)
    return round(max(last_ms - first_ms, 0.0)) if math.isfinite(first_ms) else 0


def _playing_ms(container: InputContainer) -> int | None:
    """How long pictures and sound last, where something else might last longer and each of
    their headers says.
    """
    pictures = [s for s in container.streams.video if not s.disposition & _NO_PICTURES]
    played: list[AvVideo | AvAudio] = [*pictures, *container.streams.audio]
    if len(played) == len(container.streams):
        return None
    ends_ms = [_end_ms(stream) for stream in played]
    known_ms = [end_ms for end_ms in ends_ms if end_ms is not None]
    return max(known_ms) if known_ms and len(known_ms) == len(ends_ms) else None


def _end_ms(stream: AvVideo | AvAudio) -> int | None:
    if stream.duration is not None and stream.time_base is not None:
        return round(((stream.start_time or 0) + stream.duration) * stream.time_base * 1000)
    # Matroska says it in a tag of each track.
    clock = _CLOCK.fullmatch(stream.metadata.get("DURATION", ""))
    if clock is None:
        return None
    hours, minutes, seconds = clock.groups()
    return round((int(hours) * 3600 + int(minutes) * 60 + float(seconds)) * 1000)


def _packet_spans_ms(path: Path) -> Iterator[tuple[float, float]]:
    with open_source(path) as container:
        try:
            for packet in container.demux():
                if packet.pts is None or packet.time_base is None:
                    continue
                tick_ms = float(packet.time_base * 1000)
                yield packet.pts * tick_ms, (packet.pts + (packet.duration or 0)) * tick_ms
        except av.FFmpegError:
            # A damaged end; what came before it counts.
            return


def find_video(
    path: Path, container: InputContainer, *, size_bytes: int, duration_ms: int
) -> VideoStream | None:
    """Describe the first stream of moving pictures; None when there is none.

    Raises:
        Unreadable: there is one, but it cannot be decoded or is too large.
    """
    stream = _moving_pictures(container)
    if stream is None:
        return None
    context = stream.codec_context
    if context is None or not context.width or not context.height:
        raise Unreadable(f"{NOT_MEDIA}: its picture has an unknown format")
    if context.width * context.height > MOST_PIXELS:
        raise Unreadable(
            f"{NOT_MEDIA}: a picture of {context.width}x{context.height} is too large"
        )
    keyframes = _keyframes(path, stream, size_bytes=size_bytes, duration_ms=duration_ms)
    frame = _first_frame(path, stream.index)
    width, height = _displayed(stream, frame)
    return VideoStream(
        index=stream.index,
        codec=context.codec.canonical_name,
        profile=stream.profile,
        level=_level(stream),
        pix_fmt=context.pix_fmt or frame.format.name,
        width=width,
        height=height,
        coded_width=context.width,
        coded_height=context.height,
        rotation=frame.rotation,
        sar=_sar_text(_sar(stream)),
        fps=_fps(stream),
        is_vfr=_is_vfr(stream),
        is_interlaced=frame.interlaced_frame,
        has_hidden_frames=keyframes.has_hidden_frames,
        bit_rate_bps=stream.bit_rate or size_bytes * 8000 // max(duration_ms, 1),
        hdr=_HDR.get(frame.color_trc) or _HDR.get(context.color_trc),
        max_keyframe_gap_ms=keyframes.gap_ms,
    )


def _moving_pictures(container: InputContainer) -> AvVideo | None:
    streams = (one for one in container.streams.video if not one.disposition & _NO_PICTURES)
    return next(streams, None)


def _first_frame(path: Path, index: int) -> VideoFrame:
    with open_source(path) as container:
        stream = container.streams[index]
        # A recording that starts between keyframes fails until the first one comes.
        for packet in islice(container.demux(stream), _MOST_PACKETS_TO_FIRST_FRAME):
            try:
                frames = packet.decode()
            except av.FFmpegError:
                continue
            for frame in frames:
                if isinstance(frame, VideoFrame):
                    return frame
    raise Unreadable(f"{NOT_MEDIA}: its picture cannot be decoded")


def _keyframes(path: Path, stream: AvVideo, *, size_bytes: int, duration_ms: int) -> _Keyframes:
    entries = [
        (entry.timestamp, entry.is_keyframe, entry.is_discard) for entry in stream.index_entries
    ]
    tick_ms = float((stream.time_base or Fraction(1, 1000)) * 1000)
    hidden = any(is_discard for _, _, is_discard in entries)
    times = [at * tick_ms for at, is_keyframe, _ in entries if is_keyframe]
    reaches_end = (
        bool(entries) and (entries[-1][0] - entries[0][0]) * tick_ms > 0.9 * duration_ms
    )
    if not reaches_end:
        # No index, or one of the first fragment only.
        if size_bytes > _LARGEST_SCAN_BYTES:
            return _Keyframes(None, hidden)
        times = [at * tick_ms for at in _scan(path, stream.index)]
    return _Keyframes(_largest_gap_ms(times, duration_ms), hidden)


def _scan(path: Path, index: int) -> Iterator[int]:
    with open_source(path) as container:
        try:
            for packet in container.demux(container.streams[index]):
                at = packet.dts if packet.dts is not None else packet.pts
                if packet.is_keyframe and at is not None:
                    yield at
        except av.FFmpegError:
            # A damaged end: the keyframes before it are still where they are.
            return


def _largest_gap_ms(times_ms: list[float], duration_ms: int) -> int | None:
    if not times_ms:
        return None
    edges = [*times_ms, times_ms[0] + duration_ms]
    return round(max(after - before for before, after in pairwise(edges)))


def _displayed(stream: AvVideo, frame: VideoFrame) -> tuple[int, int]:
    width = round(frame.width * _sar(stream))
    height = frame.height
    if frame.rotation % 180 != 0:
        width, height = height, width
    return max(2, width // 2 * 2), max(2, height // 2 * 2)


def _sar(stream: AvVideo) -> Fraction:
    sar = stream.sample_aspect_ratio
    # Broken headers claim 0:1 or needles nobody could look at.
    return sar if sar and Fraction(1, 10) < sar < 10 else Fraction(1)


def _sar_text(sar: Fraction) -> str:
    return f"{sar.numerator}:{sar.denominator}"


def _level(stream: AvVideo) -> int | None:
    level = getattr(stream.codec_context, "level", None)
    return level if isinstance(level, int) and level > 0 else None


def _fps(stream: AvVideo) -> float:
    rate = stream.average_rate or stream.guessed_rate or stream.base_rate
    return round(float(rate), 3) if rate else 0.0


def _is_vfr(stream: AvVideo) -> bool:
    average, base = stream.average_rate, stream.base_rate
    return bool(average and base and abs(average / base - 1) > Fraction(1, 100))
