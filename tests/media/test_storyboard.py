from pathlib import Path

import pytest
from PIL import Image
from tests.media.clips import Draw

from vitascope.media.ffmpeg import Tools
from vitascope.media.storyboard import Storyboard, layout, render_storyboard_vtt, storyboard


@pytest.mark.parametrize(
    ("duration_ms", "expected"),
    [
        (400, (1, 1, 1000, 1)),
        (30_000, (6, 5, 1000, 30)),
        (121_000, (11, 11, 1000, 121)),
        (121_001, (8, 8, 2000, 61)),
        (7_200_000, (11, 11, 60_000, 120)),
    ],
)
def test_the_grid_fits_the_duration(
    duration_ms: int, expected: tuple[int, int, int, int]
) -> None:
    grid = layout(width=426, height=240, duration_ms=duration_ms)

    assert (grid.columns, grid.rows, grid.interval_ms, grid.count) == expected
    assert (grid.tile_width, grid.tile_height) == (192, 108)


def test_every_stretch_of_time_has_its_tile() -> None:
    grid = Storyboard(
        columns=2, rows=2, tile_width=100, tile_height=50, interval_ms=1_800_000, count=3
    )

    text = render_storyboard_vtt(grid, 5_000_500, "s.jpg")

    assert text.splitlines() == [
        "WEBVTT",
        "",
        "00:00:00.000 --> 00:30:00.000",
        "s.jpg#xywh=0,0,100,50",
        "",
        "00:30:00.000 --> 01:00:00.000",
        "s.jpg#xywh=100,0,100,50",
        "",
        "01:00:00.000 --> 01:23:20.500",
        "s.jpg#xywh=0,50,100,50",
    ]


@pytest.mark.media
async def test_tiles_show_what_is_seen_at_their_time(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    # Grey that grows by 40 every second.
    ramp = "geq=lum='40*floor(T)':cb=128:cr=128,format=yuv420p"
    clip = draw(
        "ramp.mp4", "-f", "lavfi", "-i", f"color=size=426x240:rate=10,{ramp}", "-t", "6"
    )
    target = tmp_path / "storyboard.jpg"

    grid = await storyboard(tools, clip, target, width=426, height=240, duration_ms=6000)

    with Image.open(target) as image:
        centres = [
            image.convert("L").crop((x, y, x + 1, y + 1)).tobytes()[0]
            for y in range(54, grid.rows * 108, 108)
            for x in range(96, grid.columns * 192, 192)
        ]
        size = image.size
    assert (size, grid.count) == ((576, 216), 6)
    assert centres == sorted(set(centres))


@pytest.mark.media
async def test_a_long_video_is_shown_by_its_keyframes(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    slow = ("-f", "lavfi", "-i", "testsrc2=size=160x90:rate=1/4", "-t", "1300", "-g", "1")
    target = tmp_path / "storyboard.jpg"

    grid = await storyboard(
        tools, draw("slow.mp4", *slow), target, width=160, height=90, duration_ms=1_300_000
    )

    with Image.open(target) as image:
        assert image.size == (grid.columns * 160, grid.rows * 90)
    assert (grid.interval_ms, grid.count) == (11_000, 119)
