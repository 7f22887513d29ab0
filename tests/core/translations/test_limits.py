from datetime import timedelta

import pytest
from tests.core.translations.asking import make_wish
from tests.factories import NOON

from vitascope.core.translations.advance import fail_translation, keep_texts
from vitascope.core.translations.limits import MOST_OPEN, check_characters
from vitascope.core.translations.model import TooManyTranslations
from vitascope.db import Tx

SECOND = timedelta(seconds=1)
DAY = timedelta(days=1)


def test_only_some_are_made_for_one_user_at_a_time(tx: Tx) -> None:
    wish = make_wish(tx)
    made = [wish.ask(tx, target) for target in ("fr", "de", "it", "es", "pt")]

    with pytest.raises(TooManyTranslations) as refused:
        wish.ask(tx, "nl")

    assert (refused.value.used, refused.value.limit) == (MOST_OPEN, MOST_OPEN)
    assert wish.ask(tx, "fr") == made[0]
    fail_translation(tx, made[0].id, "No credit", now=NOON)
    assert wish.ask(tx, "nl").target_language == "nl"


def test_what_was_translated_counts_for_a_day(tx: Tx) -> None:
    wish = make_wish(tx)
    made = wish.ask(tx)
    keep_texts(tx, made.id, {"Hello": "Bonjour"}, percent=40, now=NOON)
    keep_texts(tx, made.id, {"you": "toi"}, percent=80, now=NOON)

    with pytest.raises(TooManyTranslations) as refused:
        wish.ask(tx, "de", most_characters=8, now=NOON + DAY - SECOND)

    assert (refused.value.used, refused.value.limit) == (8, 8)
    assert wish.ask(tx, "de", most_characters=9).target_language == "de"
    assert wish.ask(tx, "it", most_characters=0).target_language == "it"
    assert wish.ask(tx, "es", most_characters=8, now=NOON + DAY).target_language == "es"


def test_what_does_not_fit_any_more_is_refused_whole(tx: Tx) -> None:
    wish = make_wish(tx)
    keep_texts(tx, wish.ask(tx).id, {"Hello": "Bonjour"}, percent=40, now=NOON)

    check_characters(tx, wish.user.id, 5, most=10, now=NOON)
    with pytest.raises(TooManyTranslations, match="5 of 10 characters"):
        check_characters(tx, wish.user.id, 6, most=10, now=NOON)
