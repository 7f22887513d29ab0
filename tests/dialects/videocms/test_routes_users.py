from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf
from tests.factories import PASSWORD, make_user, make_video

from vitascope.core.accounts.model import Role, User
from vitascope.db import Database

USERS, LOGIN = "/api/users", "/api/auth/login"
AT_NOON = "2026-03-01T12:00:00Z"
NO_HANDLE = (
    "A name has 1 to 50 lower-case letters, digits or underscores; dots and hyphens may stand "
    "inside it"
)
MISSING = words(404, "user not found")
ROUTES = [
    ("GET", USERS),
    ("POST", USERS),
    ("GET", f"{USERS}/2"),
    ("PUT", f"{USERS}/2"),
    ("DELETE", f"{USERS}/2"),
    ("POST", f"{USERS}/2/password"),
]


def user_out(number: int, name: str, **changes: Any) -> dict[str, Any]:
    most = changes.get("MaxRemoteDownloads", 5)
    is_enabled = changes.get("RemoteDownloadEnabled", True)
    return {
        "ID": number,
        "CreatedAt": AT_NOON,
        "UpdatedAt": AT_NOON,
        "DeletedAt": None,
        "Username": name,
        "Admin": False,
        "Email": f"{name}@example.org",
        "Balance": 0.0,
        "Storage": 0,
        "Settings": {
            "WebhooksEnabled": True,
            "WebhooksMax": 10,
            "UploadSessionsMax": 10,
            "EnablePlayerCaptcha": False,
            "MaxRemoteDownloads": most,
            "RemoteDownloadEnabled": is_enabled,
        },
        "MaxRemoteDownloads": most,
        "RemoteDownloadEnabled": is_enabled,
        "used_storage": 0,
        "file_count": 0,
        **changes,
    }


def can_log_in(client: Client, name: str, password: str) -> bool:
    answer = client.post(LOGIN, json={"username": name, "password": password})
    return answer.status_code == 200


@pytest.mark.parametrize(("method", "path"), ROUTES)
def test_users_are_for_administrators_who_have_logged_in(
    client: Client,
    ada: User,
    his: Headers,
    key_of: HeadersOf,
    method: str,
    path: str,
) -> None:
    answers = [client.request(method, path, headers=h) for h in (his, key_of(ada))]

    assert [whole(answer) for answer in answers] == [
        words(403, "Not Permitted"),
        words(403, "API Key Not Permitted for Admin Routes"),
    ]


def test_users_are_listed_with_what_they_keep(
    client: Client, db: Database, admin: Headers, bob: User
) -> None:
    with db.begin() as tx:
        make_video(tx, bob)

    answer = client.get(USERS, headers=admin)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "data": [
                user_out(1, "ada", Admin=True),
                user_out(2, "bob", used_storage=1000, file_count=1),
            ],
            "meta": {"total": 2, "page": 1, "limit": 10},
        },
    )


@pytest.mark.parametrize(
    ("query", "names", "meta"),
    [
        ("?page=2&limit=1", ["bob"], {"total": 3, "page": 2, "limit": 1}),
        ("?page=9", [], {"total": 3, "page": 9, "limit": 10}),
        ("?page=0&limit=0", ["ada", "bob", "eve"], {"total": 3, "page": 1, "limit": 10}),
        ("?limit=1000", ["ada", "bob", "eve"], {"total": 3, "page": 1, "limit": 100}),
        ("?Search=OB", ["bob"], {"total": 1, "page": 1, "limit": 10}),
        ("?search=eve@", ["eve"], {"total": 1, "page": 1, "limit": 10}),
        ("?search=%25", [], {"total": 0, "page": 1, "limit": 10}),
    ],
)
def test_a_list_has_pages_and_can_be_searched(
    client: Client,
    db: Database,
    admin: Headers,
    query: str,
    names: list[str],
    meta: dict[str, int],
) -> None:
    with db.begin() as tx:
        make_user(tx, "bob")
        make_user(tx, "eve")

    given = client.get(f"{USERS}{query}", headers=admin).json()

    assert [user["Username"] for user in given["data"]] == names
    assert given["meta"] == meta


