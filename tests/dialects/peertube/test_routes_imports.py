from datetime import timedelta
from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change, Login, Names
from tests.dialects.peertube.importing import (
    ASKED,
    IMPORTS,
    MAGNET,
    MINE,
    URL,
    imported,
    torrent,
    waiting,
)
from tests.dialects.peertube.making import make_key
from tests.dialects.peertube.sending import drawn_picture, left_behind
from tests.dialects.peertube.shapes import NOON_TEXT, problem
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, actor_of, make_source

from vitascope.base.ids import ImportId
from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import Allowances, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.imports.advance import begin_import, complete_import, fail_import
from vitascope.core.imports.ask import ImportPolicy
from vitascope.core.imports.model import ImportState
from vitascope.core.imports.queries import update_import
from vitascope.core.imports.sync import add_sync, import_entries
from vitascope.core.uploads.room import Room
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.jobs import pending

EVERYTHING = ImportPolicy(urls=True, sites=True, torrents=True)
ROOM = Room(most_bytes=10**6, free_bytes=10**9)
FIRST = ImportId(1)
LATER = NOON + timedelta(hours=1)
LATER_TEXT = "2026-03-01T13:00:00.000Z"


@pytest.fixture
def headers(ada: User, login: Login, names: Names) -> Headers:
    return login(ada)


@pytest.fixture
def asked(client: Client, headers: Headers) -> None:
    """Ada waits for an import."""
    assert client.post(IMPORTS, json=ASKED, headers=headers).status_code == 200


def entry_of(db: Database, number: int = 1) -> VideoEntry:
    with db.read() as tx:
        return get_entry(tx, number)


def set_state(db: Database, state: ImportState) -> None:
    with db.begin() as tx:
        update_import(tx, FIRST, now=NOON, state=state)


def mine(client: Client, headers: Headers, **query: Any) -> Any:
    return client.get(MINE, params=query, headers=headers).json()


def test_an_import_has_its_video_at_once(
    client: Client, db: Database, headers: Headers
) -> None:
    answer = client.post(IMPORTS, json=ASKED, headers=headers)

    with db.read() as tx:
        told = pending(tx)
    assert (answer.status_code, answer.json()) == (200, imported(entry_of(db)))
    assert entry_of(db).video.title == "Unknown name"
    assert told == [("ImportAsked", {"import_id": 1})]


@pytest.mark.parametrize("way", ["json", "data", "files"])
def test_an_import_is_asked_for_in_any_of_three_ways(
    client: Client, runtime: Runtime, db: Database, headers: Headers, way: str
) -> None:
    said: dict[str, Any] = {
        **ASKED,
        "name": "My film",
        "description": "Words " * 100,
        "privacy": 1,
        "waitTranscoding": "false",
    }
    body: dict[str, Any] = {
        "json": {"json": {**said, "tags": ["one", "two"]}},
        "data": {"data": {**said, "tags[]": ["one", "two"]}},
        "files": {
            "data": {**said, "tags[]": ["one", "two"]},
            "files": {"previewfile": ("a.webp", drawn_picture(), "image/webp")},
        },
    }[way]

    answer = client.post(IMPORTS, headers=headers, **body)

    entry, shown = entry_of(db), answer.json()["video"]
    picture = {name: shown[name] for name in ("thumbnailPath", "previewPath")}
    described = said["description"]
    expected = waiting(
        entry,
        privacy={"id": 1, "label": "Public"},
        truncatedDescription=described[:247] + "...",
        description=described,
        waitTranscoding=False,
        tags=["one", "two"],
        **picture,
    )
    assert (answer.status_code, answer.json()) == (200, imported(entry, video=expected))
    assert (picture["thumbnailPath"] is not None) is (way == "files")
    assert (entry.video.title, left_behind(runtime)) == ("My film", [])


