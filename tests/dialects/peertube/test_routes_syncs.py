from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key
from tests.dialects.peertube.shapes import NOON_TEXT, channel, problem
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON

from vitascope.base.ids import SyncId
from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.imports.sync import begin_sync, end_sync
from vitascope.db import Database
from vitascope.jobs import pending

SYNCS = "/api/v1/video-channel-syncs"
ADAS = "/api/v1/accounts/ada/video-channel-syncs"
IMPORT = "/api/v1/video-channels/ada_channel/import-videos"
URL = "https://films.example/channel"
BODY = {"externalChannelUrl": URL, "videoChannelId": 1}


@pytest.fixture
def headers(ada: User, login: Login, change: Change) -> Headers:
    """Ada, where pages of sites are imported."""
    change(imports=ImportPolicy(sites=True))
    return login(ada)


def followed(number: int = 1, state: int = 1, **changes: Any) -> dict[str, Any]:
    labels = {1: "Waiting first run", 2: "Processing", 3: "Synchronized", 4: "Failed"}
    return {
        "id": number,
        "state": {"id": state, "label": labels[state]},
        "externalChannelUrl": URL,
        "createdAt": NOON_TEXT,
        "channel": channel(),
        "lastSyncAt": None,
        **changes,
    }


def test_a_channel_follows_another(client: Client, db: Database, headers: Headers) -> None:
    answer = client.post(SYNCS, json=BODY, headers=headers)

    listed = client.get(ADAS, headers=headers)
    with db.read() as tx:
        told = pending(tx)
    assert (answer.status_code, answer.json()) == (200, {"videoChannelSync": followed()})
    assert (listed.status_code, listed.json()) == (200, {"total": 1, "data": [followed()]})
    assert told == [("SyncDue", {"sync_id": 1})]


@pytest.mark.parametrize(("failure", "state"), [(None, 3), ("The site is away", 4)])
def test_the_list_tells_how_it_went(
    client: Client, db: Database, headers: Headers, failure: str | None, state: int
) -> None:
    client.post(SYNCS, json=BODY, headers=headers)
    with db.begin() as tx:
        begin_sync(tx, SyncId(1))
    running = client.get(ADAS, headers=headers).json()
    with db.begin() as tx:
        end_sync(tx, SyncId(1), failure=failure, now=NOON)

    ended = client.get(ADAS, headers=headers).json()

    assert running == {"total": 1, "data": [followed(state=2)]}
    assert ended == {"total": 1, "data": [followed(state=state, lastSyncAt=NOON_TEXT)]}


def test_the_list_is_ordered_and_cut(client: Client, headers: Headers) -> None:
    for name in ("b", "c", "a"):
        said = {**BODY, "externalChannelUrl": f"https://films.example/{name}"}
        client.post(SYNCS, json=said, headers=headers)

    def listed(**query: Any) -> list[int]:
        answer = client.get(ADAS, params=query, headers=headers).json()
        return [sync["id"] for sync in answer["data"]]

    assert listed(sort="externalChannelUrl") == [3, 1, 2]
    assert listed(sort="-externalChannelUrl", count=1) == [2]
    assert listed(sort="state", start=1) == [2, 3]
    assert client.get(ADAS, params={"sort": "name"}, headers=headers).status_code == 400


def test_a_channel_follows_no_more(client: Client, headers: Headers) -> None:
    client.post(SYNCS, json=BODY, headers=headers)

    answers = [client.delete(f"{SYNCS}/1", headers=headers) for _ in range(2)]

    listed = client.get(ADAS, headers=headers).json()
    assert [answer.status_code for answer in answers] == [204, 404]
    assert listed == {"total": 0, "data": []}


def test_everything_of_a_channel_is_imported_once(
    client: Client, db: Database, headers: Headers
) -> None:
    client.post(SYNCS, json=BODY, headers=headers)
    said = {"externalChannelUrl": URL, "videoChannelSyncId": 1}

    answer = client.post(IMPORT, json=said, headers=headers)

    with db.read() as tx:
        told = pending(tx)[-1]
    event = {"channel_id": 1, "user_id": 1, "url": URL, "sync_id": 1}
    assert (answer.status_code, answer.content) == (204, b"")
    assert told == ("ChannelImportAsked", event)


