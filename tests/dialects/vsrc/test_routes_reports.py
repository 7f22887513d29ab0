from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from litestar.exceptions import WebSocketDisconnect
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import NOON, make_user, make_video
from tests.one_loop import OneLoopClient

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.vsrc import build, routes_reports

SOCKET = "/ws/analytics"
NOON_MS = 1_772_366_400_000


@pytest.fixture
def media(db: Database, ada: User) -> str:
    with db.begin() as tx:
        return f"vod_{make_video(tx, ada, privacy=Privacy.UNLISTED).video.uuid}"


def event(media: str, kind: str = "play", **more: Any) -> dict[str, Any]:
    return {"sessionId": "one", "mediaId": media, "eventType": kind, **more}


def talk(client: Client, *messages: Any) -> list[Any]:
    """What is answered to each message, after the greeting."""
    with client.websocket_connect(SOCKET) as socket:
        socket.receive_json()
        answers = []
        for message in messages:
            socket.send_json(message)
            answers.append(socket.receive_json())
        return answers


def test_a_player_is_greeted(client: Client) -> None:
    with client.websocket_connect(SOCKET) as socket:
        greeting = socket.receive_json()

    assert greeting == {
        "type": "connected",
        "message": "Connected to the analytics server",
        "timestamp": NOON_MS,
    }


def test_events_and_batches_are_acknowledged_once_they_are_kept(
    client: Client, media: str
) -> None:
    answers = talk(
        client,
        {"type": "event", "payload": event(media)},
        {"type": "batch", "payload": {"events": [event(media), event(media, "pause")]}},
        {"type": "event", "payload": event(media, "ended")},
        {"type": "ping"},
    )

    assert answers == [
        {"type": "ack", "eventId": 1, "eventType": "play", "timestamp": NOON_MS},
        {"type": "batch_ack", "count": 2, "timestamp": NOON_MS},
        {"type": "ack", "eventId": 4, "eventType": "ended", "timestamp": NOON_MS},
        {"type": "pong", "timestamp": NOON_MS},
    ]
    stats = client.get(f"/api/analytics/stats?mediaId={media}&sessionId=one").json()["data"]
    assert stats["eventCounts"] == {"play": 2, "ended": 1, "pause": 1}


def test_mistakes_are_told_and_the_socket_stays_open(client: Client, media: str) -> None:
    unknown = "vod_a1b2c3d4-e5f6-7890-abcd-ef1234567890"

    answers = talk(
        client,
        {"type": "event", "payload": {"eventType": "play"}},
        {"type": "event", "payload": event(unknown)},
        {"type": "batch", "payload": {"events": []}},
        {"type": "dance"},
        [1, 2],
        {"type": "event"},
        {"type": "ping"},
    )

    assert [answer["type"] for answer in answers] == ["error"] * 6 + ["pong"]
    assert [answer.get("message") for answer in answers[:4]] == [
        "sessionId and eventType are required",
        f"No such media: {unknown}",
        "events must hold 1 to 100 events",
        "Unknown message type: dance",
    ]


def test_what_is_no_text_ends_the_talk(client: Client) -> None:
    with client.websocket_connect(SOCKET) as socket:
        socket.receive_json()
        socket.send_bytes(b"\0")
        with pytest.raises(WebSocketDisconnect) as ended:
            socket.receive_json()

    assert ended.value.code == 1003


def test_who_makes_nothing_but_mistakes_is_sent_away(client: Client) -> None:
    with client.websocket_connect(SOCKET) as socket:
        socket.receive_json()
        for _ in range(21):
            socket.send_text("nonsense")
            socket.receive_json()
        with pytest.raises(WebSocketDisconnect) as ended:
            socket.receive_json()

    assert ended.value.code == 1008


def test_who_watches_counts_as_a_view(sqlite_db: Database, tmp_path: Path) -> None:
    clock = [NOON]
    runtime = make_runtime(sqlite_db, tmp_path, now=lambda: clock[-1])
    with sqlite_db.begin() as tx:
        media = f"vod_{make_video(tx, make_user(tx)).video.uuid}"

    with OneLoopClient(build(runtime)) as client:
        for passed_s, kind in ((0, "play"), (30, "ended")):
            clock.append(NOON + timedelta(seconds=passed_s))
            talk(client, {"type": "event", "payload": event(media, kind, currentTime=passed_s)})

    runtime.viewing.write()
    with sqlite_db.read() as tx:
        assert get_entry(tx, 1).video.views == 1


def test_sockets_of_one_address_are_counted(
    sqlite_db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(routes_reports, "_PLACES_OF_ONE", 1)
    app = build(make_runtime(sqlite_db, tmp_path))

    with OneLoopClient(app) as client:
        with client.websocket_connect(SOCKET) as socket:
            socket.receive_json()
            with pytest.raises(WebSocketDisconnect), client.websocket_connect(SOCKET):
                pass
        answers = talk(client, {"type": "ping"})

    assert answers == [{"type": "pong", "timestamp": NOON_MS}]
