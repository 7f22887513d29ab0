"""Other people's servers, faked: what their APIs are documented to answer."""

import json
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeAlias

_RANGE = re.compile(r"bytes=(\d+)-")


@dataclass(frozen=True)
class Asked:
    """``path`` has its query; ``headers`` have names in lower case."""

    method: str
    path: str
    headers: dict[str, str]


@dataclass(frozen=True)
class Stall:
    """A server that stops in the middle of an answer until it may go."""

    reached: threading.Event = field(default_factory=threading.Event)
    go: threading.Event = field(default_factory=threading.Event)


@dataclass(frozen=True)
class Answer:
    """``stops_after`` bytes of the body the connection breaks, at once or after ``stall``.
    ``is_file`` takes ranges.
    """

    body: bytes = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    is_file: bool = False
    stops_after: int | None = None
    stall: Stall | None = None


Answering: TypeAlias = Callable[[Asked], Answer]

MISSING = Answer(b'{"error": "Not found"}', 404)


def as_json(value: Any, status: int = 200) -> Answer:
    return Answer(json.dumps(value).encode(), status, (("Content-Type", "application/json"),))


def as_file(body: bytes, *, stops_after: int | None = None) -> Answer:
    return Answer(body, 200, (("ETag", '"one"'),), is_file=True, stops_after=stops_after)


@dataclass
class FakeServer:
    """Answers paths by ``routes``, whatever their query, unless a route names one."""

    routes: dict[str, Answer | Answering] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def answer(self, asked: Asked) -> Answer:
        self.asked.append(asked)
        found = self.routes.get(asked.path) or self.routes.get(asked.path.partition("?")[0])
        if found is None:
            return MISSING
        return found if isinstance(found, Answer) else found(asked)


@contextmanager
def serving(server: FakeServer) -> Iterator[FakeServer]:
    """The server, listening on loopback."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            _send(self, server.answer(Asked(self.command, self.path, headers)), headers)

        def log_message(self, *_: object) -> None:
            pass

    listening = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listening.daemon_threads = True
    server.port = listening.server_port
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        listening.shutdown()
        listening.server_close()
        thread.join()


def _send(handler: BaseHTTPRequestHandler, answer: Answer, headers: dict[str, str]) -> None:
    found = _RANGE.fullmatch(headers.get("range", "")) if answer.is_file else None
    start = int(found[1]) if found else 0
    handler.send_response(206 if found else answer.status)
    for name, value in answer.headers:
        handler.send_header(name, value)
    if found:
        total = len(answer.body)
        handler.send_header("Content-Range", f"bytes {start}-{total - 1}/{total}")
    body = answer.body[start:]
    handler.send_header("Content-Length", str(len(body)))
    handler.send_header("Connection", "close")
    handler.end_headers()
    stop = None if answer.stops_after is None else max(0, answer.stops_after - start)
    with suppress(OSError):
        handler.wfile.write(body[:stop])
        if answer.stall is not None:
            handler.wfile.flush()
            answer.stall.reached.set()
            answer.stall.go.wait()
    handler.close_connection = True
