import uuid
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, KeyOf, OpenClient
from tests.dialects.runtimes import PUBLIC_URL, Headers
from tests.factories import NOON, make_video

from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.assets.model import Asset, ExtractedCaption
from vitascope.core.assets.queries import get_asset, replace_captions
from vitascope.core.settings.model import TranslationProvider
from vitascope.core.translations.advance import (
    complete_translation,
    fail_translation,
    keep_texts,
)
from vitascope.core.translations.queries import find_open_translation
from vitascope.core.videos.model import Video
from vitascope.db import Database
from vitascope.jobs import pending
from vitascope.storage.local import LocalStore

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"
SRT = b"1\n00:00:00,000 --> 00:00:01,000\nHello\n"
SSA = b"""[Script Info]
ScriptType: v4.00

[V4 Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, TertiaryColour, BackColour, \
Bold, Italic, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, AlphaLevel, \
Encoding
Style: Default,Arial,20,16777215,65535,65535,0,0,0,1,2,2,2,10,10,10,0,0

[Events]
Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: Marked=0,0:00:00.00,0:00:01.00,Default,,0000,0000,0000,,Hello
"""
WHEN = "2026-03-01T12:00:00.000Z"
TRANSLATED = "videos/v/captions/fr.vtt"


@pytest.fixture
def client(open_client: OpenClient) -> Iterator[Client]:
    with open_client(translation_provider=TranslationProvider.OPENAI) as client:
        yield client


@pytest.fixture
def video(db: Database, ada: User) -> Video:
    with db.begin() as tx:
        return make_video(tx, ada).video


@pytest.fixture
def here(video: Video) -> str:
    return f"/api/v1/videos/{video.uuid}/subtitles"


def send(
    client: Client, here: str, headers: Headers, *, name: str = "a.vtt", **given: Any
) -> Any:
    content = given.pop("content", VTT)
    fields = {"language": "en", **given}
    return client.post(here, data=fields, files={"file": (name, content)}, headers=headers)


def test_what_came_is_given_back_byte_for_byte(
    client: Client, here: str, keyed: Headers
) -> None:
    received = VTT.decode().replace("\n", "\r\n").encode("utf-16")
    send(client, here, keyed, content=received)

    fetched = client.get(f"{here}/en", headers=keyed)
    original = client.get(f"{here}/en/original", headers=keyed)

    assert fetched.content == VTT
    assert (original.content, original.headers["content-type"]) == (received, "text/vtt")


def test_a_language_is_answered_in_its_usual_capitals(
    client: Client, video: Video, here: str, keyed: Headers
) -> None:
    added = send(client, here, keyed, language="PT-br")
    fetched = client.get(f"{here}/PT-br", headers=keyed)
    wish = {"target_language": "DE"}
    client.post(f"{here}/PT-br/translate", json=wish, headers=keyed)

    (asked,) = client.get(f"{here}/translations", headers=keyed).json()["translations"]
    assert added.json() == out(video, "pt-BR", label="Portuguese (BR)")
    assert fetched.content == VTT
    assert (asked["source_subtitle_id"], asked["target_language"]) == ("pt-BR", "de")


@pytest.mark.parametrize("requires_token", [False, True])
def test_subtitles_of_a_video_for_named_sites_are_fetched_here(
    client: Client, video: Video, here: str, keyed: Headers, requires_token: bool
) -> None:
    said = {"allowed_domains": ["course.example"], "requires_token": requires_token}
    client.put(f"/api/v1/videos/{video.uuid}", json=said, headers=keyed)

    added = send(client, here, keyed).json()

    assert added["url"] == f"{PUBLIC_URL}{here}/en"
    path = added["url"].removeprefix(PUBLIC_URL)
    assert client.get(path, headers=keyed).content == VTT


