"""Contact sheets: sixteen pictures of a video in one, four by four."""

import asyncio
from pathlib import Path

from vitascope.media.ffmpeg import Limits, Tools
from vitascope.media.images import IMAGE_LIMITS, take_picture
from vitascope.media.pictures import make_webp
from vitascope.media.source import input_args

_SIDE = 4
_COUNT = _SIDE**2
_HEIGHT = 1080
_WIDEST_TILE = 960
# Shorter ones have too few pictures that differ.
_SHORTEST_MS = 2000
# Above this interval a keyframe nearby is as good as the exact picture.
_KEYFRAMES_SUFFICE_MS = 10_000


async def contact_sheet(
    tools: Tools,
    rendition_mp4: Path,
    target_webp: Path,
    *,
    width: int,
    height: int,
    duration_ms: int,
    limits: Limits = IMAGE_LIMITS,
) -> None:
    """Write pictures evenly spaced over the whole, 1080 pixels high together, as one WebP; of
    a very short video the picture in its middle. Give the smallest finished rendition: it is
    quick to decode.

    Raises:
        EncodeFailed: the rendition could not be read.
    """
    if duration_ms < _SHORTEST_MS:
        words = _middle(rendition_mp4, duration_ms)
    else:
        words = _grid(rendition_mp4, width, height, duration_ms)
    taken = target_webp.with_suffix(".jpg")
    try:
        await take_picture(tools, words, taken, limits=limits)
        await asyncio.to_thread(_convert, taken, target_webp)
    finally:
        await asyncio.to_thread(taken.unlink, missing_ok=True)


def _convert(taken_jpg: Path, target_webp: Path) -> None:
    target_webp.write_bytes(make_webp(taken_jpg.read_bytes()))


def _middle(rendition_mp4: Path, duration_ms: int) -> list[str]:
    start = ("-ss", f"{duration_ms / 2000:.3f}")
    return [*start, *input_args(rendition_mp4), "-map", "0:v:0", "-vf", "setsar=1"]


def _grid(rendition_mp4: Path, width: int, height: int, duration_ms: int) -> list[str]:
    tile_width, tile_height = _tile(width, height)
    interval_ms = duration_ms / _COUNT
    # From the middle of each stretch: the first picture of many videos is black.
    start = ("-ss", f"{interval_ms / 2000:.3f}")
    filters = (
        f"fps=1000/{interval_ms:.3f}:start_time=0:round=up,"
        f"scale={tile_width}:{tile_height},setsar=1,tile={_SIDE}x{_SIDE}"
    )
    keyframes = ("-skip_frame", "nokey") if interval_ms >= _KEYFRAMES_SUFFICE_MS else ()
    return [*start, *keyframes, *input_args(rendition_mp4), "-map", "0:v:0", "-vf", filters]


def _tile(width: int, height: int) -> tuple[int, int]:
    scale = min(_HEIGHT / _SIDE / max(height, 1), _WIDEST_TILE / max(width, 1))
    return _even(width * scale), _even(height * scale)


def _even(pixels: float) -> int:
    return max(2, round(pixels / 2) * 2)
