"""Subtitles as callers send them, and as they get them back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath

from vitascope.base.errors import Invalid
from vitascope.core.captions.model import Caption, CaptionFormat, original_key
from vitascope.dialects.avcaption.uploads import InvalidMedia
from vitascope.http.parts import PartHead

MOST_BYTES = 5 * 2**20
_ENDINGS = frozenset({".vtt", ".srt", ".ass", ".ssa"})
WEBVTT = "text/vtt; charset=utf-8"
# Of files as they came, in whatever encoding.
MEDIA_TYPES = {
    CaptionFormat.VTT: "text/vtt",
    CaptionFormat.SRT: "application/x-subrip",
    CaptionFormat.ASS: "text/x-ssa",
}


class UnsupportedSubtitle(Invalid):
    """The file is called like none that is taken."""


def check_ending(head: PartHead) -> None:
    """Raises UnsupportedSubtitle for a file that is not called like a subtitle."""
    ending = PurePosixPath((head.filename or "").lower()).suffix
    if ending not in _ENDINGS:
        raise UnsupportedSubtitle("file", "Subtitles are files in .vtt, .srt, .ass or .ssa")


@contextmanager
def judging_subtitle() -> Iterator[None]:
    """Files that say something else than they are called: InvalidMedia."""
    try:
        yield
    except Invalid as error:
        if error.field != "caption":
            raise
        raise InvalidMedia("file", error.message) from error


def received_key(caption: Caption) -> str:
    """Where the file is kept as it came."""
    if caption.is_added:
        return original_key(caption.vtt_key, caption.format)
    return caption.ass_key or caption.vtt_key
