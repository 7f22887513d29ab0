"""WebVTT taken apart into what is said and everything else, and put together again."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

_CLOCK = r"(?:\d+:)?\d\d:\d\d\.\d{3}"
# The times with their settings, then lines until an empty one or until other times.
_CUE = re.compile(
    rf"^[ \t]*{_CLOCK}[ \t]*-->[ \t]*{_CLOCK}.*\n(?P<words>(?:(?!.*-->).+(?:\n|\Z))+)",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a WebVTT file. ``is_words`` is True for the text of a cue, which may have
    several lines.
    """

    text: str
    is_words: bool


def split_cues(vtt: str) -> list[Piece]:
    """All of a WebVTT file whose lines end with ``\\n``, in pieces: together they are the file
    again.
    """
    pieces, at = [], 0
    for cue in _CUE.finditer(vtt):
        words = cue["words"].removesuffix("\n")
        start = cue.start("words")
        pieces += [Piece(vtt[at:start], is_words=False), Piece(words, is_words=True)]
        at = start + len(words)
    return [*pieces, Piece(vtt[at:], is_words=False)]


def join_cues(pieces: Sequence[Piece], say: Callable[[str], str]) -> str:
    """The file with ``say(words)`` for the words of every cue; times, settings and notes stay
    as they are.
    """
    return "".join(say(piece.text) if piece.is_words else piece.text for piece in pieces)
