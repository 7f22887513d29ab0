"""What everybody who translates is asked for, and how they refuse."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vitascope.fetch.errors import FetchError


class TranslationRefused(FetchError):
    """Whoever translates does not. The message says why, as they say it."""


class Misanswered(TranslationRefused):
    """What came back is not what was asked for. Fewer texts at once may do better."""


@dataclass(frozen=True, slots=True)
class Pair:
    """From one language to another, by their tags (``pt-BR``). ``source`` is ``und`` where
    nobody knows.
    """

    source: str
    target: str


class Translator(Protocol):
    """Translates between the two languages that it was opened for. At once it takes as many as
    ``most_texts``, which have ``most_characters`` together, or one longer text.
    """

    @property
    def most_texts(self) -> int: ...

    @property
    def most_characters(self) -> int: ...

    async def translate(self, texts: Sequence[str]) -> list[str]:
        """Each of ``texts`` in the other language, in the same order.

        Raises:
            Misanswered: they came back otherwise.
            FetchError: it cannot be had. ``permanent`` when trying again cannot help.
        """
        ...
