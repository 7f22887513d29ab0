from datetime import timedelta
from typing import Any

import pyotp
import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.shapes import NOON_TEXT, problem
from tests.dialects.runtimes import VAULT, Client, Headers
from tests.factories import NOON, PASSWORD

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.access.two_factor import confirm_two_factor, request_two_factor
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.accounts.tables import users
from vitascope.core.registration.model import RegistrationState, SignupPolicy
from vitascope.core.registration.queries import insert_registration
from vitascope.db import Database

TOKEN = "/api/v1/users/token"


def client_of(client: Client) -> dict[str, str]:
    answer: dict[str, str] = client.get("/api/v1/oauth-clients/local").json()
    return answer


def log_in(client: Client, *, code: str = "", device: str = "", **changes: str) -> Any:
    headers = {"x-peertube-otp": code, "user-agent": device}
    fields = {
        **client_of(client),
        "grant_type": "password",
        "username": "ada",
        "password": PASSWORD,
        **changes,
    }
    given = {name: text for name, text in fields.items() if text}
    shown = {name: text for name, text in headers.items() if text}
    return client.post(TOKEN, data=given, headers=shown)


def refused(detail: str, code: str) -> tuple[int, dict[str, Any]]:
    return 400, problem(400, "Bad Request", detail, code=code, operation="getOAuthToken")


def turn_two_factor_on(db: Database, user: User) -> str:
    """Its secret. The code of half a minute before noon is used up, that of noon is not."""
    with db.begin() as tx:
        asked = request_two_factor(VAULT, user, issuer="video.example", now=NOON)
        code = pyotp.TOTP(asked.secret).at(NOON - timedelta(seconds=30))
        confirm_two_factor(tx, VAULT, user, asked.token, code, now=NOON)
    return asked.secret


def register(db: Database, state: RegistrationState) -> None:
    with db.begin() as tx:
        insert_registration(
            tx,
            NOON,
            state=state,
            reason="I want to",
            username="cleo",
            email="cleo@example.org",
            email_verified=None,
            password_hash="",
            display_name="",
            channel_name="",
            channel_display_name="",
        )


def me(client: Client, access_token: str) -> int:
    headers: Headers = {"Authorization": f"Bearer {access_token}"}
    return client.get("/api/v1/users/me", headers=headers).status_code


@pytest.mark.parametrize("host", ["video.example:443", "VIDEO.example:80", "video.example"])
def test_the_client_is_found_at_the_public_address(client: Client, host: str) -> None:
    answer = client.get("/api/v1/oauth-clients/local", headers={"Host": host})

    assert answer.status_code == 200


def test_the_client_is_not_told_to_other_hosts(client: Client) -> None:
    headers = {"Host": "video.example:8443"}

    answer = client.get("/api/v1/oauth-clients/local", headers=headers)

    expected = problem(
        403,
        "Forbidden",
        "Getting client tokens for host video.example:8443 is forbidden",
        operation="getOAuthClient",
    )
    assert (answer.status_code, answer.json()) == (403, expected)


@pytest.mark.parametrize("public_url", ["http://localhost:8080", "http://127.0.0.1:9000"])
def test_a_server_without_a_public_address_answers_any_host(
    client: Client, change: Change, public_url: str
) -> None:
    change(public_url=public_url)

    answer = client.get("/api/v1/oauth-clients/local", headers={"Host": "192.0.2.1:8080"})

    assert answer.status_code == 200


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

    assert (answer.status_code, answer.json()) == refused("User is blocked.", "access_denied")


def test_an_address_has_to_be_verified_where_that_is_asked_for(
    client: Client, change: Change, ada: User, db: Database
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, email_verified=False)

    before = log_in(client)
    change(signup=SignupPolicy(verifies_email=True))
    after = log_in(client)

    assert before.status_code == 200
    assert (after.status_code, after.json()) == refused(
        "User email is not verified.", "access_denied"
    )


@pytest.mark.parametrize(
    ("state", "detail", "code"),
    [
        (
            RegistrationState.PENDING,
            "Your request to join has not been answered yet",
            "account_waiting_for_approval",
        ),
        (
            RegistrationState.REJECTED,
            "Your request to join was turned down",
            "account_approval_rejected",
        ),
    ],
)
@pytest.mark.parametrize("username", ["cleo", "cleo@example.org"])
def test_somebody_who_asked_to_join_is_told_how_it_stands(
    client: Client,
    db: Database,
    username: str,
    state: RegistrationState,
    detail: str,
    code: str,
) -> None:
    register(db, state)

    answer = log_in(client, username=username)

    assert (answer.status_code, answer.json()) == refused(detail, code)


def test_the_second_factor_is_asked_for_in_a_header(
    client: Client, ada: User, db: Database
) -> None:
    turn_two_factor_on(db, ada)

    answer = log_in(client)

    expected = problem(
        401,
        "Unauthorized",
        "Send the code that your app shows as well",
        code="missing_two_factor",
        operation="getOAuthToken",
    )
    assert (answer.status_code, answer.json()) == (401, expected)
    assert answer.headers["x-peertube-otp"] == "required; app"


