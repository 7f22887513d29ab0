"""Servers on loopback that answer what a test says, and remember what they were asked."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class Answering:
    """``answers`` are statuses and bodies by path; others are 404. They may change."""

    answers: dict[str, tuple[int, bytes]]
    url: str = ""
    asked: list[tuple[str, str, bytes]] = field(default_factory=list)


@contextmanager
def answering(answers: Mapping[str, tuple[int, bytes]]) -> Iterator[Answering]:
    """A server while this is entered; it notes method, path and body of each request."""
    told = Answering({**answers})

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            told.asked.append((self.command, self.path, body))
            status, answer = told.answers.get(self.path, (404, b""))
            self.send_response(status)
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        told.url = f"http://127.0.0.1:{server.server_port}"
        yield told
        server.shutdown()
