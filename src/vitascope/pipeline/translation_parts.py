"""Words that are too long to be translated at once, in parts."""

import re
from collections.abc import Iterator

LONGEST = 5000
"""Characters of one part: more than people say in a breath, less than translators refuse."""

# Full stops of Chinese and Japanese have no space behind them. Marks begin with a brace.
_SENTENCE_END = re.compile(
    r"[.!?\u2026][^\w\s{]{0,3}\s+|[\u3002\uff01\uff1f][^\w\s{]{0,3}\s*|\n+"
)
_WORD_END = re.compile(r"\s+")


def text_parts(text: str, longest: int = LONGEST) -> list[str]:
    """``text`` in parts of at most ``longest`` characters, which are ``text`` again when they
    are put together. They end with a sentence, or else with a word where there is one. Between
    them stand the spaces, which are parts too.
    """
    if len(text) <= longest:
        return [text]
    return [part for piece in _cut(text, longest) for part in _bare(piece) if part]


def _cut(text: str, longest: int) -> Iterator[str]:
    while len(text) > longest:
        head = text[:longest]
        end = _last(_SENTENCE_END, head) or _last(_WORD_END, head) or longest
        yield text[:end]
        text = text[end:]
    yield text


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match ends, 0 when there is none."""
    return max((found.end() for found in pattern.finditer(text)), default=0)


def _bare(piece: str) -> tuple[str, ...]:
    """The spaces before, the words and the spaces behind."""
    words = piece.strip()
    before, _, after = piece.partition(words) if words else (piece, "", "")
    return before, words, after
