"""VideoCMS's limits: token buckets per address (facts: section 1.1)."""

from vitascope.dialects.videocms.auth import CHECK, LOGIN, REFRESH, is_public, plain_path
from vitascope.dialects.videocms.uploads import is_upload
from vitascope.http.asgi import ASGIApp, Scope
from vitascope.http.caller import client_of
from vitascope.http.limit_headers import no_headers
from vitascope.http.limiting import Limit, Limited, Refusal
from vitascope.http.limits import Policy, RateLimiter, Verdict
from vitascope.http.proxies import limit_key

_GLOBAL = Policy.bucket("videocms global", rate_per_s=100, burst=200)
_AUTH = Policy.bucket("videocms auth", rate_per_s=5, burst=10)
_UPLOAD = Policy.bucket("videocms upload", rate_per_s=20, burst=50)
_API = Policy.bucket("videocms api", rate_per_s=50, burst=100)

# Programs on the machine itself are never limited.
_EXEMPT = "127.0.0.1"
_TOO_FAST = Refusal(429, [(b"content-type", b"text/plain; charset=UTF-8")], b"Too fast")


def limited(app: ASGIApp, limiter: RateLimiter) -> ASGIApp:
    """``app`` behind the limit of everything and that of the route's group."""
    for decide in (_of_group, _of_everything):
        app = Limited(app, limiter, decide=decide, refuse=_refuse, headers=no_headers)
    return app


def _of_everything(scope: Scope) -> Limit | None:
    return _limit(scope, _GLOBAL)


def _of_group(scope: Scope) -> Limit | None:
    path = plain_path(scope)
    if path in (LOGIN, CHECK, REFRESH):
        # Each route has a bucket of its own.
        return _limit(scope, _AUTH, path)
    if is_upload(path):
        return _limit(scope, _UPLOAD)
    return None if is_public(scope) else _limit(scope, _API)


def _limit(scope: Scope, policy: Policy, route: str = "") -> Limit | None:
    address = client_of(scope).address
    if address == _EXEMPT:
        return None
    return Limit(policy=policy, key=f"{limit_key(address)} {route}".strip())


def _refuse(_verdict: Verdict) -> Refusal:
    return _TOO_FAST
