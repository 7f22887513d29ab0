"""Media playlists: reading what ffmpeg wrote, writing what players get."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_MAP = re.compile(r'#EXT-X-MAP:.*BYTERANGE="(\d+)@0"')
_SHORTEST_TAIL_MS = 250

BATCH_SEGMENTS = 10
"""How many encrypted segments have one key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    duration_ms: int
    offset: int
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentIndex:
    """Where the parts of one rendition's file are; the init segment has ``init_bytes``."""

    init_bytes: int
    segments: tuple[Segment, ...]
    is_complete: bool

    @property
    def duration_ms(self) -> int:
        return sum(segment.duration_ms for segment in self.segments)

    @property
    def size_bytes(self) -> int:
        """How much of the file players may ask for."""
        return self.init_bytes + sum(segment.size_bytes for segment in self.segments)


def read_media_playlist(text: str) -> SegmentIndex:
    """Read a byte-range playlist as ffmpeg writes it.

    ffmpeg rewrites the file in place, so a reader may meet it half written: a segment whose
    lines are not all there is left out. A last segment of some frames only is part of the one
    before it.

    Raises:
        ValueError: not even the init segment is named yet.
    """
    match = _MAP.search(text)
    if match is None:
        raise ValueError("this playlist has no init segment yet")
    segments = []
    duration_ms: int | None = None
    byterange: str | None = None
    complete_lines = text[: text.rfind("\n") + 1].splitlines()
    for line in complete_lines:
        if line.startswith("#EXTINF:"):
            duration_ms = round(float(line[8:].split(",")[0]) * 1000)
        elif line.startswith("#EXT-X-BYTERANGE:"):
            byterange = line[17:]
        elif line and not line.startswith("#") and duration_ms is not None and byterange:
            size, _, offset = byterange.partition("@")
            segments.append(
                Segment(duration_ms=duration_ms, offset=int(offset), size_bytes=int(size))
            )
            duration_ms = byterange = None
    return SegmentIndex(
        init_bytes=int(match[1]),
        segments=_with_long_tail(segments),
        is_complete="#EXT-X-ENDLIST" in complete_lines,
    )


def _with_long_tail(segments: Sequence[Segment]) -> tuple[Segment, ...]:
    """Players that know no edit lists expect a segment later than browsers put it, by the
    encoder's delay. Of a segment shorter than that they find nothing buffered, and wait for it
    instead of coming to the end.
    """
    if len(segments) < 2 or segments[-1].duration_ms >= _SHORTEST_TAIL_MS:
        return tuple(segments)
    *head, last, tail = segments
    longer = Segment(
        duration_ms=last.duration_ms + tail.duration_ms,
        offset=last.offset,
        size_bytes=last.size_bytes + tail.size_bytes,
    )
    return (*head, longer)


def render_media_playlist(index: SegmentIndex, uri: str) -> str:
    """The playlist of one rendition whose file is at ``uri``."""
    lines = [*_opening(index), f'#EXT-X-MAP:URI="{uri}",BYTERANGE="{index.init_bytes}@0"']
    for segment in index.segments:
        lines += [
            f"#EXTINF:{_seconds(segment.duration_ms)},",
            f"#EXT-X-BYTERANGE:{segment.size_bytes}@{segment.offset}",
            uri,
        ]
    return _text(lines, ended=index.is_complete)


def render_sealed_playlist(
    index: SegmentIndex,
    *,
    init_uri: str,
    segment_uri: Callable[[int], str],
    key_uri: Callable[[int], str],
    batch_segments: int = BATCH_SEGMENTS,
) -> str:
    """The playlist of one rendition whose segments are encrypted, each a file by itself, with
    another key for every ``batch_segments`` of them. Their initialisation vector is their
    number, counted from 0.
    """
    # A key counts for what comes behind it. The init segment, which holds no media, is clear.
    lines = [*_opening(index), f'#EXT-X-MAP:URI="{init_uri}"']
    for number, segment in enumerate(index.segments):
        if number % batch_segments == 0:
            key = key_uri(number // batch_segments)
            lines.append(f'#EXT-X-KEY:METHOD=AES-128,URI="{key}"')
        lines += [f"#EXTINF:{_seconds(segment.duration_ms)},", segment_uri(number)]
    return _text(lines, ended=index.is_complete)


def render_caption_playlist(uri: str, duration_ms: int) -> str:
    """A playlist of one segment: the whole WebVTT file at ``uri``."""
    lines = [
        *_head(duration_ms),
        "#EXT-X-PLAYLIST-TYPE:VOD",
        f"#EXTINF:{_seconds(duration_ms)},",
        uri,
    ]
    return _text(lines, ended=True)


def peak_bps(index: SegmentIndex) -> int:
    """The rate of the densest segment; 0 before there is one."""
    rates = (
        segment.size_bytes * 8000 / segment.duration_ms
        for segment in index.segments
        if segment.duration_ms
    )
    return math.ceil(max(rates, default=0))


def average_bps(index: SegmentIndex) -> int:
    """The rate over all segments; 0 before there is one."""
    size_bytes = sum(segment.size_bytes for segment in index.segments)
    return math.ceil(size_bytes * 8000 / index.duration_ms) if index.duration_ms else 0


def _opening(index: SegmentIndex) -> list[str]:
    return [
        *_head(max((segment.duration_ms for segment in index.segments), default=0)),
        # A growing playlist only ever gains segments; players may keep what they have.
        f"#EXT-X-PLAYLIST-TYPE:{'VOD' if index.is_complete else 'EVENT'}",
        "#EXT-X-INDEPENDENT-SEGMENTS",
    ]


def _head(longest_ms: int) -> list[str]:
    # No segment may be longer than this, once rounded to whole seconds.
    target_s = max(1, math.floor(longest_ms / 1000 + 0.5))
    return [
        "#EXTM3U",
        "#EXT-X-VERSION:7",
        f"#EXT-X-TARGETDURATION:{target_s}",
        "#EXT-X-MEDIA-SEQUENCE:0",
    ]


def _seconds(duration_ms: int) -> str:
    return f"{duration_ms / 1000:.3f}"


def _text(lines: list[str], *, ended: bool) -> str:
    return "\n".join([*lines, *(["#EXT-X-ENDLIST"] if ended else []), ""])
