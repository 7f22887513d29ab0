from typing import Any

import pytest
from tests.core.library.trees import place_of
from tests.dialects.runtimes import Client
from tests.factories import NOON, actor_of, make_user
from tests.web.libraries import (
    folder_names,
    make_folders,
    make_ready,
    make_stages,
    titles_in,
)
from tests.web.people import browsing
from tests.web.studio import page_headers

from vitascope.base.ids import FolderId, VideoId, short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.library.tag import tag_videos
from vitascope.core.presets.keep import add_preset
from vitascope.core.presets.model import Look, NewPreset
from vitascope.core.tags.model import DEFAULT_COLOR
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime

HERE = "/studio/api/library"


@pytest.fixture
def headers(client: Client, db: Database, ada: User) -> dict[str, str]:
    """Ada is logged in."""
    return page_headers(client, db, ada)


@pytest.fixture
def films(db: Database, ada: User) -> list[VideoId]:
    with db.begin() as tx:
        return [make_ready(tx, ada, title) for title in ("one", "two", "three")]


@pytest.fixture
def folders(db: Database, ada: User) -> tuple[FolderId, FolderId]:
    """``Archive``, and ``2026`` within it."""
    with db.begin() as tx:
        return make_folders(tx, ada)


def titles(answer: Any) -> list[str]:
    return [row["title"] for row in answer.json()["videos"]]


def test_a_list_says_all_that_the_page_shows(
    client: Client, db: Database, headers: dict[str, str], ada: User, films: list[VideoId]
) -> None:
    with db.begin() as tx:
        make_folders(tx, ada)
        tag_videos(tx, actor_of(ada), films[2:], ["bees"], now=NOON)
        short = short_uuid(get_entry(tx, films[2]).video.uuid)

    answer = client.get(HERE)

    row = {
        "id": films[2],
        "title": "three",
        "path": f"/w/{short}",
        "embed_path": f"/videos/embed/{short}",
        "poster": None,
        "duration_s": None,
        "privacy": "public",
        "size_bytes": 1000,
        "views": 0,
        "created_at": "2026-03-01T12:00:00Z",
        "folder_id": None,
        "tags": [{"id": 1, "name": "bees", "color": DEFAULT_COLOR}],
        "work": {
            "state": "ready",
            "percent": None,
            "resolution": None,
            "reason": None,
            "is_open": False,
            "can_retry": False,
        },
    }
    told = answer.json()
    assert answer.headers["cache-control"] == "private, no-store"
    assert [one["title"] for one in told["videos"]] == ["three", "two", "one"]
    assert told["videos"][0] == row
    assert (told["folders"], told["total"]) == (
        [{"id": 1, "parent_id": None, "name": "Archive"}],
        3,
    )
    assert client.get(f"{HERE}?counted=no").json() == {**told, "total": None}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("sort=oldest&search=film", ["failed", "ready", "watchable", "making", "waiting"]),
        ("status=failed", ["failed"]),
        ("status=ready", ["ready"]),
        ("status=making&sort=title", ["making", "watchable"]),
        ("status=waiting", ["waiting"]),
        ("tag=BEES", ["ready"]),
        ("search=the%20READY", ["ready"]),
        ("search=_eady", []),
    ],
)
def test_a_list_is_filtered_and_sorted(
    client: Client,
    db: Database,
    headers: dict[str, str],
    ada: User,
    folders: tuple[FolderId, FolderId],
    query: str,
    expected: list[str],
) -> None:
    with db.begin() as tx:
        stages = make_stages(tx, ada, folders[1])
        tag_videos(tx, actor_of(ada), [stages.ready.video.id], ["bees"], now=NOON)

    found = titles(client.get(f"{HERE}?{query}"))

    assert found == [f"The {name} film" for name in expected]


