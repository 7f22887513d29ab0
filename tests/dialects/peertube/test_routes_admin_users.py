from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key, make_ready
from tests.dialects.peertube.shapes import channel, faults, problem, user
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_rendition, make_user, make_video

from vitascope.base.ids import UserId
from vitascope.core.access.passwords import verify_password
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import find_user, get_user, note_login, update_user
from vitascope.core.channels.queries import list_account_channels
from vitascope.core.registration.model import SignupPolicy
from vitascope.db import Database
from vitascope.jobs import pending

USERS = "/api/v1/users"
NEW = {
    "username": "cleo",
    "password": "a good password",
    "email": "cleo@example.org",
    "role": 2,
}
USED = {"totalVideoFileSize": 0, "videoQuotaUsed": 0, "videoQuotaUsedDaily": 0}


def names(client: Client, headers: Headers, query: str) -> list[str]:
    answer = client.get(f"{USERS}?{query}", headers=headers)
    assert answer.status_code == 200, answer.text
    return [found["username"] for found in answer.json()["data"]]


def status(client: Client, method: str, path: str, headers: Headers, **given: Any) -> int:
    return client.request(method, f"{USERS}/{path}", headers=headers, **given).status_code


@contextmanager
def counted() -> Iterator[list[str]]:
    """The queries that are made meanwhile."""
    made: list[str] = []

    def note(*event: Any) -> None:
        made.append(event[2])

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    yield made
    sa.event.remove(sa.Engine, "before_cursor_execute", note)


