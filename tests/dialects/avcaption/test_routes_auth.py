from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pyotp
import pytest
from tests.dialects.avcaption.conftest import Client, KeyOf, OpenClient
from tests.dialects.runtimes import VAULT, Headers
from tests.factories import NOON, PASSWORD

from vitascope.core.access.model import SessionKind
from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.registration.model import SignupPolicy
from vitascope.db import Database

AUTH = "/api/v1/auth"
GOOD = {"username": "ada", "password": PASSWORD}
WRONG = "The username or the password is wrong"


def user_out(user: User) -> dict[str, Any]:
    return {
        "id": user.id,
        "username": "ada",
        "email": "ada@example.org",
        "role": "user",
        "created_at": "2026-03-01T12:00:00.000Z",
    }


def log_in(client: Client, **fields: Any) -> tuple[int, dict[str, Any]]:
    answer = client.post(f"{AUTH}/login", json=fields)
    body: dict[str, Any] = answer.json()
    body.pop("request_id", None)
    return answer.status_code, body


@pytest.mark.parametrize("name", [{"username": "ada"}, {"email": "ada@example.org"}])
def test_a_login_gives_a_token_that_opens(
    client: Client, ada: User, name: dict[str, str]
) -> None:
    answer = client.post(f"{AUTH}/login", json={**name, "password": PASSWORD})

    session = answer.json()
    token = session.pop("token")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert session == {"expires_at": "2026-03-08T12:00:00.000Z", "user": user_out(ada)}
    me = client.get(f"{AUTH}/me", headers={"Authorization": f"Bearer {token}"})
    assert (me.status_code, me.json()) == (200, user_out(ada))


def test_json_is_read_whatever_it_calls_itself(client: Client, ada: User) -> None:
    body = f'{{"username": "ada", "password": "{PASSWORD}"}}'

    answers = [
        client.post(f"{AUTH}/login", content=body, headers=headers)
        for headers in (
            {"Content-Type": "application/x-www-form-urlencoded"},
            {"Content-Type": "text/plain"},
            {},
        )
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.parametrize("body", [b"", b"username=ada", b"[]", b"null", b'"\xff"'])
def test_a_body_that_is_no_json_object_is_refused(client: Client, body: bytes) -> None:
    answer = client.post(
        f"{AUTH}/login", content=body, headers={"X-Request-ID": "request-0001"}
    )

    assert (answer.status_code, answer.json()) == (
        400,
        {
            "error": "The body must be a JSON object",
            "code": "invalid_json",
            "request_id": "request-0001",
        },
    )


def test_a_body_without_end_is_refused(client: Client) -> None:
    answer = client.post(f"{AUTH}/login", content=b" " * 70_000)

    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_every_field_that_is_wrong_is_named(client: Client) -> None:
    answers = [log_in(client), log_in(client, email=3, password="a\0", otp="1" * 41)]

    assert answers == [
        (
            400,
            {
                "error": "email or username is required; password is required",
                "code": "validation_error",
                "fields": {
                    "email": "email or username is required",
                    "password": "password is required",
                },
            },
        ),
        (
            400,
            {
                "error": "email must be a text; password contains a character that no text"
                " has; otp has at most 40 characters",
                "code": "validation_error",
                "fields": {
                    "email": "email must be a text",
                    "password": "password contains a character that no text has",
                    "otp": "otp has at most 40 characters",
                },
            },
        ),
    ]


def test_a_wrong_password_and_an_unknown_user_get_the_same_answer(
    client: Client, ada: User
) -> None:
    answers = [
        log_in(client, username="ada", password="something else"),
        log_in(client, username="nobody", password=PASSWORD),
    ]

    assert answers == [(401, {"error": WRONG, "code": "unauthorized"})] * 2


def test_guessing_is_slowed(client: Client, ada: User) -> None:
    for _ in range(5):
        log_in(client, username="ada", password="something else")

    answer = client.post(f"{AUTH}/login", json=GOOD)

    body, wait_s = answer.json(), answer.headers["retry-after"]
    assert (answer.status_code, body["code"]) == (429, "rate_limited")
    assert body["error"] == f"Too many wrong attempts: try again in {wait_s} s"


def test_who_may_not_log_in_is_told_so(
    open_client: OpenClient, db: Database, ada: User
) -> None:
    verifying = SignupPolicy(verifies_email=True)
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, email_verified=False)
    with open_client(signup=verifying) as client:
        unverified = log_in(client, **GOOD)
        with db.begin() as tx:
            update_user(tx, ada.id, NOON, is_blocked=True)
        blocked = log_in(client, **GOOD)

    assert [unverified, blocked] == [
        (403, {"error": "The e-mail address is not verified yet", "code": "forbidden"}),
        (403, {"error": "This user is blocked", "code": "forbidden"}),
    ]


def test_a_code_is_asked_for_where_the_user_wants_that(
    client: Client, db: Database, ada: User
) -> None:
    asked = request_two_factor(VAULT, ada, issuer="Vitascope", now=NOON)
    totp = pyotp.TOTP(asked.secret)
    with db.begin() as tx:
        before = NOON - timedelta(seconds=30)
        confirm_two_factor(tx, VAULT, ada, asked.token, totp.at(before), now=NOON)

    answers = [
        log_in(client, **GOOD),
        log_in(client, **GOOD, otp="not it"),
        log_in(client, **GOOD, otp=totp.at(NOON)),
    ]

    assert answers[:2] == [
        (
            401,
            {
                "error": "Send the code that your app shows as well",
                "code": "two_factor_required",
            },
        ),
        (
            401,
            {"error": "The code is wrong or was used already", "code": "two_factor_wrong"},
        ),
    ]
    assert answers[2][0] == 200


def test_a_token_is_exchanged_shortly_before_it_expires(
    open_client: OpenClient, ada: User, logged_in: Headers
) -> None:
    now = NOON + timedelta(days=7, minutes=-5)
    with open_client(now=lambda: now) as client:
        answer = client.post(f"{AUTH}/refresh", headers=logged_in)
        session = answer.json()
        headers = {"Authorization": f"Bearer {session.pop('token')}"}
        me = client.get(f"{AUTH}/me", headers=headers)

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert session == {"expires_at": "2026-03-15T11:55:00.000Z", "user": user_out(ada)}
    assert me.json() == user_out(ada)


def test_nothing_else_is_exchanged(
    client: Client,
    session_of: Callable[[User, SessionKind], Headers],
    ada: User,
    logged_in: Headers,
    keyed: Headers,
) -> None:
    token = session_of(ada, SessionKind.TOKEN)

    answers = [
        client.post(f"{AUTH}/refresh", headers=headers)
        for headers in (logged_in, token, keyed, {})
    ]

    only = "Only the token that a login gave can be exchanged for a new one"
    assert [(a.status_code, a.json()["code"], a.json()["error"]) for a in answers] == [
        (403, "forbidden", "This token is good until 2026-03-08 12:00:00 UTC"),
        (403, "forbidden", only),
        (403, "forbidden", only),
        (401, "unauthorized", "Send an API key as X-API-Key, or a token as a bearer"),
    ]


def test_a_key_tells_whose_it_is(client: Client, key_of: KeyOf, ada: User) -> None:
    answer = client.get(f"{AUTH}/me", headers={"X-API-Key": key_of(ada)})

    assert (answer.status_code, answer.json()) == (200, user_out(ada))
