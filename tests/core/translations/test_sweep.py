from datetime import timedelta

import pytest
from tests.core.translations.asking import make_wish
from tests.factories import NOON

from vitascope.core.translations import sweep
from vitascope.core.translations.advance import fail_translation, keep_texts
from vitascope.core.translations.queries import read_texts
from vitascope.core.translations.sweep import FAILED_KEPT, sweep_texts
from vitascope.db import Tx

SECOND = timedelta(seconds=1)


def test_texts_of_what_failed_go_after_30_days_batch_by_batch(
    tx: Tx, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sweep, "AT_ONCE", 2)
    wish = make_wish(tx)
    failed, going_on = wish.ask(tx), wish.ask(tx, "de")
    texts = {"One": "Un", "Two": "Deux", "Three": "Trois"}
    for each in (failed, going_on):
        keep_texts(tx, each.id, texts, percent=40, now=NOON)
    fail_translation(tx, failed.id, "No credit", now=NOON)
    end = NOON + FAILED_KEPT

    swept = [sweep_texts(tx, now=now) for now in (end, *[end + SECOND] * 3)]

    assert swept == [0, 2, 1, 0]
    assert read_texts(tx, failed.id) == {}
    assert read_texts(tx, going_on.id) == texts