def failure(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def out(video: Video, language: str = "en", **changed: Any) -> dict[str, Any]:
    usual = {
        "id": language,
        "video_id": str(video.uuid),
        "language": language,
        "label": "English",
        "format": "vtt",
        "default": False,
        "source": "upload",
        "url": f"{PUBLIC_URL}/media/{video.uuid}/captions/{language}.vtt",
        "created_at": WHEN,
    }
    return {**usual, **changed}


def put_tracks(db: Database, store: LocalStore, video: Video) -> Asset:
    """Tracks that were found in the video's own file."""
    assert video.asset_id is not None
    with db.begin() as tx:
        asset = get_asset(tx, video.asset_id)
        track = ExtractedCaption(
            asset_id=asset.id,
            name="de",
            language="de",
            label="German",
            is_forced=False,
            has_ass=True,
        )
        replace_captions(tx, asset.id, [track])
    store.put(asset.blob_key("captions/de.vtt"), BytesIO(VTT))
    store.put(asset.blob_key("captions/de.ass"), BytesIO(SSA))
    return asset


@pytest.fixture
def tracks(db: Database, tmp_path: Path, video: Video) -> Asset:
    return put_tracks(db, LocalStore(tmp_path / "media"), video)


def test_a_subtitle_is_added_listed_fetched_and_deleted(
    client: Client, video: Video, here: str, keyed: Headers
) -> None:
    added = send(client, here, keyed, label="My words", default="true")
    listed = client.get(here, headers=keyed)
    fetched = client.get(f"{here}/en", headers=keyed)
    original = client.get(f"{here}/en/original", headers=keyed)
    deleted = client.delete(f"{here}/en", headers=keyed)

    expected = out(video, label="My words", default=True)
    assert (added.status_code, added.json()) == (201, expected)
    assert listed.json() == {"subtitles": [expected]}
    assert (fetched.content, fetched.headers["content-type"]) == (
        VTT,
        "text/vtt; charset=utf-8",
    )
    assert original.content == VTT
    assert (deleted.status_code, deleted.content) == (204, b"")
    assert client.get(here, headers=keyed).json() == {"subtitles": []}
    assert failure(client.get(f"{here}/en", headers=keyed)) == (404, "not_found")


def test_a_second_subtitle_of_a_language_takes_the_place_of_the_first(
    client: Client, video: Video, here: str, keyed: Headers
) -> None:
    send(client, here, keyed, label="Old", default="true")
    send(client, here, keyed, language="pt-BR", default="1")

    again = send(client, here, keyed, content=VTT.replace(b"Hello", b"Bye"))

    portuguese = out(video, "pt-BR", label="Portuguese (BR)", default=True)
    assert again.json() == out(video)
    assert client.get(here, headers=keyed).json() == {"subtitles": [out(video), portuguese]}
    assert client.get(f"{here}/en", headers=keyed).content == VTT.replace(b"Hello", b"Bye")


@pytest.mark.media
@pytest.mark.parametrize(
    ("name", "content", "form", "kind"),
    [
        ("a.SRT", SRT, "srt", "application/x-subrip"),
        ("a.ssa", SSA, "ass", "text/x-ssa"),
        ("a.ass", SSA.replace(b"v4.00", b"v4.00+"), "ass", "text/x-ssa"),
    ],
)
def test_other_forms_are_kept_as_they_came_and_made_webvtt(
    client: Client,
    video: Video,
    here: str,
    keyed: Headers,
    name: str,
    content: bytes,
    form: str,
    kind: str,
) -> None:
    added = send(client, here, keyed, name=name, content=content)

    original = client.get(f"{here}/en/original", headers=keyed)
    assert added.json() == out(video, format=form)
    assert (original.content, original.headers["content-type"]) == (content, kind)
    assert client.get(f"{here}/en", headers=keyed).content == VTT


@pytest.mark.usefixtures("tracks")
def test_tracks_of_the_file_are_listed_and_stay(
    client: Client, video: Video, here: str, keyed: Headers
) -> None:
    listed = client.get(here, headers=keyed)
    original = client.get(f"{here}/de/original", headers=keyed)
    kept = client.delete(f"{here}/de", headers=keyed)

    german = out(video, "de", label="German", format="ass", source="file")
    assert listed.json() == {"subtitles": [german]}
    assert client.get(f"{here}/de", headers=keyed).content == VTT
    assert original.content == SSA
    assert failure(kept) == (409, "conflict")
    assert "part of the video's file" in kept.json()["error"]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"name": "a.txt"}, (415, "unsupported_media_type")),
        ({"name": "vtt"}, (415, "unsupported_media_type")),
        ({"content": b"hello"}, (422, "invalid_media")),
        ({"content": b"WEBVTT\n"}, (422, "invalid_media")),
        ({"content": VTT + b"x" * 5 * 2**20}, (413, "file_too_large")),
        ({"language": ""}, (400, "validation_error")),
        ({"language": "english"}, (400, "validation_error")),
        ({"label": "x" * 101}, (400, "validation_error")),
        ({"default": "maybe"}, (400, "validation_error")),
    ],
)
def test_what_is_wrong_with_a_subtitle_is_told_and_nothing_kept(
    client: Client,
    tmp_path: Path,
    here: str,
    keyed: Headers,
    given: dict[str, Any],
    expected: tuple[int, str],
) -> None:
    refused = send(client, here, keyed, **given)

    assert failure(refused) == expected
    assert client.get(here, headers=keyed).json() == {"subtitles": []}
    assert [path for path in (tmp_path / "media").rglob("*") if path.is_file()] == []


