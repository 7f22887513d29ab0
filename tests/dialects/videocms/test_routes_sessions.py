import json
from base64 import urlsafe_b64decode
from datetime import timedelta
from pathlib import Path

import pyotp
import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import VAULT, Client, Headers, make_runtime
from tests.dialects.videocms.answers import unknown, whole, words
from tests.dialects.videocms.conftest import bearer
from tests.factories import NOON, PASSWORD

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.sessions import JWT_LIFETIME, open_session
from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.db import Database
from vitascope.dialects.videocms import build

LOGIN, CHECK, REFRESH = "/api/auth/login", "/api/auth/check", "/api/auth/refresh"
IN_A_WEEK = "2026-03-08T12:00:00Z"


def claims(token: str) -> dict[str, object]:
    part = token.split(".")[1]
    found: dict[str, object] = json.loads(urlsafe_b64decode(part + "=" * (-len(part) % 4)))
    return found


def test_a_login_gives_a_token_for_a_week(client: Client, bob: User) -> None:
    answer = client.post(LOGIN, json={"username": "bob", "password": PASSWORD})

    given = answer.json()
    assert (answer.status_code, answer.text[-1]) == (200, "\n")
    assert given == {"exp": IN_A_WEEK, "token": given["token"]}
    said = claims(given["token"])
    assert said == {
        "userid": bob.id,
        "username": "bob",
        "admin": False,
        "exp": int((NOON + timedelta(days=7)).timestamp()),
        "iss": "vitascope",
        "aud": ["videocms", "avcaption"],
    }
    assert client.get(CHECK, headers=bearer(given["token"])).status_code == 200


@pytest.mark.usefixtures("bob")
def test_a_login_may_be_a_form_and_name_its_fields_in_any_case(client: Client) -> None:
    fields = {"UserName": "bob", "PASSWORD": PASSWORD}

    answers = [
        client.post(LOGIN, data=fields),
        client.post(LOGIN, files={name: (None, value) for name, value in fields.items()}),
        client.post(LOGIN, params=fields),
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.usefixtures("bob")
@pytest.mark.parametrize("username", ["bob", "nobody"])
def test_a_wrong_password_and_an_unknown_user_look_the_same(
    client: Client, username: str
) -> None:
    answer = client.post(LOGIN, json={"username": username, "password": "wrong password"})

    assert whole(answer) == words(400, "Wrong password")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Username [required] : "),
        ({"username": "bo", "password": PASSWORD}, "Username [min] : 3"),
        ({"username": "b" * 33, "password": PASSWORD}, "Username [max] : 32"),
        ({"username": "bob"}, "Password [required] : "),
        ({"username": "bob", "password": "1234567"}, "Password [min] : 8"),
        ({"username": "bob", "password": "1" * 251}, "Password [max] : 250"),
        ({"username": 5, "password": PASSWORD}, "malformated request"),
        ({"username": "b\0b", "password": PASSWORD}, "malformated request"),
    ],
)
def test_a_login_is_refused_for_the_first_field_that_breaks_its_rule(
    client: Client, fields: dict[str, object], told: str
) -> None:
    answer = client.post(LOGIN, json=fields)

    assert whole(answer) == words(400, told)


def test_a_login_may_not_be_long(client: Client) -> None:
    answer = client.post(LOGIN, json={"username": "bob", "password": "1" * 70_000})

    assert whole(answer) == unknown(413)


@pytest.mark.usefixtures("bob")
def test_guessing_is_slowed(client: Client) -> None:
    guess = {"username": "bob", "password": "wrong password"}
    for _ in range(5):
        client.post(LOGIN, json=guess)

    answer = client.post(LOGIN, json=guess)

    wait_s = answer.headers["retry-after"]
    assert whole(answer) == words(429, f"Too many wrong attempts: try again in {wait_s} s")


def test_whoever_is_blocked_cannot_log_in(client: Client, db: Database, bob: User) -> None:
    with db.begin() as tx:
        update_user(tx, bob.id, NOON, is_blocked=True)

    answer = client.post(LOGIN, json={"username": "bob", "password": PASSWORD})

    assert whole(answer) == words(400, "This user is blocked")


