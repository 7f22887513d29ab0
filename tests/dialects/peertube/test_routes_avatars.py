import io
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa
from PIL import Image
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_key, make_playable, make_ready
from tests.dialects.peertube.shapes import (
    NOON_TEXT,
    account,
    channel,
    faults,
    problem,
    summary,
    user,
    video,
)
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_user, make_video

from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import ActorImage, ImageKind, User
from vitascope.core.accounts.queries import insert_images
from vitascope.db import Database, Tx
from vitascope.http.runtime import Runtime
from vitascope.jobs import pending

PICK = "/api/v1/users/me/avatar/pick"
AVATAR = "/api/v1/users/me/avatar"
LARGEST_BYTES = 4 * 2**20


def draw(kind: str = "PNG", size: tuple[int, int] = (64, 48)) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", size, "red").save(drawn, kind)
    return drawn.getvalue()


def pick(client: Client, headers: Headers, content: bytes, field: str = "avatarfile") -> Any:
    return client.post(PICK, headers=headers, files={field: ("me.png", content)})


def picked(client: Client, headers: Headers) -> list[dict[str, Any]]:
    answer = pick(client, headers, draw())
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["avatars"]
    return found


def give(tx: Tx, handle: str) -> list[dict[str, Any]]:
    """An avatar without its file, as answers show it."""
    name = f"{handle}-48.jpg"
    image = ActorImage(
        handle=handle,
        kind=ImageKind.AVATAR,
        width=48,
        height=48,
        filename=name,
        created_at=NOON,
    )
    insert_images(tx, [image])
    return [
        {
            "width": 48,
            "path": f"/lazy-static/avatars/{name}",
            "createdAt": NOON_TEXT,
            "updatedAt": NOON_TEXT,
        }
    ]


@contextmanager
def traced() -> Iterator[list[str]]:
    """The SELECTs that SQLite is sent meanwhile, by whichever way."""
    made: list[str] = []

    def trace(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_trace_callback(made.append)

    sa.event.listen(sa.pool.Pool, "checkout", trace)
    yield made
    sa.event.remove(sa.pool.Pool, "checkout", trace)
    made[:] = [statement for statement in made if statement.lstrip().startswith("SELECT")]


def test_an_avatar_is_made_in_every_size_and_sent_to_all(
    client: Client, ada: User, login: Login
) -> None:
    answer = pick(client, login(ada), draw())

    avatars = answer.json()["avatars"]
    sent = [client.get(avatar["path"]) for avatar in avatars]
    sizes = [Image.open(io.BytesIO(picture.content)).size for picture in sent]
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "avatars": [
                {"width": width, "path": path, "createdAt": NOON_TEXT, "updatedAt": NOON_TEXT}
                for width, path in zip(
                    (1500, 600, 120, 48), [avatar["path"] for avatar in avatars], strict=True
                )
            ]
        },
    )
    assert sizes == [(width, width) for width in (1500, 600, 120, 48)]
    assert {(s.headers["content-type"], s.headers["cache-control"]) for s in sent} == {
        ("image/jpeg", "public, max-age=31536000, immutable")
    }


def test_an_avatar_is_checked_for_changes_by_its_tag(
    client: Client, ada: User, login: Login
) -> None:
    path = picked(client, login(ada))[-1]["path"]
    first = client.get(path)

    again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
    head = client.head(path)

    assert (again.status_code, again.content) == (304, b"")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(first.content))


