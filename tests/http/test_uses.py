import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from tests.conftest import SECRET
from tests.factories import NOON, actor_of, make_user

from vitascope.core.access.keys import USES_KEPT, create_key
from vitascope.core.access.model import ClientInfo, KeyKind, KeyUse, Permission, SessionKind
from vitascope.core.access.queries.keys import list_key_uses, list_keys
from vitascope.core.access.queries.sessions import list_sessions
from vitascope.core.access.sessions import open_session
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.uses import Uses

LATER = NOON + timedelta(minutes=1)


def make_keys(db: Database, *names: str) -> tuple[User, Sequence[int]]:
    with db.begin() as tx:
        user = make_user(tx)
        made = [
            create_key(
                tx,
                user.id,
                kind=KeyKind.VSRC,
                name=name,
                permission=Permission.READ,
                now=NOON,
            )
            for name in names
        ]
        return user, [new.key.id for new in made]


def use(key_id: int, used_at: datetime = NOON, path: str = "/api/public/v1/media") -> KeyUse:
    return KeyUse(
        key_id=key_id,
        method="GET",
        path=path,
        status=200,
        address="192.0.2.1",
        used_at=used_at,
    )


def last_uses(db: Database, user: User) -> list[datetime | None]:
    with db.read() as tx:
        return [key.last_used_at for key in list_keys(tx, user.id)]


def noted(db: Database, key_id: int) -> list[KeyUse]:
    with db.read() as tx:
        return [replace(found, id=None) for found in list_key_uses(tx, key_id)]


def test_every_use_of_a_key_is_written_and_the_last_one_told(db: Database) -> None:
    user, (first, second, _unused) = make_keys(db, "first", "second", "unused")
    uses = Uses(db, lambda: NOON)
    uses.note_key(use(first))
    uses.note_key(use(first, LATER))
    uses.note_key(use(second))

    before = last_uses(db, user)
    uses.write()

    assert (before, last_uses(db, user)) == ([None, None, None], [LATER, NOON, None])
    assert noted(db, first) == [use(first, LATER), use(first)]


def test_a_use_of_a_key_that_was_revoked_meanwhile_is_dropped(db: Database) -> None:
    _, (kept,) = make_keys(db, "kept")
    uses = Uses(db, lambda: NOON)
    uses.note_key(use(kept + 1))
    uses.note_key(use(kept))

    uses.write()

    assert noted(db, kept) == [use(kept)]


def test_uses_are_forgotten_after_thirty_days(db: Database) -> None:
    _, (key,) = make_keys(db, "key")
    Uses(db, lambda: NOON).note_key(use(key))
    uses = Uses(db, lambda: NOON)
    uses.note_key(use(key))
    uses.write()

    Uses(db, lambda: NOON + USES_KEPT + timedelta(seconds=1)).write()

    assert noted(db, key) == []


def scope_of(**changes: Any) -> dict[str, Any]:
    given = {
        "type": "http",
        "method": "GET",
        "path": "/api/v1/videos",
        "query_string": b"api_key=avc_secret",
        "headers": [(b"user-agent", b"a phone")],
        "client": ("192.0.2.7", 5000),
    }
    return {**given, **changes}


def test_a_request_with_a_key_is_noted_without_its_query(db: Database) -> None:
    user, (key,) = make_keys(db, "key")
    uses = Uses(db, lambda: LATER)

    uses.note(scope_of(), replace(actor_of(user, is_key=True), credential_id=key), 404)
    uses.write()

    assert noted(db, key) == [
        KeyUse(
            key_id=key,
            method="GET",
            path="/api/v1/videos",
            status=404,
            address="192.0.2.7",
            used_at=LATER,
        )
    ]


def test_a_request_with_a_session_tells_where_it_is_in_use(db: Database) -> None:
    vault, login = Vault(SECRET), ClientInfo(address="192.0.2.1", device="a desk")
    with db.begin() as tx:
        user = make_user(tx)
        open_session(tx, vault, user, SessionKind.TOKEN, login, now=NOON)
        (session,) = list_sessions(tx, user.id, NOON).items
    uses = Uses(db, lambda: LATER)

    uses.note(scope_of(), replace(actor_of(user), credential_id=session.id), 200)
    uses.write()

    with db.read() as tx:
        assert list_sessions(tx, user.id, NOON).items == [
            replace(
                session,
                last_active_at=LATER,
                last=ClientInfo(address="192.0.2.7", device="a phone"),
            )
        ]


async def test_uses_are_written_while_the_block_runs(db: Database) -> None:
    user, (key,) = make_keys(db, "key")
    uses = Uses(db, lambda: NOON, interval_s=0.01)

    async with uses.writing():
        uses.note_key(use(key))
        while await asyncio.to_thread(last_uses, db, user) == [None]:
            await asyncio.sleep(0.01)

    assert last_uses(db, user) == [NOON]


async def test_uses_that_wait_are_written_at_the_end(db: Database) -> None:
    user, (key,) = make_keys(db, "key")
    uses = Uses(db, lambda: NOON, interval_s=3600)

    async with uses.writing():
        uses.note_key(use(key))
        before = last_uses(db, user)

    assert (before, last_uses(db, user)) == ([None], [NOON])


async def test_a_database_that_fails_does_not_end_the_program(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    _, (key,) = make_keys(db, "key")
    lost = Database(f"{db.url.set(database='/nowhere/at/all').render_as_string()}")
    uses = Uses(lost, lambda: NOON)

    with caplog.at_level(logging.ERROR):
        async with uses.writing():
            uses.note_key(use(key))

    told = [record.message for record in caplog.records if record.levelno >= logging.ERROR]
    assert told == ["uses of credentials not written"]
