from pathlib import Path

import pytest
from tests.media.clips import Draw
from tests.media.sup import sup

from vitascope.media.captions import copy_pictures, extract_captions
from vitascope.media.ffmpeg import Tools
from vitascope.media.probe import probe

SRT = "1\n00:00:00,500 --> 00:00:02,000\nHällo <i>you</i>\n"
STYLE = "Style: Loud,Arial,40,&H00FFFFFF,&H0,&H0,&H0,1,0,0,0,100,100,0,0,1,2,0,2,9,9,9,1"
ASS = f"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, \
Bold, Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, \
Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
{STYLE}

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:03.00,Loud,,0,0,0,,Look out
"""


@pytest.mark.media
async def test_text_tracks_become_webvtt_and_styled_ones_stay_as_well(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    (tmp_path / "a.srt").write_text(SRT)
    (tmp_path / "b.ass").write_text(ASS)
    film = draw(
        "film.mkv",
        *("-i", str(draw_clip()), "-i", str(tmp_path / "a.srt"), "-i", str(tmp_path / "b.ass")),
        *("-map", "0", "-map", "1", "-map", "2", "-c", "copy"),
        *("-metadata:s:s:0", "language=ger"),
    )

    plain, styled = await extract_captions(tools, film, await probe(tools, film), tmp_path)

    assert (plain.stream.language, plain.ass) == ("de", None)
    assert plain.vtt.read_text().split() == [
        *("WEBVTT", "00:00.500", "-->", "00:02.000", "Hällo", "<i>you</i>")
    ]
    assert "Look out" in styled.vtt.read_text()
    assert styled.ass is not None
    assert STYLE in styled.ass.read_text()


@pytest.mark.media
async def test_a_video_without_tracks_has_no_captions(
    tools: Tools, draw_clip: Draw, tmp_path: Path
) -> None:
    clip = draw_clip()

    assert await extract_captions(tools, clip, await probe(tools, clip), tmp_path) == []


@pytest.mark.media
async def test_a_file_that_became_unreadable_has_no_captions(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    (tmp_path / "a.srt").write_text(SRT)
    film = draw("film.mkv", "-i", str(draw_clip()), "-i", str(tmp_path / "a.srt"), "-c", "copy")
    found = await probe(tools, film)
    film.write_bytes(b"something else")

    assert await extract_captions(tools, film, found, tmp_path) == []
    assert list(tmp_path.glob("*.vtt")) == []


@pytest.mark.media
async def test_a_track_of_pictures_is_copied_out(
    tools: Tools, draw: Draw, draw_clip: Draw, tmp_path: Path
) -> None:
    (tmp_path / "a.sup").write_bytes(sup((0.5, 1.5)))
    film = draw(
        "film.mkv",
        *("-i", str(draw_clip()), "-i", str(tmp_path / "a.sup")),
        *("-map", "0", "-map", "1", "-c", "copy"),
    )
    (track,) = (await probe(tools, film)).subtitles

    await copy_pictures(tools, film, track, tmp_path / "b.sup")

    copied = (tmp_path / "b.sup").read_bytes()
    assert (track.codec, track.is_text) == ("hdmv_pgs_subtitle", False)
    assert (copied[:2], len(copied)) == (b"PG", len(sup((0.5, 1.5))))
