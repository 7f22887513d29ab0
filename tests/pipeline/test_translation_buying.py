from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from vitascope.fetch.errors import BadAnswer
from vitascope.fetch.translation.model import Misanswered
from vitascope.pipeline.translation_buying import bearable, buy_texts

TEXTS = ["one", "two", "three", "four"]


@dataclass
class Forgetful:
    """A translator that answers with something else where one of ``odd`` is asked for, and
    that is away from the request with the number ``ends`` on.
    """

    odd: frozenset[str] = frozenset()
    ends: int = 100
    most_texts: int = 4
    most_characters: int = 100
    asked: list[list[str]] = field(default_factory=list)

    async def translate(self, texts: Sequence[str]) -> list[str]:
        self.asked.append(list(texts))
        if len(self.asked) > self.ends:
            raise BadAnswer(503)
        if self.odd & set(texts):
            raise Misanswered("Something else", permanent=False)
        return [text.upper() for text in texts]


@dataclass
class Kept:
    texts: dict[str, str] = field(default_factory=dict)
    settled: list[int] = field(default_factory=list)

    async def __call__(self, bought: Mapping[str, str], settled: int) -> None:
        self.texts |= bought
        self.settled.append(settled)


async def test_only_what_does_not_come_back_well_is_asked_for_again() -> None:
    translator, kept = Forgetful(frozenset({"three"})), Kept()

    bought = await buy_texts(translator, TEXTS, kept, most_refused=1)

    assert bought == kept.texts == {"one": "ONE", "two": "TWO", "four": "FOUR"}
    assert kept.settled == [2, 4]
    assert translator.asked == [TEXTS, ["one", "two"], ["three", "four"], ["three"], ["four"]]


async def test_what_came_back_well_is_kept_before_anything_goes_wrong() -> None:
    translator, kept = Forgetful(frozenset({"three"}), ends=2), Kept()

    with pytest.raises(BadAnswer):
        await buy_texts(translator, TEXTS, kept, most_refused=1)

    assert kept.texts == {"one": "ONE", "two": "TWO"}


async def test_a_translator_that_leaves_too_much_out_is_given_up_for_now() -> None:
    translator, kept = Forgetful(frozenset(TEXTS)), Kept()

    with pytest.raises(Misanswered):
        await buy_texts(translator, TEXTS, kept, most_refused=1)

    assert translator.asked == [TEXTS, ["one", "two"], ["one"], ["two"]]
    assert kept.texts == {}


def test_a_few_may_stay_as_they_are_but_never_all() -> None:
    assert [bearable(texts) for texts in (1, 2, 19, 20, 100, 5000)] == [0, 1, 1, 2, 10, 10]
