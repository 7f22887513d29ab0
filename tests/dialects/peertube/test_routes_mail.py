from typing import Any

import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_request
from tests.dialects.peertube.shapes import problem
from tests.dialects.runtimes import Client
from tests.factories import NOON

from vitascope.core.access.passwords import verify_password
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.registration.answer import draw_registration_code
from vitascope.core.registration.queries import get_registration
from vitascope.core.users.mailboxes import draw_reset_code, draw_verification_code
from vitascope.db import Database
from vitascope.jobs import pending

ASK_USER = "/api/v1/users/ask-send-verify-email"
ASK_REGISTRATION = "/api/v1/users/registrations/ask-send-verify-email"
ASK_RESET = "/api/v1/users/ask-reset-password"
VERIFY = "/api/v1/users/1/verify-email"
VERIFY_REGISTRATION = "/api/v1/users/registrations/1/verify-email"
RESET = "/api/v1/users/1/reset-password"
STALE = "This link is wrong, was used already or is too old: ask for another"


@pytest.fixture
def newcomer(db: Database, ada: User) -> User:
    """Ada, who has to verify her address."""
    with db.begin() as tx:
        return update_user(tx, ada.id, NOON, email_verified=False)


def events(db: Database) -> list[tuple[str, dict[str, Any]]]:
    with db.read() as tx:
        return pending(tx)


def user_of(db: Database, user: User) -> User:
    with db.read() as tx:
        return get_user(tx, user.id)


@pytest.mark.parametrize("path", [ASK_USER, ASK_REGISTRATION, ASK_RESET])
def test_who_is_unknown_is_not_told(client: Client, db: Database, path: str) -> None:
    answer = client.post(path, json={"email": "nobody@example.org"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert events(db) == []


@pytest.mark.parametrize(
    ("path", "event"),
    [
        (ASK_USER, ("EmailVerificationAsked", {"user_id": 1, "is_pending": False})),
        (ASK_RESET, ("PasswordResetAsked", {"user_id": 1, "is_first": False})),
    ],
)
def test_a_user_is_sent_another_mail(
    client: Client,
    newcomer: User,
    db: Database,
    path: str,
    event: tuple[str, dict[str, Any]],
) -> None:
    answer = client.post(path, json={"email": "ada@example.org"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert events(db) == [event]


def test_who_asked_to_join_is_sent_another_mail(client: Client, db: Database) -> None:
    make_request(db, email_verified=False)

    answer = client.post(ASK_REGISTRATION, json={"email": "cleo@example.org"})

    assert (answer.status_code, answer.content) == (204, b"")
    assert events(db) == [("RegistrationVerificationAsked", {"registration_id": 1})]


@pytest.mark.parametrize("path", [ASK_USER, ASK_REGISTRATION, ASK_RESET])
def test_an_address_has_to_be_given(client: Client, path: str) -> None:
    answer = client.post(path, json={})

    assert (answer.status_code, answer.json()["detail"]) == (
        400,
        "Incorrect request parameters: email",
    )


def test_the_mailed_code_verifies_the_address_once(
    client: Client, newcomer: User, db: Database
) -> None:
    with db.begin() as tx:
        code = draw_verification_code(tx, newcomer, is_pending=False, now=NOON)

    first = client.post(VERIFY, json={"verificationString": code})
    second = client.post(VERIFY, json={"verificationString": code})

    assert (first.status_code, first.content) == (204, b"")
    assert user_of(db, newcomer).email_verified is True
    assert (second.status_code, second.json()) == (
        403,
        problem(403, "Forbidden", STALE, operation="verifyUser"),
    )


def test_a_new_address_takes_the_place_of_the_old_one(
    client: Client, ada: User, db: Database
) -> None:
    with db.begin() as tx:
        user = update_user(tx, ada.id, NOON, pending_email="new@example.org")
        code = draw_verification_code(tx, user, is_pending=True, now=NOON)

    as_old = client.post(VERIFY, json={"verificationString": code})
    as_new = client.post(VERIFY, json={"verificationString": code, "isPendingEmail": True})

    user = user_of(db, ada)
    assert (as_old.status_code, as_new.status_code) == (403, 204)
    assert (user.email, user.pending_email, user.email_verified) == (
        "new@example.org",
        None,
        True,
    )


def test_the_code_of_a_request_verifies_it(client: Client, db: Database) -> None:
    asked = make_request(db, email_verified=False)
    with db.begin() as tx:
        code = draw_registration_code(tx, asked, now=NOON)

    wrong = client.post(VERIFY_REGISTRATION, json={"verificationString": "wrong"})
    right = client.post(VERIFY_REGISTRATION, json={"verificationString": code})

    assert (wrong.status_code, wrong.json()) == (
        403,
        problem(403, "Forbidden", STALE, operation="verifyRegistrationEmail"),
    )
    assert (right.status_code, right.content) == (204, b"")
    with db.read() as tx:
        assert get_registration(tx, asked.id).email_verified is True


def test_a_lost_password_is_replaced_and_sessions_go_on(
    client: Client, ada: User, db: Database, login: Login
) -> None:
    headers = login(ada)
    with db.begin() as tx:
        code = draw_reset_code(tx, ada, is_first=False, now=NOON)
    given = {"verificationString": code, "password": "another one"}

    first = client.post(RESET, json=given)
    second = client.post(RESET, json=given)

    assert (first.status_code, first.content) == (204, b"")
    assert verify_password(user_of(db, ada).password_hash, "another one")
    assert (second.status_code, second.json()) == (403, problem(403, "Forbidden", STALE))
    assert client.get("/api/v1/users/scoped-tokens", headers=headers).status_code == 200


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, "verificationString, password"),
        ({"verificationString": "x", "password": "short"}, "password"),
    ],
)
def test_a_new_password_follows_the_rules(
    client: Client, ada: User, given: dict[str, str], names: str
) -> None:
    answer = client.post(RESET, json=given)

    assert (answer.status_code, answer.json()["detail"]) == (
        400,
        f"Incorrect request parameters: {names}",
    )


@pytest.mark.parametrize(
    "path",
    [
        "9/verify-email",
        "x/verify-email",
        "9/reset-password",
        "registrations/9/verify-email",
        "registrations/x/verify-email",
    ],
)
def test_who_is_not_there_is_not_found(client: Client, path: str) -> None:
    given = {"verificationString": "any", "password": "long enough"}

    answer = client.post(f"/api/v1/users/{path}", json=given)

    assert answer.status_code == 404
