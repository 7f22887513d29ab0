import io
import uuid
from typing import Any

import pytest
from PIL import Image
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_playable, make_ready
from tests.dialects.peertube.shapes import details, problem
from tests.dialects.runtimes import Client

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import find_entry, get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime

LIST = "/api/v1/videos"


def test_a_video_is_shown_with_everything(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada, description="Words", support="Coins", tags=["b", "a"])
    key = entry.video.uuid

    answer = client.get(f"{LIST}/{key}")

    expected = details(
        entry,
        description="Words",
        truncatedDescription="Words",
        support="Coins",
        tags=["b", "a"],
    )
    assert answer.json() == expected


def test_a_video_is_found_by_each_form_of_its_id(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)
    key = entry.video.uuid

    found = [
        client.get(f"{LIST}/{ref}").json()["uuid"]
        for ref in (entry.video.id, key, short_uuid(key), f"{key}/")
    ]

    assert found == [str(key)] * 4


@pytest.mark.parametrize("ref", ["9", str(uuid.UUID(int=9)), "nonsense", "9" * 22])
def test_unknown_and_malformed_ids_look_alike(client: Client, ref: str) -> None:
    answer = client.get(f"{LIST}/{ref}")

    assert answer.status_code == 404


def test_privacy_decides_who_sees_a_video(
    client: Client, db: Database, ada: User, bob: User, root: User, login: Login
) -> None:
    with db.begin() as tx:
        refs = {
            privacy: make_ready(tx, ada, privacy=privacy, content=privacy).video
            for privacy in (Privacy.UNLISTED, Privacy.PRIVATE, Privacy.INTERNAL)
        }
    callers = [{}, login(bob), login(ada), login(root)]

    def statuses(ref: object) -> list[int]:
        return [client.get(f"{LIST}/{ref}", headers=who).status_code for who in callers]

    assert statuses(refs[Privacy.UNLISTED].uuid) == [200, 200, 200, 200]
    assert statuses(refs[Privacy.UNLISTED].id) == [401, 403, 200, 200]
    assert statuses(refs[Privacy.PRIVATE].uuid) == [401, 403, 200, 200]
    assert statuses(refs[Privacy.INTERNAL].uuid) == [401, 200, 200, 200]


def test_a_password_opens_a_video(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada, privacy=Privacy.PASSWORD, passwords=["open sesame"])
    path = f"{LIST}/{entry.video.uuid}"

    def ask(password: str | None) -> tuple[int, str | None]:
        headers = {} if password is None else {"x-peertube-video-password": password}
        answer = client.get(path, headers=headers)
        return answer.status_code, answer.json().get("code")

    assert ask(None) == (403, "video_requires_password")
    assert ask("wrong") == (403, "incorrect_video_password")
    assert ask("open sesame") == (200, None)


