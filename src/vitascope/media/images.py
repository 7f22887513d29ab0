"""Posters: one picture that stands for a video or a sound recording."""

from collections.abc import Sequence
from pathlib import Path

from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools, run
from vitascope.media.filters import picture_filter
from vitascope.media.plan import VideoOutput
from vitascope.media.probe import Probe, VideoStream
from vitascope.media.source import input_args

IMAGE_LIMITS = Limits(cpu_s=600, fsize_bytes=64 * 2**20, timeout_s=900)

_LONGEST_SIDE = 1280
_LATEST_START_S = 30
_KEYFRAMES_COMPARED = 15
_WAVEFORM = "1280x720"


async def poster(
    tools: Tools,
    source: Path,
    target_jpg: Path,
    probe: Probe,
    *,
    limits: Limits = IMAGE_LIMITS,
) -> None:
    """Write a JPEG, at most 1280 pixels long: a telling keyframe, or for a sound recording its
    cover or its waveform.

    Raises:
        EncodeFailed: none of them could be made.
    """
    failure: EncodeFailed | None = None
    for words in _candidates(source, probe):
        try:
            await take_picture(tools, words, target_jpg, limits=limits)
        except EncodeFailed as error:
            failure = error
        else:
            return
    raise failure or _no_picture()


async def take_picture(
    tools: Tools, words: Sequence[str], target_jpg: Path, *, limits: Limits
) -> None:
    """Write the first picture that ``words`` (inputs, maps and filters) give as a JPEG.

    Raises:
        EncodeFailed: ffmpeg gave up, or had no picture.
    """
    _forget(target_jpg)
    command = [tools.ffmpeg, "-nostdin", "-y", "-v", "error", *words, *_jpeg(target_jpg)]
    await run(command, limits=limits)
    # Looking past the end of a cut-off file is no error to ffmpeg: it writes nothing.
    if not _has_content(target_jpg):
        raise _no_picture()


def _no_picture() -> EncodeFailed:
    return EncodeFailed(
        "No picture could be taken", exit_code=None, log_tail="", permanent=True
    )


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)


def _has_content(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _candidates(source: Path, probe: Probe) -> list[list[str]]:
    if probe.video is not None:
        start_s = min(_LATEST_START_S, probe.duration_ms // 10_000)
        keyframe = _keyframe(source, probe.video)
        return [["-ss", str(start_s), *keyframe], keyframe]
    cover = [*input_args(source), "-map", "0:v:0", "-vf", _fit_inside()]
    return [*([cover] if probe.has_cover else []), _waveform(source)]


def _keyframe(source: Path, video: VideoStream) -> list[str]:
    shrink = min(1.0, _LONGEST_SIDE / max(video.width, video.height))
    size = VideoOutput(
        name="poster",
        resolution=min(video.width, video.height),
        width=max(2, round(video.width * shrink / 2) * 2),
        height=max(2, round(video.height * shrink / 2) * 2),
        fps=video.fps,
        max_bps=0,
    )
    # `thumbnail` takes the picture nearest to the average of those compared, so neither a black
    # start nor a flash.
    chosen = f"thumbnail={_KEYFRAMES_COMPARED},{picture_filter(video, size)}"
    return [
        # Keyframes alone: a twentieth of the work of decoding everything between them.
        *("-skip_frame", "nokey", *input_args(source)),
        *("-map", f"0:{video.index}", "-vf", chosen),
    ]


def _waveform(source: Path) -> list[str]:
    # The filter keeps all samples until the end; at 2 kHz an hour of them is 30 MB.
    small = "[0:a:0]aformat=channel_layouts=mono,aresample=2000"
    return [
        *input_args(source),
        *("-filter_complex", f"{small},showwavespic=s={_WAVEFORM}:colors=0x7c8cff"),
    ]


def _fit_inside() -> str:
    side = _LONGEST_SIDE
    return (
        f"scale='min({side},iw)':'min({side},ih)':force_original_aspect_ratio=decrease,setsar=1"
    )


def _jpeg(target_jpg: Path) -> list[str]:
    # A stream of one JPEG is a JPEG; the image muxer would read a % in the path as a pattern.
    return [
        "-frames:v",
        "1",
        "-q:v",
        "3",
        "-pix_fmt",
        "yuvj420p",
        "-f",
        "mjpeg",
        str(target_jpg),
    ]
