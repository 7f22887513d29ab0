import uuid
from typing import Any

import pytest
import sqlalchemy as sa
from tests.dialects.runtimes import Client
from tests.factories import actor_of, make_user, make_video
from tests.web.people import browsing
from tests.web.studio import announce, page_headers, send_all

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.uploads.model import UploadState
from vitascope.core.uploads.queries import find_upload, update_upload
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.tus.find import own_tus_upload
from vitascope.web.studio_wire import TUS_PATH

HERE = "/studio/api/uploads"
FIELDS: dict[str, Any] = {
    "title": "A film",
    "description": "",
    "tags": [],
    "channel_id": None,
    "privacy": "unlisted",
    "language": None,
    "preset_id": None,
    "allowed_domains": [],
}


def api_of(address: str) -> str:
    return address.replace(TUS_PATH, HERE)


def become(db: Database, runtime: Runtime, address: str, entry: VideoEntry) -> None:
    """As if the upload had been finished."""
    with db.begin() as tx:
        upload = find_upload(tx, uuid.UUID(address.rpartition("/")[2]))
        assert upload is not None
        update_upload(
            tx,
            upload.id,
            now=runtime.now(),
            state=UploadState.DONE,
            video_id=entry.video.id,
        )


def test_unfinished_uploads_are_listed_with_all_that_is_known(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    send_all(client, headers, address, b"12345")

    listed = client.get(HERE)

    assert listed.headers["cache-control"] == "private, no-store"
    assert listed.json() == [
        {
            "id": address.rpartition("/")[2],
            "address": address,
            "filename": "a film.mp4",
            "size_bytes": 10,
            "received_bytes": 5,
            "state": "receiving",
            "failure": None,
            "expires_at": "2026-03-02T12:00:00Z",
            "fields": FIELDS,
            "video": None,
        }
    ]


def test_what_is_typed_is_kept_with_the_upload(client: Client, db: Database, ada: User) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    typed = {
        "title": " Better ",
        "description": "Two\nlines\0",
        "tags": ["one", "two"],
        "privacy": "private",
        "language": "fr",
        "preset_id": None,
        "allowed_domains": ["*.example.org"],
    }

    answer = client.patch(api_of(address), headers=headers, json=typed)
    more = client.patch(api_of(address), headers=headers, json={"language": None})

    expected = {**typed, "title": "Better", "description": "Two\nlines", "channel_id": None}
    assert (answer.status_code, answer.json()["fields"]) == (200, expected)
    assert more.json()["fields"] == {**expected, "language": None}
    assert client.get(HERE).json()[0]["fields"] == {**expected, "language": None}


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "a" * 256}, "title"),
        ({"privacy": "password"}, "privacy"),
        ({"channel_id": 999}, "channelId"),
        ({"privacy": "secret"}, "body"),
        ({"views": 5}, "body"),
        ([], "body"),
    ],
)
def test_what_breaks_a_rule_is_not_kept(
    client: Client, db: Database, ada: User, typed: Any, field: str
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)

    answer = client.patch(api_of(address), headers=headers, json=typed)

    assert (answer.status_code, answer.json()["field"]) == (400, field)
    assert client.get(HERE).json()[0]["fields"] == FIELDS


def test_what_is_typed_later_changes_the_video(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)
    with db.begin() as tx:
        entry = make_video(tx, ada, title="A film")
    become(db, runtime, address, entry)

    answer = client.patch(
        api_of(address), headers=headers, json={"title": "Later", "tags": ["x"]}
    )

    with db.read() as tx:
        video = get_entry(tx, entry.video.id).video
    told = answer.json()
    assert video.title == "Later"
    assert told["fields"] == {
        **FIELDS,
        "title": "Later",
        "tags": ["x"],
        "channel_id": video.channel_id,
        "privacy": "public",
    }
    assert told["video"] == {
        "path": f"/w/{short_uuid(video.uuid)}",
        "status": f"/media/{video.uuid}/status",
    }
    assert client.get(api_of(address)).json() == told


def test_only_the_last_ten_that_became_videos_are_listed(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    with db.begin() as tx:
        entry = make_video(tx, ada)
    addresses = [announce(client, headers, size_bytes=1) for _number in range(12)]
    for address in addresses[1:]:
        become(db, runtime, address, entry)

    listed = client.get(HERE).json()

    ids = [address.rpartition("/")[2] for address in addresses]
    assert [one["id"] for one in listed] == [*reversed(ids[2:]), ids[0]]


def test_an_upload_whose_video_was_deleted_is_not_listed(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    address = announce(client, page_headers(client, db, ada))
    with db.begin() as tx:
        entry = make_video(tx, ada)
    become(db, runtime, address, entry)
    before = [one["state"] for one in client.get(HERE).json()]

    with db.begin() as tx:
        delete_video(tx, actor_of(ada), entry.video.id)
    after = client.get(HERE).json()

    assert (before, after) == (["done"], [])


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_takes_as_many_queries_however_long_it_is(
    client: Client, db: Database, ada: User, count: int
) -> None:
    headers = page_headers(client, db, ada)
    for _number in range(count):
        announce(client, headers)
    asked: list[str] = []

    @sa.event.listens_for(sa.Engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if "FROM uploads" in statement or "FROM videos" in statement:
            asked.append(statement)

    listed = client.get(HERE).json()
    sa.event.remove(sa.Engine, "before_cursor_execute", note)

    assert (len(listed), len(asked)) == (count, 1)


def test_what_others_upload_is_not_shown(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    address = announce(client, page_headers(client, db, ada))
    with db.begin() as tx:
        eve = make_user(tx, "eve")

    with browsing(runtime) as other:
        headers = page_headers(other, db, eve)
        listed = other.get(HERE)
        shown = other.get(api_of(address))
        changed = other.patch(api_of(address), headers=headers, json={"title": "Mine"})
        unknown = other.get(f"{HERE}/none")

    assert listed.json() == []
    assert [shown.status_code, changed.status_code, unknown.status_code] == [403, 403, 404]
    with db.read() as tx:
        ref = address.rpartition("/")[2]
        kept = own_tus_upload(tx, runtime, actor_of(ada), ref)
    assert kept.fields["title"] == "A film"
