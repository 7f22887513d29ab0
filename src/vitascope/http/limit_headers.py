"""How answers tell of limits."""

from vitascope.http.asgi import Headers
from vitascope.http.limit_model import Verdict


def draft_headers(verdict: Verdict) -> Headers:
    """``X-RateLimit-…`` with the reset in Unix time, and ``Retry-After`` when refused."""
    headers = [
        (b"x-ratelimit-limit", b"%d" % verdict.limit),
        (b"x-ratelimit-remaining", b"%d" % verdict.remaining),
        (b"x-ratelimit-reset", b"%d" % verdict.reset_at),
    ]
    if not verdict.allowed:
        headers.append((b"retry-after", b"%d" % verdict.retry_after_s))
    return headers


def standard_headers(verdict: Verdict) -> Headers:
    """``RateLimit-…`` with the reset in seconds from now, then those of `draft_headers`."""
    return [
        (b"ratelimit-limit", b"%d" % verdict.limit),
        (b"ratelimit-remaining", b"%d" % verdict.remaining),
        (b"ratelimit-reset", b"%d" % verdict.reset_after_s),
        *draft_headers(verdict),
    ]


def no_headers(_verdict: Verdict) -> Headers:
    """Nothing is told."""
    return []