def test_a_page_that_is_no_number_is_refused(client: Client, admin: Headers) -> None:
    answer = client.get(f"{USERS}?page=two", headers=admin)

    assert whole(answer) == words(400, "malformated request")


def test_a_new_user_can_log_in(client: Client, admin: Headers) -> None:
    fields = {
        "username": "carl",
        "password": "12345678",
        "email": "carl@example.org",
        "admin": True,
        "storage": 5000,
        "balance": 2.5,
        "maxRemoteDownloads": 1,
        "remoteDownloadEnabled": False,
    }

    answer = client.post(USERS, json=fields, headers=admin)

    assert (answer.status_code, answer.json()) == (
        201,
        user_out(
            2,
            "carl",
            Admin=True,
            Storage=5000,
            Balance=2.5,
            MaxRemoteDownloads=1,
            RemoteDownloadEnabled=False,
        ),
    )
    assert can_log_in(client, "carl", "12345678")


def test_a_name_and_a_password_are_enough_for_a_user(client: Client, admin: Headers) -> None:
    fields = {"username": "carl", "password": "12345678", "email": ""}

    answer = client.post(USERS, data=fields, headers=admin)

    assert (answer.status_code, answer.json()) == (201, user_out(2, "carl", Email=None))


@pytest.mark.parametrize(
    ("fields", "status", "told"),
    [
        ({"username": ""}, 400, "Username [required] : "),
        ({"username": "ca"}, 400, "Username [min] : 3"),
        ({"username": "c" * 33}, 400, "Username [max] : 32"),
        ({"password": None}, 400, "Password [required] : "),
        ({"password": "1234567"}, 400, "Password [min] : 8"),
        ({"maxRemoteDownloads": 0}, 400, "MaxRemoteDownloads [min] : 1"),
        ({"storage": -1}, 400, "Storage [min] : 0"),
        ({"storage": 2**63}, 400, "malformated request"),
        ({"storage": True}, 400, "malformated request"),
        ({"balance": "much"}, 400, "malformated request"),
        ({"admin": "perhaps"}, 400, "malformated request"),
        ({"email": "nowhere"}, 400, "This is not an e-mail address"),
        ({"username": "Carl C"}, 400, NO_HANDLE),
        ({"username": "ada"}, 409, "The name ada is taken by another account or channel"),
        (
            {"email": "ada@example.org"},
            409,
            "The address ada@example.org belongs to another user",
        ),
    ],
)
def test_a_user_that_breaks_a_rule_is_not_added(
    client: Client, admin: Headers, fields: dict[str, object], status: int, told: str
) -> None:
    given = {"username": "carl", "password": "12345678", **fields}

    answer = client.post(USERS, json=given, headers=admin)

    assert whole(answer) == words(status, told)
    assert client.get(USERS, headers=admin).json()["meta"]["total"] == 1


def test_one_user_is_shown(client: Client, admin: Headers, bob: User) -> None:
    answer = client.get(f"{USERS}/{bob.id}", headers=admin)

    assert (answer.status_code, answer.json()) == (200, user_out(2, "bob"))


def test_a_change_leaves_alone_what_it_does_not_name(
    client: Client, admin: Headers, bob: User
) -> None:
    path = f"{USERS}/{bob.id}"

    first = client.put(path, json={"storage": 9000, "balance": 3}, headers=admin)
    second = client.put(path, json={"username": "bob", "email": "b@example.org"}, headers=admin)
    third = client.put(path, json={"email": "", "maxRemoteDownloads": 2}, headers=admin)

    assert [answer.status_code for answer in (first, second, third)] == [200, 200, 200]
    assert first.json() == user_out(2, "bob", Storage=9000, Balance=3.0)
    assert second.json() == {**first.json(), "Email": "b@example.org"}
    assert third.json() == user_out(
        2, "bob", Storage=9000, Balance=3.0, Email=None, MaxRemoteDownloads=2
    )


