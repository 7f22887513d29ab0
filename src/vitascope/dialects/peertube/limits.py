"""Rate limits (facts: peertube/00-overview, section 9), by the address of the client."""

import re
from collections.abc import Collection
from functools import partial

from vitascope.core.access.credentials import CredentialRefused
from vitascope.core.accounts.model import Role
from vitascope.dialects.peertube.auth import ACCEPTED
from vitascope.dialects.peertube.parts import Parts
from vitascope.http.asgi import ASGIApp, Scope
from vitascope.http.caller import client_of
from vitascope.http.limiting import Limit, Limited, Refusal
from vitascope.http.limits import Policy, RateLimiter, Verdict
from vitascope.http.proxies import limit_key
from vitascope.http.threads import on_thread

_ROOT = "/api/v1/"
_FIVE_MINUTES_S = 300

API = Policy("peertube api", 50, 10)
TOKENS = Policy("peertube tokens", 15, _FIVE_MINUTES_S)
SIGNUPS = Policy("peertube signups", 2, _FIVE_MINUTES_S)
VERIFICATIONS = Policy("peertube verifications", 3, _FIVE_MINUTES_S)
RESETS = Policy("peertube resets", 3, _FIVE_MINUTES_S)
DOWNLOADS = Policy("peertube downloads", 5, 5)

_POSTS = {
    "/api/v1/users/token": TOKENS,
    "/api/v1/users/register": SIGNUPS,
    "/api/v1/users/registrations/request": SIGNUPS,
    "/api/v1/users/ask-send-verify-email": VERIFICATIONS,
    "/api/v1/users/registrations/ask-send-verify-email": VERIFICATIONS,
    "/api/v1/users/ask-reset-password": RESETS,
}
# Where files are put together when somebody asks for them.
_GENERATED = "/download/web-videos/"
_VIEW = re.compile(rf"{_ROOT}videos/[^/]+/(views|watching)")
_FORGIVING = frozenset({SIGNUPS, DOWNLOADS})


def limited(app: ASGIApp, limiter: RateLimiter, paths: Collection[str]) -> ASGIApp:
    """``app`` behind the limits; ``paths`` are all that it routes.

    A request to one of the stricter routes counts there and with its part of the API.
    Administrators and moderators are not held up.
    """
    parts = frozenset(_part(path) for path in paths if path.startswith(_ROOT))

    def strict(scope: Scope) -> Limit | None:
        policy = _policy(scope["method"], _plain(scope["path"]))
        return None if policy is None else _limit(scope, policy)

    def broad(scope: Scope) -> Limit | None:
        path = _plain(scope["path"])
        if not path.startswith(_ROOT):
            return None
        part = _part(path)
        if _VIEW.fullmatch(path):
            # Every player tells them all the time: they use nothing up that others need.
            return _limit(scope, API, "views")
        # Made-up parts share one count: each would begin anew.
        return _limit(scope, API, part if part in parts else "")

    inner = Limited(app, limiter, decide=strict, refuse=_refuse)
    return Limited(inner, limiter, decide=broad, refuse=_refuse)


def _limit(scope: Scope, policy: Policy, part: str = "") -> Limit:
    return Limit(
        policy=policy,
        key=f"{part} {limit_key(client_of(scope).address)}",
        is_exempt=partial(on_thread, _is_staff, scope),
        forgives_failures=policy in _FORGIVING,
    )


def _policy(method: str, path: str) -> Policy | None:
    if path.startswith(_GENERATED):
        return DOWNLOADS
    return _POSTS.get(path) if method == "POST" else None


def _plain(path: str) -> str:
    """As the router reads it, which takes more slashes than are needed."""
    return "/" + "/".join(filter(None, path.split("/")))


def _part(path: str) -> str:
    """``videos`` in ``/api/v1/videos/1``."""
    return path.removeprefix(_ROOT).partition("/")[0]


def _is_staff(scope: Scope) -> bool:
    parts: Parts = scope["app"].state.parts
    try:
        actor = parts.runtime.callers.find(scope, ACCEPTED)
    except CredentialRefused:
        return False
    return not actor.is_anonymous and not actor.is_key and actor.role is not Role.USER


def _refuse(verdict: Verdict) -> Refusal:
    text = f"Too many requests: try again in {verdict.retry_after_s} s"
    return Refusal(429, [(b"content-type", b"text/plain; charset=utf-8")], text.encode())