def test_every_mistake_of_a_form_is_named(client: Client, here: str, keyed: Headers) -> None:
    refused = client.post(here, files={"other": ("a.vtt", VTT)}, headers=keyed)

    assert refused.status_code == 400
    assert refused.json()["fields"] == {
        "language": "language is required",
        "file": "file is required",
    }


def test_videos_of_others_look_as_if_they_did_not_exist(
    client: Client, here: str, keyed: Headers, key_of: KeyOf, bob: User
) -> None:
    send(client, here, keyed)
    others = {"X-API-Key": key_of(bob)}
    wish = {"target_language": "fr"}

    answers = [
        send(client, here, others),
        client.get(here, headers=others),
        client.get(f"{here}/en", headers=others),
        client.get(f"{here}/en/original", headers=others),
        client.delete(f"{here}/en", headers=others),
        client.post(f"{here}/en/translate", json=wish, headers=others),
        client.get(f"{here}/translations", headers=others),
        client.get(f"{here}/translations/{uuid.uuid4()}", headers=others),
    ]

    assert [failure(each) for each in answers] == [(404, "video_not_found")] * 8
    assert len(client.get(here, headers=keyed).json()["subtitles"]) == 1


def test_a_key_for_reading_changes_nothing(
    client: Client, here: str, keyed: Headers, reading: Headers
) -> None:
    send(client, here, keyed)

    statuses = [
        send(client, here, reading).status_code,
        client.delete(f"{here}/en", headers=reading).status_code,
        client.post(f"{here}/en/translate", json={}, headers=reading).status_code,
        client.get(here, headers=reading).status_code,
        client.get(f"{here}/translations", headers=reading).status_code,
    ]

    assert statuses == [403, 403, 403, 200, 200]


def withhold(db: Database, user: User, feature: Feature) -> None:
    with db.begin() as tx:
        update_user(tx, user.id, NOON, allowances=Allowances(withheld=(feature,)))


def test_features_that_a_plan_lacks_are_refused(
    client: Client, db: Database, ada: User, here: str, keyed: Headers
) -> None:
    send(client, here, keyed)
    withhold(db, ada, Feature.SUBTITLES)
    added = send(client, here, keyed)
    withhold(db, ada, Feature.AI)
    wish = {"target_language": "fr"}
    asked = client.post(f"{here}/en/translate", json=wish, headers=keyed)

    assert [failure(each) for each in (added, asked)] == [(403, "plan_required")] * 2


