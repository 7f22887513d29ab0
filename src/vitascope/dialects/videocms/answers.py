"""Answers: JSON that ends with a newline, plain words, and nothing."""

from datetime import datetime
from typing import Any, TypeAlias

import msgspec
from litestar import MediaType, Request, Response

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


def empty(status: int = 200) -> Answer:
    return text("", status)


def rfc3339(time: datetime) -> str:
    """``time``, which is UTC, as it stands in JSON."""
    return time.isoformat().replace("+00:00", "Z")
