"""The whole way of a socket: a real server, the entrance, the dispatcher, an app."""

import socket
from collections.abc import Callable
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosedError, InvalidStatus
from websockets.sync.client import connect

from vitascope.db import Database
from vitascope.http.asgi import Receive, Scope, Send
from vitascope.http.dispatch import Dispatcher, Route
from vitascope.http.entrance import Entrance
from vitascope.http.proxies import TrustedProxies
from vitascope.http.runtime import utc_now
from vitascope.http.sockets import Places, SocketProtocol
from vitascope.http.uses import Uses

Serve = Callable[..., tuple[str, int]]

HANDSHAKE = (
    b"GET /ws HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Say who is there, then everything that is said."""
    await receive()
    await send({"type": "websocket.accept"})
    await send({"type": "websocket.send", "text": scope["client"][0]})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message["text"]})


async def refusing(_scope: Scope, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "websocket.http.response.start", "status": 404, "headers": []})
    await send({"type": "websocket.http.response.body", "body": b"nobody here"})


def whole(db: Database) -> Any:
    table = [
        Route("/ws", "echo", sockets=True),
        Route("/ws/refusing", "refusing", sockets=True),
        Route("/pages", "echo"),
    ]
    apps = {"echo": echo, "refusing": refusing}
    dispatcher = Dispatcher(table, apps, default="echo")
    return Entrance(dispatcher, TrustedProxies(["127.0.0.1"]), Uses(db, utc_now))


@pytest.fixture
def address(serve: Serve, db: Database) -> str:
    host, port = serve(whole(db), ws=SocketProtocol, ws_max_size=1000)
    return f"{host}:{port}"


def test_a_socket_passes_everything_that_stands_before_the_apps(address: str) -> None:
    headers = {"X-Request-ID": "socket-1", "X-Forwarded-For": "198.51.100.7"}

    with connect(f"ws://{address}/ws/chat", additional_headers=headers, proxy=None) as client:
        client.send("Hello")
        said = [client.recv(), client.recv()]

    assert said == ["198.51.100.7", "Hello"]
    assert client.response is not None
    assert client.response.headers["x-request-id"] == "socket-1"


@pytest.mark.parametrize("path", ["/pages", "/", "/wss"])
def test_a_socket_opens_only_where_the_table_says_so(address: str, path: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(f"ws://{address}{path}", proxy=None)

    assert refused.value.response.status_code == 403


def test_an_app_may_refuse_a_socket_as_it_refuses_a_request(address: str) -> None:
    with pytest.raises(InvalidStatus) as refused:
        connect(
            f"ws://{address}/ws/refusing",
            additional_headers={"X-Request-ID": "socket-2"},
            proxy=None,
        )

    answer = refused.value.response
    assert (answer.status_code, answer.body) == (404, b"nobody here")
    assert answer.headers["x-request-id"] == "socket-2"


def test_a_message_that_is_too_large_ends_the_socket(address: str) -> None:
    with connect(f"ws://{address}/ws", proxy=None) as client:
        client.recv()
        client.send("x" * 1001)
        with pytest.raises(ConnectionClosedError) as closed:
            client.recv()

    assert closed.value.rcvd is not None
    assert closed.value.rcvd.code == 1009


def test_a_client_that_asks_for_answers_and_reads_none_is_cut_off(address: str) -> None:
    host, _, port = address.partition(":")
    ping = b"\x89\xfd" + bytes(4) + bytes(125)

    with socket.create_connection((host, int(port))) as client:
        client.sendall(HANDSHAKE)
        # Far more than the buffers of a connection hold.
        with pytest.raises(ConnectionError):
            client.sendall(ping * 500_000)


def test_places_are_counted_in_all_and_for_each_address() -> None:
    places = Places(most=3, most_of_one=2)

    with (
        places.taken("192.0.2.1") as one,
        places.taken("192.0.2.1") as two,
        places.taken("192.0.2.1") as third_of_one,
        places.taken("192.0.2.2") as other,
        places.taken("192.0.2.3") as fourth_of_all,
    ):
        found = [one, two, third_of_one, other, fourth_of_all]
    with places.taken("192.0.2.1") as again:
        found.append(again)

    assert found == [True, True, False, True, False, True]


def test_an_ipv6_network_of_one_customer_is_one_address() -> None:
    places = Places(most=9, most_of_one=1)

    with places.taken("2001:db8::1") as one, places.taken("2001:db8::2") as other:
        found = [one, other]

    assert found == [True, False]


def test_a_place_is_given_back_when_its_holder_fails() -> None:
    places = Places(most=1, most_of_one=1)

    with pytest.raises(OSError, match="gone"), places.taken("192.0.2.1"):
        raise OSError("gone")
    with places.taken("192.0.2.1") as again:
        found = again

    assert found
