"""How often one address may ask, as the document has it."""

import msgspec

from vitascope.dialects.vsrc.errors import failure_of
from vitascope.http.asgi import ASGIApp, Scope
from vitascope.http.caller import client_of
from vitascope.http.limit_headers import standard_headers
from vitascope.http.limiting import Limit, Limited, Refusal
from vitascope.http.limits import Policy, RateLimiter, Verdict
from vitascope.http.proxies import limit_key

CALLS = Policy("vsrc calls", 1000, 15 * 60)

EXPOSED = [
    "X-Request-ID",
    *(
        f"{prefix}RateLimit-{name}"
        for prefix in ("", "X-")
        for name in ("Limit", "Remaining", "Reset")
    ),
    "Retry-After",
]
"""What pages of other origins may read of an answer's headers."""

# Also what nobody answers: guesses are calls.
_COUNTED = "/api/public"
# A refusal never reaches the part of the framework that writes them on other answers.
_HEADERS = [
    (b"content-type", b"application/json"),
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", ", ".join(EXPOSED).encode()),
]


def limited(app: ASGIApp, limiter: RateLimiter) -> Limited:
    """``app`` with its calls counted. What players and monitors ask is not: many viewers
    come from one address.
    """
    return Limited(app, limiter, decide=_decide, refuse=_refuse, headers=standard_headers)


def _decide(scope: Scope) -> Limit | None:
    # Browsers ask OPTIONS by themselves.
    if scope["method"] == "OPTIONS" or not scope["path"].startswith(_COUNTED):
        return None
    address = client_of(scope).address
    # Programs on the machine itself have no address worth counting.
    return Limit(policy=CALLS, key=limit_key(address)) if address else None


def _refuse(verdict: Verdict) -> Refusal:
    message = f"Too many requests: try again in {verdict.retry_after_s} s"
    return Refusal(429, _HEADERS, msgspec.json.encode(failure_of("RATE_LIMITED", message)))