def test_those_who_manage_users_list_them_with_what_they_use(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        made = make_video(tx, ada)
        assert made.media is not None
        make_rendition(tx, made.media.id, 720)

    answer = client.get(f"{USERS}?sort=-id", headers=login(root))

    used = {"totalVideoFileSize": 6000, "videoQuotaUsed": 5000, "videoQuotaUsedDaily": 5000}
    role = {"id": 0, "label": "Administrator"}
    assert (answer.status_code, answer.json()) == (
        200,
        {"total": 2, "data": [user("ada", 2, **used), user("root", 1, role=role, **USED)]},
    )


def test_lists_of_users_are_searched_and_ordered(
    client: Client, db: Database, root: User, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        make_video(tx, bob)
        note_login(tx, ada.id, NOON)
        update_user(tx, ada.id, NOON, is_blocked=True)
    headers = login(root)

    queries = {
        "search=BO": ["bob"],
        "search=example.org": ["root", "ada", "bob"],
        "search=%25": [],
        "blocked=true": ["ada"],
        "blocked=false": ["root", "bob"],
        "sort=username": ["ada", "bob", "root"],
        "sort=-id": ["bob", "ada", "root"],
        "sort=role": ["root", "ada", "bob"],
        "sort=-videoQuotaUsed&count=1": ["bob"],
        "sort=-lastLoginDate&count=1": ["ada"],
        "sort=id&start=1&count=1": ["ada"],
    }
    found = {query: names(client, headers, query) for query in queries}

    assert found == queries


@pytest.mark.parametrize("query", ["sort=email", "count=101", "start=-1", "blocked=maybe"])
def test_a_list_of_users_refuses_what_it_cannot_do(
    client: Client, root: User, login: Login, query: str
) -> None:
    answer = client.get(f"{USERS}?{query}", headers=login(root))

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (
        400,
        [query.partition("=")[0]],
    )


def test_more_users_cost_no_more_queries(
    client: Client, db: Database, root: User, login: Login
) -> None:
    headers = login(root)
    with counted() as for_one:
        names(client, headers, "")
    with db.begin() as tx:
        for name in ("ada", "bob"):
            make_video(tx, make_user(tx, name), content=name)

    with counted() as for_three:
        found = names(client, headers, "sort=id")

    assert found == ["root", "ada", "bob"]
    assert len(for_three) == len(for_one)


def test_a_user_is_shown_with_statistics_on_request(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        make_video(tx, ada)
    headers = login(root)

    plain = client.get(f"{USERS}/2", headers=headers)
    counted = client.get(f"{USERS}/2?withStats=true", headers=headers)

    statistics = {
        "videoQuotaUsed": 1000,
        "videoQuotaUsedDaily": 1000,
        "videosCount": 1,
        "abusesCount": 0,
        "abusesAcceptedCount": 0,
        "abusesCreatedCount": 0,
        "videoCommentsCount": 0,
    }
    assert (plain.status_code, plain.json()) == (200, user("ada", 2))
    assert (counted.status_code, counted.json()) == (200, user("ada", 2, **statistics))


@pytest.mark.parametrize("number", ["9", "x", "-1", "99999999999999999999"])
def test_unknown_users_are_not_found(
    client: Client, root: User, login: Login, number: str
) -> None:
    headers = login(root)

    answer = client.get(f"{USERS}/{number}", headers=headers)
    others = [
        status(client, "PUT", number, headers, json={}),
        status(client, "DELETE", number, headers),
        status(client, "POST", f"{number}/block", headers),
        status(client, "POST", f"{number}/unblock", headers),
    ]

    expected = problem(404, "Not Found", f"No such user: {number}", operation="getUser")
    assert (answer.status_code, answer.json(), others) == (404, expected, [404] * 4)


def test_a_user_is_added_with_what_was_given(
    client: Client, db: Database, root: User, login: Login
) -> None:
    headers = login(root)
    more = {"videoQuota": 5000, "videoQuotaDaily": -1, "adminFlags": 1, "channelName": "films"}

    answer = client.post(USERS, headers=headers, json={**NEW, **more})

    mine = {
        **channel("cleo", 2),
        "name": "films",
        "url": "https://video.example/video-channels/films",
        "displayName": "films",
    }
    expected = user("cleo", 2, videoQuota=5000, adminFlags=1, videoChannels=[mine])
    with db.read() as tx:
        known = get_user(tx, UserId(2)).password_hash
    assert (answer.status_code, answer.json()) == (
        200,
        {"user": {"id": 2, "account": {"id": 2}}},
    )
    assert client.get(f"{USERS}/2", headers=headers).json() == expected
    assert verify_password(known, "a good password")


def test_newcomers_get_the_quotas_of_the_instance(
    client: Client, root: User, login: Login, change: Change
) -> None:
    headers = login(root)
    change(signup=SignupPolicy(quota_bytes=7000, daily_quota_bytes=70))

    client.post(USERS, headers=headers, json=NEW)

    found = client.get(f"{USERS}/2", headers=headers).json()
    assert found == user("cleo", 2, videoQuota=7000, videoQuotaDaily=70)


def test_without_a_password_a_newcomer_is_sent_a_link(
    client: Client, db: Database, root: User, login: Login, change: Change
) -> None:
    headers, silent = login(root), {**NEW, "password": ""}

    unsent = client.post(USERS, headers=headers, json=silent)
    change(sends_mail=True)
    sent = client.post(USERS, headers=headers, json=silent)

    said = "This server sends no mail, so that the user could not choose a password"
    with db.read() as tx:
        asked = pending(tx)
    assert (unsent.status_code, unsent.json()) == (
        400,
        faults({"password": said}, path=USERS, operation="addUser"),
    )
    assert sent.status_code == 200
    assert asked == [("PasswordResetAsked", {"user_id": 2, "is_first": True})]


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ({"username": "Cleo"}, ["username"]),
        ({"username": None, "email": None}, ["username", "email"]),
        ({"password": "short"}, ["password"]),
        ({"email": "nowhere"}, ["email"]),
        ({"role": 3}, ["role"]),
        ({"videoQuota": -2, "videoQuotaDaily": "much"}, ["videoQuota", "videoQuotaDaily"]),
        ({"adminFlags": 2}, ["adminFlags"]),
        ({"channelName": "cleo"}, ["channelName"]),
        ({"channelName": "My films"}, ["channelName"]),
    ],
)
def test_every_faulty_field_of_a_newcomer_is_named(
    client: Client, root: User, login: Login, changes: dict[str, Any], names: list[str]
) -> None:
    answer = client.post(USERS, headers=login(root), json={**NEW, **changes})

    assert (answer.status_code, sorted(answer.json()["invalid-params"])) == (400, sorted(names))


@pytest.mark.parametrize(
    "changes",
    [
        {"username": "ada"},
        {"username": "ada_channel"},
        {"email": "ada@example.org"},
        {"channelName": "ada_channel"},
    ],
)
def test_what_somebody_has_is_taken(
    client: Client, db: Database, root: User, ada: User, login: Login, changes: dict[str, str]
) -> None:
    headers = login(root)

    answer = client.post(USERS, headers=headers, json={**NEW, **changes})

    assert (answer.status_code, names(client, headers, "sort=id")) == (409, ["root", "ada"])


def test_an_administrator_changes_a_user(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    headers, hers = login(root), login(ada)
    changes = {
        "email": "new@example.org",
        "emailVerified": True,
        "videoQuota": 0,
        "videoQuotaDaily": 10,
        "adminFlags": 1,
        "role": 1,
        "password": "a new password",
        "pluginAuth": None,
    }

    answer = client.put(f"{USERS}/2", headers=headers, json=changes)

    with db.read() as tx:
        known = get_user(tx, ada.id).password_hash
    shown = {
        **changes,
        "role": {"id": 1, "label": "Moderator"},
    }
    del shown["password"]
    assert (answer.status_code, answer.content) == (204, b"")
    assert client.get(f"{USERS}/2", headers=headers).json() == user("ada", 2, **shown)
    assert verify_password(known, "a new password")
    assert status(client, "GET", "me", hers) == 401


def test_an_unlimited_quota_is_given_back(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    headers = login(root)
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, quota_bytes=10, daily_quota_bytes=10)

    client.put(f"{USERS}/2", headers=headers, json={"videoQuota": -1, "videoQuotaDaily": "-1"})

    assert client.get(f"{USERS}/2", headers=headers).json() == user("ada", 2)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"email": "root@example.org"}, 409),
        ({"email": "nowhere"}, 400),
        ({"password": "short"}, 400),
        ({"role": "king"}, 400),
        ({"videoQuota": None}, 400),
        ({"pluginAuth": "saml"}, 400),
    ],
)
def test_changes_that_break_a_rule_change_nothing(
    client: Client,
    root: User,
    ada: User,
    login: Login,
    changes: dict[str, Any],
    expected: int,
) -> None:
    headers = login(root)

    found = status(client, "PUT", "2", headers, json={**changes, "adminFlags": 1})

    assert found == expected
    assert client.get(f"{USERS}/2", headers=headers).json() == user("ada", 2)


