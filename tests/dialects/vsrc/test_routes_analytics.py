import itertools
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import SECRET
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.factories import NOON, make_user, make_video
from tests.one_loop import OneLoopClient

from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.vsrc import build, pace
from vitascope.http.limit_memory import MemoryLimiter
from vitascope.http.runtime import Runtime
from vitascope.http.viewing import Viewing

EVENT, BATCH, STATS = (f"/api/analytics/{name}" for name in ("event", "batch", "stats"))
SESSION = "session_1772366400000_abc123xyz"


@pytest.fixture
def runtime(runtime: Runtime) -> Runtime:
    """Ten seconds pass whenever those who count views look at the clock."""
    looks = itertools.count()
    ticking = Viewing(runtime.db, SECRET, lambda: NOON + timedelta(seconds=10 * next(looks)))
    return replace(runtime, viewing=ticking)


@pytest.fixture
def media(db: Database, ada: User) -> str:
    """The id of an unlisted video of 100 seconds."""
    with db.begin() as tx:
        entry = make_video(tx, ada, privacy=Privacy.UNLISTED)
        assert entry.media is not None
        update_asset(tx, entry.media.id, now=NOON, duration_ms=100_000)
    return f"vod_{entry.video.uuid}"


def event(media: str, kind: str = "play", **more: Any) -> dict[str, Any]:
    return {"sessionId": SESSION, "mediaId": media, "eventType": kind, **more}


def counts(client: Client, query: str, headers: Headers | None = None) -> dict[str, Any]:
    answer = client.get(f"{STATS}?{query}", headers=headers).json()
    assert answer["success"] is True
    found: dict[str, Any] = answer["data"]
    return found


def test_an_event_is_recorded(client: Client, media: str, reader: Headers) -> None:
    full = event(
        media,
        "buffer",
        currentTime=12.5,
        duration=100,
        quality=720,
        bufferDuration=0.4,
        errorMessage=None,
        metadata={"page": "/"},
        userId=42,
    )

    answer = client.post(EVENT, json=full)

    assert (answer.status_code, answer.json()) == (
        201,
        {
            "success": True,
            "message": "Analytics event recorded",
            "data": {"id": 1, "sessionId": SESSION, "eventType": "buffer"},
        },
    )
    assert counts(client, f"mediaId={media}&userId=42", reader) == {
        "totalEvents": 1,
        "uniqueSessions": 1,
        "eventCounts": {"buffer": 1},
    }


def test_a_batch_is_recorded(client: Client, media: str, reader: Headers) -> None:
    events = [event(media), event(media, "seek"), event(media, "play", sessionId="other")]

    answer = client.post(BATCH, json={"events": events})

    assert (answer.status_code, answer.json()) == (
        201,
        {
            "success": True,
            "message": "3 analytics events recorded",
            "data": {"count": 3},
        },
    )
    assert counts(client, f"mediaId={media}", reader) == {
        "totalEvents": 3,
        "uniqueSessions": 2,
        "eventCounts": {"play": 2, "seek": 1},
    }


def test_what_a_page_leaves_behind_is_read_whatever_it_calls_itself(
    client: Client, media: str
) -> None:
    body = b'{"events": [{"sessionId": "s", "mediaId": "%s", "eventType": "stop"}]}'

    answer = client.post(
        BATCH, content=body % media.encode(), headers={"Content-Type": "text/plain"}
    )

    assert answer.status_code == 201


