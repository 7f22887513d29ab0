from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.core.making import HOME, VAULT, make_session
from tests.factories import NOON, PASSWORD, actor_of, make_user

from vitascope.base.errors import Conflict, Forbidden, Invalid, ProductError
from vitascope.core.access.attempts import TooManyAttempts
from vitascope.core.access.credentials import authenticate
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.access.model import ANONYMOUS, LoginRequired, SessionKind
from vitascope.core.accounts.model import Preferences, SensitivePolicy, User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.login.password import Attempt, log_in
from vitascope.core.users.mailboxes import draw_reset_code, reset_password
from vitascope.core.users.profile import (
    CurrentPasswordWrong,
    NoPassword,
    ProfileChanges,
    change_me,
    confirm_password,
    me,
)
from vitascope.db import Database, Tx
from vitascope.jobs import pending

LATER, SECOND = NOON + timedelta(hours=1), timedelta(seconds=1)


def change(tx: Tx, user: User, *, verifies_email: bool = False, **changes: Any) -> User:
    return change_me(
        tx, actor_of(user), ProfileChanges(**changes), verifies_email=verifies_email, now=LATER
    )


@pytest.fixture
def user(db: Database) -> User:
    with db.begin() as tx:
        return make_user(tx)


@pytest.fixture
def tx_user(tx: Tx) -> User:
    return make_user(tx)


def test_people_are_themselves(tx: Tx, tx_user: User) -> None:
    assert me(tx, actor_of(tx_user)) == me(tx, actor_of(tx_user, is_key=True)) == tx_user
    with pytest.raises(LoginRequired):
        me(tx, ANONYMOUS)


def test_only_people_change_themselves(tx: Tx, tx_user: User) -> None:
    changes = ProfileChanges(display_name="Eve")

    with pytest.raises(Forbidden):
        change_me(tx, actor_of(tx_user, is_key=True), changes, verifies_email=False, now=LATER)
    with pytest.raises(LoginRequired):
        change_me(tx, ANONYMOUS, changes, verifies_email=False, now=LATER)
    assert get_user(tx, tx_user.id) == tx_user


def test_nothing_given_changes_nothing(tx: Tx, tx_user: User) -> None:
    assert change(tx, tx_user) == tx_user
    assert pending(tx) == []


def test_what_others_see_changes_and_is_told(tx: Tx, tx_user: User) -> None:
    changed = change(tx, tx_user, display_name=" Ada L. ", description="Films of mine")
    again = change(tx, tx_user, description=None)

    account = replace(
        tx_user.account,
        display_name="Ada L.",
        description="Films of mine",
        updated_at=LATER,
    )
    assert changed == replace(tx_user, account=account)
    assert again.account == replace(account, description=None)
    assert pending(tx) == 2 * [("ProfileChanged", {"account_id": tx_user.account.id})]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"display_name": ""}, "displayName"),
        ({"display_name": " "}, "displayName"),
        ({"display_name": "x" * 121}, "displayName"),
        ({"display_name": "a\0b"}, "displayName"),
        ({"description": "ab"}, "description"),
        ({"description": "x" * 1001}, "description"),
        ({"description": "abc\0"}, "description"),
        ({"email": "nonsense"}, "email"),
        ({"email": ""}, "email"),
    ],
)
def test_what_breaks_a_rule_is_named(
    tx: Tx, tx_user: User, changes: dict[str, Any], field: str
) -> None:
    with pytest.raises(Invalid) as refused:
        change(tx, tx_user, **changes)

    assert refused.value.field == field
    assert get_user(tx, tx_user.id) == tx_user


def test_preferences_change_one_by_one(tx: Tx, tx_user: User) -> None:
    change(tx, tx_user, preferences={"theme": "dark", "languages": ("de", "en")})

    changed = change(
        tx,
        tx_user,
        preferences={"sensitive": SensitivePolicy.SHOW, "autoplays": False},
        is_email_public=True,
    )

    assert changed.preferences == Preferences(
        theme="dark",
        languages=("de", "en"),
        sensitive=SensitivePolicy.SHOW,
        autoplays=False,
    )
    assert changed.is_email_public
    assert get_user(tx, tx_user.id) == changed
    assert pending(tx) == []


