"""Limits in front of an app."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from vitascope.http.asgi import ASGIApp, Headers, Message, Receive, Scope, Send
from vitascope.http.limit_headers import draft_headers
from vitascope.http.limit_model import Policy, RateLimiter, Verdict

_FIRST_FAILURE = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """What a request counts as.

    ``is_exempt`` is asked only once ``key`` is over the limit. With ``forgives_failures`` an
    answer of 400 or more is not counted, nor is none at all.
    """

    policy: Policy
    key: str
    is_exempt: Callable[[], Awaitable[bool]] | None = None
    forgives_failures: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """The answer to a request that is too much. ``content-length`` is added to it."""

    status: int
    headers: Headers
    body: bytes


Decide: TypeAlias = Callable[[Scope], Limit | None]
Refuse: TypeAlias = Callable[[Verdict], Refusal]


class Limited:
    """``app`` behind the limits that ``decide`` names; None means none.

    Only requests are counted: a socket goes straight through. Every counted answer carries
    ``headers``, but what the app has said itself stays, so of two limits in a row the inner
    one is told.
    """

    def __init__(
        self,
        app: ASGIApp,
        limiter: RateLimiter,
        *,
        decide: Decide,
        refuse: Refuse,
        headers: Callable[[Verdict], Headers] = draft_headers,
    ) -> None:
        self._app = app
        self._limiter = limiter
        self._decide = decide
        self._refuse = refuse
        self._headers = headers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        limit = self._decide(scope) if scope["type"] == "http" else None
        if limit is None:
            await self._app(scope, receive, send)
            return
        verdict = await self._limiter.ahit(limit.policy, limit.key)
        if not verdict.allowed and limit.is_exempt is not None and await limit.is_exempt():
            verdict = replace(verdict, allowed=True, retry_after_s=0)
        told = _Told(send, self._headers(verdict))
        try:
            if verdict.allowed:
                await self._app(scope, receive, told)
            else:
                await _answer(told, self._refuse(verdict))
        finally:
            if limit.forgives_failures and told.has_failed:
                await self._limiter.aforgive(limit.policy, limit.key)


class _Told:
    """A ``send`` that adds headers and remembers how the answer begins."""

    __slots__ = ("_headers", "_send", "has_failed")

    def __init__(self, send: Send, headers: Headers) -> None:
        self._send = send
        self._headers = headers
        self.has_failed = True

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.has_failed = message["status"] >= _FIRST_FAILURE
            headers = list(message.get("headers", ()))
            said = {name.lower() for name, _ in headers}
            headers += [header for header in self._headers if header[0] not in said]
            message = {**message, "headers": headers}
        await self._send(message)


async def _answer(send: Send, refusal: Refusal) -> None:
    headers = [*refusal.headers, (b"content-length", b"%d" % len(refusal.body))]
    await send({"type": "http.response.start", "status": refusal.status, "headers": headers})
    await send({"type": "http.response.body", "body": refusal.body})