def test_pages_of_all_sites_may_tell(client: Client) -> None:
    headers = {
        "Origin": "https://school.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }

    answer = client.options(EVENT, headers=headers)

    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (204, "*")
    assert "content-type" in answer.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    ("change", "field", "message"),
    [
        ({"sessionId": None}, "sessionId", "sessionId and eventType are required"),
        ({"eventType": ""}, "sessionId", "sessionId and eventType are required"),
        ({"mediaId": None}, "mediaId", "mediaId is required"),
        ({"mediaId": "42"}, "mediaId", r"mediaId must match ^(vod|live)_[a-f0-9\-]+$"),
        ({"currentTime": -1}, "currentTime", None),
        ({"sessionId": "x" * 101}, "sessionId", "sessionId: At most 100 characters"),
        ({"metadata": {"a": "x" * 3000}}, "metadata", None),
        ({"metadata": {"a": json.loads("[" * 100 + "]" * 100)}}, "metadata", None),
        ({"eventType": "dance"}, "eventType", None),
        ({"currentTime": "soon"}, "body", None),
        ({"metadata": [1]}, "body", None),
    ],
)
def test_what_is_wrong_with_an_event_is_said(
    client: Client, media: str, change: dict[str, Any], field: str, message: str | None
) -> None:
    answer = client.post(EVENT, json={**event(media), **change})

    told = answer.json()
    assert (answer.status_code, told["error"]["code"]) == (400, "VALIDATION_ERROR")
    assert told["error"]["details"][0]["field"] == field
    assert message in (None, told["message"])


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"{", b"\xff\xfe", b'"text"', b'{"x": ' + b"[" * 9000]
)
def test_what_is_no_event_is_refused(client: Client, body: bytes) -> None:
    statuses = [client.post(path, content=body).status_code for path in (EVENT, BATCH)]

    assert statuses == [400, 400]


@pytest.mark.parametrize("amount", [0, 101])
def test_a_batch_has_a_hundred_events_at_most(client: Client, media: str, amount: int) -> None:
    answer = client.post(BATCH, json={"events": [event(media)] * amount})

    assert answer.status_code == 400
    assert answer.json()["message"] == "events must hold 1 to 100 events"


def test_too_many_bytes_are_refused(client: Client, media: str) -> None:
    answer = client.post(EVENT, json=event(media, errorMessage="x" * 20_000))

    assert (answer.status_code, answer.json()["error"]["code"]) == (413, "FILE_TOO_LARGE")


def test_a_long_story_is_cut(client: Client, media: str) -> None:
    answer = client.post(EVENT, json=event(media, "error", errorMessage="x" * 9000))

    assert answer.status_code == 201


def test_one_bad_event_keeps_the_others_of_its_batch_out(
    client: Client, media: str, reader: Headers
) -> None:
    unknown = event("vod_a1b2c3d4-e5f6-7890-abcd-ef1234567890")

    answer = client.post(BATCH, json={"events": [event(media), unknown]})

    assert (answer.status_code, answer.json()["error"]["code"]) == (404, "NOT_FOUND")
    assert counts(client, f"mediaId={media}", reader)["totalEvents"] == 0


def test_only_those_who_may_see_a_video_tell_of_it(
    client: Client, db: Database, ada: User, reader: Headers
) -> None:
    with db.begin() as tx:
        private = make_video(tx, ada, content="x", privacy=Privacy.PRIVATE).video.uuid

    stranger, owner = (
        client.post(EVENT, json=event(f"vod_{private}"), headers=headers).status_code
        for headers in ({}, reader)
    )
    told = client.get(f"{STATS}?mediaId=vod_{private}&sessionId={SESSION}").status_code

    assert (stranger, owner, told) == (404, 201, 404)


def test_stats_of_everything_are_for_holders_of_keys(
    client: Client, media: str, reader: Headers
) -> None:
    client.post(EVENT, json=event(media))

    stranger = client.get(STATS)
    owner = client.get(STATS, headers=reader)

    assert (stranger.status_code, stranger.json()["error"]["code"]) == (401, "UNAUTHORIZED")
    assert owner.json()["data"]["eventCounts"] == {"play": 1}


@pytest.mark.parametrize(
    "header", ["Bearer vsrc_0", "Bearer nonsense", f"Bearer {'0' * 40}", "Bearer a.b.c", ""]
)
def test_what_opens_nothing_is_ignored(client: Client, media: str, header: str) -> None:
    shown, one = {"Authorization": header}, f"{STATS}?mediaId={media}&sessionId={SESSION}"

    answers = [
        client.post(EVENT, json=event(media), headers=shown),
        client.post(BATCH, json={"events": [event(media)]}, headers=shown),
        client.get(one, headers=shown),
        client.get(one, headers={"X-API-Key": "nonsense"}),
        client.get(STATS, headers=shown),
    ]

    assert [answer.status_code for answer in answers] == [201, 201, 200, 200, 401]


def test_a_session_is_known_to_those_who_play_it(client: Client, media: str) -> None:
    client.post(EVENT, json=event(media))

    found = [
        counts(client, f"mediaId={media}&sessionId={name}") for name in (SESSION, "another")
    ]

    assert [each["totalEvents"] for each in found] == [1, 0]