def test_a_code_is_good_once(client: Client, ada: User, db: Database) -> None:
    secret = turn_two_factor_on(db, ada)
    code = pyotp.TOTP(secret).at(NOON)

    wrong = log_in(client, code="wrong")
    first = log_in(client, code=code)
    second = log_in(client, code=code)

    expected = refused("The code is wrong or was used already", "invalid_two_factor")
    assert first.status_code == 200
    assert [(a.status_code, a.json()) for a in (wrong, second)] == [expected, expected]


def test_guessing_is_slowed(client: Client, ada: User) -> None:
    wrong = [log_in(client, password=f"wrong {number}").status_code for number in range(6)]

    slowed = log_in(client)

    seconds = slowed.headers["retry-after"]
    expected = problem(
        429,
        "Too Many Requests",
        f"Too many wrong attempts: try again in {seconds} s",
        operation="getOAuthToken",
    )
    assert wrong == [400] * 5 + [429]
    assert (slowed.status_code, slowed.json()) == (429, expected)
    assert seconds in {"1", "2"}


def test_a_revoked_token_is_unknown(client: Client, ada: User, login: Login) -> None:
    headers = login(ada)

    answer = client.post("/api/v1/users/revoke-token", headers=headers)
    after = client.post("/api/v1/users/revoke-token", headers=headers)

    assert (answer.status_code, answer.json()) == (200, {"success": True})
    assert (after.status_code, after.json()["code"]) == (401, "invalid_token")


def test_an_api_key_is_no_session(client: Client, ada: User, db: Database) -> None:
    with db.begin() as tx:
        kind, permission = KeyKind.VIDEOCMS, Permission.WRITE
        made = create_key(tx, ada.id, kind=kind, name="A key", permission=permission, now=NOON)
    headers = {"Authorization": f"Bearer {made.secret}"}

    revoked = client.post("/api/v1/users/revoke-token", headers=headers)
    feeds = client.get("/api/v1/users/scoped-tokens", headers=headers)
    sessions = client.get("/api/v1/users/1/token-sessions", headers=headers)

    assert [a.status_code for a in (revoked, feeds, sessions)] == [403, 403, 403]


def test_a_feed_token_stays_until_it_is_renewed(
    client: Client, ada: User, login: Login
) -> None:
    headers, path = login(ada), "/api/v1/users/scoped-tokens"

    first = client.get(path, headers=headers)
    again = client.get(path, headers=headers)
    renewed = client.post(path, headers=headers)
    after = client.get(path, headers=headers)

    assert [a.status_code for a in (first, again, renewed, after)] == [200] * 4
    assert list(first.json()) == ["feedToken"]
    assert first.json() == again.json() != renewed.json() == after.json()


def test_sessions_are_listed_with_where_they_come_from(
    client: Client, ada: User, login: Login
) -> None:
    tokens = log_in(client, device="A phone").json()
    login(ada)
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}

    answer = client.get("/api/v1/users/1/token-sessions", headers=headers)

    times = {"loginDate": NOON_TEXT, "lastActivityDate": NOON_TEXT, "createdAt": NOON_TEXT}
    unknown = {
        "loginDevice": "",
        "loginIP": "",
        "lastActivityDevice": "",
        "lastActivityIP": "",
    }
    phone = {
        "loginDevice": "A phone",
        "loginIP": "testclient",
        "lastActivityDevice": "A phone",
        "lastActivityIP": "testclient",
    }
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "total": 2,
            "data": [
                {"id": 2, "currentSession": False, **unknown, **times},
                {"id": 1, "currentSession": True, **phone, **times},
            ],
        },
    )


def test_sessions_are_listed_page_by_page(client: Client, ada: User, login: Login) -> None:
    _, _, headers = (login(ada) for _ in range(3))

    answer = client.get("/api/v1/users/1/token-sessions?start=1&count=1", headers=headers)

    found = answer.json()
    assert (found["total"], [session["id"] for session in found["data"]]) == (3, [2])


def test_a_session_is_ended_by_its_number(client: Client, ada: User, login: Login) -> None:
    mine, other = login(ada), login(ada)

    answer = client.post("/api/v1/users/1/token-sessions/2/revoke", headers=mine)
    again = client.post("/api/v1/users/1/token-sessions/2/revoke", headers=mine)

    assert (answer.status_code, answer.content) == (204, b"")
    assert (again.status_code, again.json()) == (
        404,
        problem(404, "Not Found", "No such session: 2"),
    )
    assert client.get("/api/v1/users/me", headers=other).status_code == 401
    assert client.get("/api/v1/users/me", headers=mine).status_code == 200


def test_sessions_are_the_business_of_their_user_and_of_those_who_manage_users(
    client: Client, ada: User, bob: User, mod: User, login: Login
) -> None:
    login(ada)
    path = "/api/v1/users/1/token-sessions"

    listed = [client.get(path, headers=login(user)) for user in (bob, mod)]
    ended = [client.post(f"{path}/1/revoke", headers=login(user)) for user in (bob, mod)]
    nobody = client.get(path), client.post(f"{path}/1/revoke")

    assert [a.status_code for a in (*listed, *ended, *nobody)] == [403, 200, 403, 204, 401, 401]


@pytest.mark.parametrize("path", ["x/token-sessions", "99999999999/token-sessions"])
def test_no_user_has_such_a_number(client: Client, root: User, login: Login, path: str) -> None:
    answer = client.get(f"/api/v1/users/{path}", headers=login(root))

    assert answer.status_code == 404
