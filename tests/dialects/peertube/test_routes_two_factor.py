from typing import Any

import pyotp
import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.shapes import problem
from tests.dialects.runtimes import VAULT, Client, Headers
from tests.factories import NOON, PASSWORD

from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import get_user
from vitascope.db import Database

REQUEST = "/api/v1/users/1/two-factor/request"
CONFIRM = "/api/v1/users/1/two-factor/confirm-request"
DISABLE = "/api/v1/users/1/two-factor/disable"
CONFIRMED = {"currentPassword": PASSWORD}


def has_two_factor(db: Database, user: User) -> bool:
    with db.read() as tx:
        return get_user(tx, user.id).has_two_factor


def turn_on(db: Database, user: User) -> None:
    with db.begin() as tx:
        asked = request_two_factor(VAULT, user, issuer="video.example", now=NOON)
        code = pyotp.TOTP(asked.secret).at(NOON)
        confirm_two_factor(tx, VAULT, user, asked.token, code, now=NOON)


def ask(client: Client, headers: Headers) -> dict[str, str]:
    answer = client.post(REQUEST, json=CONFIRMED, headers=headers)
    request: dict[str, str] = answer.json()["otpRequest"]
    return request


def faulty(*names: str, operation: str) -> dict[str, Any]:
    path = {"requestTwoFactor": REQUEST, "confirmTwoFactorRequest": CONFIRM}[operation]
    return {
        **problem(
            400,
            "Bad Request",
            f"Incorrect request parameters: {', '.join(names)}",
            operation=operation,
        ),
        "instance": path,
        "invalid-params": {
            name: {"type": "field", "msg": "Is missing", "path": name, "location": "body"}
            for name in names
        },
    }


def test_a_secret_is_drawn_for_the_app(client: Client, ada: User, login: Login) -> None:
    answer = client.post(REQUEST, json=CONFIRMED, headers=login(ada))

    asked = answer.json()["otpRequest"]
    secret = asked["secret"]
    uri = f"otpauth://totp/video.example:ada%40example.org?secret={secret}&issuer=video.example"
    assert answer.status_code == 200
    assert answer.json() == {
        "otpRequest": {"requestToken": asked["requestToken"], "secret": secret, "uri": uri}
    }


def test_it_is_on_once_the_app_shows_the_right_code(
    client: Client, ada: User, db: Database, login: Login
) -> None:
    headers = login(ada)
    asked = ask(client, headers)
    code = pyotp.TOTP(asked["secret"]).at(NOON)
    before = has_two_factor(db, ada)

    answer = client.post(
        CONFIRM,
        json={"requestToken": asked["requestToken"], "otpToken": code},
        headers=headers,
    )

    assert (answer.status_code, answer.content) == (204, b"")
    assert (before, has_two_factor(db, ada)) == (False, True)


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"otpToken": "wrong"}, "This is not the code that the app shows"),
        ({"requestToken": "wrong"}, "This request is too old or not yours: begin again"),
    ],
)
def test_a_wrong_code_is_forbidden(
    client: Client,
    ada: User,
    db: Database,
    login: Login,
    changes: dict[str, str],
    detail: str,
) -> None:
    headers = login(ada)
    asked = ask(client, headers)
    right = {
        "requestToken": asked["requestToken"],
        "otpToken": pyotp.TOTP(asked["secret"]).at(NOON),
    }

    answer = client.post(CONFIRM, json={**right, **changes}, headers=headers)

    expected = problem(403, "Forbidden", detail, operation="confirmTwoFactorRequest")
    assert (answer.status_code, answer.json()) == (403, expected)
    assert not has_two_factor(db, ada)


def test_what_is_missing_is_named(client: Client, ada: User, login: Login) -> None:
    headers = login(ada)

    asked = client.post(REQUEST, json={}, headers=headers)
    confirmed = client.post(CONFIRM, json={"otpToken": ""}, headers=headers)

    assert (asked.status_code, asked.json()) == (
        400,
        faulty("currentPassword", operation="requestTwoFactor"),
    )
    assert (confirmed.status_code, confirmed.json()) == (
        400,
        faulty("requestToken", "otpToken", operation="confirmTwoFactorRequest"),
    )


@pytest.mark.parametrize(
    ("path", "operation"), [(REQUEST, "requestTwoFactor"), (DISABLE, "disableTwoFactor")]
)
def test_a_wrong_password_is_forbidden(
    client: Client, ada: User, login: Login, path: str, operation: str
) -> None:
    answer = client.post(path, json={"currentPassword": "wrong"}, headers=login(ada))

    expected = problem(
        403,
        "Forbidden",
        "This is not the current password",
        code="current_password_is_invalid",
        operation=operation,
    )
    assert (answer.status_code, answer.json()) == (403, expected)


def test_it_is_neither_turned_on_nor_off_twice(
    client: Client, ada: User, db: Database, login: Login
) -> None:
    headers = login(ada)

    off = client.post(DISABLE, json=CONFIRMED, headers=headers)
    turn_on(db, ada)
    on = client.post(REQUEST, json=CONFIRMED, headers=headers)

    assert (off.status_code, off.json()) == (
        400,
        problem(
            400,
            "Bad Request",
            "Two-factor login is off already",
            operation="disableTwoFactor",
        ),
    )
    assert (on.status_code, on.json()) == (
        400,
        problem(
            400, "Bad Request", "Two-factor login is on already", operation="requestTwoFactor"
        ),
    )


def test_it_is_turned_off_with_the_password(
    client: Client, ada: User, db: Database, login: Login
) -> None:
    turn_on(db, ada)

    answer = client.post(DISABLE, json=CONFIRMED, headers=login(ada))

    assert (answer.status_code, answer.content) == (204, b"")
    assert not has_two_factor(db, ada)


def test_those_who_manage_the_user_need_no_password(
    client: Client, ada: User, mod: User, db: Database, login: Login
) -> None:
    turn_on(db, ada)

    answer = client.post(DISABLE, json={}, headers=login(mod))

    assert answer.status_code == 204
    assert not has_two_factor(db, ada)


def test_nobody_else_turns_it_off(
    client: Client, ada: User, bob: User, db: Database, login: Login
) -> None:
    turn_on(db, ada)

    nobody = client.post(DISABLE, json=CONFIRMED)
    other = client.post(DISABLE, json=CONFIRMED, headers=login(bob))

    assert [nobody.status_code, other.status_code] == [401, 403]
    assert has_two_factor(db, ada)


@pytest.mark.parametrize("number", ["9", "x"])
def test_an_unknown_user_is_not_found(
    client: Client, root: User, login: Login, number: str
) -> None:
    path = f"/api/v1/users/{number}/two-factor/request"

    answer = client.post(path, json=CONFIRMED, headers=login(root))

    expected = problem(
        404, "Not Found", f"No such user: {number}", operation="requestTwoFactor"
    )
    assert (answer.status_code, answer.json()) == (404, expected)
