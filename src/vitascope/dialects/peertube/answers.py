"""Answers in JSON, and those without a body."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from vitascope.http.asgi import Headers, Receive, Scope, Send

JSON = b"application/json; charset=utf-8"

_ENCODER = msgspec.json.Encoder()
encode = _ENCODER.encode


@dataclass(slots=True, eq=False)
class Answer:
    """Encoded JSON on its way out, or no body; the framework's own response takes twice as
    long.
    """

    body: bytes = b""
    headers: Sequence[tuple[bytes, bytes]] = ()
    status: int = 200

    async def __call__(self, _scope: Scope, _receive: Receive, send: Send) -> None:
        headers: Headers = [(b"content-length", b"%d" % len(self.body)), *self.headers]
        if self.body:
            headers.append((b"content-type", JSON))
        start = {"type": "http.response.start", "status": self.status, "headers": headers}
        await send(start)
        await send({"type": "http.response.body", "body": self.body})


def answer(value: Any, *, headers: Sequence[tuple[bytes, bytes]] = ()) -> Answer:
    """``value`` as JSON."""
    return Answer(encode(value), headers)