def test_every_answer_shows_the_avatar(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    headers = login(ada)
    with db.begin() as tx:
        entry = make_playable(tx, ada)
    avatars = picked(client, headers)

    mine = {**account(), "avatars": avatars}
    own = {**channel(), "ownerAccount": mine}
    paths = (
        "accounts/ada",
        "accounts",
        "accounts/ada/video-channels",
        "video-channels/ada_channel",
        "users/me",
        f"videos/{entry.video.id}",
        "videos",
    )
    found = {path: client.get(f"/api/v1/{path}", headers=headers).json() for path in paths}

    details = found.pop(f"videos/{entry.video.id}")
    shown = video(entry, account=summary(mine), duration=4, aspectRatio=1.7778)
    assert found == {
        "accounts/ada": mine,
        "accounts": {"total": 1, "data": [mine]},
        "accounts/ada/video-channels": {"total": 1, "data": [own]},
        "video-channels/ada_channel": own,
        "users/me": user(account=mine, videoChannels=[own], specialPlaylists=[]),
        "videos": {"total": 1, "data": [shown]},
    }
    assert (details["account"], details["channel"]) == (mine, own)


def test_lists_show_the_avatars_of_accounts_and_channels(
    client: Client, db: Database, ada: User, bob: User, login: Login
) -> None:
    with db.begin() as tx:
        hers = make_ready(tx, ada, title="A", content="one")
        his = make_ready(tx, bob, title="B", content="two")
        face, sign = give(tx, "ada"), give(tx, "bob_channel")

    public = client.get("/api/v1/videos?sort=name")
    own = client.get("/api/v1/users/me/videos", headers=login(ada))

    ada_summary = {**summary(account()), "avatars": face}
    bob_summary = summary(account("bob", 2))
    bob_channel = {**summary(channel("bob", 2)), "avatars": sign}
    assert public.json() == {
        "total": 2,
        "data": [
            video(hers, account=ada_summary),
            video(his, account=bob_summary, channel=bob_channel),
        ],
    }
    assert own.json()["data"][0]["account"] == ada_summary


@pytest.mark.parametrize("db", ["sqlite"], indirect=True)
def test_more_avatars_cost_no_more_queries(client: Client, db: Database, ada: User) -> None:
    paths = ("/api/v1/videos?count={}", "/api/v1/accounts?count={}")
    with db.begin() as tx:
        make_ready(tx, ada, content="ada")
    with traced() as for_one:
        for path in paths:
            client.get(path.format(10))
    with db.begin() as tx:
        give(tx, "ada")
        for name in ("bob", "cleo", "dora"):
            make_ready(tx, make_user(tx, name), content=name)
            give(tx, name)

    with traced() as for_four:
        totals = [client.get(path.format(11)).json()["total"] for path in paths]

    assert totals == [1, 4]
    # The total of the public list is remembered, so that it is asked for once.
    assert len(for_four) == len(for_one) - 1


def test_a_new_avatar_replaces_the_old_one(
    client: Client, db: Database, ada: User, login: Login
) -> None:
    headers = login(ada)
    first = picked(client, headers)

    second = picked(client, headers)

    names = [avatar["path"].rpartition("/")[2] for avatar in first]
    statuses = [client.get(avatar["path"]).status_code for avatar in (*first, *second)]
    with db.read() as tx:
        told = pending(tx)
    assert statuses == [404] * 4 + [200] * 4
    assert [name for name, _ in told] == ["PicturesReplaced"]
    assert sorted(told[0][1]["keys"]) == sorted(f"actors/{name}" for name in names)
    assert client.get("/api/v1/accounts/ada").json()["avatars"] == second


def test_an_avatar_is_taken_away(client: Client, ada: User, login: Login) -> None:
    headers = login(ada)
    avatars = picked(client, headers)

    answer = client.delete(AVATAR, headers=headers)
    again = client.delete(AVATAR, headers=headers)

    assert (answer.status_code, answer.json()) == (200, {"avatars": []})
    assert (again.status_code, again.json()) == (200, {"avatars": []})
    assert client.get(avatars[0]["path"]).status_code == 404
    assert client.get("/api/v1/accounts/ada").json() == account()


@pytest.mark.parametrize(
    ("field", "content", "said"),
    [
        ("avatarfile", b"no picture", "This file is not a PNG, JPEG, WebP or GIF picture"),
        ("picture", draw(), "Is missing"),
        ("avatarfile", draw("BMP"), "This file is not a PNG, JPEG, WebP or GIF picture"),
    ],
)
def test_what_is_no_picture_is_a_faulty_field(
    client: Client,
    runtime: Runtime,
    ada: User,
    login: Login,
    field: str,
    content: bytes,
    said: str,
) -> None:
    answer = pick(client, login(ada), content, field)

    left = [*runtime.store.list("actors/"), *runtime.incoming.glob("*")]
    assert (answer.status_code, answer.json()) == (400, faults({"avatarfile": said}, path=PICK))
    assert left == []


@pytest.mark.parametrize("more_bytes", [1, 2 * 2**20])
def test_a_picture_over_the_limit_is_too_large(
    client: Client, ada: User, login: Login, more_bytes: int
) -> None:
    answer = pick(client, login(ada), bytes(LARGEST_BYTES + more_bytes))

    found = answer.json()
    assert (answer.status_code, found["code"]) == (413, "max_file_size_reached")


def test_strangers_and_reading_keys_choose_no_avatar(
    client: Client, db: Database, runtime: Runtime, ada: User
) -> None:
    reader = make_key(db, ada, Permission.READ)

    found = [
        (pick(client, headers, draw()).status_code, client.delete(AVATAR, headers=headers))
        for headers in ({}, reader)
    ]

    assert [(picked, deleted.status_code) for picked, deleted in found] == [
        (401, 401),
        (403, 403),
    ]
    assert list(runtime.store.list("actors/")) == []


def test_unknown_names_are_no_avatars(client: Client, db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_video(tx, ada)
        give(tx, "ada")

    statuses = [
        client.get(f"/lazy-static/avatars/{name}").status_code
        for name in ("unknown.jpg", "..%2fsecret", "ada-48.jpg")
    ]
    answer = client.get("/lazy-static/avatars/unknown.jpg")

    assert statuses == [404, 404, 404]
    assert answer.json() == problem(404, "Not Found", "No such file: unknown.jpg")
