"""What is in the words of a cue besides words, kept away from whoever translates them."""

import html
import re
from dataclasses import dataclass

_TAGS = re.compile(r"(?:<[^<>\n]*>)+")
# What looks like a mark of ours is one too, or it could not be told from ours.
_MARKED = re.compile(r"<[^<>\n]*>|\{\d+\}")
_RETURNED = re.compile(r"\{\s*(\d+)\s*\}")
_VOICE = re.compile(r"<v[. \t][^<>\n]*>")
_BLANK_LINES = re.compile(r"\n\s*\n+")


@dataclass(frozen=True, slots=True)
class Masked:
    """``plain`` are the words to translate, with ``{1}``, ``{2}`` for the tags that stand
    between them. ``words`` is what the cue said.
    """

    words: str
    plain: str
    before: str
    after: str
    marks: tuple[str, ...]

    @property
    def says_something(self) -> bool:
        """Whether there is a letter to translate: notes of music have none."""
        return any(letter.isalpha() for letter in _MARKED.sub("", self.plain))


def mask(words: str) -> Masked:
    """Take the tags out of the words of a cue, and write out its entities (``&amp;``)."""
    before = _leading(words)
    inside = words.removeprefix(before)
    after = _trailing(inside)
    inside = inside.removesuffix(after)
    marks: list[str] = []

    def marked(found: re.Match[str]) -> str:
        marks.append(found[0])
        return f"{{{len(marks)}}}"

    plain = html.unescape(_MARKED.sub(marked, inside))
    return Masked(words=words, plain=plain, before=before, after=after, marks=tuple(marks))


def unmask(masked: Masked, translated: str) -> str:
    """The words of the cue for a translation of ``masked.plain``.

    Tags stand where their marks do. When marks were lost or moved past each other, the words
    stay plain but for who speaks. What came back unchanged is what it was.
    """
    if translated == masked.plain:
        return masked.words
    said = _BLANK_LINES.sub("\n", translated.replace("\r", "")).strip()
    if not said:
        return masked.words
    numbers = [int(number) for number in _RETURNED.findall(said)]
    escaped = html.escape(said, quote=False)
    if numbers == list(range(1, len(masked.marks) + 1)):
        whole = _RETURNED.sub(lambda found: masked.marks[int(found[1]) - 1], escaped)
        return f"{masked.before}{whole}{masked.after}"
    voice = "".join(_VOICE.findall(masked.before))
    plain = re.sub(r" {2,}", " ", _RETURNED.sub("", escaped)).strip()
    return f"{voice}{plain}" if plain else masked.words


def _leading(words: str) -> str:
    found = _TAGS.match(words)
    return "" if found is None else found[0]


def _trailing(words: str) -> str:
    found = re.search(r"(?:<[^<>\n]*>)+\Z", words)
    return "" if found is None else found[0]