def test_a_magnet_link_is_imported(
    client: Client, change: Change, db: Database, headers: Headers
) -> None:
    change(imports=EVERYTHING)

    answer = client.post(IMPORTS, json={"channelId": 1, "magnetUri": MAGNET}, headers=headers)

    expected = imported(entry_of(db), targetUrl=None, magnetUri=MAGNET)
    assert (answer.status_code, answer.json()) == (200, expected)
    assert entry_of(db).video.title == "A magnetic film"


def test_a_torrent_file_is_imported(
    client: Client, change: Change, runtime: Runtime, db: Database, headers: Headers
) -> None:
    change(imports=EVERYTHING)
    file = {"torrentfile": ("a.torrent", torrent("clip.mp4"), "application/x-bittorrent")}

    answer = client.post(IMPORTS, data={"channelId": "1"}, files=file, headers=headers)

    expected = imported(entry_of(db), targetUrl=None, torrentName="clip.mp4")
    assert (answer.status_code, answer.json()) == (200, expected)
    assert (entry_of(db).video.title, left_behind(runtime)) == ("clip.mp4", [])


def test_a_torrent_file_of_several_files_is_refused(
    client: Client, change: Change, headers: Headers
) -> None:
    change(imports=EVERYTHING)
    file = {"torrentfile": ("a.torrent", torrent("a.mp4", "b.mp4"), "")}

    answer = client.post(IMPORTS, data={"channelId": "1"}, files=file, headers=headers)

    expected = problem(
        400,
        "Bad Request",
        "The torrent holds 2 files, and a video is one",
        code="incorrect_files_in_torrent",
        operation="importVideo",
    )
    assert (answer.status_code, answer.json()) == (400, expected)


def test_a_torrent_file_is_small(
    client: Client, change: Change, runtime: Runtime, headers: Headers
) -> None:
    change(imports=EVERYTHING)
    file = {"torrentfile": ("a.torrent", b"x" * (200 * 1024 + 1), "")}

    answer = client.post(IMPORTS, data={"channelId": "1"}, files=file, headers=headers)

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, ["torrentfile"])
    assert left_behind(runtime) == []


@pytest.mark.parametrize(
    ("policy", "source"),
    [
        (ImportPolicy(urls=False), {"targetUrl": URL}),
        (ImportPolicy(torrents=False), {"magnetUri": MAGNET}),
    ],
)
def test_what_the_operator_switched_off_is_a_conflict(
    client: Client,
    change: Change,
    headers: Headers,
    policy: ImportPolicy,
    source: dict[str, str],
) -> None:
    change(imports=policy)

    answer = client.post(IMPORTS, json={"channelId": 1, **source}, headers=headers)

    assert (answer.status_code, answer.json()["status"]) == (409, 409)
    assert mine(client, headers) == {"total": 0, "data": []}


def test_a_user_who_may_not_import_is_forbidden_to(
    client: Client, db: Database, ada: User, headers: Headers
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, allowances=Allowances(imports_enabled=False))

    answer = client.post(IMPORTS, json=ASKED, headers=headers)

    expected = problem(403, "Forbidden", "You may not import videos", operation="importVideo")
    assert (answer.status_code, answer.json()) == (403, expected)


@pytest.mark.parametrize(
    ("changes", "status", "field"),
    [
        ({"channelId": None}, 400, "channelId"),
        ({"channelId": 7}, 400, "channelId"),
        ({"targetUrl": None}, 400, "targetUrl"),
        ({"targetUrl": "https://localhost/"}, 400, "targetUrl"),
        ({"targetUrl": "https://unknown.example/"}, 400, "targetUrl"),
        ({"targetUrl": "https://127.0.0.1/"}, 403, None),
        ({"name": "x"}, 400, "name"),
    ],
)
def test_what_cannot_be_imported_is_refused_at_once(
    client: Client,
    headers: Headers,
    changes: dict[str, Any],
    status: int,
    field: str | None,
) -> None:
    answer = client.post(IMPORTS, json={**ASKED, **changes}, headers=headers)

    named = next(iter(answer.json().get("invalid-params", {})), None)
    assert (answer.status_code, named) == (status, field)
    assert mine(client, headers) == {"total": 0, "data": []}


