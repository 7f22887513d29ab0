from collections.abc import Awaitable, Callable
from typing import Any

import msgspec
from litestar import Litestar
from msgspec import Struct
from structlog.testing import capture_logs

from vitascope.base.errors import NotFound
from vitascope.dialects.vsrc.sockets import AnySocket, bind_socket, heard, say
from vitascope.http.asgi import Message

ANSWERS: dict[str, Any] = {"websocket.http.response": {}}


class Word(Struct):
    word: str


async def parrot(socket: AnySocket) -> None:
    await socket.accept()
    async for text in heard(socket):
        await say(socket, Word(text))


async def talk(
    talking: Callable[[AnySocket], Awaitable[None]],
    *messages: Message,
    extensions: dict[str, Any] | None = None,
    is_gone: bool = False,
) -> list[Message]:
    """What the app sends to a client who sends these messages and leaves."""
    app = Litestar([bind_socket("/ws", talking)], openapi_config=None, logging_config=None)
    waiting = [{"type": "websocket.connect"}, *messages, {"type": "websocket.disconnect"}]
    sent: list[Message] = []

    async def receive() -> Message:
        return waiting.pop(0)

    async def send(message: Message) -> None:
        if is_gone and message["type"] == "websocket.send":
            raise ConnectionError("gone")
        sent.append(message)

    scope: Any = {
        "type": "websocket",
        "path": "/ws",
        "headers": [],
        "query_string": b"",
        "extensions": extensions,
    }
    await app(scope, receive, send)
    return sent


def received(text: str) -> Message:
    return {"type": "websocket.receive", "text": text}


async def test_what_is_said_is_json_until_the_client_leaves() -> None:
    sent = await talk(parrot, received("one"), received("two"))

    assert [message.get("text") for message in sent] == [
        None,
        '{"word":"one"}',
        '{"word":"two"}',
    ]


async def test_bytes_close_the_socket() -> None:
    sent = await talk(parrot, {"type": "websocket.receive", "bytes": b"\x00"})

    assert sent[1:] == [
        {"type": "websocket.close", "code": 1003, "reason": "Messages are text"}
    ]


async def test_a_client_that_leaves_while_it_is_told_something_is_no_mistake() -> None:
    with capture_logs() as logs:
        sent = await talk(parrot, received("one"), is_gone=True)

    assert [message["type"] for message in sent] == ["websocket.accept"]
    assert logs == []


async def nobody(_socket: AnySocket) -> None:
    raise NotFound("media", "vod_1")


async def test_a_refusal_is_the_envelope_where_the_server_can_send_it() -> None:
    sent = await talk(nobody, extensions=ANSWERS)

    start, end = sent
    assert (start["status"], start["headers"]) == (
        404,
        [(b"content-type", b"application/json")],
    )
    assert msgspec.json.decode(end["body"]) == {
        "success": False,
        "message": "No such media: vod_1",
        "error": {"code": "NOT_FOUND"},
    }


async def test_a_refusal_closes_the_socket_where_the_server_cannot_answer() -> None:
    sent = await talk(nobody)

    assert [message["type"] for message in sent] == ["websocket.close"]


async def test_our_own_mistake_is_logged_and_shows_nothing_of_the_inside() -> None:
    async def failing(socket: AnySocket) -> None:
        await socket.accept()
        raise RuntimeError("the inside")

    with capture_logs() as logs:
        sent = await talk(failing)

    assert sent[1:] == [{"type": "websocket.close", "code": 1011, "reason": ""}]
    assert [(line["event"], line["path"]) for line in logs] == [("socket failed", "/ws")]
