"""Files served slowly on loopback, with ranges, so that there is time to pull the plug."""

import re
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

_PIECE_BYTES = 32 * 1024


@dataclass
class SlowFiles:
    """``asked`` are paths and the first bytes asked for; ``left`` counts answers that nobody
    took to their end. Each connection gets ``bytes_per_s``.
    """

    bytes_per_s: int
    url: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    asked: list[tuple[str, int]] = field(default_factory=list)
    left: int = 0

    def put(self, path: str, data: bytes) -> str:
        self.files[path] = data
        return self.url + path


@contextmanager
def serve_slowly(bytes_per_s: int) -> Iterator[SlowFiles]:
    files = SlowFiles(bytes_per_s)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files))
    server.daemon_threads = True
    files.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield files
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(files: SlowFiles) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = files.files[self.path]
            tag = f'"{len(data)}"'
            start = self._start(tag)
            files.asked.append((self.path, start))
            self.send_response(206 if start else 200)
            self.send_header("Content-Type", "audio/x-wav")
            self.send_header("Content-Length", str(len(data) - start))
            self.send_header("ETag", tag)
            if start:
                self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
            with suppress(OSError):
                self.end_headers()
                self._send(data[start:])
                return
            files.left += 1

        def _start(self, tag: str) -> int:
            wanted = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"] or "")
            is_same = self.headers["If-Range"] == tag
            return int(wanted[1]) if wanted is not None and is_same else 0

        def _send(self, data: bytes) -> None:
            for start in range(0, len(data), _PIECE_BYTES):
                piece = data[start : start + _PIECE_BYTES]
                self.wfile.write(piece)
                time.sleep(len(piece) / files.bytes_per_s)

        def log_message(self, *arguments: object) -> None:
            """Say nothing."""

    return Handler
