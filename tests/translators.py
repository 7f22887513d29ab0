"""Servers on loopback that translate as LibreTranslate and language models do: every letter
becomes large, so that a test can see what was translated.
"""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any, TypeAlias

LANGUAGES = [
    {"code": "en", "name": "English", "targets": ["en", "fr", "zh-Hans"]},
    {"code": "fr", "name": "French", "targets": ["en", "fr"]},
    {"code": "zh-Hans", "name": "Chinese", "targets": ["en"]},
]


@dataclass(frozen=True)
class Request:
    path: str
    document: Any
    authorization: str | None


Reply: TypeAlias = tuple[int, Any]


@dataclass
class Server:
    """``asked`` are the requests so far."""

    url: str = ""
    asked: list[Request] = field(default_factory=list)

    @property
    def texts(self) -> list[list[str]]:
        """What was to be translated, by request."""
        return [_texts(request.document) for request in self.asked if request.document]


@contextmanager
def serving(reply: Callable[[Request], Reply]) -> Iterator[Server]:
    """A server while this is entered, which answers JSON, or a text as it is."""
    told = Server()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            document = json.loads(body) if body else None
            request = Request(self.path, document, self.headers.get("Authorization"))
            told.asked.append(request)
            status, answer = reply(request)
            data = answer.encode() if isinstance(answer, str) else json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_POST(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        told.url = f"http://127.0.0.1:{server.server_port}"
        yield told
        server.shutdown()


def libre(request: Request) -> Reply:
    """As a LibreTranslate server answers."""
    if request.path == "/languages":
        return 200, LANGUAGES
    if request.path != "/translate":
        return 404, {"error": "Not Found"}
    return 200, {"translatedText": [text.upper() for text in request.document["q"]]}


def model(request: Request) -> Reply:
    """As a language model answers that does what it is told."""
    if request.path != "/v1/chat/completions":
        return 404, {"error": {"message": "Unknown request URL"}}
    return said(json.dumps({n: text.upper() for n, text in lines_of(request).items()}))


def lines_of(request: Request) -> dict[str, str]:
    """The lines that a language model was sent."""
    lines: dict[str, str] = json.loads(request.document["messages"][-1]["content"])
    return lines


def said(content: str) -> Reply:
    """What a language model says."""
    message = {"role": "assistant", "content": content}
    return 200, {"choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


def _texts(document: Any) -> list[str]:
    if "q" in document:
        return list(document["q"])
    return list(json.loads(document["messages"][-1]["content"]).values())
