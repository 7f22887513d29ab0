"""A web site on loopback that serves what a test puts there."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class Page:
    """``stalls_after`` bytes nothing comes any more until the site is let go."""

    body: bytes
    content_type: str = "text/html"
    status: int = 200
    stalls_after: int | None = None
    location: str | None = None


@dataclass
class FakeSite:
    url: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: str | bytes, content_type: str = "text/html") -> str:
        """Serve ``body`` and return its address."""
        data = body.encode() if isinstance(body, str) else body
        self.pages[path] = Page(data, content_type)
        return self.url + path

    def put_file(self, path: str, file: Path, content_type: str) -> str:
        return self.put(path, file.read_bytes(), content_type)

    def paths(self) -> list[str]:
        """What was asked for, without queries."""
        return [path.partition("?")[0] for path, _ in self.asked]


@contextmanager
def serve_site(host: str = "127.0.0.1") -> Iterator[FakeSite]:
    site = FakeSite()
    server = ThreadingHTTPServer((host, 0), _handler(site))
    site.url = f"http://{host}:{server.server_port}"
    # Polled often: shutting down waits for the next look.
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.released.set()
        server.shutdown()
        server.server_close()


def _handler(site: FakeSite) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.do_GET()

        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers["Range"]))
            page = site.pages.get(self.path.partition("?")[0], Page(b"", status=404))
            start, body = _asked_part(self.headers["Range"], page.body)
            self.send_response(206 if start is not None else page.status)
            self.send_header("Content-Type", page.content_type)
            self.send_header("Content-Length", str(len(body)))
            if page.location is not None:
                self.send_header("Location", page.location)
            if start is not None:
                end, size = start + len(body) - 1, len(page.body)
                self.send_header("Content-Range", f"bytes {start}-{end}/{size}")
            self.end_headers()
            if self.command == "GET":
                # Who has read enough goes away.
                with suppress(ConnectionError):
                    self._send(body, page.stalls_after)

        def _send(self, body: bytes, stalls_after: int | None) -> None:
            if stalls_after is None:
                self.wfile.write(body)
                return
            self.wfile.write(body[:stalls_after])
            self.wfile.flush()
            site.released.wait()

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler


def _asked_part(header: str | None, body: bytes) -> tuple[int | None, bytes]:
    asked = re.fullmatch(r"bytes=(\d+)-(\d*)", header or "")
    if asked is None:
        return None, body
    start = int(asked[1])
    return start, body[start : int(asked[2]) + 1 if asked[2] else None]
