"""Answers: JSON that ends with a newline, plain words, and nothing."""

from datetime import datetime
from typing import Any, TypeAlias

import msgspec
from litestar import MediaType, Request, Response

from vitascope.http.player_pages import HtmlPage

AnyRequest: TypeAlias = Request[Any, Any, Any]
Answer: TypeAlias = Response[bytes]

_encode = msgspec.json.Encoder().encode


def answer(value: object, status: int = 200) -> Answer:
    """``value`` as JSON."""
    return Response(_encode(value) + b"\n", status_code=status, media_type=MediaType.JSON)


def text(words: str, status: int, headers: dict[str, str] | None = None) -> Answer:
    """Words as they are, without a newline."""
    return Response(
        words.encode(),
        status_code=status,
        media_type=MediaType.TEXT,
        headers=headers,
        encoding="UTF-8",
    )


def html(page: HtmlPage) -> Answer:
    """A page that was made elsewhere, with its headers."""
    headers = {name: value for name, value in page.headers.items() if name != "content-type"}
    return Response(
        page.body.encode(),
        status_code=page.status,
        media_type=MediaType.HTML,
        headers=headers,
    )


def see_other(path: str, cookie: str | None = None) -> Answer:
    """Nobody keeps the way there: it depends on what the caller has shown."""
    headers = {"location": path, "cache-control": "no-store"}
    if cookie is not None:
        headers["set-cookie"] = cookie
    return text("", 303, headers)


def empty(status: int = 200) -> Answer:
    return text("", status)


def rfc3339(time: datetime) -> str:
    """``time``, which is UTC, as it stands in JSON."""
    return time.isoformat().replace("+00:00", "Z")
