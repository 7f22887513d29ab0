"""Downloads: ordinary files of a rendition, its sound and its captions, without encoding."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vitascope.media.ffmpeg import Limits, Tools, run
from vitascope.media.languages import bibliographic_code
from vitascope.media.source import input_args

MUX_LIMITS = Limits(cpu_s=3600, timeout_s=2 * 3600)

_CAPTION_FORMATS = {".ass": "ass", ".vtt": "webvtt"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """A file with one audio track, or a caption as ``.ass`` or ``.vtt``. ``language`` is an
    ISO 639 code, perhaps with a region.
    """

    path: Path
    language: str | None
    title: str


async def mux_download(
    tools: Tools,
    video_mp4: Path | None,
    audio_mp4: Path | None,
    target_mp4: Path,
    *,
    limits: Limits = MUX_LIMITS,
) -> None:
    """Copy the picture, the sound or both into ``target_mp4``, its index in front.

    Raises:
        ValueError: neither was given.
        EncodeFailed: an input could not be read, or the disk is full.
    """
    inputs = [path for path in (video_mp4, audio_mp4) if path is not None]
    if not inputs:
        raise ValueError("a download needs a picture or a sound track")
    args = [tools.ffmpeg, "-nostdin", "-y", "-v", "error"]
    for path in inputs:
        args += input_args(path)
    for number in range(len(inputs)):
        args += ["-map", str(number)]
    # Players that fetch the file piece by piece need its index before its pictures.
    args += ["-c", "copy", "-movflags", "+faststart", "-f", "mp4", str(target_mp4)]
    await run(args, limits=limits)


async def mux_matroska(
    tools: Tools,
    video_mp4: Path,
    sounds: Sequence[Track],
    captions: Sequence[Track],
    target_mkv: Path,
    *,
    limits: Limits = MUX_LIMITS,
) -> None:
    """Copy everything into ``target_mkv``: ASS stays ASS, WebVTT becomes SubRip, which every
    player of such files reads. The first sound is the one that players start with.

    Raises:
        EncodeFailed: an input could not be read, or the disk is full.
    """
    await run(matroska_args(tools, video_mp4, sounds, captions, target_mkv), limits=limits)


def matroska_args(
    tools: Tools,
    video_mp4: Path,
    sounds: Sequence[Track],
    captions: Sequence[Track],
    target_mkv: Path,
) -> list[str]:
    """The command of :func:`mux_matroska`."""
    args = [tools.ffmpeg, "-nostdin", "-y", "-v", "error", *input_args(video_mp4)]
    for sound in sounds:
        args += input_args(sound.path)
    for caption in captions:
        args += _caption_args(caption.path)
    args += ["-map", "0:v:0", "-c", "copy"]
    for number, sound in enumerate(sounds):
        args += ["-map", f"{number + 1}:a:0", *_described(sound, f"a:{number}")]
        args += [f"-disposition:a:{number}", "0" if number else "default"]
    for number, caption in enumerate(captions):
        args += ["-map", f"{len(sounds) + number + 1}:s:0", *_described(caption, f"s:{number}")]
        # Captions are shown to those who ask for them.
        args += [f"-disposition:s:{number}", "0"]
        if caption.path.suffix == ".vtt":
            args += [f"-c:s:{number}", "subrip"]
    return [*args, "-f", "matroska", str(target_mkv)]


def _caption_args(path: Path) -> list[str]:
    # Named, so that no other reader of ffmpeg ever looks at what a stranger wrote.
    form = _CAPTION_FORMATS[path.suffix]
    whitelists = ["-protocol_whitelist", "file", "-format_whitelist", form]
    return [*whitelists, "-f", form, "-i", f"file:{path}"]


def _described(track: Track, stream: str) -> list[str]:
    words = [f"-metadata:s:{stream}", f"title={track.title}"]
    language = bibliographic_code(track.language)
    return [*words, f"-metadata:s:{stream}", f"language={language}"] if language else words
