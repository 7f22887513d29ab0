"""Answers as values, to compare them whole."""

from typing import TypeAlias

import httpx

# Status, content type and body.
Whole: TypeAlias = tuple[int, str, str]


def whole(answer: httpx.Response) -> Whole:
    return answer.status_code, answer.headers.get("content-type", ""), answer.text


def words(status: int, text: str) -> Whole:
    """What an error looks like."""
    return status, "text/plain; charset=UTF-8", text


def unknown(status: int = 404) -> Whole:
    """What the framework's own errors look like."""
    return status, "application/json", '{"error":"Not found"}\n'