def test_an_address_changes_at_once_where_none_is_verified(tx: Tx, tx_user: User) -> None:
    update_user(tx, tx_user.id, NOON, email_verified=True, pending_email="old@example.org")

    changed = change(tx, tx_user, email="new@example.org")

    assert (changed.email, changed.pending_email) == ("new@example.org", None)
    assert changed.email_verified is None
    assert pending(tx) == []


def test_an_address_waits_where_addresses_are_verified(tx: Tx, tx_user: User) -> None:
    changed = change(tx, tx_user, verifies_email=True, email="new@example.org")

    assert changed == replace(tx_user, pending_email="new@example.org", updated_at=LATER)
    assert pending(tx) == [
        ("EmailVerificationAsked", {"user_id": tx_user.id, "is_pending": True})
    ]


@pytest.mark.parametrize("verifies", [True, False])
def test_the_same_address_is_no_change(tx: Tx, tx_user: User, *, verifies: bool) -> None:
    assert change(tx, tx_user, verifies_email=verifies, email="ada@example.org") == tx_user
    assert pending(tx) == []


@pytest.mark.parametrize(("verifies", "error"), [(True, Invalid), (False, Conflict)])
def test_an_address_of_somebody_else_is_refused(
    tx: Tx, tx_user: User, error: type[ProductError], *, verifies: bool
) -> None:
    make_user(tx, "eve")

    with pytest.raises(error):
        change(tx, tx_user, verifies_email=verifies, email="eve@example.org")

    assert get_user(tx, tx_user.id) == tx_user
    assert pending(tx) == []


def test_a_new_password_keeps_the_sessions_and_voids_mailed_links(
    tx: Tx, tx_user: User
) -> None:
    tokens = [make_session(tx, tx_user, kind) for kind in SessionKind]
    code = draw_reset_code(tx, tx_user, is_first=False, now=NOON)

    changed = change(tx, tx_user, password_hash="$argon2id$new")

    assert changed.password_hash == "$argon2id$new"
    for session in tokens:
        assert authenticate(tx, VAULT, session.access_token, now=NOON).user_id == tx_user.id
    with pytest.raises(CodeRefused):
        reset_password(tx, tx_user.id, code, "$argon2id$", now=NOON)


def confirm(
    db: Database, user: User, password: str = PASSWORD, address: str = "192.0.2.1"
) -> Callable[[], None]:
    return lambda: confirm_password(db, user.id, password, address=address, now=NOON)


def test_the_current_password_confirms(db: Database, user: User) -> None:
    confirm(db, user)()

    for wrong in ("", "wrong", PASSWORD.upper()):
        with pytest.raises(CurrentPasswordWrong, match="not the current password"):
            confirm(db, user, wrong)()


def test_guessing_the_current_password_is_slowed(db: Database, user: User) -> None:
    for _ in range(5):
        with pytest.raises(CurrentPasswordWrong):
            confirm(db, user, "wrong")()

    with pytest.raises(TooManyAttempts):
        confirm(db, user)()
    confirm(db, user, address="198.51.100.7")()
    confirm_password(db, user.id, PASSWORD, address="192.0.2.1", now=NOON + SECOND)


def test_right_guesses_forget_the_wrong_ones(db: Database, user: User) -> None:
    for _ in range(2):
        for _ in range(4):
            with pytest.raises(CurrentPasswordWrong):
                confirm(db, user, "wrong")()
        confirm(db, user)()


def test_guessing_here_does_not_slow_logging_in(db: Database, user: User) -> None:
    for _ in range(5):
        with pytest.raises(CurrentPasswordWrong):
            confirm(db, user, "wrong", HOME.address)()

    tokens = log_in(
        db,
        VAULT,
        Attempt(login="ada", password=PASSWORD),
        kind=SessionKind.TOKEN,
        client=HOME,
        now=NOON,
    )

    assert tokens.access_token


def test_somebody_without_a_password_cannot_confirm(db: Database, user: User) -> None:
    with db.begin() as tx:
        update_user(tx, user.id, NOON, password_hash=None)

    with pytest.raises(NoPassword, match="another service"):
        confirm(db, user)()
