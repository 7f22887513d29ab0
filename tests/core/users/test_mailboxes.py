from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.making import VAULT, make_session
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import UserId
from vitascope.core.access.attempts import Guesser, check_attempts, note_failure
from vitascope.core.access.credentials import authenticate
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.users.mailboxes import (
    addressee,
    ask_password_reset,
    ask_verification,
    draw_reset_code,
    draw_verification_code,
    reset_password,
    verify_email,
)
from vitascope.core.users.profile import ProfileChanges, change_me
from vitascope.db import Tx
from vitascope.jobs import pending

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
NEW = "$argon2id$new"


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx, email_verified=False)


def wait_for(tx: Tx, user: User, email: str) -> User:
    """Have a new address wait for its verification."""
    changes = ProfileChanges(email=email)
    return change_me(tx, actor_of(user), changes, verifies_email=True, now=NOON)


def test_a_verification_is_mailed_once_to_whom_it_concerns(tx: Tx, user: User) -> None:
    make_user(tx, "done", email_verified=True)
    make_user(tx, "never")

    for email in ("ada@example.org", "done@example.org", "never@example.org", "x@y", "", "\0"):
        ask_verification(tx, email)

    assert pending(tx) == [
        ("EmailVerificationAsked", {"user_id": user.id, "is_pending": False})
    ]


def test_a_reset_is_mailed_once_to_whom_it_concerns(tx: Tx, user: User) -> None:
    blocked = make_user(tx, "blocked")
    update_user(tx, blocked.id, NOON, is_blocked=True)

    for email in ("ada@example.org", "blocked@example.org", "Ada@example.org", "ada", "", "\0"):
        ask_password_reset(tx, email)

    assert pending(tx) == [("PasswordResetAsked", {"user_id": user.id, "is_first": False})]


def test_the_mailed_code_verifies_the_address_once(tx: Tx, user: User) -> None:
    code = draw_verification_code(tx, user, is_pending=False, now=NOON)

    verified = verify_email(tx, user.id, code, is_pending=False, now=NOON + HOUR - SECOND)

    assert verified == replace(user, email_verified=True, updated_at=NOON + HOUR - SECOND)
    with pytest.raises(CodeRefused):
        verify_email(tx, user.id, code, is_pending=False, now=NOON)


def test_a_code_is_too_old_after_an_hour(tx: Tx, user: User) -> None:
    code = draw_verification_code(tx, user, is_pending=False, now=NOON)

    with pytest.raises(CodeRefused):
        verify_email(tx, user.id, code, is_pending=False, now=NOON + HOUR)

    assert get_user(tx, user.id) == user


def test_the_code_that_was_sent_to_the_new_address_makes_it_the_address(
    tx: Tx, user: User
) -> None:
    waiting = wait_for(tx, user, "new@example.org")
    code = draw_verification_code(tx, waiting, is_pending=True, now=NOON)

    with pytest.raises(CodeRefused):
        verify_email(tx, user.id, code, is_pending=False, now=NOON)
    changed = verify_email(tx, user.id, code, is_pending=True, now=NOON)

    assert changed == replace(user, email="new@example.org", email_verified=True)


def test_a_code_sent_to_one_address_does_not_verify_another(tx: Tx, user: User) -> None:
    mine = wait_for(tx, user, "mine@example.org")
    code = draw_verification_code(tx, mine, is_pending=True, now=NOON)
    wait_for(tx, user, "victim@example.org")

    with pytest.raises(CodeRefused):
        verify_email(tx, user.id, code, is_pending=True, now=NOON)

    assert get_user(tx, user.id).email == "ada@example.org"


def test_without_an_address_that_waits_no_code_is_good(tx: Tx, user: User) -> None:
    code = draw_verification_code(tx, user, is_pending=True, now=NOON)

    with pytest.raises(CodeRefused, match="No address waits"):
        verify_email(tx, user.id, code, is_pending=True, now=NOON)


def test_an_address_that_was_taken_meanwhile_is_refused(tx: Tx, user: User) -> None:
    waiting = wait_for(tx, user, "eve@example.org")
    code = draw_verification_code(tx, waiting, is_pending=True, now=NOON)
    make_user(tx, "eve")

    with pytest.raises(Conflict):
        verify_email(tx, user.id, code, is_pending=True, now=NOON)

    assert get_user(tx, user.id).email == "ada@example.org"


