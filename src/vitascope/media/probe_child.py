"""The prober's child process: prints what a file holds as JSON. Run with ``python -m``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import av
import msgspec
from av.container import InputContainer
from av.stream import Disposition, Stream

from vitascope.media.findings import (
    NOT_MEDIA,
    AudioStream,
    Chapter,
    Findings,
    Probe,
    SubtitleStream,
    Unreadable,
)
from vitascope.media.probe_video import find_video, measure_duration_ms, open_source

TEXT_SUBTITLES = frozenset({"subrip", "srt", "ass", "ssa", "webvtt", "mov_text", "text"})
_LONGEST_TEXT = 1000
_MOST_ENTRIES = 1000


def examine(path: Path) -> Probe:
    """Read the headers of ``path`` and decode its first picture or sound.

    Raises:
        Unreadable: nothing in it can be played.
    """
    size_bytes = path.stat().st_size
    if size_bytes == 0:
        raise Unreadable("This file is empty")
    try:
        container = open_source(path)
    except (av.FFmpegError, ValueError) as error:
        raise Unreadable(f"{NOT_MEDIA}: it is damaged, cut off or something else") from error
    with container:
        return _describe(path, container, size_bytes)


def _describe(path: Path, container: InputContainer, size_bytes: int) -> Probe:
    duration_ms = measure_duration_ms(path, container)
    audio = tuple(_audio(container))
    video = find_video(path, container, size_bytes=size_bytes, duration_ms=duration_ms)
    if video is None and not audio:
        raise Unreadable(f"{NOT_MEDIA}: it has neither picture nor sound")
    if video is None:
        _check_sound(container)
    if duration_ms <= 0:
        raise Unreadable(f"{NOT_MEDIA}: it lasts no time at all")
    return Probe(
        container=container.format.name,
        duration_ms=duration_ms,
        size_bytes=size_bytes,
        video=video,
        has_cover=any(_is_cover(stream) for stream in container.streams.video),
        audio=audio,
        subtitles=tuple(_subtitles(container)),
        chapters=tuple(_chapters(container)),
        tags=_tags(container.metadata),
    )


def _audio(container: InputContainer) -> Iterator[AudioStream]:
    for stream in container.streams.audio:
        context = stream.codec_context
        if context is None or not context.layout.nb_channels or not context.sample_rate:
            continue
        yield AudioStream(
            index=stream.index,
            codec=context.codec.canonical_name,
            profile=stream.profile,
            channels=context.layout.nb_channels,
            sample_rate_hz=context.sample_rate,
            bit_rate_bps=context.bit_rate or None,
            language=_language(stream),
            title=_title(stream),
            is_default=bool(stream.disposition & Disposition.default),
        )


def _subtitles(container: InputContainer) -> Iterator[SubtitleStream]:
    for stream in container.streams.subtitles:
        if stream.codec_context is None:
            continue
        codec = stream.codec_context.codec.canonical_name
        yield SubtitleStream(
            index=stream.index,
            codec=codec,
            language=_language(stream),
            title=_title(stream),
            is_forced=bool(stream.disposition & Disposition.forced),
            is_text=codec in TEXT_SUBTITLES,
        )


def _chapters(container: InputContainer) -> Iterator[Chapter]:
    for number, chapter in enumerate(container.chapters()[:_MOST_ENTRIES], start=1):
        tick = chapter["time_base"]
        if tick is None:
            continue
        title = chapter["metadata"].get("title", "").strip()
        yield Chapter(
            start_ms=round(chapter["start"] * tick * 1000),
            end_ms=round(chapter["end"] * tick * 1000),
            title=title[:_LONGEST_TEXT] or f"Chapter {number}",
        )


def _check_sound(container: InputContainer) -> None:
    try:
        next(container.decode(audio=0))
    except (av.FFmpegError, StopIteration) as error:
        raise Unreadable(f"{NOT_MEDIA}: its sound cannot be decoded") from error


def _is_cover(stream: Stream) -> bool:
    return bool(stream.disposition & Disposition.attached_pic)


def _language(stream: Stream) -> str | None:
    return (stream.language or "")[:16] or None


def _title(stream: Stream) -> str | None:
    title = stream.metadata.get("title", "").strip()
    return title[:_LONGEST_TEXT] or None


def _tags(metadata: dict[str, str]) -> dict[str, str]:
    pairs = list(metadata.items())[:_MOST_ENTRIES]
    return {key.lower()[:_LONGEST_TEXT]: value[:_LONGEST_TEXT] for key, value in pairs}


def main() -> None:
    """Print the findings about the file named on the command line."""
    try:
        findings = Findings(probe=examine(Path(sys.argv[1])))
    except Unreadable as error:
        findings = Findings(unreadable=error.reason)
    sys.stdout.buffer.write(msgspec.json.encode(findings))


if __name__ == "__main__":
    main()