def test_a_code_is_asked_for_where_the_user_wants_one(
    db: Database, tmp_path: Path, bob: User
) -> None:
    asked = request_two_factor(VAULT, bob, issuer="Vitascope", now=NOON)
    totp = pyotp.TOTP(asked.secret)
    with db.begin() as tx:
        confirm_two_factor(tx, VAULT, bob, asked.token, totp.at(NOON), now=NOON)
    later = NOON + timedelta(minutes=5)
    fields = {"username": "bob", "password": PASSWORD}

    with TestClient(built(build, make_runtime(db, tmp_path, now=lambda: later))) as client:
        without = client.post(LOGIN, json=fields)
        wrong = client.post(LOGIN, json=fields, headers={"x-peertube-otp": "000000"})
        right = client.post(LOGIN, json={**fields, "otp": totp.at(later)})
        next_code = {"x-peertube-otp": totp.at(later + timedelta(seconds=30))}
        by_header = client.post(LOGIN, json=fields, headers=next_code)

    assert whole(without) == words(400, "Two-factor code required")
    assert whole(wrong) == words(400, "Wrong two-factor code")
    assert (right.status_code, by_header.status_code) == (200, 200)


def test_a_session_is_told_who_it_is(client: Client, his: Headers) -> None:
    answer = client.get(CHECK, headers=his)

    assert whole(answer) == (
        200,
        "application/json",
        '{"username":"bob","exp":"2026-03-08T12:00:00Z"}\n',
    )


def test_a_key_is_told_whose_it_is(
    client: Client, db: Database, bob: User, his_key: Headers
) -> None:
    with db.begin() as tx:
        expiring = create_key(
            tx,
            bob.id,
            kind=KeyKind.VIDEOCMS,
            name="a key",
            permission=Permission.WRITE,
            expires_at=NOON + timedelta(hours=1),
            now=NOON,
        )

    answers = [client.get(CHECK, headers=h) for h in (his_key, bearer(expiring.secret))]

    assert [answer.json() for answer in answers] == [
        {"username": "bob", "is_api_key": True, "exp": None},
        {"username": "bob", "is_api_key": True, "exp": "2026-03-01T13:00:00Z"},
    ]


@pytest.mark.parametrize("header", ["", "Bearer ak_1", "Bearer e30.e30.e30", "Bearer 1"])
def test_a_check_refuses_without_a_word(client: Client, header: str) -> None:
    answer = client.get(CHECK, headers={"Authorization": header})

    assert (answer.status_code, answer.content) == (403, b"")


def test_a_fresh_token_is_not_exchanged(client: Client, his: Headers) -> None:
    answer = client.get(REFRESH, headers=his)

    assert whole(answer) == words(403, "Wait until time to expire: 2026-03-08T12:00:00Z")


def test_a_token_is_exchanged_shortly_before_it_expires(
    client: Client, db: Database, bob: User
) -> None:
    opened = NOON - JWT_LIFETIME + timedelta(minutes=5)
    with db.begin() as tx:
        old = open_session(tx, VAULT, bob, SessionKind.JWT, ClientInfo(), now=opened)

    answer = client.get(REFRESH, headers=bearer(old.access_token))

    token = answer.json()["token"]
    assert (answer.status_code, answer.json()) == (200, {"exp": IN_A_WEEK, "token": token})
    assert client.get(CHECK, headers=bearer(token)).json() == {
        "username": "bob",
        "exp": IN_A_WEEK,
    }


@pytest.mark.parametrize("header", ["Bearer e30.e30.e30", "Bearer 1", f"Bearer {'0' * 40}"])
def test_a_token_that_opens_nothing_is_not_exchanged(client: Client, header: str) -> None:
    answer = client.get(REFRESH, headers={"Authorization": header})

    assert whole(answer) == words(403, "Malformated jwt key")


def test_an_expired_token_is_not_exchanged(client: Client, db: Database, bob: User) -> None:
    with db.begin() as tx:
        opened = NOON - JWT_LIFETIME
        old = open_session(tx, VAULT, bob, SessionKind.JWT, ClientInfo(), now=opened)

    answer = client.get(REFRESH, headers=bearer(old.access_token))

    assert whole(answer) == words(403, "Malformated jwt key")


def test_a_key_is_not_exchanged(client: Client, his_key: Headers) -> None:
    answer = client.get(REFRESH, headers=his_key)

    assert whole(answer) == words(403, "API Keys cannot be refreshed")


def test_nothing_shown_is_not_exchanged_and_not_explained(client: Client) -> None:
    answer = client.get(REFRESH)

    assert (answer.status_code, answer.content) == (403, b"")
