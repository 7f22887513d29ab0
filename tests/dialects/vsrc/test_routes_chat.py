from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.exceptions import WebSocketDisconnect
from litestar.testing import TestClient, WebSocketTestSession
from tests.dialects.runtimes import Client, make_runtime
from tests.factories import make_video

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.dialects.vsrc import build
from vitascope.http.asgi import ASGIApp, Message
from vitascope.http.limit_memory import MemoryLimiter

NOON_TEXT = "2026-03-01T12:00:00.000Z"


@pytest.fixture
def film(db: Database, ada: User) -> str:
    return make_public(db, ada)


def make_public(db: Database, owner: User, content: str = "a film", **fields: Any) -> str:
    with db.begin() as tx:
        entry = make_video(
            tx, owner, content=content, **{"privacy": Privacy.UNLISTED, **fields}
        )
    return f"/ws/chat/vod_{entry.video.uuid}"


def system(text: str) -> dict[str, str]:
    return {"type": "system", "message": text, "timestamp": NOON_TEXT}


def said(username: str, text: str) -> dict[str, str]:
    return {"type": "message", "username": username, "message": text, "timestamp": NOON_TEXT}


def ignore(guest: WebSocketTestSession, count: int) -> None:
    for _ in range(count):
        guest.receive_json()


def test_guests_hear_each_other_and_themselves(client: Client, film: str) -> None:
    with client.websocket_connect(film) as ada:
        to_ada = [ada.receive_json(), ada.receive_json()]
        with client.websocket_connect(film) as bob:
            to_bob = [bob.receive_json(), bob.receive_json()]
            bob.send_json({"type": "message", "username": "Bob", "message": "Hello"})
            to_bob.append(bob.receive_json())
        to_ada += [ada.receive_json() for _ in range(3)]

    joined = system("User joined. 2 user(s) online")
    assert to_bob == [system("Connected to chat server"), joined, said("Bob", "Hello")]
    assert to_ada == [
        system("Connected to chat server"),
        system("User joined. 1 user(s) online"),
        joined,
        said("Bob", "Hello"),
        system("User left. 1 user(s) online"),
    ]


def test_each_video_has_a_room_of_its_own(
    client: Client, db: Database, ada: User, film: str
) -> None:
    other = make_public(db, ada, content="another")

    with client.websocket_connect(film) as one, client.websocket_connect(other) as two:
        greetings = [two.receive_json(), two.receive_json()]
        one.send_json({"type": "message", "message": "Is anybody there?"})
        ignore(one, 3)
        two.send_json({"type": "message", "message": "Nobody"})
        heard = two.receive_json()

    assert greetings[1] == system("User joined. 1 user(s) online")
    assert heard == said("Anonymous", "Nobody")


def test_what_is_no_message_is_told_to_its_sender_alone_and_ends_nothing(
    client: Client, film: str
) -> None:
    with client.websocket_connect(film) as ada, client.websocket_connect(film) as bob:
        ignore(bob, 2)
        ada.send_text("not json")
        ada.send_text('{"type":"message","message":"Now it is"}')
        to_ada = [ada.receive_json() for _ in range(5)][3:]
        to_bob = bob.receive_json()

    error = {"type": "error", "message": 'Send {"type": "message", "username", "message"}'}
    assert to_ada == [error, said("Anonymous", "Now it is")]
    assert to_bob == said("Anonymous", "Now it is")


def test_who_floods_is_told_so_and_then_shown_the_door(client: Client, film: str) -> None:
    with client.websocket_connect(film) as guest:
        for number in range(23):
            guest.send_json({"type": "message", "message": str(number)})
        with pytest.raises(WebSocketDisconnect) as closed:
            ignore(guest, 100)

    assert closed.value.code == 1008


def test_bytes_end_the_chat(client: Client, film: str) -> None:
    with client.websocket_connect(film) as guest:
        ignore(guest, 2)
        guest.send_bytes(b"\x00\xff")
        with pytest.raises(WebSocketDisconnect) as closed:
            guest.receive_json()

    assert closed.value.code == 1003


def test_only_videos_that_everybody_may_see_have_a_chat(
    client: Client, db: Database, ada: User
) -> None:
    private = make_public(db, ada, content="private", privacy=Privacy.PRIVATE)
    restricted = make_public(db, ada, content="restricted", allowed_domains=("school.example",))
    unknown = "/ws/chat/vod_a1b2c3d4-e5f6-7890-abcd-ef1234567890"

    opened = []
    for path in (private, restricted, unknown, "/ws/chat/12", "/ws/chat", "/ws"):
        try:
            with client.websocket_connect(path):
                opened.append(path)
        except WebSocketDisconnect:
            continue

    assert opened == []


@pytest.fixture
def limited(db: Database, tmp_path: Path) -> Iterator[Client]:
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: 0)
    with TestClient(build(make_runtime(db, tmp_path, limiter=limiter))) as client:
        yield client


async def test_the_addresses_of_one_ipv6_customer_join_as_one(
    db: Database, tmp_path: Path
) -> None:
    limiter = MemoryLimiter(clock=lambda: 0, wall_clock=lambda: 0)
    app = build(make_runtime(db, tmp_path, limiter=limiter))

    codes = [await refusal(app, f"2001:db8::{number:x}") for number in range(121)]

    assert codes == [*[404] * 120, 503]


async def refusal(app: ASGIApp, address: str) -> int:
    """How the server refuses who joins the chat of no video from ``address``."""
    waiting: list[Message] = [{"type": "websocket.connect"}, {"type": "websocket.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        sent.append(message)

    scope: Any = {
        "type": "websocket",
        "path": "/ws/chat/vod_a1b2c3d4-e5f6-7890-abcd-ef1234567890",
        "client": (address, 1),
        "headers": [(b"authorization", b"Bearer nonsense")],
        "query_string": b"",
        "extensions": {"websocket.http.response": {}},
    }
    await app(scope, receive, send)
    status: int = sent[0]["status"]
    return status


def test_an_address_opens_a_hundred_and_twenty_chats_a_minute(
    limited: Client, film: str
) -> None:
    for _ in range(120):
        with limited.websocket_connect(film):
            pass

    with pytest.raises(WebSocketDisconnect), limited.websocket_connect(film):
        pass