@pytest.mark.parametrize(
    "policy", [ImportPolicy(sites=False), ImportPolicy(urls=False, sites=True)]
)
def test_a_server_that_imports_from_no_sites_says_so(
    client: Client, change: Change, headers: Headers, policy: ImportPolicy
) -> None:
    change(imports=policy)

    added = client.post(SYNCS, json=BODY, headers=headers)
    asked = client.post(IMPORT, json={"externalChannelUrl": URL}, headers=headers)

    detail = "This server does not import from sites"
    expected = problem(403, "Forbidden", detail, operation="addVideoChannelSync")
    assert (added.status_code, added.json()) == (403, expected)
    assert (asked.status_code, asked.json()["detail"]) == (403, detail)


@pytest.mark.parametrize(
    ("changes", "status", "field"),
    [
        ({"externalChannelUrl": None}, 400, "externalChannelUrl"),
        ({"externalChannelUrl": "nonsense"}, 400, "externalChannelUrl"),
        ({"videoChannelId": None}, 400, "videoChannelId"),
        ({"videoChannelId": "first"}, 400, "videoChannelId"),
        ({"videoChannelId": 7}, 404, None),
    ],
)
def test_what_cannot_be_followed_is_refused(
    client: Client,
    headers: Headers,
    changes: dict[str, Any],
    status: int,
    field: str | None,
) -> None:
    answer = client.post(SYNCS, json={**BODY, **changes}, headers=headers)

    named = next(iter(answer.json().get("invalid-params", {})), None)
    assert (answer.status_code, named) == (status, field)


def test_an_account_follows_ten_channels_at_most(client: Client, headers: Headers) -> None:
    answers = [
        client.post(
            SYNCS, json={**BODY, "externalChannelUrl": f"{URL}/{number}"}, headers=headers
        )
        for number in range(11)
    ]

    assert [answer.status_code for answer in answers] == [200] * 10 + [400]
    assert answers[-1].json()["detail"] == "Limit reached: 10 of 10 synchronisations"


def test_the_same_channel_is_followed_once(client: Client, headers: Headers) -> None:
    answers = [client.post(SYNCS, json=BODY, headers=headers) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 409]


@pytest.mark.parametrize(
    ("import_of", "body", "status"),
    [
        ("ada_channel", {}, 400),
        ("ada_channel", {"externalChannelUrl": "nonsense"}, 400),
        ("ada_channel", {"externalChannelUrl": URL, "videoChannelSyncId": 7}, 404),
        ("unknown", {"externalChannelUrl": URL}, 404),
        ("ada_channel@other.example", {"externalChannelUrl": URL}, 404),
    ],
)
def test_what_cannot_be_imported_is_refused(
    client: Client, headers: Headers, import_of: str, body: dict[str, Any], status: int
) -> None:
    path = f"/api/v1/video-channels/{import_of}/import-videos"

    answer = client.post(path, json=body, headers=headers)

    assert answer.status_code == status


def test_channels_of_others_are_for_moderators(
    client: Client, headers: Headers, login: Login, bob: User, mod: User
) -> None:
    client.post(SYNCS, json=BODY, headers=headers)
    another = {**BODY, "externalChannelUrl": f"{URL}/2"}
    callers = [{}, login(bob), login(mod)]

    added = [client.post(SYNCS, json=another, headers=who).status_code for who in callers]
    listed = [client.get(ADAS, headers=who).status_code for who in callers]
    asked = [client.post(IMPORT, json=another, headers=who).status_code for who in callers]
    removed = [client.delete(f"{SYNCS}/1", headers=who).status_code for who in callers]

    assert (added, listed) == ([401, 403, 200], [401, 403, 200])
    assert (asked, removed) == ([401, 403, 204], [401, 403, 204])


def test_a_key_for_reading_sees_and_changes_nothing(
    client: Client, db: Database, headers: Headers, ada: User
) -> None:
    client.post(SYNCS, json=BODY, headers=headers)
    reader = make_key(db, ada, Permission.READ)

    answers = [
        client.get(ADAS, headers=reader),
        client.post(SYNCS, json={**BODY, "externalChannelUrl": f"{URL}/2"}, headers=reader),
        client.post(IMPORT, json=BODY, headers=reader),
        client.delete(f"{SYNCS}/1", headers=reader),
    ]

    assert [answer.status_code for answer in answers] == [200, 403, 403, 403]


@pytest.mark.parametrize("sync_id", ["7", "nonsense", "9" * 30])
def test_unknown_synchronisations_are_not_found(
    client: Client, headers: Headers, sync_id: str
) -> None:
    assert client.delete(f"{SYNCS}/{sync_id}", headers=headers).status_code == 404
