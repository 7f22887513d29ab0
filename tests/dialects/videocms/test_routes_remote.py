from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf, allow
from tests.factories import NOON, actor_of, make_source, make_user

from vitascope.base.ids import ImportId
from vitascope.core.accounts.model import User
from vitascope.core.imports.advance import (
    begin_import,
    complete_import,
    fail_import,
    finish_cancel,
    remember_source,
)
from vitascope.core.imports.ask import ImportPolicy, NewImport, ask_import
from vitascope.core.imports.model import ImportState
from vitascope.core.imports.queries import get_import, note_progress, update_import
from vitascope.core.uploads.room import Room
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Database
from vitascope.dialects.videocms import build

ROOM = Room(most_bytes=10**9, free_bytes=10**9)
URL = "https://films.example/a.mp4"
NEW = {
    "CreatedAt": "2026-03-01T12:00:00Z",
    "UpdatedAt": "2026-03-01T12:00:00Z",
    "DeletedAt": None,
    "ParentFolderID": 0,
    "Name": "",
    "Status": "pending",
    "Progress": 0.0,
    "Error": "",
    "LinkID": None,
    "LinkUUID": None,
    "FileID": None,
    "BytesDownloaded": 0,
    "TotalSize": 0,
    "Duration": 0.0,
    "StartedAt": None,
    "FinishedAt": None,
    "CancelRequestedAt": None,
    "CanceledAt": None,
}


def ask(client: Client, his: Headers, *urls: str, **more: Any) -> httpx.Response:
    return client.post("/api/remote/download", json={"urls": urls, **more}, headers=his)


def asked(client: Client, his: Headers, *urls: str) -> list[int]:
    answer = ask(client, his, *(urls or (URL,)))
    assert answer.status_code == 201, answer.text
    return [row["ID"] for row in answer.json()]


def rows(client: Client, his: Headers, **query: Any) -> list[dict[str, Any]]:
    answer = client.get("/api/remote/downloads", params=query, headers=his)
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()
    return found


def do(client: Client, his: Headers, deed: str, number: object) -> httpx.Response:
    path = f"/api/remote/download/{number}"
    if deed == "delete":
        return client.delete(path, headers=his)
    return client.post(f"{path}/{deed}", headers=his)


def advance(db: Database, number: int, state: str) -> None:
    """Bring a new import into ``state``, as its worker would."""
    import_id = ImportId(number)
    with db.begin() as tx:
        if state == "pending":
            return
        begun = begin_import(tx, import_id, now=NOON)
        assert begun is not None
        if state == "importing":
            remember_source(tx, begun, make_source(), now=NOON)
        elif state == "failed":
            fail_import(tx, import_id, "The address leads nowhere", now=NOON)
        elif state in {"canceling", "canceled"}:
            update_import(tx, import_id, now=NOON, state=ImportState.CANCELING)
            if state == "canceled":
                finish_cancel(tx, import_id, now=NOON)


def test_new_downloads_wait_in_their_order(client: Client, his: Headers, bob: User) -> None:
    folder = client.post("/api/folder", json={"Name": "Films"}, headers=his).json()["ID"]

    answer = ask(client, his, URL, "http://films.example/b", parentFolderID=folder)

    assert answer.status_code == 201
    given = {"UserID": bob.id, "ParentFolderID": folder}
    assert answer.json() == [
        {**NEW, **given, "ID": 1, "Url": URL},
        {**NEW, **given, "ID": 2, "Url": "http://films.example/b"},
    ]
    assert rows(client, his) == list(reversed(answer.json()))


@pytest.mark.parametrize(
    ("urls", "refusal"),
    [
        ([], "Urls [required] : "),
        (["ftp://films.example/a"], "remote downloads only support http and https URLs"),
        (["file:///etc/passwd"], "remote downloads only support http and https URLs"),
        (["films.example/a"], "remote downloads only support http and https URLs"),
        (["https:///a.mp4"], "remote download URL is missing a host"),
        (["http://[::1"], "remote download URL is missing a host"),
        (["https://films.example:x/"], "remote download URL is missing a host"),
        ([URL] * 21, "Urls [max] : 20"),
        ([7], "malformated request"),
        ("https://films.example", "malformated request"),
        ([URL, "gopher://x"], "remote downloads only support http and https URLs"),
        (["https://films.example/" + "a" * 2000], "malformated request"),
    ],
)
def test_what_cannot_be_fetched_is_refused_at_once(
    client: Client, his: Headers, urls: object, refusal: str
) -> None:
    answer = client.post("/api/remote/download", json={"urls": urls}, headers=his)

    assert whole(answer) == words(400, refusal)
    assert rows(client, his) == []


