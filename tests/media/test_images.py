from pathlib import Path

import pytest
from PIL import Image
from tests.media.clips import TONE, Draw, draw_hdr

from vitascope.media.ffmpeg import EncodeFailed, Tools
from vitascope.media.images import poster
from vitascope.media.probe import probe


async def poster_size(tools: Tools, source: Path, target: Path) -> tuple[int, int]:
    await poster(tools, source, target, await probe(tools, source))
    with Image.open(target) as image:
        assert image.format == "JPEG"
        return image.size


@pytest.mark.media
async def test_a_poster_shows_the_video_as_it_is_seen(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    turned = draw("turned.mp4", "-display_rotation", "90", "-i", str(draw_clip()), "-c", "copy")

    assert await poster_size(tools, turned, tmp_path / "poster.jpg") == (360, 640)


@pytest.mark.media
async def test_a_large_video_has_a_smaller_poster(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip(size="1920x1080", duration_s=2)

    assert await poster_size(tools, clip, tmp_path / "poster.jpg") == (1280, 720)


@pytest.mark.media
async def test_high_dynamic_range_has_an_ordinary_poster(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    clip = draw_hdr(draw, "smpte2084")

    assert await poster_size(tools, clip, tmp_path / "poster.jpg") == (640, 360)


@pytest.mark.media
async def test_the_end_of_a_cut_off_file_is_not_needed(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    whole = draw_clip("whole.mp4", "-movflags", "+faststart", duration_s=30).read_bytes()
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(whole[: len(whole) // 20])

    assert await poster_size(tools, cut, tmp_path / "poster 100%d.jpg") == (640, 360)


@pytest.mark.media
async def test_a_song_shows_its_cover_or_its_waveform(
    tools: Tools, draw: Draw, tmp_path: Path
) -> None:
    cover = draw("cover.png", "-f", "lavfi", "-i", "testsrc2=size=300x300", "-frames:v", "1")
    song = draw(
        "song.mp3",
        *(*TONE, "-i", str(cover), "-map", "0", "-map", "1", "-t", "3"),
        *("-c:v", "copy", "-disposition:v", "attached_pic", "-id3v2_version", "3"),
    )
    plain = draw("plain.mp3", *TONE, "-t", "3")

    assert await poster_size(tools, song, tmp_path / "cover.jpg") == (300, 300)
    assert await poster_size(tools, plain, tmp_path / "wave.jpg") == (1280, 720)


@pytest.mark.media
async def test_a_file_without_a_picture_fails_and_leaves_no_old_poster(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip, target = draw_clip(), tmp_path / "poster.jpg"
    found = await probe(tools, clip)
    clip.write_bytes(b"something else")
    target.write_bytes(b"of yesterday")

    with pytest.raises(EncodeFailed):
        await poster(tools, clip, target, found)

    assert not target.exists()
