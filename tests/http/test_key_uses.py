import asyncio
from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog.testing
from tests.factories import NOON, make_user

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.access.queries import list_keys
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.key_uses import KeyUses

LATER = NOON + timedelta(minutes=1)


def make_keys(db: Database, *names: str) -> tuple[User, Sequence[int]]:
    with db.begin() as tx:
        user = make_user(tx)
        for name in names:
            create_key(
                tx,
                user.id,
                kind=KeyKind.VSRC,
                name=name,
                permission=Permission.READ,
                now=NOON,
            )
        return user, [key.id for key in list_keys(tx, user.id)]


def last_uses(db: Database, user: User) -> list[datetime | None]:
    with db.read() as tx:
        return [key.last_used_at for key in list_keys(tx, user.id)]


def test_only_the_last_use_of_each_key_is_written(db: Database) -> None:
    user, (first, second, _unused) = make_keys(db, "first", "second", "unused")
    uses = KeyUses(db)
    uses.note(first, NOON)
    uses.note(first, LATER)
    uses.note(second, NOON)

    before = last_uses(db, user)
    uses.write()

    assert (before, last_uses(db, user)) == ([None, None, None], [LATER, NOON, None])


async def test_uses_are_written_while_the_block_runs(db: Database) -> None:
    user, (key,) = make_keys(db, "key")
    uses = KeyUses(db, interval_s=0.01)

    async with uses.writing():
        uses.note(key, NOON)
        while await asyncio.to_thread(last_uses, db, user) == [None]:
            await asyncio.sleep(0.01)

    assert last_uses(db, user) == [NOON]


async def test_uses_that_wait_are_written_at_the_end(db: Database) -> None:
    user, (key,) = make_keys(db, "key")
    uses = KeyUses(db, interval_s=3600)

    async with uses.writing():
        uses.note(key, NOON)
        before = last_uses(db, user)

    assert (before, last_uses(db, user)) == ([None], [NOON])


async def test_a_database_that_fails_does_not_end_the_program(db: Database) -> None:
    _, (key,) = make_keys(db, "key")
    uses = KeyUses(Database(f"{db.url.set(database='/nowhere/at/all').render_as_string()}"))

    with structlog.testing.capture_logs() as logs:
        async with uses.writing():
            uses.note(key, NOON)

    assert [(line["event"], line["log_level"]) for line in logs] == [
        ("key uses not written", "error")
    ]
