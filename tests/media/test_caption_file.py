from pathlib import Path

import pytest

from vitascope.media.caption_file import UnreadableCaption, make_webvtt
from vitascope.media.ffmpeg import Tools

SRT = "1\n00:00:00,500 --> 00:00:02,000\nHällo <i>you</i>\n"
MADE = "WEBVTT\n\n00:00.500 --> 00:02.000\nHällo <i>you</i>\n\n"
VTT = (
    "WEBVTT - a title\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 line:0\nHällo\n"
)
ASS = """[Script Info]
ScriptType: v4.00+

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:03.00,Loud,,0,0,0,,{\\b1}Look out
"""


async def test_webvtt_stays_as_it_is_but_for_its_line_ends(
    tools: Tools, tmp_path: Path
) -> None:
    source, target = tmp_path / "received", tmp_path / "made.vtt"
    source.write_bytes(b"\xef\xbb\xbf" + VTT.replace("\n", "\r\n").encode())

    form = await make_webvtt(tools, source, target)

    assert form == "vtt"
    assert target.read_text("utf-8") == VTT


@pytest.mark.media
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
async def test_subrip_becomes_webvtt_in_any_encoding(
    tools: Tools, tmp_path: Path, encoding: str
) -> None:
    source, target = tmp_path / "received", tmp_path / "made.vtt"
    source.write_bytes(SRT.replace("\n", "\r\n").encode(encoding))

    form = await make_webvtt(tools, source, target)

    assert form == "srt"
    assert target.read_text("utf-8") == MADE.removesuffix("\n")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["made.vtt", "received"]


@pytest.mark.media
async def test_ass_becomes_webvtt(tools: Tools, tmp_path: Path) -> None:
    source, target = tmp_path / "received", tmp_path / "made.vtt"
    source.write_text(ASS)

    form = await make_webvtt(tools, source, target)

    assert form == "ass"
    expected = "WEBVTT\n\n00:01.000 --> 00:03.000\n<b>Look out</b>\n"
    assert target.read_text("utf-8") == expected


@pytest.mark.parametrize(
    "content",
    [b"", b"hello", b"WEBVTTX\n", b"\x00\x01WEBVTT", b"#EXTM3U\nfile:///etc/passwd\n"],
)
async def test_what_is_no_caption_is_refused(
    tools: Tools, tmp_path: Path, content: bytes
) -> None:
    source = tmp_path / "received"
    source.write_bytes(content)

    with pytest.raises(UnreadableCaption, match="not a WebVTT, SubRip or ASS caption"):
        await make_webvtt(tools, source, tmp_path / "made.vtt")


async def test_a_caption_without_words_is_refused(tools: Tools, tmp_path: Path) -> None:
    source = tmp_path / "received"
    source.write_text("WEBVTT\n\nNOTE nothing\n")

    with pytest.raises(UnreadableCaption, match="says nothing"):
        await make_webvtt(tools, source, tmp_path / "made.vtt")
