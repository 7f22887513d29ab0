from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, make_user
from tests.settings import changed
from tests.web.libraries import make_ready
from tests.web.people import browsing
from tests.web.studio import page_headers

from vitascope.base.ids import VideoId
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import ExtractedCaption
from vitascope.core.assets.queries import replace_captions
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.advance import fail_translation, keep_texts
from vitascope.core.translations.queries import find_open_translation
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"


@pytest.fixture
def headers(client: Client, db: Database, ada: User) -> dict[str, str]:
    """Ada is logged in."""
    return page_headers(client, db, ada)


@pytest.fixture
def film(db: Database, ada: User) -> VideoId:
    with db.begin() as tx:
        return make_ready(tx, ada, "one")


@pytest.fixture
def here(film: VideoId) -> str:
    return f"/studio/api/library/videos/{film}/captions"


def add(client: Client, here: str, headers: dict[str, str], **given: Any) -> Any:
    content = given.pop("content", VTT)
    fields = {"language": "en", **given}
    return client.post(here, data=fields, files={"file": ("a.vtt", content)}, headers=headers)


def caption(language: str = "en", label: str = "English", **changes: Any) -> dict[str, Any]:
    usual = {"is_default": False, "is_automatic": False, "is_added": True}
    return {"name": language, "label": label, "language": language, **usual, **changes}


def told(*captions: dict[str, Any], translates: bool = False) -> dict[str, Any]:
    return {"captions": list(captions), "translations": [], "translates": translates}


def test_captions_are_added_made_the_default_and_deleted(
    client: Client, here: str, headers: dict[str, str]
) -> None:
    answers = [
        add(client, here, headers),
        add(client, here, headers, language="fr", label="Mots"),
        client.patch(f"{here}/fr", json={"is_default": True}, headers=headers),
        client.patch(f"{here}/fr", json={"is_default": False}, headers=headers),
        client.delete(f"{here}/en", headers=headers),
        client.get(here),
    ]

    french = caption("fr", "Mots")
    default = caption("fr", "Mots", is_default=True)
    assert [answer.json() for answer in answers] == [
        told(caption()),
        told(caption(), french),
        told(caption(), default),
        told(caption(), french),
        told(french),
        told(french),
    ]


def test_tracks_of_the_file_are_shown_and_stay(
    client: Client, db: Database, film: VideoId, here: str, headers: dict[str, str]
) -> None:
    with db.begin() as tx:
        media = get_entry(tx, film).media
        assert media is not None
        track = ExtractedCaption(
            asset_id=media.id,
            name="de",
            language="de",
            label="German",
            is_forced=False,
            has_ass=False,
        )
        replace_captions(tx, media.id, [track])

    kept = client.delete(f"{here}/de", headers=headers)

    assert kept.status_code == 409
    assert kept.json()["sentence"].startswith("This caption is part of the video's file")
    assert client.get(here).json() == told(caption("de", "German", is_added=False))


@pytest.mark.parametrize(
    ("given", "status", "sentence"),
    [
        ({"content": b"hello"}, 400, "This file is not a WebVTT, SubRip or ASS caption."),
        (
            {"language": "none of it"},
            400,
            "Name the language by its code, such as en or pt-BR.",
        ),
    ],
)
def test_what_is_wrong_with_a_file_is_told(
    client: Client,
    here: str,
    headers: dict[str, str],
    given: dict[str, Any],
    status: int,
    sentence: str,
) -> None:
    refused = add(client, here, headers, **given)
    missing = client.post(here, files={"other": ("a.vtt", VTT)}, headers=headers)

    assert (refused.status_code, refused.json()["sentence"]) == (status, sentence)
    assert (missing.status_code, missing.json()["sentence"]) == (400, "Choose a caption file.")
    assert client.get(here).json() == told()


def test_captions_of_others_do_not_exist(
    client: Client, db: Database, here: str, headers: dict[str, str]
) -> None:
    add(client, here, headers)
    with db.begin() as tx:
        bob = make_user(tx, "bob")
    others = page_headers(client, db, bob)

    statuses = [
        client.get(here).status_code,
        add(client, here, others, language="fr").status_code,
        client.patch(f"{here}/en", json={"is_default": True}, headers=others).status_code,
        client.delete(f"{here}/en", headers=others).status_code,
        client.post(
            f"{here}/en/translate", json={"target_language": "fr"}, headers=others
        ).status_code,
    ]

    assert statuses == [404] * 5


def test_nothing_is_taken_from_pages_of_others(
    client: Client, here: str, headers: dict[str, str]
) -> None:
    assert headers
    assert add(client, here, {}).status_code == 403


def test_without_a_translator_none_is_offered(
    client: Client, here: str, headers: dict[str, str]
) -> None:
    add(client, here, headers)

    refused = client.post(
        f"{here}/en/translate", json={"target_language": "fr"}, headers=headers
    )

    assert refused.status_code == 503
    assert refused.json()["sentence"].startswith("Nobody translates captions on this server.")


def test_a_translation_is_shown_until_it_is_there_or_has_failed(
    runtime: Runtime, db: Database, ada: User, film: VideoId, here: str
) -> None:
    translating = changed(runtime, translation_provider=TranslationProvider.ARGOS)
    wish = {"target_language": "fr"}
    with browsing(translating) as client:
        headers = page_headers(client, db, ada)
        add(client, here, headers)
        client.post(f"{here}/en/translate", json=wish, headers=headers)
        with db.begin() as tx:
            found = find_open_translation(tx, film, "en", "fr")
            assert found is not None
            keep_texts(tx, found.id, {}, percent=41.7, now=NOON)
        under_way = client.get(here).json()
        with db.begin() as tx:
            fail_translation(tx, found.id, "No model", now=NOON)
        failed = client.get(here).json()

    job = {"language": "fr", "label": "French", "percent": 41, "failure": None}
    whole = told(caption(), translates=True)
    assert under_way == {**whole, "translations": [job]}
    assert failed == {**whole, "translations": [{**job, "failure": "No model"}]}
