from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key, make_ready
from tests.dialects.peertube.shapes import account, faults, problem, user, video
from tests.dialects.runtimes import Client, Headers
from tests.factories import PASSWORD, make_rendition, make_video

from vitascope.core.access.passwords import verify_password
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import find_user, get_user
from vitascope.core.registration.model import SignupPolicy
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.jobs import pending

ME = "/api/v1/users/me"


def see(client: Client, headers: Headers) -> dict[str, Any]:
    answer = client.get(ME, headers=headers)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_users_see_themselves_with_their_channels(
    client: Client, ada: User, login: Login
) -> None:
    answer = client.get(ME, headers=login(ada))

    expected = user(specialPlaylists=[])
    assert (answer.status_code, answer.json()) == (200, expected)
    assert list(answer.json()) == list(expected)


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_nobody_known_is_no_user(client: Client, method: str) -> None:
    answer = client.request(method, ME)

    found = answer.json()
    assert (answer.status_code, found["detail"], found["code"]) == (
        401,
        "Log in to do this",
        "unauthorized_request",
    )


def test_users_change_what_they_like(client: Client, ada: User, login: Login) -> None:
    headers = login(ada)
    wishes: dict[str, Any] = {
        "displayName": "  Ada L. ",
        "description": "Writes programs",
        "nsfwPolicy": "blur",
        "p2pEnabled": True,
        "autoPlayVideo": False,
        "autoPlayNextVideo": True,
        "autoPlayNextVideoPlaylist": False,
        "videosHistoryEnabled": False,
        "videoLanguages": ["en", "_unknown"],
        "emailPublic": True,
        "theme": "default",
        "noInstanceConfigWarningModal": True,
        "noWelcomeModal": True,
    }

    answer = client.put(ME, headers=headers, json=wishes)

    named = {"displayName": "Ada L.", "description": "Writes programs"}
    mine = {**account(), **named}
    expected = user(account=mine, specialPlaylists=[], **wishes)
    expected["videoChannels"][0]["ownerAccount"] = mine
    del expected["displayName"], expected["description"]
    assert (answer.status_code, answer.content) == (204, b"")
    assert see(client, headers) == expected


def test_what_is_not_given_stays_and_null_takes_back(
    client: Client, ada: User, login: Login
) -> None:
    headers = login(ada)
    first = {"description": "Words", "videoLanguages": ["en"], "noWelcomeModal": True}
    client.put(ME, headers=headers, json=first)

    client.put(ME, headers=headers, json={"noAccountSetupWarningModal": True})
    added = see(client, headers)
    client.put(
        ME,
        headers=headers,
        json={"description": None, "videoLanguages": None, "noWelcomeModal": False},
    )

    assert (added["account"]["description"], added["videoLanguages"]) == ("Words", ["en"])
    assert (added["noWelcomeModal"], added["noAccountSetupWarningModal"]) == (True, True)
    assert see(client, headers) == user(noAccountSetupWarningModal=True, specialPlaylists=[])


def test_every_faulty_wish_is_named(client: Client, ada: User, login: Login) -> None:
    headers = login(ada)
    wishes = {
        "displayName": "",
        "description": "x",
        "nsfwPolicy": ["blur"],
        "p2pEnabled": "perhaps",
        "videoLanguages": ["x" * 11],
        "theme": "sunset",
        "email": "nowhere",
        "password": "short",
    }

    answer = client.put(ME, headers=headers, json=wishes)

    assert (answer.status_code, set(answer.json()["invalid-params"])) == (400, set(wishes))
    assert see(client, headers) == user(specialPlaylists=[])


@pytest.mark.parametrize("wish", [{"password": "another one"}, {"email": "a@b.example"}])
def test_password_and_address_need_the_current_password(
    client: Client, ada: User, login: Login, wish: dict[str, str]
) -> None:
    headers = login(ada)

    missing = client.put(ME, headers=headers, json=wish)
    wrong = client.put(ME, headers=headers, json={**wish, "currentPassword": "guessed"})

    assert (missing.status_code, missing.json()) == (
        400,
        faults({"currentPassword": "Is missing"}, path=ME, operation="putUserInfo"),
    )
    assert (wrong.status_code, wrong.json()) == (
        401,
        problem(
            401,
            "Unauthorized",
            "This is not the current password",
            code="current_password_is_invalid",
            operation="putUserInfo",
        ),
    )


