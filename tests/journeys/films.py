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


def _picture(size: str) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"testsrc2=size={size}:rate=30")


def _tone(pitch_hz: int) -> tuple[str, ...]:
    return ("-f", "lavfi", "-i", f"sine={pitch_hz}:sample_rate=48000")


def _draw(tools: Tools, target: Path, *words: str) -> Path:
    subprocess.run(
        [tools.ffmpeg, "-nostdin", "-v", "error", "-y", *words, str(target)], check=True
    )
    return target
