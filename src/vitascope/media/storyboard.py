"""Storyboards: small pictures in a grid, shown while a viewer moves along the time line."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vitascope.media.ffmpeg import Limits, Tools
from vitascope.media.images import IMAGE_LIMITS, take_picture
from vitascope.media.source import input_args

_LONGEST_SIDE = 192
_MOST_PER_SIDE = 11
# Above this interval a keyframe nearby is as good as the exact picture.
_KEYFRAMES_SUFFICE_MS = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Storyboard:
    """``count`` tiles, one for each ``interval_ms``, row by row from the top left."""

    columns: int
    rows: int
    tile_width: int
    tile_height: int
    interval_ms: int
    count: int


def layout(*, width: int, height: int, duration_ms: int) -> Storyboard:
    """The grid for a video of this size: whole seconds apart, at most 11 by 11 tiles."""
    most = _MOST_PER_SIDE**2
    interval_s = max(1, math.ceil(duration_ms / 1000 / most))
    count = max(1, math.ceil(duration_ms / 1000 / interval_s))
    columns = math.ceil(math.sqrt(count))
    shrink = min(1.0, _LONGEST_SIDE / max(width, height))
    return Storyboard(
        columns=columns,
        rows=math.ceil(count / columns),
        tile_width=max(2, round(width * shrink / 2) * 2),
        tile_height=max(2, round(height * shrink / 2) * 2),
        interval_ms=interval_s * 1000,
        count=count,
    )


async def storyboard(
    tools: Tools,
    rendition_mp4: Path,
    target_jpg: Path,
    *,
    width: int,
    height: int,
    duration_ms: int,
    limits: Limits = IMAGE_LIMITS,
) -> Storyboard:
    """Write the grid as one JPEG. Give the smallest finished rendition: it is quick to decode.

    Raises:
        EncodeFailed: the rendition could not be read.
    """
    grid = layout(width=width, height=height, duration_ms=duration_ms)
    await take_picture(tools, _words(rendition_mp4, grid), target_jpg, limits=limits)
    return grid


def render_storyboard_vtt(grid: Storyboard, duration_ms: int, image_uri: str) -> str:
    """WebVTT that gives every stretch of time its tile, as ``image_uri#xywh=…``."""
    return "\n".join(["WEBVTT", "", *_cues(grid, duration_ms, image_uri)])


def _cues(grid: Storyboard, duration_ms: int, image_uri: str) -> Iterator[str]:
    for number in range(grid.count):
        row, column = divmod(number, grid.columns)
        x, y = column * grid.tile_width, row * grid.tile_height
        start_ms = number * grid.interval_ms
        end_ms = max(duration_ms, start_ms + 1)
        if number + 1 < grid.count:
            end_ms = start_ms + grid.interval_ms
        yield f"{_clock(start_ms)} --> {_clock(end_ms)}"
        yield f"{image_uri}#xywh={x},{y},{grid.tile_width},{grid.tile_height}"
        yield ""


def _words(rendition_mp4: Path, grid: Storyboard) -> list[str]:
    filters = (
        f"fps=1000/{grid.interval_ms}:start_time=0:round=up,"
        f"scale={grid.tile_width}:{grid.tile_height},setsar=1,"
        f"tile={grid.columns}x{grid.rows}"
    )
    keyframes = ("-skip_frame", "nokey") if grid.interval_ms >= _KEYFRAMES_SUFFICE_MS else ()
    return [*keyframes, *input_args(rendition_mp4), "-map", "0:v:0", "-vf", filters]


def _clock(time_ms: int) -> str:
    seconds, ms = divmod(time_ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}.{ms:03d}"