def test_an_import_that_succeeds_is_followed_to_its_end(
    client: Client, db: Database, ada: User, headers: Headers, asked: None
) -> None:
    with db.begin() as tx:
        begin_import(tx, FIRST, now=NOON)
    under_way = mine(client, headers)
    learned = VideoFields(title="Found out", description="From there")
    with db.begin() as tx:
        complete_import(tx, actor_of(ada), FIRST, make_source(), learned, room=ROOM, now=NOON)

    done = mine(client, headers)

    found = waiting(
        entry_of(db),
        description="From there",
        truncatedDescription="From there",
        state={"id": 2, "label": "To transcode"},
    )
    assert under_way["data"][0]["state"] == {"id": 6, "label": "Processing"}
    assert entry_of(db).video.title == "Found out"
    assert done == {"total": 1, "data": [imported(None, 2, attempts=1, video=found)]}


def test_an_import_that_failed_is_tried_again(
    client: Client, db: Database, headers: Headers, asked: None
) -> None:
    for _ in range(2):
        with db.begin() as tx:
            begin_import(tx, FIRST, now=NOON)
            fail_import(tx, FIRST, "The server answered with status 404", now=NOON)
        failed = mine(client, headers)
        answer = client.post(f"{IMPORTS}/1/retry", headers=headers)

    again = mine(client, headers)
    reason = "The server answered with status 404"
    expected = imported(entry_of(db), 3, attempts=2, error=reason)
    assert failed == {"total": 1, "data": [expected]}
    assert (answer.status_code, answer.content) == (204, b"")
    assert again == {"total": 1, "data": [imported(entry_of(db), 1, attempts=2)]}


def test_an_import_that_is_not_offered_any_more_is_not_tried_again(
    client: Client, change: Change, db: Database, headers: Headers, asked: None
) -> None:
    set_state(db, ImportState.FAILED)
    change(imports=ImportPolicy(urls=False))

    answer = client.post(f"{IMPORTS}/1/retry", headers=headers)

    assert (answer.status_code, answer.json()["status"]) == (409, 409)


def test_an_import_is_cancelled_and_deleted(
    client: Client, db: Database, headers: Headers, asked: None
) -> None:
    cancelled = client.post(f"{IMPORTS}/1/cancel", headers=headers)
    shown = mine(client, headers)
    deleted = client.delete(f"{IMPORTS}/1", headers=headers)

    assert [cancelled.status_code, deleted.status_code] == [204, 204]
    assert shown == {"total": 1, "data": [imported(entry_of(db), 5)]}
    assert mine(client, headers) == {"total": 0, "data": []}


@pytest.mark.parametrize(
    ("state", "cancelled", "deleted", "retried"),
    [
        (ImportState.PENDING, 204, 409, 409),
        (ImportState.DOWNLOADING, 409, 409, 409),
        (ImportState.FINISHING, 409, 409, 409),
        (ImportState.CANCELING, 409, 409, 409),
        (ImportState.DONE, 409, 204, 409),
        (ImportState.FAILED, 409, 204, 204),
        (ImportState.CANCELED, 409, 204, 409),
    ],
)
def test_what_can_be_done_depends_on_the_state(
    client: Client,
    db: Database,
    headers: Headers,
    asked: None,
    state: ImportState,
    cancelled: int,
    deleted: int,
    retried: int,
) -> None:
    answers = []
    for method, path in (("POST", "/1/cancel"), ("POST", "/1/retry"), ("DELETE", "/1")):
        set_state(db, state)
        answers.append(client.request(method, IMPORTS + path, headers=headers).status_code)

    assert answers == [cancelled, retried, deleted]


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/1/cancel"), ("POST", "/1/retry"), ("DELETE", "/1")]
)
def test_imports_of_others_are_for_administrators(
    client: Client,
    db: Database,
    headers: Headers,
    login: Login,
    bob: User,
    mod: User,
    root: User,
    asked: None,
    method: str,
    path: str,
) -> None:
    set_state(db, ImportState.PENDING if "cancel" in path else ImportState.FAILED)
    callers = [{}, login(bob), login(mod), login(root)]

    answers = [client.request(method, IMPORTS + path, headers=who) for who in callers]

    assert [answer.status_code for answer in answers] == [401, 403, 403, 204]


