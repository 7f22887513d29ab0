from pathlib import Path

import pytest
from tests.media.clips import Draw

from vitascope.media.ffmpeg import Limits, Tools
from vitascope.media.mux import Track, matroska_args, mux_download
from vitascope.media.packager import run_pass
from vitascope.media.plan import plan
from vitascope.media.probe import probe
from vitascope.media.source import input_args


async def package(tools: Tools, clip: Path, out: Path) -> None:
    found = await probe(tools, clip)
    await run_pass(
        tools, clip, out, plan(found).first, found, limits=Limits(), on_progress=lambda _: None
    )


@pytest.mark.media
async def test_picture_and_sound_come_together_with_the_index_in_front(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    await package(tools, draw_clip(), tmp_path)
    target = tmp_path / "download.mp4"

    await mux_download(tools, tmp_path / "360p.mp4", tmp_path / "audio-0.mp4", target)

    found, data = await probe(tools, target), target.read_bytes()
    assert found.video is not None
    assert (found.video.codec, len(found.audio), found.duration_ms) == ("h264", 1, 6000)
    assert data.index(b"moov") < data.index(b"mdat")


@pytest.mark.media
async def test_either_may_come_alone(tools: Tools, draw_clip: Draw, tmp_path: Path) -> None:
    await package(tools, draw_clip(), tmp_path)
    picture, sound = tmp_path / "picture.mp4", tmp_path / "sound.m4a"

    await mux_download(tools, tmp_path / "360p.mp4", None, picture)
    await mux_download(tools, None, tmp_path / "audio-0.mp4", sound)

    assert (await probe(tools, picture)).audio == ()
    assert (await probe(tools, sound)).video is None


async def test_nothing_at_all_is_refused(tools: Tools, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="a picture or a sound track"):
        await mux_download(tools, None, None, tmp_path / "x.mp4")


def test_the_words_for_a_file_with_everything(tools: Tools, tmp_path: Path) -> None:
    sounds = [
        Track(path=Path("a0.mp4"), language="en", title="English"),
        Track(path=Path("a1.mp4"), language=None, title="Noise = music"),
    ]
    captions = [
        Track(path=Path("c0.ass"), language="pt-BR", title="Português"),
        Track(path=Path("c1.vtt"), language="de", title="Deutsch"),
    ]

    words = matroska_args(tools, Path("v.mp4"), sounds, captions, Path("all.mkv"))

    caption_inputs = [
        *("-protocol_whitelist", "file", "-format_whitelist", "ass", "-f", "ass"),
        *("-i", "file:c0.ass"),
        *("-protocol_whitelist", "file", "-format_whitelist", "webvtt", "-f", "webvtt"),
        *("-i", "file:c1.vtt"),
    ]
    assert words == [
        *(tools.ffmpeg, "-nostdin", "-y", "-v", "error"),
        *input_args(Path("v.mp4")),
        *input_args(Path("a0.mp4")),
        *input_args(Path("a1.mp4")),
        *caption_inputs,
        *("-map", "0:v:0", "-c", "copy"),
        *("-map", "1:a:0", "-metadata:s:a:0", "title=English"),
        *("-metadata:s:a:0", "language=eng", "-disposition:a:0", "default"),
        *("-map", "2:a:0", "-metadata:s:a:1", "title=Noise = music"),
        *("-disposition:a:1", "0"),
        *("-map", "3:s:0", "-metadata:s:s:0", "title=Português"),
        *("-metadata:s:s:0", "language=por", "-disposition:s:0", "0"),
        *("-map", "4:s:0", "-metadata:s:s:1", "title=Deutsch"),
        *("-metadata:s:s:1", "language=ger", "-disposition:s:1", "0"),
        *("-c:s:1", "subrip"),
        *("-f", "matroska", "all.mkv"),
    ]