def test_a_blocked_user_is_out_until_let_in_again(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    headers, hers = login(root), login(ada)

    blocked = status(client, "POST", "2/block", headers, json={"reason": "Spam, again"})
    shown = client.get(f"{USERS}/2", headers=headers).json()
    shut_out = status(client, "GET", "me", hers)
    unblocked = status(client, "POST", "2/unblock", headers)

    with db.read() as tx:
        told = pending(tx)
    assert (blocked, shut_out, unblocked) == (204, 401, 204)
    assert shown == user("ada", 2, blocked=True, blockedReason="Spam, again")
    assert client.get(f"{USERS}/2", headers=headers).json() == user("ada", 2)
    assert [name for name, _ in told] == ["UserBlockChanged", "UserBlockChanged"]


def test_a_reason_is_not_needed_but_has_a_length(
    client: Client, root: User, ada: User, login: Login
) -> None:
    headers = login(root)

    short = client.post(f"{USERS}/2/block", headers=headers, json={"reason": "no"})
    without = status(client, "POST", "2/block", headers)

    said = {"reason": "Should have between 3 and 250 characters"}
    assert (short.status_code, short.json()) == (400, faults(said, path=f"{USERS}/2/block"))
    assert without == 204


def test_a_deleted_user_is_gone_with_the_videos(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    headers = login(root)
    with db.begin() as tx:
        make_ready(tx, ada)

    deleted = status(client, "DELETE", "2", headers)

    with db.read() as tx:
        left = find_user(tx, ada.id)
        channels = list_account_channels(tx, ada.account.id).items
    assert (deleted, left, channels) == (204, None, [])


def test_root_is_neither_blocked_nor_deleted_nor_degraded(
    client: Client, db: Database, root: User, login: Login
) -> None:
    with db.begin() as tx:
        other = make_user(tx, "grace", Role.ADMINISTRATOR)
    headers = login(other)

    found = [
        status(client, "POST", "1/block", headers),
        status(client, "DELETE", "1", headers),
        status(client, "PUT", "1", headers, json={"role": 2}),
    ]

    assert found == [400, 400, 400]
    assert names(client, headers, "blocked=false&sort=id") == ["root", "grace"]


def test_moderators_manage_ordinary_users_only(
    client: Client, root: User, mod: User, ada: User, login: Login
) -> None:
    headers = login(mod)

    allowed = [
        status(client, "GET", "", headers),
        status(client, "GET", "1", headers),
        status(client, "PUT", "3", headers, json={"videoQuota": 5, "password": "a new one"}),
        status(client, "POST", "", headers, json=NEW),
    ]
    refused = [
        status(client, "PUT", "1", headers, json={"videoQuota": 5}),
        status(client, "PUT", "1", headers, json={"password": "a new one"}),
        status(client, "PUT", "3", headers, json={"role": 1}),
        status(client, "POST", "", headers, json={**NEW, "username": "eve", "role": 1}),
        status(client, "POST", "1/block", headers),
        status(client, "DELETE", "1", headers),
    ]

    assert allowed == [200, 200, 204, 200]
    assert refused == [403] * 6
    assert names(client, headers, "sort=id") == ["root", "mod", "ada", "cleo"]


def test_nobody_else_manages_users(
    client: Client, db: Database, root: User, ada: User, login: Login
) -> None:
    calls: list[tuple[str, str, dict[str, Any]]] = [
        ("GET", "", {}),
        ("GET", "1", {}),
        ("POST", "", {"json": NEW}),
        ("PUT", "2", {"json": {"videoQuota": -1}}),
        ("DELETE", "2", {}),
        ("POST", "2/block", {}),
        ("POST", "2/unblock", {}),
    ]

    found = [
        {status(client, method, path, headers, **given) for method, path, given in calls}
        for headers in ({}, login(ada), make_key(db, root))
    ]

    assert found == [{401}, {403}, {403}]


def test_anybody_completes_usernames(client: Client, root: User, ada: User, bob: User) -> None:
    answer = client.get(f"{USERS}/autocomplete?search=B")
    nothing = client.get(f"{USERS}/autocomplete?search=")

    assert (answer.status_code, answer.json()) == (200, ["bob"])
    assert (nothing.status_code, nothing.json()) == (
        400,
        faults({"search": "Is missing"}, path=f"{USERS}/autocomplete", location="query"),
    )


def test_no_more_than_ten_usernames_are_told(client: Client, db: Database) -> None:
    with db.begin() as tx:
        for number in range(12):
            make_user(tx, f"user{number:02}")

    answer = client.get(f"{USERS}/autocomplete?search=user")

    assert answer.json() == [f"user{number:02}" for number in range(10)]
