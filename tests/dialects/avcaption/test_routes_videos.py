from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from tests.dialects.avcaption.conftest import Client, KeyOf
from tests.dialects.runtimes import PUBLIC_URL, Headers
from tests.factories import NOON, make_video

from vitascope.base.ids import AssetId
from vitascope.core.access.model import SessionKind
from vitascope.core.accounts.model import Allowances, Feature, Role, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.assets.queries import update_asset
from vitascope.core.presets.model import Look, NewPreset
from vitascope.core.presets.queries import insert_preset, list_presets
from vitascope.core.videos.advance import mark_failed, mark_ready
from vitascope.core.videos.model import Privacy, State, VideoEntry
from vitascope.core.videos.queries.entries import find_entry
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Database

VIDEOS = "/api/v1/videos"
NO_DOMAIN = (
    "'https://example.com' is no domain: write it as in example.com or *.example.com, "
    "without https://"
)
PROBE = '{"container": "mov", "video": {"codec": "h264", "fps": 29.97, "bit_rate_bps": 800000}}'


def asset_of(entry: VideoEntry) -> AssetId:
    assert entry.media is not None
    return entry.media.id


def video_out(entry: VideoEntry, **changes: Any) -> dict[str, Any]:
    """A video whose file nobody has looked into yet, as it is shown."""
    fresh: dict[str, Any] = {
        "id": str(entry.video.uuid),
        "title": "A film",
        "status": "processing",
        "duration": None,
        "width": None,
        "height": None,
        "codec": None,
        "bitrate": None,
        "frame_rate": None,
        "file_size": 1000,
        "thumbnail_url": None,
        "poster_url": None,
        "sprite_url": None,
        "embed_token": entry.video.embed_token,
        "watch_url": f"{PUBLIC_URL}/watch/{entry.video.embed_token}",
        "embed_url": f"{PUBLIC_URL}/embed/{entry.video.embed_token}",
        "requires_token": entry.video.privacy is Privacy.PRIVATE,
        "allowed_domains": [],
        "preset_id": None,
        "views": 0,
        "subtitles": [],
        "error": None,
        "created_at": "2026-03-01T12:00:00.000Z",
        "updated_at": "2026-03-01T12:00:00.000Z",
    }
    return {**fresh, **changes}


def titles(client: Client, headers: Headers, query: str = "") -> list[str]:
    answer = client.get(f"{VIDEOS}{query}", headers=headers)
    assert answer.status_code == 200
    return [video["title"] for video in answer.json()["videos"]]


def make_films(db: Database, user: User, *names: str) -> list[VideoEntry]:
    """Videos an hour apart, oldest first."""
    with db.begin() as tx:
        return [
            make_video(tx, user, title=name, content=name, now=NOON + timedelta(hours=hour))
            for hour, name in enumerate(names)
        ]


def test_a_video_is_shown_with_all_that_is_known(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        entry = make_video(tx, ada)
        update_video(tx, entry.video.id, now=NOON, views=7)
        update_asset(
            tx,
            asset_of(entry),
            now=NOON,
            probe=PROBE,
            duration_ms=6040,
            width=1920,
            height=1080,
            has_poster=True,
            storyboard={},
        )
        mark_ready(tx, asset_of(entry), now=NOON)
    uuid, number = entry.video.uuid, entry.video.id

    answers = [client.get(f"{VIDEOS}/{ref}", headers=keyed) for ref in (uuid, number)]

    poster = f"{PUBLIC_URL}/media/{uuid}/poster.jpg"
    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (
            200,
            video_out(
                entry,
                status="ready",
                duration=6.04,
                width=1920,
                height=1080,
                codec="h264",
                bitrate=800_000,
                frame_rate=29.97,
                thumbnail_url=poster,
                poster_url=poster,
                sprite_url=f"{PUBLIC_URL}/media/{uuid}/storyboard.jpg",
                views=7,
            ),
        )
    ] * 2


def test_a_video_that_failed_says_why(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        entry = make_video(tx, ada)
        mark_failed(tx, asset_of(entry), "It is broken", now=NOON)

    answer = client.get(f"{VIDEOS}/{entry.video.uuid}", headers=keyed)

    error = {"message": "It is broken", "code": "processing_failed"}
    assert answer.json() == video_out(entry, status="failed", error=error)


def test_a_list_has_all_own_videos_newest_first_and_nobody_elses(
    client: Client, db: Database, ada: User, bob: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        hidden = make_video(tx, ada, title="Hidden", privacy=Privacy.PRIVATE)
        make_video(tx, bob, title="His", content="his")
        shown = make_video(tx, ada, content="new", now=NOON + timedelta(hours=1))

    answer = client.get(VIDEOS, headers=keyed)

    later = "2026-03-01T13:00:00.000Z"
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "videos": [
                video_out(shown, created_at=later, updated_at=later),
                video_out(hidden, title="Hidden"),
            ],
            "page": 1,
            "per_page": 20,
            "total": 2,
            "total_pages": 1,
        },
    )