def test_a_new_password_ends_no_session(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    headers, other = login(ada), login(ada)

    answer = client.put(
        ME, headers=headers, json={"password": "another one", "currentPassword": PASSWORD}
    )

    with db.read() as tx:
        known = get_user(tx, ada.id).password_hash
    assert answer.status_code == 204
    assert verify_password(known, "another one")
    assert see(client, other) == see(client, headers)


def test_an_address_changes_at_once_where_none_is_verified(
    client: Client, ada: User, bob: User, login: Login
) -> None:
    headers = login(ada)

    changed = _ask_for(client, headers, "new@example.org")
    taken = _ask_for(client, headers, "bob@example.org")

    assert (changed, taken) == (204, 409)
    assert see(client, headers) == user(email="new@example.org", specialPlaylists=[])


def test_a_new_address_waits_where_addresses_are_verified(
    client: Client, db: Database, ada: User, login: Login, change: Change
) -> None:
    headers = login(ada)
    change(signup=SignupPolicy(verifies_email=True))

    changed = _ask_for(client, headers, "new@example.org")

    expected = user(pendingEmail="new@example.org", specialPlaylists=[])
    with db.read() as tx:
        asked = pending(tx)
    assert (changed, see(client, headers)) == (204, expected)
    assert asked == [("EmailVerificationAsked", {"user_id": ada.id, "is_pending": True})]


def test_a_key_reads_its_user_and_changes_nothing(
    client: Client, db: Database, ada: User
) -> None:
    headers = make_key(db, ada)
    wishes = [{"displayName": "Eve"}, {"password": "another one", "currentPassword": PASSWORD}]

    refused = [client.put(ME, headers=headers, json=wish).status_code for wish in wishes]
    refused.append(client.delete(ME, headers=headers).status_code)

    assert refused == [403, 403, 403]
    assert see(client, headers) == user(specialPlaylists=[])


def test_users_leave_with_all_that_is_theirs(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    headers = login(ada)
    with db.begin() as tx:
        make_ready(tx, ada)

    answer = client.delete(ME, headers=headers)

    statuses = [
        client.get(path, headers=given).status_code
        for path, given in ((ME, headers), ("/api/v1/accounts/ada", {}))
    ]
    with db.read() as tx:
        left = find_user(tx, ada.id)
    assert (answer.status_code, answer.content, left) == (204, b"", None)
    assert statuses == [401, 404]


def test_root_cannot_leave(client: Client, root: User, login: Login) -> None:
    headers = login(root)

    answer = client.delete(ME, headers=headers)

    assert answer.status_code == 400
    assert see(client, headers)["username"] == "root"


def test_the_quota_counts_the_largest_file_of_ones_own_videos(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        made = make_video(tx, ada, content="one")
        assert made.media is not None
        make_rendition(tx, made.media.id, 720)
        make_rendition(tx, made.media.id, 360)
        make_video(tx, ada, content="two")
        make_video(tx, bob, content="three")

    answer = client.get(f"{ME}/video-quota-used", headers=login(ada))

    assert (answer.status_code, answer.json()) == (
        200,
        {"videoQuotaUsed": 6000, "videoQuotaUsedDaily": 6000},
    )


def test_ones_own_list_shows_every_privacy_and_state(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        public = make_ready(tx, ada, title="Public", content="one")
        private = make_video(tx, ada, title="Private", content="two", privacy=Privacy.PRIVATE)
        make_ready(tx, bob, title="Of somebody else", content="three")

    answer = client.get(f"{ME}/videos?sort=name", headers=login(ada))

    own = {"waitTranscoding": False, "blacklisted": False, "blacklistedReason": None}
    assert answer.json() == {
        "total": 2,
        "data": [
            video(
                private,
                privacy={"id": 3, "label": "Private"},
                state={"id": 2, "label": "To transcode"},
                **own,
            ),
            video(public, state={"id": 1, "label": "Published"}, **own),
        ],
    }


def test_ones_own_list_can_be_searched(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, title="The sea", content="one")
        make_ready(tx, ada, title="The wood", content="two")
    headers = login(ada)

    found = {
        query: client.get(f"{ME}/videos?{query}", headers=headers).json()["total"]
        for query in ("search=SEA", "isLive=true", "isLive=false", "channelId=1", "channelId=9")
    }

    assert found == {
        "search=SEA": 1,
        "isLive=true": 0,
        "isLive=false": 2,
        "channelId=1": 2,
        "channelId=9": 0,
    }


def _ask_for(client: Client, headers: Headers, email: str) -> int:
    wish = {"email": email, "currentPassword": PASSWORD}
    return client.put(ME, headers=headers, json=wish).status_code
