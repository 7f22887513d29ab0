import asyncio
from datetime import timedelta

from tests.core.translations.asking import make_wish
from tests.factories import NOON

from vitascope.core.translations.advance import fail_translation, keep_texts
from vitascope.core.translations.model import Translation
from vitascope.core.translations.queries import read_texts
from vitascope.db import Database
from vitascope.http.translation_sweep import forget_texts, forgetting_texts

LATER = NOON + timedelta(days=31)


def failed(db: Database) -> Translation:
    with db.begin() as tx:
        made = make_wish(tx).ask(tx)
        keep_texts(tx, made.id, {"One": "Un", "Two": "Deux"}, percent=40, now=NOON)
        fail_translation(tx, made.id, "No credit", now=NOON)
    return made


def left(db: Database, translation: Translation) -> int:
    with db.read() as tx:
        return len(read_texts(tx, translation.id))


def test_what_failed_long_ago_leaves_nothing(db: Database) -> None:
    translation = failed(db)

    forgotten = forget_texts(db, NOON), forget_texts(db, LATER)

    assert (forgotten, left(db, translation)) == ((0, 2), 0)


async def test_it_is_forgotten_while_the_server_is_up(db: Database) -> None:
    translation = await asyncio.to_thread(failed, db)

    async with forgetting_texts(db, lambda: LATER, period_s=3600):
        while await asyncio.to_thread(left, db, translation):
            await asyncio.sleep(0.01)

    assert left(db, translation) == 0