def test_what_stands_around_the_list_is_told(
    client: Client, headers: dict[str, str], films: list[VideoId], folders: tuple[int, int]
) -> None:
    client.post(f"{HERE}/tag", headers=headers, json={"videos": films, "names": ["bees"]})

    told = client.get(f"{HERE}/overview").json()

    assert told == {
        "folders": [
            {"id": folders[1], "parent_id": folders[0], "name": "2026"},
            {"id": folders[0], "parent_id": None, "name": "Archive"},
        ],
        "tags": [{"id": 1, "name": "bees", "color": DEFAULT_COLOR}],
        "used_bytes": 3000,
        "quota_bytes": None,
    }


def test_folders_are_made_and_renamed(
    client: Client, db: Database, headers: dict[str, str], ada: User
) -> None:
    made = client.post(f"{HERE}/folders", headers=headers, json={"name": " Films\0 "})
    inner = client.post(
        f"{HERE}/folders", headers=headers, json={"name": "inner", "parent_id": 1}
    )
    renamed = client.patch(f"{HERE}/folders/1", headers=headers, json={"name": "Movies"})

    assert made.json() == {"id": 1, "parent_id": None, "name": "Films"}
    assert inner.json() == {"id": 2, "parent_id": 1, "name": "inner"}
    assert renamed.json() == {"id": 1, "parent_id": None, "name": "Movies"}
    assert folder_names(db, ada) == ["Movies", "inner"]


def test_what_is_selected_is_moved_and_deleted(
    client: Client,
    db: Database,
    headers: dict[str, str],
    ada: User,
    films: list[VideoId],
    folders: tuple[FolderId, FolderId],
) -> None:
    archive, year = folders
    moved = client.post(
        f"{HERE}/move",
        headers=headers,
        json={"folders": [year], "videos": films[:2], "target": None},
    )
    client.post(f"{HERE}/move", headers=headers, json={"videos": films[:1], "target": archive})
    inside = titles_in(db, ada, archive)
    contents = client.get(f"{HERE}/contents?folders={archive},{year}").json()

    deleted = client.post(
        f"{HERE}/delete",
        headers=headers,
        json={"folders": [archive, year], "videos": films[2:]},
    )

    assert [moved.status_code, deleted.status_code] == [200, 200]
    assert (inside, contents) == (["one"], {"folders": 2, "videos": 1})
    assert (folder_names(db, ada), titles_in(db, ada)) == ([], ["two"])


def test_tags_and_privacy_are_set_for_several(
    client: Client, db: Database, headers: dict[str, str], films: list[VideoId]
) -> None:
    tagged = client.post(
        f"{HERE}/tag", headers=headers, json={"videos": films, "names": ["bees", "ants"]}
    )
    off = client.post(f"{HERE}/untag", headers=headers, json={"videos": films[1:], "tags": [1]})
    hidden = client.post(
        f"{HERE}/privacy", headers=headers, json={"videos": films[:2], "privacy": "private"}
    )

    with db.read() as tx:
        tags = list_video_tags(tx, films)
        kinds = [get_entry(tx, film).video.privacy for film in films]
    assert tagged.json() == [
        {"id": number, "name": name, "color": DEFAULT_COLOR}
        for number, name in ((1, "bees"), (2, "ants"))
    ]
    assert [off.status_code, hidden.status_code] == [200, 200]
    assert [[tag.name for tag in tags[film]] for film in films] == [
        ["bees", "ants"],
        ["ants"],
        ["ants"],
    ]
    assert kinds == [Privacy.PRIVATE, Privacy.PRIVATE, Privacy.PUBLIC]


def test_one_video_is_edited(
    client: Client, headers: dict[str, str], films: list[VideoId]
) -> None:
    path = f"{HERE}/videos/{films[0]}"
    before = client.get(path).json()

    changed = client.patch(path, headers=headers, json={"title": "Uno", "tags": ["a"]})

    assert before == {
        "title": "one",
        "description": "",
        "tags": [],
        "channel_id": 1,
        "privacy": "public",
        "language": None,
        "preset_id": None,
        "allowed_domains": [],
    }
    assert client.get(path).json() == {**before, "title": "Uno", "tags": ["a"]}
    assert [row["title"] for row in changed.json()] == ["Uno"]


