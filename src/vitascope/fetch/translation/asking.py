"""Asking a translator by HTTP, and saying in its own words why it refuses."""

import json
from collections.abc import Mapping
from typing import Any

import httpx2

from vitascope.fetch.client import read_body, request
from vitascope.fetch.errors import BadAnswer
from vitascope.fetch.translation.model import TranslationRefused

_MOST_BYTES = 4 * 2**20
_LONGEST_SENTENCE = 300
# What those who have to be paid say in place of "ask again later".
_NO_MORE = ("insufficient_quota", "billing")


async def ask_json(
    client: httpx2.AsyncClient,
    method: str,
    url: str,
    document: object | None = None,
    *,
    key: str = "",
    headers: Mapping[str, str] | None = None,
) -> Any:
    """The JSON that is answered. ``key`` is the secret that was sent, which no message tells.

    Raises:
        TranslationRefused: it said no, with what it said.
        FetchError: there is no answer, or it is no JSON.
    """
    sent = {"Content-Type": "application/json", "Accept": "application/json", **(headers or {})}
    content = None if document is None else json.dumps(document, ensure_ascii=False).encode()
    async with request(
        client, method, url, headers=sent, content=content, most_redirects=0
    ) as answer:
        body = await read_body(answer, limit_bytes=_MOST_BYTES)
        status = answer.status_code
    if not answer.is_success:
        raise _refusal(status, body, key)
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        raise BadAnswer(502, "The translator did not answer with JSON") from None


def _refusal(status: int, body: bytes, key: str) -> TranslationRefused:
    is_over = any(word in body.decode(errors="replace") for word in _NO_MORE)
    said = _sentence(body)
    shown = (said.replace(key, "…") if key else said)[:_LONGEST_SENTENCE]
    message = f"The translator refused (status {status})"
    return TranslationRefused(
        f"{message}: {shown}" if shown else message,
        permanent=is_over or BadAnswer(status).permanent,
    )


def _sentence(body: bytes) -> str:
    """What a refusal says for people, in one line; empty when it says nothing readable."""
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        return ""
    told = told.get("error", told) if isinstance(told, dict) else told
    if isinstance(told, dict):
        told = next((told[name] for name in ("message", "detail") if name in told), "")
    return " ".join(told.split()) if isinstance(told, str) else ""
