from typing import Any

import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.shapes import problem
from tests.dialects.runtimes import Client, Headers
from tests.factories import PASSWORD

from vitascope.core.accounts.model import User
from vitascope.core.accounts.tables import users
from vitascope.db import Database

TOKEN = "/api/v1/users/token"


def client_of(client: Client) -> dict[str, str]:
    answer: dict[str, str] = client.get("/api/v1/oauth-clients/local").json()
    return answer


def log_in(client: Client, **changes: str) -> Any:
    fields = {
        **client_of(client),
        "grant_type": "password",
        "username": "ada",
        "password": PASSWORD,
        **changes,
    }
    return client.post(TOKEN, data={name: text for name, text in fields.items() if text})


def me(client: Client, access_token: str) -> int:
    headers: Headers = {"Authorization": f"Bearer {access_token}"}
    return client.get("/api/v1/users/me", headers=headers).status_code


def test_the_client_has_an_id_and_a_secret(client: Client) -> None:
    found = client_of(client)

    assert {name: len(text) for name, text in found.items()} == {
        "client_id": 32,
        "client_secret": 32,
    }


@pytest.mark.parametrize("username", ["ada", "ADA", "ada@example.org"])
def test_a_password_gives_tokens_for_a_day_and_for_two_weeks(
    client: Client, ada: User, username: str
) -> None:
    answer = log_in(client, username=username)

    tokens = answer.json()
    access, refresh = tokens.pop("access_token"), tokens.pop("refresh_token")
    assert (answer.status_code, tokens) == (
        200,
        {"token_type": "Bearer", "expires_in": 86400, "refresh_token_expires_in": 1209600},
    )
    assert (len(access), len(refresh)) == (40, 40)
    assert (answer.headers["cache-control"], answer.headers["pragma"]) == (
        "no-store",
        "no-cache",
    )
    assert me(client, access) == 200


def test_a_refresh_ends_the_tokens_before_it(client: Client, ada: User) -> None:
    first = log_in(client).json()
    fields = {**client_of(client), "grant_type": "refresh_token"}

    second = client.post(TOKEN, data={**fields, "refresh_token": first["refresh_token"]})
    again = client.post(TOKEN, data={**fields, "refresh_token": first["refresh_token"]})

    assert (second.status_code, again.status_code) == (200, 400)
    assert again.json()["code"] == "invalid_grant"
    assert me(client, first["access_token"]) == 401
    assert me(client, second.json()["access_token"]) == 200


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"client_id": ""}, "invalid_client"),
        ({"client_secret": "wrong"}, "invalid_client"),
        ({"password": "wrong"}, "invalid_grant"),
        ({"username": "nobody"}, "invalid_grant"),
        ({"username": ""}, "invalid_request"),
        ({"grant_type": ""}, "invalid_request"),
        ({"grant_type": "implicit"}, "unsupported_grant_type"),
        ({"grant_type": "refresh_token"}, "invalid_request"),
    ],
)
def test_a_refused_grant_says_why(
    client: Client, ada: User, changes: dict[str, str], code: str
) -> None:
    answer = log_in(client, **changes)

    assert (answer.status_code, answer.json()["code"]) == (400, code)


def test_tokens_are_asked_for_by_form_only(client: Client, ada: User) -> None:
    fields = {**client_of(client), "grant_type": "password", "username": "ada"}

    answer = client.post(TOKEN, json={**fields, "password": PASSWORD})

    expected = problem(
        400,
        "Bad Request",
        "Send the fields as application/x-www-form-urlencoded",
        code="invalid_request",
        operation="getOAuthToken",
    )
    assert (answer.status_code, answer.json()) == (400, expected)


def test_a_blocked_user_is_told_so(client: Client, ada: User, db: Database) -> None:
    with db.begin() as tx:
        tx.execute(users.update().values(is_blocked=True))

    answer = log_in(client)

    found = answer.json()
    assert (answer.status_code, found["code"], found["detail"]) == (
        400,
        "access_denied",
        "User is blocked.",
    )


def test_a_revoked_token_is_unknown(client: Client, ada: User, login: Login) -> None:
    headers = login(ada)

    answer = client.post("/api/v1/users/revoke-token", headers=headers)
    after = client.post("/api/v1/users/revoke-token", headers=headers)

    assert (answer.status_code, answer.json()) == (200, {"success": True})
    assert (after.status_code, after.json()["code"]) == (401, "invalid_token")