def test_how_and_where_a_video_is_shown_is_edited(
    client: Client, db: Database, ada: User, headers: dict[str, str], films: list[VideoId]
) -> None:
    path = f"{HERE}/videos/{films[0]}"
    new = NewPreset(name="House", is_default=False, look=Look())
    with db.begin() as tx:
        preset = add_preset(tx, actor_of(ada), new, now=NOON).id
        his = add_preset(tx, actor_of(make_user(tx, "bob")), new, now=NOON).id
    given = {"preset_id": preset, "allowed_domains": ["Example.org", "*.example.org"]}

    client.patch(path, headers=headers, json=given)
    wrong = [
        client.patch(path, headers=headers, json=each)
        for each in ({"preset_id": his}, {"preset_id": 0}, {"allowed_domains": ["a b"]})
    ]

    shown = client.get(path).json()
    assert (shown["preset_id"], shown["allowed_domains"]) == (
        preset,
        ["example.org", "*.example.org"],
    )
    assert [(a.status_code, a.json()["field"]) for a in wrong] == [
        (400, "preset_id"),
        (400, "body"),
        (400, "allowed_domains"),
    ]
    client.patch(path, headers=headers, json={"preset_id": None, "allowed_domains": []})
    shown = client.get(path).json()
    assert (shown["preset_id"], shown["allowed_domains"]) == (None, [])


def test_what_is_being_made_is_asked_for_together(
    client: Client, db: Database, headers: dict[str, str], ada: User
) -> None:
    with db.begin() as tx:
        stages = make_stages(tx, ada)
    wanted = f"{stages.making.video.id},{stages.watchable.video.id},12345"

    told = client.get(f"{HERE}/rows?videos={wanted}").json()

    work = sorted((row["work"]["state"], row["work"]["percent"]) for row in told)
    assert work == [("making", 40), ("watchable", 60)]


def test_what_failed_is_tried_again_once(
    client: Client, db: Database, headers: dict[str, str], ada: User, films: list[VideoId]
) -> None:
    with db.begin() as tx:
        failed = make_stages(tx, ada).failed.video.id

    answers = [
        client.post(f"{HERE}/videos/{video}/retry", headers=headers)
        for video in (failed, failed, films[0])
    ]

    assert [answer.status_code for answer in answers] == [200, 409, 409]
    assert [row["work"]["state"] for row in answers[0].json()] == ["waiting"]
    assert [answer.json()["sentence"] for answer in answers[1:]] == [
        "This video is being worked on.",
        "Nothing of this video failed.",
    ]


@pytest.mark.parametrize(
    ("deed", "document", "status", "field", "sentence"),
    [
        ("folders", {"name": " "}, 400, "name", "A folder's name has 1 to 120 characters."),
        ("folders", {"name": "x", "parent_id": 2**31}, 400, "body", None),
        ("folders", {"name": "x", "parent_id": 9}, 400, "folder", None),
        ("move", {"target": None}, 400, "items", "Nothing is selected."),
        ("move", {"folders": [1], "target": 1}, 400, "folder", None),
        ("move", {"folders": [1], "target": 2}, 400, "folder", None),
        ("move", {"videos": [1], "target": 9}, 404, None, "No such target folder: 9."),
        ("delete", {}, 400, "items", "Nothing is selected."),
        ("delete", {"videos": [1, 1]}, 400, "items", "The video 1 is named twice."),
        ("delete", {"videos": [2**40]}, 404, None, None),
        ("delete", {"videos": "all"}, 400, "body", None),
        ("tag", {"videos": [1], "names": [""]}, 400, "name", None),
        ("untag", {"videos": [1], "tags": [2**40]}, 404, None, None),
        ("privacy", {"videos": [1], "privacy": "password"}, 400, "privacy", None),
        ("privacy", {"videos": [], "privacy": "public"}, 400, "items", None),
    ],
)
def test_what_breaks_a_rule_is_told_in_words(
    client: Client,
    db: Database,
    headers: dict[str, str],
    ada: User,
    films: list[VideoId],
    folders: tuple[FolderId, FolderId],
    deed: str,
    document: Any,
    status: int,
    field: str | None,
    sentence: str | None,
) -> None:
    answer = client.post(f"{HERE}/{deed}", headers=headers, json=document)

    told = answer.json()
    assert (answer.status_code, told["field"]) == (status, field)
    assert sentence in {None, told["sentence"]}
    assert titles_in(db, ada) == ["one", "three", "two"]
    assert folder_names(db, ada) == ["2026", "Archive"]


