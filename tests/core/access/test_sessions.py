from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.factories import NOON, PASSWORD, make_user

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor, Permission
from vitascope.core.access.sessions import (
    UserBlocked,
    end_session,
    find_actor,
    log_in,
    refresh_session,
)
from vitascope.core.accounts.model import User
from vitascope.db import Database


@pytest.fixture
def user(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


def test_a_session_is_its_user_for_a_day(db: Database, user: User) -> None:
    tokens = log_in(db, "Ada", PASSWORD, now=NOON)

    with db.read() as tx:
        today = find_actor(tx, tokens.access_token, now=NOON + timedelta(hours=23))
        tomorrow = find_actor(tx, tokens.access_token, now=NOON + timedelta(hours=24))
    expected = Actor(
        user_id=user.id,
        account_id=user.account.id,
        role=user.role,
        permissions=frozenset(Permission),
    )
    assert (today, tomorrow) == (expected, None)


def test_an_email_address_logs_in_as_well(db: Database, user: User) -> None:
    tokens = log_in(db, user.email, PASSWORD, now=NOON)

    with db.read() as tx:
        assert find_actor(tx, tokens.access_token, now=NOON) is not None


@pytest.mark.parametrize(("login", "password"), [("ada", "wrong"), ("nobody", PASSWORD)])
def test_unknown_user_and_wrong_password_say_the_same(
    db: Database, user: User, login: str, password: str
) -> None:
    with pytest.raises(Forbidden, match="The username or the password is wrong"):
        log_in(db, login, password, now=NOON)


def test_a_blocked_user_neither_logs_in_nor_goes_on(db: Database, user: User) -> None:
    tokens = log_in(db, "ada", PASSWORD, now=NOON)
    with db.begin() as tx:
        tx.execute(sa.text("UPDATE users SET is_blocked = :yes"), {"yes": True})

    with db.read() as tx:
        known = find_actor(tx, tokens.access_token, now=NOON)

    assert known is None
    with pytest.raises(UserBlocked):
        log_in(db, "ada", PASSWORD, now=NOON)


def test_refreshing_ends_the_old_session(db: Database, user: User) -> None:
    old = log_in(db, "ada", PASSWORD, now=NOON)

    with db.begin() as tx:
        new = refresh_session(tx, old.refresh_token, now=NOON)

    with db.read() as tx:
        assert find_actor(tx, old.access_token, now=NOON) is None
        assert find_actor(tx, new.access_token, now=NOON) is not None
    with pytest.raises(Forbidden), db.begin() as tx:
        refresh_session(tx, old.refresh_token, now=NOON)


def test_a_session_ends_once(db: Database, user: User) -> None:
    tokens = log_in(db, "ada", PASSWORD, now=NOON)

    with db.begin() as tx:
        first = end_session(tx, tokens.access_token)
        second = end_session(tx, tokens.access_token)

    assert (first, second) == (True, False)


def test_the_database_holds_no_token_in_clear(db: Database, user: User) -> None:
    tokens = log_in(db, "ada", PASSWORD, now=NOON)

    with db.read() as tx:
        row = tx.execute(sa.text("SELECT access_hash, refresh_hash FROM sessions")).one()
    kept = b"".join(bytes(value) for value in row)

    assert tokens.access_token.encode() not in kept
    assert bytes.fromhex(tokens.access_token) not in kept
    assert bytes.fromhex(tokens.refresh_token) not in kept
