from pathlib import Path

import pytest
from PIL import Image
from tests.media.clips import Draw

from vitascope.media.contact_sheet import contact_sheet
from vitascope.media.ffmpeg import EncodeFailed, Tools

pytestmark = pytest.mark.media


def draw_ramp(draw: Draw, duration_s: float, size: str = "426x240") -> Path:
    """Grey that grows by 30 every half second."""
    ramp = "geq=lum='30*floor(2*T)':cb=128:cr=128,format=yuv420p"
    colour = f"color=size={size}:rate=10,{ramp}"
    return draw("ramp.mp4", "-f", "lavfi", "-i", colour, "-t", str(duration_s))


async def test_sixteen_pictures_show_the_video_from_its_begin_to_its_end(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    target = tmp_path / "contact.webp"

    await contact_sheet(
        tools, draw_ramp(draw, 4), target, width=426, height=240, duration_ms=4000
    )

    with Image.open(target) as sheet:
        assert (sheet.format, sheet.size) == ("WEBP", (480 * 4, 270 * 4))
        grey = sheet.convert("L")
        centres = [
            grey.crop((x, y, x + 1, y + 1)).tobytes()[0]
            for y in range(135, 1080, 270)
            for x in range(240, 1920, 480)
        ]
    # Two of each grey: every half second is shown twice.
    assert centres == sorted(centres)
    assert centres[-1] - centres[0] > 180
    assert not target.with_suffix(".jpg").exists()


@pytest.mark.parametrize(
    ("size", "expected"),
    [("90x160", (608, 1080)), ("1280x48", (3840, 144))],
)
async def test_upright_and_wide_ones_keep_their_shape(
    tools: Tools, draw: Draw, tmp_path: Path, size: str, expected: tuple[int, int]
) -> None:
    width, height = map(int, size.split("x"))
    target = tmp_path / "contact.webp"
    clip = draw_ramp(draw, 2, size)

    await contact_sheet(tools, clip, target, width=width, height=height, duration_ms=2000)

    with Image.open(target) as sheet:
        assert sheet.size == expected


async def test_of_a_very_short_one_there_is_the_picture_in_its_middle(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    target = tmp_path / "contact.webp"

    await contact_sheet(
        tools, draw_ramp(draw, 1), target, width=426, height=240, duration_ms=1000
    )

    with Image.open(target) as sheet:
        middle = sheet.convert("L").crop((200, 100, 201, 101)).tobytes()[0]
        assert (sheet.size, 5 < middle < 60) == ((426, 240), True)


async def test_what_cannot_be_read_has_none(tools: Tools, tmp_path: Path) -> None:
    broken, target = tmp_path / "broken.mp4", tmp_path / "contact.webp"
    broken.write_bytes(b"no film")

    with pytest.raises(EncodeFailed):
        await contact_sheet(tools, broken, target, width=2, height=2, duration_ms=4000)

    assert [path.name for path in tmp_path.iterdir()] == ["broken.mp4"]
