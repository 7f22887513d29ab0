"""VideoCMS's limits: token buckets per address (facts: section 1.1), when the settings say so
and with the numbers that they have at that moment.
"""

from functools import lru_cache, partial

from vitascope.core.settings.model import Rate
from vitascope.dialects.videocms.auth import (
    CHECK,
    LOGIN,
    PLAYER,
    REFRESH,
    is_public,
    plain_path,
)
from vitascope.dialects.videocms.media_paths import is_media
from vitascope.dialects.videocms.uploads import is_upload
from vitascope.http.asgi import ASGIApp, Scope
from vitascope.http.caller import client_of
from vitascope.http.limit_headers import no_headers
from vitascope.http.limiting import Limit, Limited, Refusal
from vitascope.http.limits import Policy, RateLimiter, Verdict
from vitascope.http.proxies import limit_key
from vitascope.http.runtime import Runtime

# Programs on the machine itself are never limited.
_EXEMPT = "127.0.0.1"
_TOO_FAST = Refusal(429, [(b"content-type", b"text/plain; charset=UTF-8")], b"Too fast")


def limited(app: ASGIApp, limiter: RateLimiter, runtime: Runtime) -> ASGIApp:
    """``app`` behind the limit of everything and that of the route's group."""
    for decide in (_of_group, _of_everything):
        app = Limited(
            app, limiter, decide=partial(decide, runtime), refuse=_refuse, headers=no_headers
        )
    return app


def _of_everything(runtime: Runtime, scope: Scope) -> Limit | None:
    return _limit(runtime, scope, "global", "rate_all")


def _of_group(runtime: Runtime, scope: Scope) -> Limit | None:
    path = plain_path(scope)
    if path in (LOGIN, CHECK, REFRESH):
        # Each route has a bucket of its own.
        return _limit(runtime, scope, "auth", "rate_auth", path)
    if is_upload(path):
        return _limit(runtime, scope, "upload", "rate_upload")
    if path.startswith(PLAYER) or is_media(scope):
        return _limit(runtime, scope, "web", "rate_web")
    return None if is_public(scope) else _limit(runtime, scope, "api", "rate_api")


def _limit(
    runtime: Runtime, scope: Scope, group: str, attribute: str, route: str = ""
) -> Limit | None:
    settings = runtime.settings.known()
    address = client_of(scope).address
    if address == _EXEMPT or not settings.videocms_rate_limits:
        return None
    policy = _policy(group, getattr(settings, attribute))
    return Limit(policy=policy, key=f"{limit_key(address)} {route}".strip())


@lru_cache(32)
def _policy(group: str, rate: Rate) -> Policy:
    return Policy.bucket(f"videocms {group}", rate_per_s=rate.per_s, burst=rate.burst)


def _refuse(_verdict: Verdict) -> Refusal:
    return _TOO_FAST