@pytest.mark.parametrize(
    ("query", "others_status"),
    [
        ("mediaId={media}", 404),
        ("mediaId={media}&userId=42", 404),
        ("mediaId={media}&sessionId={session}&userId=42", 404),
        ("sessionId={session}", 200),
        ("userId=42", 200),
    ],
)
def test_anything_else_is_known_to_the_owner_only(
    client: Client,
    media: str,
    reader: Headers,
    key_of: Callable[[User, Permission], Headers],
    bob: User,
    query: str,
    others_status: int,
) -> None:
    client.post(EVENT, json=event(media, userId=42))
    url = f"{STATS}?{query.format(media=media, session=SESSION)}"
    bobs = key_of(bob, Permission.WRITE)

    owner, stranger, other = (
        client.get(url, headers=headers) for headers in (reader, {}, bobs)
    )

    assert owner.json()["data"]["totalEvents"] == 1
    assert (stranger.status_code, other.status_code) == (401, others_status)
    assert other.json().get("data", {"totalEvents": 0})["totalEvents"] == 0


@pytest.mark.parametrize(
    ("query", "total"),
    [
        ("startDate=2026-03-01&endDate=2026-03-01", 1),
        ("startDate=2026-03-01T12:00:01Z", 0),
        ("endDate=2026-03-01T13:00:00%2B02:00", 0),
        ("endDate=2026-02-28", 0),
    ],
)
def test_stats_are_of_a_stretch_of_time(
    client: Client, media: str, query: str, total: int
) -> None:
    client.post(EVENT, json=event(media))

    found = counts(client, f"mediaId={media}&sessionId={SESSION}&{query}")

    assert found["totalEvents"] == total


@pytest.mark.parametrize("query", ["startDate=soon", "endDate=9999-12-31", "mediaId=x"])
def test_faulty_questions_are_refused(client: Client, reader: Headers, query: str) -> None:
    answer = client.get(f"{STATS}?sessionId=s&{query}", headers=reader)

    assert answer.status_code == (200 if "9999" in query else 400)


def test_who_watches_ten_seconds_counts_as_a_view(
    client: Client, runtime: Runtime, media: str
) -> None:
    for position_s in (0, 4, 11.5):
        client.post(EVENT, json=event(media, currentTime=position_s))
    client.post(EVENT, json=event(media, "seek", sessionId="jumps", currentTime=0))
    client.post(EVENT, json=event(media, "seek", sessionId="jumps", currentTime=50))

    runtime.viewing.write()

    with runtime.db.read() as tx:
        assert get_entry(tx, 1).video.views == 1


@pytest.fixture
def limited(
    sqlite_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Client]:
    """An app that hears thirty events a minute."""
    monkeypatch.setattr(pace, "EVENTS", replace(pace.EVENTS, amount=3))
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: 0)
    with OneLoopClient(build(make_runtime(sqlite_db, tmp_path, limiter=limiter))) as client:
        yield client


def test_an_address_tells_no_more_than_players_do(limited: Client, sqlite_db: Database) -> None:
    with sqlite_db.begin() as tx:
        media = f"vod_{make_video(tx, make_user(tx)).video.uuid}"
    events = {"events": [event(media)] * 15}

    taken = limited.post(BATCH, json=events)
    one_more = limited.post(EVENT, json=event(media))
    refused = limited.post(EVENT, json=event(media))

    assert (taken.status_code, one_more.status_code) == (201, 201)
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "RATE_LIMITED")
    assert refused.headers["retry-after"] == "60"


def test_an_address_asks_sixty_times_a_minute(limited: Client) -> None:
    statuses = [limited.get(f"{STATS}?mediaId=x&sessionId=s").status_code for _ in range(62)]

    assert statuses == [400] * 60 + [429] * 2


def test_nothing_is_kept_while_the_disk_is_nearly_full(
    sqlite_db: Database, tmp_path: Path
) -> None:
    with sqlite_db.begin() as tx:
        media = f"vod_{make_video(tx, make_user(tx)).video.uuid}"
    full = build(make_runtime(sqlite_db, tmp_path, min_free_bytes=10**18))

    with OneLoopClient(full) as client:
        answer = client.post(EVENT, json=event(media))

    assert (answer.status_code, answer.json()["error"]["code"]) == (507, "STORAGE_FULL")
