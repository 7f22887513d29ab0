"""Downloads: one ordinary MP4 of a rendition and a sound track, without encoding."""

from pathlib import Path

from vitascope.media.ffmpeg import Limits, Tools, run
from vitascope.media.source import input_args

MUX_LIMITS = Limits(cpu_s=3600, timeout_s=2 * 3600)


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