def test_an_unknown_folder_is_refused(client: Client, his: Headers, admin: Headers) -> None:
    hers = client.post("/api/folder", json={"Name": "Films"}, headers=admin).json()["ID"]

    answers = [ask(client, his, URL, parentFolderID=number) for number in (hers, 77)]

    assert [whole(a) for a in answers] == [words(400, "Parent folder not found")] * 2


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a.mp4",
        "http://10.0.0.1/a.mp4",
        "http://[::1]/a.mp4",
        "http://[::ffff:127.0.0.1]/a.mp4",
        "http://169.254.169.254/latest",
        "http://localhost/a.mp4",
    ],
)
def test_where_an_address_leads_is_decided_when_it_is_fetched(
    client: Client, his: Headers, url: str
) -> None:
    (number,) = asked(client, his, url)

    assert [row["Status"] for row in rows(client, his)] == ["pending"]
    assert number == 1


def test_a_sixth_download_waits_until_another_has_ended(
    client: Client, his: Headers, db: Database
) -> None:
    first = asked(client, his, *[URL] * 4)

    two_more = ask(client, his, URL, URL)
    one_more = ask(client, his, URL)
    sixth = ask(client, his, URL)
    advance(db, first[0], "failed")
    after_one_failed = ask(client, his, URL)

    full = words(429, "Queue limit reached")
    assert [whole(answer) for answer in (two_more, sixth)] == [full] * 2
    assert [answer.status_code for answer in (one_more, after_one_failed)] == [201, 201]


def test_the_limit_is_what_an_administrator_grants(
    client: Client, db: Database, bob: User, his: Headers
) -> None:
    allow(db, bob, max_imports=1)

    answers = [ask(client, his, URL) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 429]


def test_whoever_may_not_import_is_told_so(
    client: Client, db: Database, bob: User, his: Headers
) -> None:
    (number,) = asked(client, his)
    advance(db, number, "failed")
    allow(db, bob, imports_enabled=False)

    answers = [ask(client, his, URL), do(client, his, "retry", number)]

    refused = words(403, "Remote downloads are disabled for this user")
    assert [whole(answer) for answer in answers] == [refused] * 2


def test_a_server_that_does_not_import_says_so(
    client: Client, db: Database, tmp_path: Path, his: Headers
) -> None:
    (number,) = asked(client, his)
    advance(db, number, "failed")
    runtime = make_runtime(db, tmp_path, imports=ImportPolicy(urls=False))

    with TestClient(built(build, runtime)) as closed:
        answers = [ask(closed, his, URL), do(closed, his, "retry", number)]

    assert [whole(a) for a in answers] == [words(503, "Remote downloads are disabled")] * 2


CANCEL, RETRY, DELETE = (
    "download is already finished",
    "only failed or canceled downloads can be retried",
    "active downloads cannot be deleted",
)
STATES = ("pending", "downloading", "importing", "canceling", "failed", "canceled")
TERMINAL = {"failed", "canceled"}


@pytest.mark.parametrize("state", STATES)
def test_a_download_is_canceled_unless_it_has_ended(
    client: Client, his: Headers, db: Database, state: str
) -> None:
    (number,) = asked(client, his)
    advance(db, number, state)

    answer = do(client, his, "cancel", number)

    (row,) = rows(client, his)
    if state in TERMINAL:
        assert (whole(answer), row["Status"]) == (words(409, CANCEL), state)
    else:
        after = "canceled" if state == "pending" else "canceling"
        assert (whole(answer), row["Status"]) == (words(200, "ok"), after)


@pytest.mark.parametrize("state", STATES)
def test_a_download_is_tried_again_once_it_has_failed_or_was_canceled(
    client: Client, his: Headers, db: Database, bob: User, state: str
) -> None:
    (number,) = asked(client, his)
    advance(db, number, state)

    answer = do(client, his, "retry", number)

    if state in TERMINAL:
        fresh = {**NEW, "ID": number, "UserID": bob.id, "Url": URL}
        assert (answer.status_code, answer.json()) == (200, fresh)
    else:
        assert whole(answer) == words(409, RETRY)


@pytest.mark.parametrize("state", STATES)
def test_a_download_is_deleted_once_it_has_ended(
    client: Client, his: Headers, db: Database, state: str
) -> None:
    (number,) = asked(client, his)
    advance(db, number, state)

    answer = do(client, his, "delete", number)

    if state in TERMINAL:
        assert (answer.status_code, answer.content, rows(client, his)) == (204, b"", [])
    else:
        assert (whole(answer), len(rows(client, his))) == (words(409, DELETE), 1)


def test_retrying_counts_against_the_queue(client: Client, his: Headers, db: Database) -> None:
    first = asked(client, his, *[URL] * 5)
    advance(db, first[0], "failed")
    asked(client, his)

    answer = do(client, his, "retry", first[0])

    assert whole(answer) == words(429, "Queue limit reached")


@pytest.mark.parametrize("deed", ["cancel", "retry", "delete"])
def test_the_download_of_another_looks_unknown(
    client: Client, his: Headers, admin: Headers, deed: str
) -> None:
    (number,) = asked(client, his)

    answers = [
        do(client, admin, deed, number),
        do(client, his, deed, 77),
        do(client, his, deed, "9" * 20),
        do(client, his, deed, "x"),
    ]

    unknown = words(404, "download not found")
    assert [whole(answer) for answer in answers] == [
        *[unknown] * 3,
        words(400, "Invalid download ID"),
    ]
    assert (len(rows(client, his)), rows(client, admin)) == (1, [])


