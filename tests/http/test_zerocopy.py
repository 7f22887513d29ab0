import os
import socket
import ssl
import subprocess
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import psutil
import pytest

from vitascope.http.asgi import ZERO_COPY, ASGIApp, Message, Receive, Scope, Send
from vitascope.http.files import SendFile
from vitascope.http.zerocopy import ZeroCopyProtocol

Serve = Callable[..., tuple[str, int]]

LARGE_BYTES = 24 << 20
REQUEST = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


class Impatient(ZeroCopyProtocol):
    stall_timeout_s = 0.3


class Watched:
    """An app, and whether its calls came to an end."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.ended = threading.Semaphore(0)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await self._app(scope, receive, send)
        finally:
            self.ended.release()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """More than the buffers of a connection hold."""
    path = tmp_path / "large"
    path.write_bytes(os.urandom(1 << 20) * (LARGE_BYTES >> 20))
    return path


def opened(address: tuple[str, int]) -> socket.socket:
    """A client with a small buffer, so that the server has to wait for it."""
    client = socket.socket()
    client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 64 << 10)
    client.connect(address)
    client.sendall(REQUEST)
    return client


def everything(client: socket.socket) -> bytes:
    pieces = []
    while piece := client.recv(1 << 20):
        pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_a_large_file_arrives_whole_by_either_loop(
    serve: Serve, large: Path, loop: str
) -> None:
    host, port = serve(SendFile(large), loop=loop)

    content = httpx.get(f"http://{host}:{port}/").content

    assert content == large.read_bytes()


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_two_slow_clients_do_not_hold_up_a_third(serve: Serve, large: Path, loop: str) -> None:
    host, port = serve(SendFile(large), loop=loop)
    with opened((host, port)) as one, opened((host, port)) as two:
        starts = one.recv(10), two.recv(10)

        third = httpx.get(f"http://{host}:{port}/").content
        one.shutdown(socket.SHUT_WR)
        two.shutdown(socket.SHUT_WR)

    assert starts == (b"HTTP/1.1 2", b"HTTP/1.1 2")
    assert third == large.read_bytes()


def test_a_slow_client_still_gets_every_byte(serve: Serve, large: Path) -> None:
    host, port = serve(SendFile(large))

    with opened((host, port)) as client:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            head += client.recv(1)
        content = bytearray()
        while len(content) < LARGE_BYTES:
            content += client.recv(50_000)

    assert content == large.read_bytes()


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_a_client_that_takes_nothing_is_cut_off(serve: Serve, large: Path, loop: str) -> None:
    app = Watched(SendFile(large))
    address = serve(app, http=Impatient, loop=loop)

    with opened(address) as client:
        app.ended.acquire()
        try:
            received = everything(client)
        except ConnectionResetError:
            received = b""

    assert len(received) < LARGE_BYTES


def test_a_client_that_takes_nothing_of_a_plain_body_is_cut_off(serve: Serve) -> None:
    async def plain(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200})
        for _ in range(LARGE_BYTES >> 20):
            await send(
                {"type": "http.response.body", "body": bytes(1 << 20), "more_body": True}
            )
        await send({"type": "http.response.body"})

    app = Watched(plain)
    address = serve(app, http=Impatient)

    with opened(address):
        ended = app.ended.acquire()

    assert ended


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_a_client_that_leaves_in_the_middle_frees_everything(
    serve: Serve, large: Path, loop: str
) -> None:
    app = Watched(SendFile(large))
    address = serve(app, loop=loop)
    descriptors = psutil.Process().num_fds()

    for _ in range(5):
        with opened(address) as client:
            client.recv(1000)
        app.ended.acquire()

    assert psutil.Process().num_fds() <= descriptors + 1
    assert httpx.get("http://{}:{}/".format(*address)).content == large.read_bytes()


@pytest.mark.parametrize("loop", ["asyncio", "uvloop"])
def test_it_is_told_how_much_has_left(serve: Serve, large: Path, loop: str) -> None:
    told: list[int] = []

    async def noting(scope: Scope, receive: Receive, send: Send) -> None:
        async def sending(message: Message) -> None:
            await send(message)
            if message["type"] == ZERO_COPY:
                told.append(message["sent"])

        await SendFile(large)(scope, receive, sending)

    app = Watched(noting)
    address = serve(app, loop=loop)

    httpx.get("http://{}:{}/".format(*address))
    with opened(address) as client:
        client.recv(1000)
    app.ended.acquire()
    app.ended.acquire()

    whole, part = told
    assert whole == LARGE_BYTES
    assert 0 < part < LARGE_BYTES


def test_a_file_that_shrinks_ends_the_connection_and_no_lie_is_told(
    serve: Serve, tmp_path: Path
) -> None:
    path = tmp_path / "shrunk"
    path.write_bytes(b"abc")

    async def promise_more(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"10")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        with path.open("rb") as file:
            await send({"type": ZERO_COPY, "file": file.fileno(), "offset": 0, "count": 10})

    host, port = serve(promise_more)

    with pytest.raises(httpx.TransportError):
        httpx.get(f"http://{host}:{port}/")


def test_bytes_and_files_alternate_in_one_answer(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "middle"
    path.write_bytes(b"-middle-")

    async def mixed(_scope: Scope, _receive: Receive, send: Send) -> None:
        headers = [(b"content-length", b"18")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"begin", "more_body": True})
        with path.open("rb") as file:
            part = {"type": ZERO_COPY, "file": file.fileno(), "more_body": True}
            await send({**part, "offset": 0, "count": 4})
            await send({**part, "offset": 4, "count": 4})
        await send({"type": "http.response.body", "body": b"ended"})

    host, port = serve(mixed)

    content = httpx.get(f"http://{host}:{port}/").content

    assert content == b"begin-middle-ended"


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"2")]])
def test_a_file_that_does_not_fit_its_answer_is_a_mistake(
    serve: Serve, tmp_path: Path, headers: list[tuple[bytes, bytes]]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"abc")
    caught: list[BaseException] = []

    async def wrong(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        with path.open("rb") as file:
            try:
                await send({"type": ZERO_COPY, "file": file.fileno(), "offset": 0, "count": 3})
            except RuntimeError as error:
                caught.append(error)

    host, port = serve(wrong)

    with pytest.raises(httpx.TransportError):
        httpx.get(f"http://{host}:{port}/")
    assert [type(error) for error in caught] == [RuntimeError]


def test_pipelined_requests_are_answered_in_their_order(serve: Serve, tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"0123456789")
    address = serve(SendFile(path))
    requests = [
        b"GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=%d-%d\r\n%s\r\n" % (at, at, last)
        for at, last in ((1, b""), (2, b""), (3, b"Connection: close\r\n"))
    ]

    with socket.create_connection(address) as client:
        client.sendall(b"".join(requests))
        answers = everything(client)

    assert [part[-1:] for part in answers.split(b"HTTP/1.1 206")[1:]] == [b"1", b"2", b"3"]


@pytest.mark.process
def test_over_tls_the_bytes_are_read_and_arrive_the_same(
    serve: Serve, large: Path, tmp_path: Path
) -> None:
    seen: list[Any] = []
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    new_certificate = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*new_certificate, *names, *files], check=True, capture_output=True)

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope.get("extensions"))
        await SendFile(large)(scope, receive, send)

    host, port = serve(app, ssl_keyfile=str(key), ssl_certfile=str(certificate))
    trusted = ssl.create_default_context(cafile=str(certificate))

    answer = httpx.get(f"https://{host}:{port}/", headers={"range": "bytes=5-"}, verify=trusted)

    assert (answer.status_code, answer.content) == (206, large.read_bytes()[5:])
    assert seen == [None]
