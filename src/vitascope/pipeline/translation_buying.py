"""Having texts translated, and keeping what is good of every answer."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import TypeAlias

from vitascope.fetch.translation.model import Misanswered, Translator
from vitascope.pipeline.translation_batches import text_batches

# A model that does more of them badly does not translate.
_MOST_REFUSED = 10

Keep: TypeAlias = Callable[[Mapping[str, str], int], Awaitable[None]]
"""Takes what was translated by what it was, and how many texts are settled by now."""


def bearable(texts: int) -> int:
    """How many of so many may stay as they are: a few, but not all of them."""
    return min(_MOST_REFUSED, max(1, texts // 10), texts - 1)


async def buy_texts(
    translator: Translator, texts: Sequence[str], keep: Keep, *, most_refused: int
) -> dict[str, str]:
    """All of ``texts``, each once, translated. What does not come back as it was asked for is
    asked for again in halves, and whatever comes back well is given to ``keep`` before the next
    is asked for. A text that comes back by itself no better is left out, ``most_refused`` of
    them at most.

    Raises:
        Misanswered: too many do not come back well.
        FetchError: as :meth:`Translator.translate`.
    """
    bought: dict[str, str] = {}
    refused = 0
    waiting = list(
        text_batches(
            texts,
            most_texts=translator.most_texts,
            most_characters=translator.most_characters,
        )
    )[::-1]
    while waiting:
        batch = waiting.pop()
        try:
            answer = await translator.translate(batch)
        except Misanswered:
            if len(batch) > 1:
                middle = len(batch) // 2
                waiting += [batch[middle:], batch[:middle]]
                continue
            refused += 1
            if refused > most_refused:
                raise
            continue
        kept = dict(zip(batch, answer, strict=True))
        bought |= kept
        await keep(kept, len(bought) + refused)
    return bought