def test_a_list_comes_in_pages(client: Client, db: Database, ada: User, keyed: Headers) -> None:
    make_films(db, ada, "one", "two", "three")

    answer = client.get(f"{VIDEOS}?page=2&per_page=2", headers=keyed)

    body = answer.json()
    assert [video["title"] for video in body.pop("videos")] == ["one"]
    assert body == {"page": 2, "per_page": 2, "total": 3, "total_pages": 2}


def test_a_list_of_nothing_has_no_pages(client: Client, keyed: Headers) -> None:
    answer = client.get(VIDEOS, headers=keyed)

    assert answer.json() == {
        "videos": [],
        "page": 1,
        "per_page": 20,
        "total": 0,
        "total_pages": 0,
    }


def test_a_list_can_be_narrowed(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    _, done, broken = make_films(db, ada, "A harbour", "A port", "Harbours at night")
    with db.begin() as tx:
        mark_ready(tx, asset_of(done), now=NOON)
        mark_failed(tx, asset_of(broken), "It is broken", now=NOON)

    found = {
        query: titles(client, keyed, query)
        for query in (
            "?status=processing",
            "?status=ready",
            "?status=failed",
            "?status=uploading",
            "?q=HARBOUR",
            "?q=harbour&status=failed",
        )
    }

    assert found == {
        "?status=processing": ["A harbour"],
        "?status=ready": ["A port"],
        "?status=failed": ["Harbours at night"],
        "?status=uploading": [],
        "?q=HARBOUR": ["Harbours at night", "A harbour"],
        "?q=harbour&status=failed": ["Harbours at night"],
    }


@pytest.mark.parametrize(
    ("query", "field", "error"),
    [
        ("page=0", "page", "page must be a whole number from 1 to 1000000000"),
        ("page=one", "page", "page must be a whole number from 1 to 1000000000"),
        ("per_page=101", "per_page", "per_page must be a whole number from 1 to 100"),
        (
            "status=done",
            "status",
            "status must be one of uploading, processing, ready, failed",
        ),
        ("q=a%00", "q", "q contains a character that no text has"),
    ],
)
def test_a_list_that_cannot_be_meant_is_refused(
    client: Client, keyed: Headers, query: str, field: str, error: str
) -> None:
    answer = client.get(f"{VIDEOS}?{query}", headers=keyed)

    body = answer.json()
    assert (answer.status_code, body["code"], body["fields"]) == (
        400,
        "validation_error",
        {field: error},
    )


@pytest.mark.parametrize("names", [["one"], ["one", "two", "three"]])
def test_a_list_costs_the_same_however_many_there_are(
    client: Client, db: Database, ada: User, keyed: Headers, names: list[str]
) -> None:
    make_films(db, ada, *names)
    # The settings are remembered from then on.
    titles(client, keyed)
    statements: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        statements.append(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    found = titles(client, keyed)
    sa.event.remove(sa.Engine, "before_cursor_execute", note)

    assert len(found) == len(names)
    # The key, its user's plan, the assets and captions of two kinds; pages and totals go
    # past the engine.
    assert len([each for each in statements if each.startswith("SELECT")]) == 5


def test_the_title_changes_and_what_is_absent_stays(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        entry = make_video(tx, ada, now=NOON - timedelta(days=1))
    address = f"{VIDEOS}/{entry.video.uuid}"

    answers = [
        client.put(address, json={}, headers=keyed),
        client.put(address, json={"title": None, "requires_token": None}, headers=keyed),
        client.put(address, json={"title": "Other", "allowed_domains": []}, headers=keyed),
    ]

    before, now = "2026-02-28T12:00:00.000Z", "2026-03-01T12:00:00.000Z"
    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (200, video_out(entry, created_at=before, updated_at=before)),
        (200, video_out(entry, created_at=before, updated_at=before)),
        (200, video_out(entry, title="Other", created_at=before, updated_at=now)),
    ]
    assert titles(client, keyed) == ["Other"]


def test_where_and_how_a_video_is_shown_changes(
    client: Client, db: Database, ada: User, bob: User, keyed: Headers
) -> None:
    look = NewPreset(name="Mine", is_default=False, look=Look())
    with db.begin() as tx:
        entry = make_video(tx, ada, privacy=Privacy.UNLISTED)
        insert_preset(tx, ada.id, look, now=NOON)
        insert_preset(tx, bob.id, look, now=NOON)
    with db.read() as tx:
        (own,), (other,) = (list_presets(tx, user.id) for user in (ada, bob))
    address = f"{VIDEOS}/{entry.video.uuid}"
    shown = ("allowed_domains", "preset_id", "requires_token", "title")

    def change(**given: Any) -> tuple[int, Any]:
        answer = client.put(address, json=given, headers=keyed)
        body = answer.json()
        return answer.status_code, [body[name] for name in shown if name in body]

    answers = [
        change(allowed_domains=["Example.com", "*.example.com"], preset_id=str(own.uuid)),
        change(preset_id=str(other.uuid)),
        change(requires_token=True),
        change(title="Other"),
        change(allowed_domains=None, preset_id=None, requires_token=False),
    ]

    domains = ["example.com", "*.example.com"]
    assert answers == [
        (200, [domains, str(own.uuid), False, "A film"]),
        (400, []),
        (200, [domains, str(own.uuid), True, "A film"]),
        (200, [domains, str(own.uuid), True, "Other"]),
        (200, [[], None, False, "Other"]),
    ]


def test_a_user_without_the_plan_is_told_so(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    with db.begin() as tx:
        lacking = Allowances(withheld=(Feature.API,))
        update_user(tx, ada.id, NOON, allowances=lacking)

    answer = client.get(VIDEOS, headers=keyed)

    body = answer.json()
    assert (answer.status_code, body["code"], body["error"]) == (
        403,
        "plan_required",
        "Your account does not include this API. Ask whoever runs this server.",
    )


def test_the_documents_own_call_with_a_form_type_changes_the_title(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    (entry,) = make_films(db, ada, "A film")
    headers = {**keyed, "Content-Type": "application/x-www-form-urlencoded"}
    body = '{"title": "New Title"}'

    answer = client.put(f"{VIDEOS}/{entry.video.uuid}", content=body, headers=headers)

    assert (answer.status_code, answer.json()["title"]) == (200, "New Title")


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        ({"title": ""}, "title", "title is required"),
        ({"title": "  "}, "title", "A title has 1 to 255 characters"),
        ({"title": "t" * 256}, "title", "title has at most 255 characters"),
        ({"title": 7}, "title", "title must be a text"),
        *(
            (
                {"title": "Other", "allowed_domains": domains},
                "allowed_domains",
                "allowed_domains must be a list of texts",
            )
            for domains in ({"example.com": True}, [7])
        ),
        (
            {"title": "Other", "allowed_domains": ["https://example.com"]},
            "allowed_domains",
            NO_DOMAIN,
        ),
        ({"requires_token": "maybe"}, "requires_token", "requires_token must be true or false"),
        ({"preset_id": "7"}, "preset_id", "There is no preset of this id"),
        ({"preset_id": str(UUID(int=7))}, "preset_id", "There is no preset of this id"),
    ],
)
def test_a_change_that_cannot_be_kept_changes_nothing(
    client: Client,
    db: Database,
    ada: User,
    keyed: Headers,
    given: dict[str, Any],
    field: str,
    error: str,
) -> None:
    (entry,) = make_films(db, ada, "A film")

    answer = client.put(f"{VIDEOS}/{entry.video.uuid}", json=given, headers=keyed)

    body = answer.json()
    assert (answer.status_code, body["code"], body["fields"]) == (
        400,
        "validation_error",
        {field: error},
    )
    assert titles(client, keyed) == ["A film"]


def test_a_deleted_video_is_gone(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    first, _ = make_films(db, ada, "one", "two")

    answer = client.delete(f"{VIDEOS}/{first.video.uuid}", headers=keyed)

    assert (answer.status_code, answer.content) == (204, b"")
    assert titles(client, keyed) == ["two"]


def test_others_videos_look_as_if_there_were_none_even_to_administrators(
    client: Client,
    db: Database,
    ada: User,
    bob: User,
    key_of: KeyOf,
    session_of: Callable[[User, SessionKind], Headers],
) -> None:
    (film,) = make_films(db, bob, "His")
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, role=Role.ADMINISTRATOR)
    shown = [{"X-API-Key": key_of(ada)}, session_of(ada, SessionKind.JWT)]
    refs = [film.video.uuid, film.video.id, 999, "nonsense", "9" * 30]

    answers = [
        client.request(method, f"{VIDEOS}/{ref}", headers=headers, json={"title": "Hers"})
        for headers in shown
        for method in ("GET", "PUT", "DELETE")
        for ref in refs
    ]

    found = {(answer.status_code, answer.json()["code"]) for answer in answers}
    assert found == {(404, "video_not_found")}
    his = {"X-API-Key": key_of(bob)}
    assert titles(client, his) == ["His"]


def test_a_live_stream_is_no_video_here(
    client: Client, db: Database, ada: User, keyed: Headers
) -> None:
    (entry,) = make_films(db, ada, "A concert")
    with db.begin() as tx:
        update_video(tx, entry.video.id, now=NOON, state=State.LIVE)
    address = f"{VIDEOS}/{entry.video.uuid}"

    answers = [
        client.request(method, address, headers=keyed, json={"title": "Other"})
        for method in ("GET", "PUT", "DELETE")
    ]

    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert titles(client, keyed) == []
    with db.read() as tx:
        assert find_entry(tx, entry.video.uuid) is not None
