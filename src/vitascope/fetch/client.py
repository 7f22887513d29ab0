"""The one HTTP client for addresses that users, senders and other servers give."""

import asyncio
import json
import ssl
from collections.abc import AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any

import httpcore2
import httpx2

from vitascope.fetch.errors import (
    BadAnswer,
    BadUrl,
    Interrupted,
    Problem,
    TooLarge,
    TooManyRedirects,
)
from vitascope.fetch.guard import Guard
from vitascope.fetch.transport import MOST_IDLE, GuardedTransport
from vitascope.fetch.url import Address, parse_url

USER_AGENT = "Vitascope"
MOST_REDIRECTS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Every other header, known or not, may be a secret between us and the first server.
_FOR_ANYBODY = frozenset({"accept", "accept-encoding", "if-range", "range", "user-agent"})
_OF_THE_BODY = frozenset({"content-encoding", "content-language", "content-type"})


def open_client(
    guard: Guard,
    *,
    timeout_s: float = 30,
    user_agent: str = USER_AGENT,
    network: httpcore2.AsyncNetworkBackend | None = None,
    tls: ssl.SSLContext | None = None,
    most_idle: int = MOST_IDLE,
) -> httpx2.AsyncClient:
    """A client that connects only where ``guard`` lets it; close it after use.

    It raises :class:`FetchError` instead of the library's errors, keeps no cookies, reads no
    environment and follows no redirects: :func:`request` does. ``timeout_s`` is for each
    step: connecting, sending and every single read. ``most_idle`` connections are kept for
    another request that comes soon: as many as are used at once, or each round connects anew.
    """
    return httpx2.AsyncClient(
        transport=GuardedTransport(guard, network=network, tls=tls, most_idle=most_idle),
        timeout=timeout_s,
        headers={"User-Agent": user_agent},
        # The client serves many people, and a cookie one of them was given is not the others'.
        cookies=CookieJar(DefaultCookiePolicy(allowed_domains=[])),
        follow_redirects=False,
        trust_env=False,
    )


@asynccontextmanager
async def request(
    client: httpx2.AsyncClient,
    method: str,
    url: str,
    *,
    headers: Mapping[str, str] | None = None,
    content: bytes | None = None,
    most_redirects: int = MOST_REDIRECTS,
) -> AsyncIterator[httpx2.Response]:
    """The answer to a request, of any status but a redirect; its body is not read yet.

    Redirects are followed, each checked like the first address. Headers that may be secrets
    go no further than the first server.

    Raises:
        FetchError: there is no answer; see :mod:`vitascope.fetch.errors`.
    """
    to, sent = parse_url(url), httpx2.Headers(headers)
    for _ in range(most_redirects + 1):
        asked = client.build_request(method, to.url, headers=sent, content=content)
        async with aclosing(await client.send(asked, stream=True)) as answer:
            if answer.status_code not in _REDIRECTS:
                yield answer
                return
            target = _redirect_target(answer)
        method, content, sent = _redirected(answer.status_code, method, content, sent)
        if target.origin != to.origin:
            sent = _only(sent, _FOR_ANYBODY | _OF_THE_BODY)
        to = target
    raise TooManyRedirects(most=most_redirects)


async def get_bytes(
    client: httpx2.AsyncClient,
    url: str,
    *,
    limit_bytes: int,
    headers: Mapping[str, str] | None = None,
    timeout_s: float = 30,
) -> bytes:
    """The body at ``url``, decompressed; ``timeout_s`` is for all of it.

    Raises:
        TooLarge: it has more than ``limit_bytes``, before or after decompressing.
        BadAnswer: the status is not 2xx, or the body is not what its headers say.
        FetchError: there is no answer; see :mod:`vitascope.fetch.errors`.
    """
    try:
        async with (
            asyncio.timeout(timeout_s),
            request(client, "GET", url, headers=headers) as answer,
        ):
            if not answer.is_success:
                raise BadAnswer(answer.status_code)
            return await read_body(answer, limit_bytes=limit_bytes)
    except TimeoutError as error:
        raise Interrupted(f"The server took longer than {timeout_s:g} seconds") from error


async def get_json(
    client: httpx2.AsyncClient,
    url: str,
    *,
    limit_bytes: int,
    headers: Mapping[str, str] | None = None,
    timeout_s: float = 30,
) -> Any:
    """As :func:`get_bytes`, read as JSON.

    Raises:
        BadAnswer: also when it is not JSON.
    """
    wanted = {"Accept": "application/json", **(headers or {})}
    data = await get_bytes(
        client, url, limit_bytes=limit_bytes, headers=wanted, timeout_s=timeout_s
    )
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise BadAnswer(200, "The server did not answer with JSON") from error


async def read_body(answer: httpx2.Response, *, limit_bytes: int) -> bytes:
    """The whole body, decompressed.

    Raises:
        TooLarge: it has more than ``limit_bytes``, before or after decompressing.
        BadAnswer: it is not compressed as its headers say.
        Interrupted: it ended too early.
    """
    if int(answer.headers.get("Content-Length", 0)) > limit_bytes:
        raise TooLarge(limit_bytes=limit_bytes)
    body = bytearray()
    try:
        async for part in answer.aiter_bytes():
            body += part
            if len(body) > limit_bytes:
                raise TooLarge(limit_bytes=limit_bytes)
    except httpx2.DecodingError as error:
        raise BadAnswer(answer.status_code, "The server's answer cannot be read") from error
    return bytes(body)


def _redirect_target(answer: httpx2.Response) -> Address:
    location = answer.headers.get("Location")
    if not location:
        raise BadAnswer(answer.status_code, "The server redirects, but does not say where to")
    try:
        return parse_url(str(answer.url.join(location)))
    except httpx2.InvalidURL as error:
        raise BadUrl(Problem.HOST, "The server redirects to something unreadable") from error


def _redirected(
    status: int, method: str, content: bytes | None, headers: httpx2.Headers
) -> tuple[str, bytes | None, httpx2.Headers]:
    """What is sent on: 303 asks to look elsewhere, and so do 301 and 302 after a POST."""
    becomes_get = status == 303 or (status in {301, 302} and method == "POST")
    if not becomes_get or method in {"GET", "HEAD"}:
        return method, content, headers
    kept = set(headers) - _OF_THE_BODY
    return "GET", None, _only(headers, kept)


def _only(headers: httpx2.Headers, names: set[str] | frozenset[str]) -> httpx2.Headers:
    return httpx2.Headers({name: value for name, value in headers.items() if name in names})
