import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from vitascope.http.asgi import ASGIApp, Message, Receive, Scope, Send
from vitascope.http.dispatch import UUID_PREFIX, Dispatcher, Route


def named(name: str) -> ASGIApp:
    """An app that answers with its name and the request id it sees."""

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        headers = [(b"app", name.encode())]
        await send({"type": "http.response.start", "status": 404, "headers": headers})
        await send(
            {"type": "http.response.body", "body": scope["state"]["request_id"].encode()}
        )

    return app


TABLE = [
    Route("/api", "videocms"),
    Route("/api/v1", "peertube"),
    Route("/api/v1/videos", "peertube", shared=True),
    Route("/api/v1/videos/upload", "peertube"),
    Route("/api/public/v1/", "vsrc"),
    Route("/ws", "vsrc", sockets=True),
]
APPS = {name: named(name) for name in ("videocms", "peertube", "avcaption", "vsrc", "web")}


def by_key(scope: Scope) -> str | None:
    return "avcaption" if any(name == b"x-api-key" for name, _ in scope["headers"]) else None


@pytest.fixture
def dispatcher() -> Dispatcher:
    return Dispatcher(TABLE, APPS, default="web", choose=by_key)


def request(path: str, *headers: tuple[bytes, bytes], kind: str = "http") -> Any:
    return {"type": kind, "path": path, "headers": list(headers)}


async def ask(app: ASGIApp, scope: Scope) -> list[Message]:
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent


KEY = (b"x-api-key", b"avc_1")


@pytest.mark.parametrize(
    ("scope", "name"),
    [
        (request("/api"), "videocms"),
        (request("/api/folders"), "videocms"),
        (request("/api/v1"), "peertube"),
        (request("/api/v1/"), "peertube"),
        (request("/api/v1/config", KEY), "peertube"),
        (request("/api/v10/config"), "videocms"),
        (request("/api/v1/videos"), "peertube"),
        (request("/api/v1/videos", KEY), "avcaption"),
        (request("/api/v1/videos/7", KEY), "avcaption"),
        (request("/api/v1/videos/upload", KEY), "peertube"),
        (request("/api/public/v1/videos"), "vsrc"),
        (request("/api/public/v1"), "vsrc"),
        (request("/apis"), "web"),
        (request("/"), "web"),
        (request(""), "web"),
        (request("//api"), "web"),
    ],
)
def test_the_longest_written_prefix_wins(
    dispatcher: Dispatcher, scope: Scope, name: str
) -> None:
    found = dispatcher.name_for(scope)

    assert found == name


async def test_an_answer_of_one_app_is_final_even_when_it_is_404(
    dispatcher: Dispatcher,
) -> None:
    scope = request("/api/nothing", (b"x-request-id", b"client-0001"))

    sent = await ask(dispatcher, scope)

    headers = [(b"app", b"videocms"), (b"x-request-id", b"client-0001")]
    assert sent == [
        {"type": "http.response.start", "status": 404, "headers": headers},
        {"type": "http.response.body", "body": b"client-0001"},
    ]


@pytest.mark.parametrize("given", [b"", b"with space 1", b"a" * 129, b"line\nbreak1"])
async def test_a_request_id_that_is_none_is_replaced(
    dispatcher: Dispatcher, given: bytes
) -> None:
    scope = request("/", (b"x-request-id", given))

    start, end = await ask(dispatcher, scope)

    (_, (name, value)) = start["headers"]
    assert name == b"x-request-id"
    assert re.fullmatch(rb"[0-9a-f]{24}", value)
    assert end["body"] == value


async def test_a_socket_goes_the_same_way_and_carries_the_id(dispatcher: Dispatcher) -> None:
    scope = request("/ws/chat", (b"x-request-id", b"client-0001"), kind="websocket")

    sent = await ask(dispatcher, scope)

    headers = [(b"x-request-id", b"client-0001")]
    assert sent == [{"type": "websocket.accept", "headers": headers}]


@pytest.mark.parametrize("path", ["/api/v1/videos", "/", "/wss", ""])
async def test_a_socket_opens_only_on_a_route_that_has_them(
    dispatcher: Dispatcher, path: str
) -> None:
    sent = await ask(dispatcher, request(path, kind="websocket"))

    assert sent == [{"type": "websocket.close"}]


@pytest.mark.parametrize(
    ("table", "default"),
    [
        ([Route("/a", "missing")], "web"),
        ([], "missing"),
        ([Route("/a", "web"), Route("/a/", "vsrc")], "web"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(table: list[Route], default: str) -> None:
    with pytest.raises(ValueError, match=r"missing|twice"):
        Dispatcher(table, APPS, default=default)


async def live(app: ASGIApp) -> list[Message]:
    sent: list[Message] = []
    phases = iter(["lifespan.startup", "lifespan.shutdown"])

    async def receive() -> Message:
        return {"type": next(phases)}

    async def send(message: Message) -> None:
        sent.append(message)

    await app({"type": "lifespan"}, receive, send)
    return sent


async def test_lifespan_is_entered_at_start_and_left_at_the_end() -> None:
    happened: list[str] = []

    @asynccontextmanager
    async def lifespan() -> AsyncIterator[None]:
        happened.append("started")
        yield
        happened.append("stopped")

    sent = await live(Dispatcher([], APPS, default="web", lifespan=lifespan))

    assert sent == [
        {"type": "lifespan.startup.complete"},
        {"type": "lifespan.shutdown.complete"},
    ]
    assert happened == ["started", "stopped"]


@pytest.mark.parametrize("phase", ["startup", "shutdown"])
async def test_a_lifespan_that_fails_tells_the_server_why(phase: str) -> None:
    @asynccontextmanager
    async def lifespan() -> AsyncIterator[None]:
        if phase == "startup":
            raise OSError("no disk")
        yield
        raise OSError("no disk")

    sent = await live(Dispatcher([], APPS, default="web", lifespan=lifespan))

    assert sent[-1] == {"type": f"lifespan.{phase}.failed", "message": "no disk"}


UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (f"/{UUID}", "videocms"),
        (f"/{UUID.upper()}/720p/out.m3u8", "videocms"),
        (f"/{UUID}/image/thumb/4x4.webp", "videocms"),
        (f"/{UUID}x/720p/out.m3u8", "web"),
        (f"/{UUID.replace('-', '')}/720p/out.m3u8", "web"),
        (f"//{UUID}/720p/out.m3u8", "web"),
        (f"/videos/watch/{UUID}", "web"),
        (f"/api/v1/videos/{UUID}", "peertube"),
        (f"/w/p/{UUID}", "web"),
        ("/{uuid}", "web"),
        ("/{uuid}/720p/out.m3u8", "web"),
        ("/", "web"),
        ("", "web"),
    ],
)
def test_paths_that_begin_with_a_whole_uuid_have_a_row_of_their_own(
    path: str, name: str
) -> None:
    dispatcher = Dispatcher([*TABLE, Route(UUID_PREFIX, "videocms")], APPS, default="web")

    assert dispatcher.name_for(request(path)) == name
