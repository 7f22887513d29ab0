"""Headers of every answer."""

from litestar.types import Message, Scope

from vitascope.dialects.avcaption.limits import verdict_of
from vitascope.http.asgi import Headers
from vitascope.http.limit_headers import draft_headers

EXPOSED = [
    "X-Request-ID",
    "X-RateLimit-Limit",
    "X-RateLimit-Remaining",
    "X-RateLimit-Reset",
    "Retry-After",
    "Content-Length",
    "Content-Range",
]

UNCACHED = {"Cache-Control": "no-store"}
"""For answers with a secret in them."""

# Some of these paths mean something else to clients of another API, told apart by their
# credential, so no answer may be kept for anybody else.
_PRIVATE: Headers = [
    (b"cache-control", b"private"),
    (b"vary", b"Authorization, X-API-Key"),
]


async def finish_headers(message: Message, scope: Scope) -> None:
    """Add to a starting answer who may keep it, and what is left of the limit; what the
    answer says itself stays.
    """
    if message["type"] != "http.response.start":
        return
    headers = list(message.get("headers", ()))
    said = {name.lower() for name, _ in headers}
    verdict = verdict_of(scope)
    more = [*_PRIVATE, *([] if verdict is None else draft_headers(verdict))]
    message["headers"] = headers + [header for header in more if header[0] not in said]