def test_a_translation_is_asked_for_and_followed_until_it_is_there(
    client: Client, db: Database, video: Video, here: str, keyed: Headers
) -> None:
    send(client, here, keyed)
    wish = {"target_language": "fr", "provider": "openai"}
    asked = client.post(f"{here}/en/translate", json=wish, headers=keyed)
    job = asked.json()["job_id"]
    again = client.post(f"{here}/en/translate", json=wish, headers=keyed)

    with db.begin() as tx:
        found = find_open_translation(tx, video.id, "en", "fr")
        assert found is not None
        keep_texts(tx, found.id, {"Hello": "Bonjour"}, percent=33.333, now=NOON)
        events = [payload for name, payload in pending(tx) if "Translation" in name]
    waiting = client.get(f"{here}/translations/{job}", headers=keyed)
    with db.begin() as tx:
        complete_translation(tx, found.id, "French", TRANSLATED, now=NOON)
    done = client.get(f"{here}/translations", headers=keyed)

    shown = {
        "job_id": job,
        "status": "queued",
        "progress": 33.3,
        "source_subtitle_id": "en",
        "source_language": "en",
        "target_language": "fr",
        "provider": "openai",
        "subtitle_id": None,
        "error": None,
        "created_at": WHEN,
        "updated_at": WHEN,
    }
    finished = {"status": "completed", "progress": 100.0, "subtitle_id": "fr"}
    assert (asked.status_code, asked.json()) == (202, {"job_id": job, "status": "queued"})
    assert again.json() == asked.json()
    assert events == [{"translation_id": found.id}]
    assert waiting.json() == shown
    assert done.json() == {"translations": [{**shown, **finished}]}
    french = out(video, "fr", label="French", source="translation")
    assert client.get(here, headers=keyed).json()["subtitles"][1] == french


def test_more_translations_than_anybody_may_have_are_refused(
    client: Client, here: str, keyed: Headers
) -> None:
    send(client, here, keyed)
    answers = [
        client.post(f"{here}/en/translate", json={"target_language": target}, headers=keyed)
        for target in ("fr", "de", "it", "es", "pt", "nl")
    ]

    assert [answer.status_code for answer in answers[:-1]] == [202] * 5
    assert failure(answers[-1]) == (429, "rate_limited")


def test_a_translation_that_failed_says_why(
    client: Client, db: Database, video: Video, here: str, keyed: Headers
) -> None:
    send(client, here, keyed)
    client.post(f"{here}/en/translate", json={"target_language": "fr"}, headers=keyed)

    with db.begin() as tx:
        found = find_open_translation(tx, video.id, "en", "fr")
        assert found is not None
        fail_translation(tx, found.id, "No credit", now=NOON)

    (shown,) = client.get(f"{here}/translations", headers=keyed).json()["translations"]
    assert (shown["status"], shown["error"]) == ("failed", "No credit")


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({}, (400, "validation_error")),
        ({"target_language": "en"}, (400, "validation_error")),
        ({"target_language": "french"}, (400, "validation_error")),
        ({"target_language": "de", "provider": "argos"}, (400, "validation_error")),
        ({"target_language": "fr"}, (409, "conflict")),
        ({"target_language": "fr", "replace": True}, None),
        ({"target_language": "de"}, None),
    ],
)
def test_what_cannot_be_translated_is_refused_at_once(
    client: Client,
    here: str,
    keyed: Headers,
    wish: dict[str, Any],
    expected: tuple[int, str] | None,
) -> None:
    send(client, here, keyed)
    send(client, here, keyed, language="fr")

    answer = client.post(f"{here}/en/translate", json=wish, headers=keyed)

    assert (None if answer.status_code == 202 else failure(answer)) == expected


def test_jobs_and_subtitles_that_are_none_are_not_found(
    client: Client, here: str, keyed: Headers
) -> None:
    wish = {"target_language": "fr"}

    answers = [
        client.post(f"{here}/en/translate", json=wish, headers=keyed),
        client.get(f"{here}/translations/{uuid.uuid4()}", headers=keyed),
        client.get(f"{here}/translations/none", headers=keyed),
        client.delete(f"{here}/en", headers=keyed),
    ]

    assert [failure(each) for each in answers] == [(404, "not_found")] * 4


def test_without_a_translator_the_operator_is_told_what_to_set(
    open_client: OpenClient, here: str, keyed: Headers
) -> None:
    with open_client() as client:
        send(client, here, keyed)

        refused = client.post(
            f"{here}/en/translate", json={"target_language": "fr"}, headers=keyed
        )

    assert failure(refused) == (503, "translation_unavailable")
    assert "translation_provider" in refused.json()["error"]