def test_a_code_is_its_users_own(tx: Tx, user: User) -> None:
    eve = make_user(tx, "eve", email_verified=False)
    verification = draw_verification_code(tx, user, is_pending=False, now=NOON)
    reset = draw_reset_code(tx, user, is_first=False, now=NOON)

    with pytest.raises(CodeRefused):
        verify_email(tx, eve.id, verification, is_pending=False, now=NOON)
    with pytest.raises(CodeRefused):
        reset_password(tx, eve.id, reset, NEW, now=NOON)
    for code in (verification, reset):
        with pytest.raises(NotFound):
            verify_email(tx, UserId(999), code, is_pending=False, now=NOON)
        with pytest.raises(NotFound):
            reset_password(tx, UserId(999), code, NEW, now=NOON)
    with pytest.raises(CodeRefused):
        reset_password(tx, user.id, verification, NEW, now=NOON)


@pytest.mark.parametrize(("is_first", "lifetime"), [(False, HOUR), (True, 7 * 24 * HOUR)])
def test_a_mailed_link_sets_a_new_password_once_within_its_time(
    tx: Tx, user: User, lifetime: timedelta, *, is_first: bool
) -> None:
    code = draw_reset_code(tx, user, is_first=is_first, now=NOON)

    with pytest.raises(CodeRefused):
        reset_password(tx, user.id, code, NEW, now=NOON + lifetime)
    changed = reset_password(tx, user.id, code, NEW, now=NOON + lifetime - SECOND)

    assert (changed.password_hash, changed.email_verified) == (NEW, True)
    with pytest.raises(CodeRefused):
        reset_password(tx, user.id, code, NEW, now=NOON)


def test_a_reset_voids_every_other_link(tx: Tx, user: User) -> None:
    first = draw_reset_code(tx, user, is_first=True, now=NOON)
    other = draw_reset_code(tx, user, is_first=False, now=NOON)
    used = draw_reset_code(tx, user, is_first=False, now=NOON)

    reset_password(tx, user.id, used, NEW, now=NOON)

    for code in (first, other):
        with pytest.raises(CodeRefused):
            reset_password(tx, user.id, code, "$argon2id$", now=NOON)


def test_a_link_sent_to_an_address_that_was_given_up_sets_no_password(
    tx: Tx, user: User
) -> None:
    code = draw_reset_code(tx, user, is_first=False, now=NOON)
    update_user(tx, user.id, NOON, email="new@example.org")

    with pytest.raises(CodeRefused):
        reset_password(tx, user.id, code, NEW, now=NOON)


def test_a_reset_keeps_the_sessions_and_forgets_wrong_guesses(tx: Tx, user: User) -> None:
    tokens = make_session(tx, user)
    for number in range(60):
        note_failure(tx, Guesser(name="ada", address=f"203.0.113.{number}"), now=NOON)
    code = draw_reset_code(tx, user, is_first=False, now=NOON)

    reset_password(tx, user.id, code, NEW, now=NOON)

    check_attempts(tx, Guesser(name="ada", address="192.0.2.1"), now=NOON)
    assert authenticate(tx, VAULT, tokens.access_token, now=NOON).user_id == user.id


def test_an_address_nobody_had_to_verify_stays_so(tx: Tx) -> None:
    eve = make_user(tx, "eve")
    code = draw_reset_code(tx, eve, is_first=False, now=NOON)

    assert reset_password(tx, eve.id, code, NEW, now=NOON).email_verified is None


def test_mail_goes_to_the_address_it_is_about(tx: Tx, user: User) -> None:
    waiting = wait_for(tx, user, "new@example.org")
    without = make_user(tx, "eve")
    update_user(tx, without.id, NOON, email=None)

    found = [
        addressee(tx, user.id),
        addressee(tx, user.id, is_pending=True),
        addressee(tx, without.id),
        addressee(tx, without.id, is_pending=True),
        addressee(tx, UserId(999)),
    ]

    assert found == [
        (waiting, "ada@example.org"),
        (waiting, "new@example.org"),
        None,
        None,
        None,
    ]