@pytest.mark.parametrize("import_id", ["7", "nonsense", "9" * 30])
def test_unknown_imports_are_not_found(
    client: Client, headers: Headers, import_id: str
) -> None:
    answers = [
        client.post(f"{IMPORTS}/{import_id}/cancel", headers=headers),
        client.post(f"{IMPORTS}/{import_id}/retry", headers=headers),
        client.delete(f"{IMPORTS}/{import_id}", headers=headers),
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]


def test_strangers_and_keys_for_reading_import_nothing(
    client: Client, db: Database, ada: User, names: Names
) -> None:
    reader = make_key(db, ada, Permission.READ)

    answers = [client.post(IMPORTS, json=ASKED, headers=who) for who in ({}, reader)]

    assert [answer.status_code for answer in answers] == [401, 403]
    assert mine(client, reader) == {"total": 0, "data": []}


def test_the_list_of_imports_is_narrowed(
    client: Client, db: Database, change: Change, ada: User, headers: Headers, asked: None
) -> None:
    change(now=lambda: LATER, imports=EVERYTHING)
    named = {"channelId": 1, "magnetUri": MAGNET, "name": "A wild goose"}
    client.post(IMPORTS, json=named, headers=headers)
    with db.begin() as tx:
        channel = entry_of(db).video.channel_id
        source = "https://films.example/channel"
        sync = add_sync(tx, actor_of(ada), channel, source, policy=EVERYTHING, now=NOON)
        found = ["https://films.example/third"]
        import_entries(tx, channel, found, sync_id=sync.id, policy=EVERYTHING, now=NOON)

    def listed(**query: Any) -> list[int]:
        return [one["id"] for one in mine(client, headers, **query)["data"]]

    assert listed() == [2, 3, 1]
    assert listed(sort="createdAt") == [1, 3, 2]
    assert listed(start=1, count=1) == [3]
    assert listed(count=0) == []
    assert listed(targetUrl=URL) == [1]
    assert listed(videoChannelSyncId=1) == [3]
    assert listed(videoChannelSyncId=7) == []
    assert listed(search="GOOSE") == [2]
    assert listed(search="third") == [3]
    assert mine(client, headers, count=0)["total"] == 3


def test_an_import_of_a_synchronisation_names_it(
    client: Client, db: Database, ada: User, headers: Headers
) -> None:
    with db.begin() as tx:
        add_sync(tx, actor_of(ada), 1, f"{URL}/channel", policy=EVERYTHING, now=NOON)  # type: ignore[arg-type] # a number will do
        import_entries(tx, 1, [URL], sync_id=1, policy=EVERYTHING, now=NOON)  # type: ignore[arg-type] # a number will do

    shown = mine(client, headers)["data"][0]

    assert shown["videoChannelSync"] == {"id": 1, "externalChannelUrl": f"{URL}/channel"}
    assert shown["createdAt"] == NOON_TEXT


def test_an_import_whose_video_was_deleted_has_none(
    client: Client, db: Database, headers: Headers, asked: None
) -> None:
    client.delete("/api/v1/videos/1", headers=headers)

    shown = mine(client, headers)

    assert shown == {"total": 1, "data": [imported(None)]}


@pytest.mark.parametrize("query", [{"sort": "name"}, {"count": 101}, {"start": -1}])
def test_a_faulty_question_is_refused(
    client: Client, headers: Headers, query: dict[str, Any]
) -> None:
    answer = client.get(MINE, params=query, headers=headers)

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, list(query))


def test_nobody_sees_the_imports_of_others(
    client: Client, headers: Headers, login: Login, bob: User, asked: None
) -> None:
    assert mine(client, login(bob)) == {"total": 0, "data": []}
    assert client.get(MINE).status_code == 401
