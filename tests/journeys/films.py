"""Films for journeys: ffmpeg draws what a person's film has."""

import subprocess
from pathlib import Path

from vitascope.media.ffmpeg import Tools

FILM_S = 12
ENGLISH_HZ, FRENCH_HZ = 440, 880

_SUBTITLES = """1
00:00:00,000 --> 00:00:05,000
First words

2
00:00:05,000 --> 00:00:12,000
Last words
"""
_CHAPTERS = """;FFMETADATA1
[CHAPTER]
TIMEBASE=1/1000
START=0
END=5000
title=Opening
[CHAPTER]
TIMEBASE=1/1000
START=5000
END=12000
title=Ending
"""


def draw_film(tools: Tools, folder: Path) -> Path:
    """1080p H.264 that can be copied, a tone in two languages, subtitles and chapters."""
    (folder / "words.srt").write_text(_SUBTITLES)
    (folder / "chapters.txt").write_text(_CHAPTERS)
    return _draw(
        tools,
        folder / "film.mkv",
        *_picture("1920x1080"),
        *_tone(ENGLISH_HZ),
        *_tone(FRENCH_HZ),
        *("-i", str(folder / "words.srt"), "-i", str(folder / "chapters.txt")),
        *("-map", "0", "-map", "1", "-map", "2", "-map", "3", "-map_chapters", "4"),
        *("-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra"),
        *("-metadata:s:s:0", "language=eng", "-c:s", "srt"),
        *("-t", str(FILM_S), "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"),
        # Below the bit rate up to which pictures are copied.
        *("-g", "60", "-maxrate", "6M", "-bufsize", "6M", "-c:a", "aac", "-ac", "2"),
    )


def draw_heavy_film(tools: Tools, folder: Path, *, duration_s: int = 40) -> Path:
    """1080p of a codec that no browser plays, so that every picture must be encoded."""
    return _draw(
        tools,
        folder / "heavy.mkv",
        *_picture("1920x1080"),
        *_tone(ENGLISH_HZ),
        *("-t", str(duration_s), "-c:v", "mpeg4", "-q:v", "5", "-c:a", "libmp3lame"),
    )


STYLED_WORDS, PLAIN_WORDS = "Styled words", "Plain words"
_SIGN = f"""[Script Info]
ScriptType: v4.00+
PlayResX: 854
PlayResY: 480

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, Bold, Alignment
Style: Sign,Arial,48,&H000000FF,1,8

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:05.00,Sign,,0,0,0,,{{\\pos(427,100)}}{STYLED_WORDS}
"""
_PLAIN = f"""1
00:00:01,000 --> 00:00:05,000
{PLAIN_WORDS}
"""


def draw_styled_film(tools: Tools, folder: Path, *, duration_s: int = 6) -> Path:
    """480p H.264 that can be copied, a tone in two languages, subtitles in English (ASS with
    a style and a place) and French (SubRip).
    """
    (folder / "words.ass").write_text(_SIGN)
    (folder / "words.srt").write_text(_PLAIN)
    return _draw(
        tools,
        folder / "styled.mkv",
        *_picture("854x480"),
        *_tone(ENGLISH_HZ),
        *_tone(FRENCH_HZ),
        *("-i", str(folder / "words.ass"), "-i", str(folder / "words.srt")),
        *("-map", "0", "-map", "1", "-map", "2", "-map", "3", "-map", "4"),
        *("-metadata:s:a:0", "language=eng", "-metadata:s:a:1", "language=fra"),
        *("-metadata:s:s:0", "language=eng", "-metadata:s:s:1", "language=fra"),
        *("-t", str(duration_s), "-c:v", "libx264", "-preset", "ultrafast"),
        *("-pix_fmt", "yuv420p", "-g", "60", "-c:a", "aac", "-ac", "2"),
        *("-c:s:0", "ass", "-c:s:1", "srt"),
    )


def _picture(size: str) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"testsrc2=size={size}:rate=30")


def _tone(pitch_hz: int) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"sine={pitch_hz}:sample_rate=48000")


def _draw(tools: Tools, target: Path, *words: str) -> Path:
    subprocess.run(
        [tools.ffmpeg, "-nostdin", "-v", "error", "-y", *words, str(target)], check=True
    )
    return target


_STYLED = r"""[Script Info]
ScriptType: v4.00+
PlayResX: 640
PlayResY: 360

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Bold, Outline, Shadow, Alignment, MarginL, MarginR, MarginV
Style: Default,sans-serif,40,&H00FF00FF,&H00000000,-1,2,0,8,20,20,20

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:00.00,0:00:12.00,Default,,0,0,0,,Words on top
"""  # noqa: E501 -- a line of the format is a line


def draw_small_film(tools: Tools, folder: Path) -> Path:
    """360p, a tone in two languages, English captions with styles and French ones without."""
    (folder / "styled.ass").write_text(_STYLED)
    (folder / "plain.srt").write_text(_SUBTITLES)
    return _draw(
        tools,
        folder / "small.mkv",
        *_picture("640x360"),
        *_tone(ENGLISH_HZ),
        *_tone(FRENCH_HZ),
        *("-i", str(folder / "styled.ass"), "-i", str(folder / "plain.srt")),
        *("-map", "0", "-map", "1", "-map", "2", "-map", "3", "-map", "4"),
        *("-metadata:s:a:0", "language=eng", "-metadata:s:a:0", "title=English"),
        *("-metadata:s:a:1", "language=fra", "-metadata:s:a:1", "title=Français"),
        *("-metadata:s:s:0", "language=eng", "-metadata:s:s:0", "title=English"),
        *("-metadata:s:s:1", "language=fra", "-metadata:s:s:1", "title=Français"),
        *("-c:s:0", "ass", "-c:s:1", "srt", "-t", str(FILM_S)),
        *("-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "60"),
        *("-c:a", "aac", "-ac", "2"),
    )


def draw_upright_film(tools: Tools, folder: Path) -> Path:
    """As phones make them, of a codec that must be encoded."""
    return _draw(
        tools,
        folder / "upright.mp4",
        *_picture("720x1280"),
        *("-t", "6", "-c:v", "mpeg4", "-q:v", "5"),
    )
