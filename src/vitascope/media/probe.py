"""What a received file holds, found in a child process with limits."""

from dataclasses import replace
from pathlib import Path

import msgspec

from vitascope.media.ffmpeg import PROBE_LIMITS, EncodeFailed, Limits, Tools, run
from vitascope.media.findings import (
    NOT_MEDIA,
    AudioStream,
    Chapter,
    Findings,
    Probe,
    SubtitleStream,
    Unreadable,
    VideoStream,
)
from vitascope.media.languages import language_code

__all__ = [
    "AudioStream",
    "Chapter",
    "Probe",
    "SubtitleStream",
    "Unreadable",
    "VideoStream",
    "probe",
]


async def probe(tools: Tools, path: Path, *, limits: Limits = PROBE_LIMITS) -> Probe:
    """Look into ``path``: read its headers and decode one picture.

    Raises:
        Unreadable: not a video or audio file, or a damaged one.
        EncodeFailed: the prober was stopped from outside; try again.
    """
    # Without -P the current folder would come first among the places modules are taken from.
    args = [tools.python, "-P", "-m", "vitascope.media.probe_child", str(path)]
    try:
        answer = await run(args, limits=limits)
    except EncodeFailed as failure:
        if not failure.permanent:
            raise
        raise Unreadable(f"{NOT_MEDIA}: examining it took more than is allowed") from failure
    findings = msgspec.json.decode(answer, type=Findings)
    if findings.probe is None:
        raise Unreadable(findings.unreadable or NOT_MEDIA)
    return _with_known_languages(findings.probe)


# Here and not in the child, which would read the register of languages for every file anew.
def _with_known_languages(found: Probe) -> Probe:
    return replace(
        found,
        audio=tuple(
            replace(stream, language=language_code(stream.language)) for stream in found.audio
        ),
        subtitles=tuple(
            replace(stream, language=language_code(stream.language))
            for stream in found.subtitles
        ),
    )
