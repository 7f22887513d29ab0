"""Subtitles that came inside a source."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools, run
from vitascope.media.probe import Probe, SubtitleStream
from vitascope.media.source import input_args

CAPTION_LIMITS = Limits(cpu_s=1800, fsize_bytes=256 * 2**20, timeout_s=3600)

_STYLED = frozenset({"ass", "ssa"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractedCaption:
    """``ass`` is the track as received, with the styling that WebVTT cannot carry."""

    stream: SubtitleStream
    vtt: Path
    ass: Path | None


async def extract_captions(
    tools: Tools,
    source: Path,
    probe: Probe,
    out_dir: Path,
    *,
    limits: Limits = CAPTION_LIMITS,
) -> list[ExtractedCaption]:
    """Write ``caption-N.vtt``, and ``.ass`` for styled tracks, for every text track.

    A track that says nothing or cannot be read is left out: it never keeps a video from its
    viewers.

    Raises:
        EncodeFailed: stopped from outside; try again.
    """
    wanted = [_target(stream, out_dir) for stream in probe.subtitles if stream.is_text]
    if wanted and not await _extract(tools, source, wanted, limits):
        # One bad track spoils the run for all: the file is read again for each.
        for one in wanted:
            await _extract(tools, source, [one], limits)
    return [caption for caption in wanted if _says_something(caption.vtt)]


async def copy_pictures(
    tools: Tools,
    source: Path,
    stream: SubtitleStream,
    target: Path,
    *,
    limits: Limits = CAPTION_LIMITS,
) -> None:
    """Write a track of Blu-ray's pictures to ``target``, as programs that read them want it.

    Raises:
        EncodeFailed: the track cannot be read.
    """
    args = [tools.ffmpeg, "-nostdin", "-y", "-v", "error", *input_args(source)]
    copied = ["-map", f"0:{stream.index}", "-c:s", "copy", "-f", "sup", str(target)]
    await run([*args, *copied], limits=limits)


def _target(stream: SubtitleStream, out_dir: Path) -> ExtractedCaption:
    vtt = out_dir / f"caption-{stream.index}.vtt"
    is_styled = stream.codec in _STYLED
    return ExtractedCaption(
        stream=stream, vtt=vtt, ass=vtt.with_suffix(".ass") if is_styled else None
    )


async def _extract(
    tools: Tools, source: Path, wanted: Sequence[ExtractedCaption], limits: Limits
) -> bool:
    args = [tools.ffmpeg, "-nostdin", "-y", "-v", "error", *input_args(source)]
    for caption in wanted:
        track = ["-map", f"0:{caption.stream.index}"]
        args += [*track, "-c:s", "webvtt", "-f", "webvtt", str(caption.vtt)]
        if caption.ass is not None:
            args += [*track, "-c:s", "copy", "-f", "ass", str(caption.ass)]
    try:
        await run(args, limits=limits)
    except EncodeFailed as failure:
        if not failure.permanent:
            raise
        for caption in wanted:
            caption.vtt.unlink(missing_ok=True)
        return False
    return True


def _says_something(vtt: Path) -> bool:
    return vtt.exists() and "-->" in vtt.read_text("utf-8", errors="replace")