def test_a_download_under_way_tells_how_far_it_is(
    client: Client, his: Headers, db: Database
) -> None:
    (number,) = asked(client, his)
    advance(db, number, "downloading")
    with db.begin() as tx:
        note_progress(tx, ImportId(number), 500, 1000, now=NOON)
        update_import(tx, ImportId(number), now=NOON, name="a.mp4")

    (row,) = rows(client, his)

    told = ("Name", "Status", "Progress", "BytesDownloaded", "TotalSize", "StartedAt")
    assert [row[name] for name in told] == [
        "a.mp4",
        "downloading",
        0.475,
        500,
        1000,
        "2026-03-01T12:00:00Z",
    ]


def test_a_download_that_is_done_leads_to_its_link(
    client: Client, his: Headers, db: Database, bob: User
) -> None:
    (number,) = asked(client, his)
    advance(db, number, "importing")
    (importing,) = rows(client, his)
    with db.begin() as tx:
        entry, _ = complete_import(
            tx,
            actor_of(bob),
            ImportId(number),
            make_source(),
            VideoFields(),
            room=ROOM,
            now=NOON + timedelta(seconds=90),
        )

    (done,) = rows(client, his)

    assert entry.media is not None
    assert (importing["Status"], importing["Progress"]) == ("importing", 0.95)
    told = ("Status", "Progress", "LinkID", "LinkUUID", "FileID", "Duration", "FinishedAt")
    assert [done[name] for name in told] == [
        "completed",
        1.0,
        entry.video.id,
        str(entry.video.uuid),
        entry.media.id,
        90.0,
        "2026-03-01T12:01:30Z",
    ]


def test_a_failure_says_why(client: Client, his: Headers, db: Database) -> None:
    (number,) = asked(client, his)
    advance(db, number, "failed")

    (row,) = rows(client, his)

    assert (row["Status"], row["Error"]) == ("failed", "The address leads nowhere")


def test_the_list_is_cut_and_chosen_from(client: Client, his: Headers, db: Database) -> None:
    numbers = asked(client, his, *[URL] * 5)
    advance(db, numbers[1], "failed")

    found = [
        rows(client, his, limit=2),
        rows(client, his, limit=2, offset=4),
        rows(client, his, status="failed"),
        rows(client, his, limit=0, offset=-1),
        rows(client, his, limit=1000, offset=2**40),
    ]

    assert [[row["ID"] for row in page] for page in found] == [
        [numbers[4], numbers[3]],
        [numbers[0]],
        [numbers[1]],
        list(reversed(numbers)),
        [],
    ]


def test_an_unknown_status_is_refused(client: Client, his: Headers) -> None:
    answer = client.get("/api/remote/downloads", params={"status": "lost"}, headers=his)

    assert whole(answer) == words(400, "Invalid status")


def clear(client: Client, his: Headers, *statuses: object) -> httpx.Response:
    sent = {"statuses": statuses}
    return client.request("DELETE", "/api/remote/downloads", json=sent, headers=his)


def test_what_has_ended_is_cleared_by_its_status(
    client: Client, his: Headers, db: Database
) -> None:
    numbers = asked(client, his, *[URL] * 4)
    for number, state in zip(numbers, ("failed", "failed", "canceled"), strict=False):
        advance(db, number, state)

    answers = [clear(client, his, "failed"), clear(client, his, "completed", "canceled")]

    assert [(a.status_code, a.json()) for a in answers] == [
        (200, {"deleted": 2}),
        (200, {"deleted": 1}),
    ]
    assert [row["ID"] for row in rows(client, his)] == [numbers[3]]


@pytest.mark.parametrize(
    ("statuses", "refusal"),
    [
        (["pending"], "only terminal statuses can be cleared"),
        (["failed", "lost"], "only terminal statuses can be cleared"),
        (["failed", "failed"], "statuses must be distinct"),
        (["failed", "completed", "canceled", "pending"], "Statuses [max] : 3"),
        ([], "Statuses [required] : "),
        ([7], "malformated request"),
    ],
)
def test_only_ends_are_cleared(
    client: Client, his: Headers, statuses: list[object], refusal: str
) -> None:
    asked(client, his)

    answer = clear(client, his, *statuses)

    assert (whole(answer), len(rows(client, his))) == (words(400, refusal), 1)


def test_what_others_import_or_by_other_means_is_told_apart(
    client: Client, db: Database, his: Headers, bob: User, session_of: HeadersOf
) -> None:
    policy = ImportPolicy(torrents=True)
    with db.begin() as tx:
        eve = make_user(tx, "eve")
        for user in (bob, eve):
            wanted = NewImport(magnet="magnet:?xt=urn:btih:x")
            made = ask_import(tx, actor_of(user), wanted, policy=policy, now=NOON)
            get_import(tx, made.id)

    found = [rows(client, headers) for headers in (his, session_of(eve))]

    assert [[row["Url"] for row in page] for page in found] == [["magnet:?xt=urn:btih:x"]] * 2