def test_storage_0_lifts_the_quota(client: Client, db: Database, admin: Headers) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve", quota_bytes=5000)

    answer = client.put(f"{USERS}/{eve.id}", json={"storage": 0}, headers=admin)

    assert answer.json() == user_out(eve.id, "eve")


def test_a_moderator_stays_one_unless_made_an_administrator(
    client: Client, db: Database, admin: Headers, session_of: HeadersOf
) -> None:
    with db.begin() as tx:
        mo = make_user(tx, "mo", Role.MODERATOR)
    session, path = session_of(mo), f"{USERS}/{mo.id}"

    unchanged = client.put(path, json={"admin": False}, headers=admin)
    still_in = client.get("/api/account/settings", headers=session)
    promoted = client.put(path, json={"admin": True}, headers=admin)
    out = client.get("/api/account/settings", headers=session)

    assert (unchanged.json()["Admin"], still_in.status_code) == (False, 200)
    # Another role ends the sessions that were opened with the old one.
    assert promoted.json()["Admin"] is True
    assert whole(out) == words(403, "Invalid JWT Token")


def test_a_username_stays(client: Client, admin: Headers, bob: User) -> None:
    answer = client.put(f"{USERS}/{bob.id}", json={"username": "robert"}, headers=admin)

    assert whole(answer) == words(400, "A username cannot be changed: it names the account")


def test_a_deleted_user_is_gone_and_the_sessions_too(
    client: Client, admin: Headers, bob: User, his: Headers
) -> None:
    answer = client.delete(f"{USERS}/{bob.id}", headers=admin)

    assert (answer.status_code, answer.content) == (204, b"")
    assert whole(client.get(f"{USERS}/{bob.id}", headers=admin)) == MISSING
    assert whole(client.get("/api/account", headers=his)) == words(403, "Invalid JWT Token")


def test_root_is_not_deleted(client: Client, db: Database, admin: Headers) -> None:
    with db.begin() as tx:
        root = make_user(tx, "root", Role.ADMINISTRATOR)

    answer = client.delete(f"{USERS}/{root.id}", headers=admin)

    assert whole(answer) == words(400, "The user root cannot be blocked, deleted or degraded")


def test_an_administrator_sets_a_password_and_ends_the_sessions(
    client: Client, admin: Headers, bob: User, his: Headers
) -> None:
    fields = {"new_password": "a new password"}

    answer = client.post(f"{USERS}/{bob.id}/password", json=fields, headers=admin)

    assert whole(answer) == (
        200,
        "application/json",
        '{"message":"Password updated successfully"}\n',
    )
    assert can_log_in(client, "bob", "a new password")
    assert not can_log_in(client, "bob", PASSWORD)
    assert whole(client.get("/api/account", headers=his)) == words(403, "Invalid JWT Token")


@pytest.mark.parametrize(
    ("password", "told"),
    [
        ("", "NewPassword [required] : "),
        ("1234567", "NewPassword [min] : 8"),
        ("1" * 251, "NewPassword [max] : 250"),
    ],
)
def test_a_password_that_breaks_a_rule_is_not_set(
    client: Client, admin: Headers, bob: User, password: str, told: str
) -> None:
    fields = {"new_password": password}

    answer = client.post(f"{USERS}/{bob.id}/password", json=fields, headers=admin)

    assert whole(answer) == words(400, told)


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PUT", ""), ("DELETE", ""), ("POST", "/password")],
)
def test_an_id_that_is_none_and_an_unknown_one_are_told_apart(
    client: Client, admin: Headers, method: str, path: str
) -> None:
    fields = {"new_password": "a new password"}
    ids = ["bob", "-1", "99", "9" * 30]

    answers = [
        client.request(method, f"{USERS}/{number}{path}", params=fields, headers=admin)
        for number in ids
    ]

    malformed = words(400, "Invalid User ID")
    assert [whole(answer) for answer in answers] == [malformed, malformed, MISSING, MISSING]
