"""One attempt: a request, and what is kept of the answer."""

import asyncio
import time
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import datetime

import httpx2

from vitascope.core.webhooks.model import Attempt
from vitascope.fetch.errors import Blocked, FetchError

_MOST_READ_BYTES = 64 * 1024
_KEPT_BYTES = 4 * 1024
_MOST_HEADERS, _LONGEST_HEADER = 50, 1000


@dataclass(slots=True)
class _Heard:
    """What has been answered so far."""

    status: int | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: bytearray = field(default_factory=bytearray)


async def post(
    client: httpx2.AsyncClient,
    url: str,
    *,
    headers: Mapping[str, str],
    body: bytes,
    timeout_s: float,
    now: datetime,
) -> Attempt:
    """Post ``body``, follow nothing, and wait ``timeout_s`` at most for all of it.

    A status of 2xx counts as soon as it is there, however the rest of the answer ends. It
    never fails: why there was no good answer is a sentence for the endpoint's owner.
    """
    heard, began_s = _Heard(), time.monotonic()
    error: str | None = None
    try:
        async with asyncio.timeout(timeout_s):
            await _exchange(client, url, headers, body, heard)
    except TimeoutError:
        error = f"No answer within {timeout_s:g} seconds"
    except FetchError as problem:
        error = _words(problem)
    return Attempt(
        at=now,
        duration_ms=round((time.monotonic() - began_s) * 1000),
        status=heard.status,
        error=error if heard.status is None else _verdict(heard.status),
        request_headers=dict(headers),
        response_headers=heard.headers,
        response_body=_readable(heard.body[:_KEPT_BYTES]),
    )


async def _exchange(
    client: httpx2.AsyncClient,
    url: str,
    headers: Mapping[str, str],
    body: bytes,
    heard: _Heard,
) -> None:
    request = client.build_request("POST", url, headers=headers, content=body)
    async with aclosing(await client.send(request, stream=True)) as answer:
        heard.headers = _kept(answer.headers)
        heard.status = answer.status_code
        async with aclosing(answer.aiter_raw()) as parts:
            async for part in parts:
                heard.body += part
                if len(heard.body) >= _MOST_READ_BYTES:
                    break


def _verdict(status: int) -> str | None:
    if 200 <= status < 300:
        return None
    if 300 <= status < 400:
        return f"The server answered {status}: it redirects, and webhooks follow nowhere"
    if status == 410:
        return "The server answered 410: there is no such webhook any more"
    return f"The server answered {status}"


def _words(problem: FetchError) -> str:
    if isinstance(problem, Blocked):
        return "The address is on a private network, which this server does not reach"
    return problem.message


def _kept(headers: httpx2.Headers) -> dict[str, str]:
    some = list(headers.items())[:_MOST_HEADERS]
    return {name: value[:_LONGEST_HEADER] for name, value in some}


def _readable(body: bytes | bytearray) -> str:
    # No database keeps a text with a zero character in it.
    return body.decode(errors="replace").replace("\x00", "\ufffd")
