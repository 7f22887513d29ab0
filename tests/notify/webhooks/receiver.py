"""A server on loopback that is told by webhooks, and answers what a test says."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

_PATIENCE_S = 60.0


@dataclass(frozen=True)
class Told:
    """One request. ``headers`` have names in lower case."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Receiver:
    """``answer`` says with which status a request is answered; None is never, as long as the
    server runs. It may be changed. ``told`` has every request from before it was answered.
    """

    url: str = ""
    answer: Callable[[Told], int | None] = lambda _: 200
    told: list[Told] = field(default_factory=list)
    ended: threading.Event = field(default_factory=threading.Event)

    def wait_for(self, count: int) -> None:
        """Return once there were so many requests."""
        wait_until(lambda: len(self.told) >= count, f"{count} requests, not {len(self.told)}")


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Return once it is so; the limit only ends a test that would hang."""
    until_s = time.monotonic() + _PATIENCE_S
    while not holds():
        assert time.monotonic() < until_s, f"waited too long for {what}"
        time.sleep(0.005)


@contextmanager
def receiving() -> Iterator[Receiver]:
    receiver = Receiver()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            headers = {name.lower(): value for name, value in self.headers.items()}
            told = Told(self.path, headers, body)
            receiver.told.append(told)
            status = receiver.answer(told)
            if status is None:
                receiver.ended.wait()
                self.close_connection = True
                return
            self.send_response(status)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        request_queue_size = 128

        def handle_error(self, request: object, client_address: object) -> None:
            """Clients that are gone are part of the tests."""

    with Server(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        receiver.url = f"http://127.0.0.1:{server.server_port}"
        yield receiver
        receiver.ended.set()
        server.shutdown()