def test_the_description_is_whole(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_ready(tx, ada, description="x" * 300)

    answer = client.get(f"{LIST}/1/description")

    assert answer.json() == {"description": "x" * 300}


def test_an_update_changes_what_it_names(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada, description="Stays", support="Goes", tags=["old"])
    changes = {
        "name": "  New name ",
        "support": None,
        "privacy": 2,
        "category": 15,
        "tags": ["one", "two"],
        "commentsPolicy": 2,
        "downloadEnabled": False,
        "originallyPublishedAt": "2019-02-03T04:05:06.000Z",
    }

    answer = client.put(f"{LIST}/{entry.video.uuid}", json=changes, headers=login(ada))

    with db.read() as tx:
        after = get_entry(tx, entry.video.id).video
        tags = list_video_tags(tx, [entry.video.id])[entry.video.id]
    assert (answer.status_code, answer.content) == (204, b"")
    assert (after.title, after.description, after.support) == ("New name", "Stays", None)
    assert (after.privacy, after.category) == (Privacy.UNLISTED, 15)
    assert (after.comments_policy, after.downloads_allowed) == (2, False)
    assert str(after.originally_published_at) == "2019-02-03 04:05:06+00:00"
    assert [tag.name for tag in tags] == ["one", "two"]


def test_an_update_may_bring_a_picture(
    client: Client, db: Database, runtime: Runtime, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        entry = make_playable(tx, ada)
    drawn = io.BytesIO()
    Image.new("RGBA", (640, 360), (255, 0, 0, 255)).save(drawn, "PNG")
    headers, path = login(ada), f"{LIST}/{entry.video.uuid}"

    def send(name: str) -> None:
        files = {"thumbnailfile": ("a.png", drawn.getvalue(), "image/png")}
        answer = client.put(path, data={"name": name}, files=files, headers=headers)
        assert (answer.status_code, answer.content) == (204, b"")

    send("First")
    first = client.get(path).json()
    send("Second")
    second = client.get(path).json()

    shown = client.get(second["previewPath"])
    with Image.open(io.BytesIO(shown.content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (640, 360))
    assert (first["name"], second["name"]) == ("First", "Second")
    assert first["thumbnailPath"] != second["thumbnailPath"]
    assert client.get(first["thumbnailPath"]).status_code == 404
    assert len(list(runtime.store.list("videos/"))) == 1
    assert [path for path in runtime.incoming.rglob("*") if path.is_file()] == []


def test_a_picture_that_is_none_changes_nothing(
    client: Client, db: Database, runtime: Runtime, ada: User, login: Login
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)
    files = {"previewfile": ("a.png", b"no picture", "image/png")}

    answer = client.put(
        f"{LIST}/{entry.video.id}", data={"name": "New name"}, files=files, headers=login(ada)
    )

    with db.read() as tx:
        after = get_entry(tx, entry.video.id)
    assert (answer.status_code, list(answer.json()["invalid-params"])) == (
        400,
        ["previewfile"],
    )
    assert after == entry
    assert [path for path in runtime.incoming.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": "ab"}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"description": ""}, "description"),
        ({"tags": ["1", "ok"]}, "tags"),
        ({"tags": ["t1", "t2", "t3", "t4", "t5", "t6"]}, "tags"),
        ({"category": 99}, "category"),
        ({"privacy": 6}, "privacy"),
        ({"privacy": 5}, "videoPasswords"),
        ({"privacy": 5, "videoPasswords": ["same", "same"]}, "videoPasswords"),
        ({"nsfw": "perhaps"}, "nsfw"),
        ({"channelId": 2}, "channelId"),
        ({"originallyPublishedAt": "yesterday"}, "originallyPublishedAt"),
        ({"scheduleUpdate": {"updateAt": "2030-01-01T00:00:00Z"}}, "scheduleUpdate"),
    ],
)
def test_an_update_that_breaks_a_rule_names_the_field(
    client: Client,
    db: Database,
    ada: User,
    bob: User,
    login: Login,
    changes: dict[str, Any],
    field: str,
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)

    answer = client.put(f"{LIST}/{entry.video.id}", json=changes, headers=login(ada))

    with db.read() as tx:
        after = get_entry(tx, entry.video.id)
    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, [field])
    assert after == entry


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_only_owners_and_moderators_change_a_video(
    client: Client, db: Database, ada: User, bob: User, root: User, login: Login, method: str
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)
    path, body = f"{LIST}/{entry.video.id}", {"name": "New name"}

    statuses = [
        client.request(method, path, json=body, headers=headers).status_code
        for headers in ({}, login(bob), login(root))
    ]
    unknown = client.request(method, f"{LIST}/99", json=body, headers=login(ada))

    assert statuses == [401, 403, 204]
    assert unknown.status_code == 404


def test_a_deleted_video_is_gone(client: Client, db: Database, ada: User, login: Login) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)
    path = f"{LIST}/{short_uuid(entry.video.uuid)}"

    answer = client.delete(path, headers=login(ada))

    with db.read() as tx:
        after = find_entry(tx, entry.video.id)
    assert (answer.status_code, answer.content, after) == (204, b"", None)
    assert client.get(path).status_code == 404


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b"[1]", "application/json", 400),
        (b"<a/>", "application/xml", 415),
        (b"name=" + b"x" * 600_000, "application/x-www-form-urlencoded", 413),
        (b"no form", "multipart/form-data; boundary=x", 400),
    ],
)
def test_a_body_that_cannot_be_read_is_refused(
    client: Client, ada: User, login: Login, body: bytes, kind: str, status: int
) -> None:
    headers = {**login(ada), "Content-Type": kind}

    answer = client.put(f"{LIST}/1", content=body, headers=headers)

    assert (answer.status_code, answer.json()["status"]) == (status, status)


def test_an_unknown_video_in_the_list_is_a_problem(client: Client) -> None:
    answer = client.get(f"{LIST}/7")

    expected = problem(404, "Not Found", "No such video: 7", operation="getVideo")
    assert answer.json() == expected