def test_of_several_the_one_to_blame_is_named_and_none_is_changed(
    client: Client, db: Database, headers: dict[str, str], ada: User, films: list[VideoId]
) -> None:
    document = {"videos": [films[0], 12345, films[1]]}

    answer = client.post(f"{HERE}/delete", headers=headers, json=document)

    assert (answer.status_code, answer.json()) == (
        404,
        {
            "sentence": "No such video: 12345.",
            "field": None,
            "item": {"kind": "video", "ref": "12345"},
        },
    )
    assert titles_in(db, ada) == ["one", "three", "two"]


def test_what_is_anothers_can_be_neither_seen_nor_changed(
    db: Database,
    runtime: Runtime,
    ada: User,
    films: list[VideoId],
    folders: tuple[FolderId, FolderId],
) -> None:
    archive, _year = folders
    with db.begin() as tx:
        eve = make_user(tx, "eve")
        own = make_ready(tx, eve, "eve's")
    film = films[0]
    named = {"folders": [archive], "videos": [film]}

    with browsing(runtime) as client:
        headers = page_headers(client, db, eve)
        seen = [
            client.get(f"{HERE}?folder={archive}"),
            client.get(f"{HERE}/videos/{film}"),
            client.get(f"{HERE}/contents?folders={archive}"),
        ]
        rows = client.get(f"{HERE}/rows?videos={film},{own}").json()
        overview = client.get(f"{HERE}/overview").json()
        done = [
            client.post(f"{HERE}/{deed}", headers=headers, json=document)
            for deed, document in (
                ("folders", {"name": "x", "parent_id": archive}),
                ("move", {**named, "target": None}),
                ("move", {"videos": [own], "target": archive}),
                ("delete", named),
                ("delete", {"videos": [own, film]}),
                ("tag", {"videos": [own, film], "names": ["x"]}),
                ("untag", {"videos": [film], "tags": [1]}),
                ("privacy", {"videos": [own, film], "privacy": "private"}),
                (f"videos/{film}/retry", {}),
            )
        ]
        changed = [
            client.patch(f"{HERE}/folders/{archive}", headers=headers, json={"name": "x"}),
            client.patch(f"{HERE}/videos/{film}", headers=headers, json={"title": "x"}),
        ]

    assert [answer.status_code for answer in seen] == [404, 404, 403]
    assert [row["title"] for row in rows] == ["eve's"]
    assert (overview["folders"], overview["tags"]) == ([], [])
    assert [answer.status_code for answer in done] == [400] + [403] * 8
    assert [answer.status_code for answer in changed] == [403, 403]
    assert folder_names(db, ada) == ["2026", "Archive"]
    assert titles_in(db, ada) == ["one", "three", "two"]
    with db.read() as tx:
        assert (place_of(tx, own), list_video_tags(tx, [own, film])) == (None, {})
        assert get_entry(tx, own).video.privacy is Privacy.PUBLIC


def test_more_than_a_page_cannot_be_asked_for_at_once(
    client: Client, headers: dict[str, str]
) -> None:
    many = ",".join(str(number) for number in range(1, 102))

    answers = [client.get(f"{HERE}/rows?videos={text}") for text in (many, "1,x")]

    assert [answer.status_code for answer in answers] == [400, 404]
