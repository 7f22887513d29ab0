"""Words that make ffmpeg draw clips."""

from collections.abc import Callable
from pathlib import Path

Draw = Callable[..., Path]

TONE = ("-f", "lavfi", "-i", "sine=440:sample_rate=48000")


def draw_hdr(draw: Draw, transfer: str) -> Path:
    """A 10-bit clip whose header claims the wide colours and light of ``transfer``."""
    colours = f"color_primaries=bt2020:color_trc={transfer}:colorspace=bt2020nc:range=tv"
    return draw(
        "hdr.mp4",
        *("-f", "lavfi", "-i", "testsrc2=size=640x360:rate=30", "-t", "2"),
        *("-vf", f"format=yuv420p10le,setparams={colours}"),
        *("-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "log-level=error"),
    )
