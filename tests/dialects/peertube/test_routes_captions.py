from typing import Any

import pytest
from tests.dialects.peertube.conftest import Login
from tests.dialects.peertube.making import make_playable, make_ready
from tests.dialects.runtimes import Client
from tests.factories import NOON

from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.db import Database

VIDEO = "/api/v1/videos/1"
VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"
SRT = b"1\n00:00:00,000 --> 00:00:01,000\nHello\n"


def file(content: bytes, name: str = "words.vtt", kind: str = "text/vtt") -> dict[str, Any]:
    return {"captionfile": (name, content, kind)}


def put_video(db: Database, ada: User) -> None:
    with db.begin() as tx:
        make_playable(tx, ada)


def listed(client: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.get(f"{VIDEO}/captions").json()["data"]
    return found


def test_a_caption_is_listed_fetched_and_removed(
    client: Client, db: Database, login: Login, ada: User
) -> None:
    put_video(db, ada)

    added = client.put(f"{VIDEO}/captions/fr", files=file(VTT), headers=login(ada))
    (caption,) = listed(client)
    fetched = client.get(caption["captionPath"])
    removed = client.delete(f"{VIDEO}/captions/fr", headers=login(ada))
    again = client.delete(f"{VIDEO}/captions/fr", headers=login(ada))

    assert [added.status_code, removed.status_code, again.status_code] == [204, 204, 404]
    assert caption["language"] == {"id": "fr", "label": "French"}
    assert fetched.content == VTT
    assert listed(client) == []


@pytest.mark.media
def test_subrip_is_taken_whatever_it_is_called(
    client: Client, db: Database, login: Login, ada: User
) -> None:
    put_video(db, ada)
    sent = file(SRT, "words.srt", "application/x-subrip")

    added = client.put(f"{VIDEO}/captions/en", files=sent, headers=login(ada))

    assert added.status_code == 204
    assert client.get(listed(client)[0]["captionPath"]).content == VTT


@pytest.mark.parametrize(
    ("language", "files", "field"),
    [
        ("english", file(VTT), "captionLanguage"),
        ("en", {"other": ("a.vtt", VTT, "text/vtt")}, "captionfile"),
        ("en", file(b"hello"), "captionfile"),
    ],
)
def test_what_is_wrong_with_a_caption_is_named(
    client: Client, db: Database, login: Login, ada: User, language: str, files: Any, field: str
) -> None:
    put_video(db, ada)

    refused = client.put(f"{VIDEO}/captions/{language}", files=files, headers=login(ada))

    assert refused.status_code == 400
    assert list(refused.json()["invalid-params"]) == [field]


def test_a_caption_has_20_megabytes_at_most(
    client: Client, db: Database, login: Login, ada: User
) -> None:
    put_video(db, ada)
    content = VTT + b"x" * (20 * 2**20)

    refused = client.put(f"{VIDEO}/captions/en", files=file(content), headers=login(ada))

    assert refused.status_code == 413


def test_others_neither_add_nor_remove_captions(
    client: Client, db: Database, login: Login, ada: User, bob: User
) -> None:
    put_video(db, ada)
    client.put(f"{VIDEO}/captions/fr", files=file(VTT), headers=login(ada))

    statuses = [
        client.put(f"{VIDEO}/captions/en", files=file(VTT), headers=login(bob)).status_code,
        client.delete(f"{VIDEO}/captions/fr", headers=login(bob)).status_code,
        client.put(f"{VIDEO}/captions/en", files=file(VTT)).status_code,
        client.put(
            "/api/v1/videos/99/captions/en", files=file(VTT), headers=login(ada)
        ).status_code,
    ]

    assert statuses == [403, 403, 401, 404]
    assert [each["language"]["id"] for each in listed(client)] == ["fr"]


def test_chapters_replace_those_in_the_source(
    client: Client, db: Database, login: Login, ada: User
) -> None:
    with db.begin() as tx:
        entry = make_ready(tx, ada)
        assert entry.media is not None
        update_asset(tx, entry.media.id, now=NOON, chapters=[[0, "Found"]])
    chapters = [{"timecode": 0, "title": "One"}, {"timecode": 75, "title": "Two"}]

    replaced = client.put(f"{VIDEO}/chapters", json={"chapters": chapters}, headers=login(ada))

    assert replaced.status_code == 204
    assert client.get(f"{VIDEO}/chapters").json() == {"chapters": chapters}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"chapters": "none"},
        {"chapters": [{"timecode": 1.5, "title": "x"}]},
        {"chapters": [{"timecode": True, "title": "x"}]},
        {"chapters": [{"timecode": 1}]},
        {"chapters": [{"timecode": 1, "title": ""}]},
        {"chapters": [{"timecode": 1, "title": "x"}, {"timecode": 1, "title": "y"}]},
    ],
)
def test_broken_chapters_are_refused(
    client: Client, db: Database, login: Login, ada: User, body: Any
) -> None:
    put_video(db, ada)

    refused = client.put(f"{VIDEO}/chapters", json=body, headers=login(ada))

    assert refused.status_code == 400
    assert client.get(f"{VIDEO}/chapters").json() == {"chapters": []}
