"""How often somebody may ask, as the document has it."""

from vitascope.base.errors import Unavailable
from vitascope.core.access.model import Actor
from vitascope.http.asgi import Scope
from vitascope.http.caller import client_of
from vitascope.http.limits import Policy, RateLimiter, Verdict
from vitascope.http.proxies import limit_key

READS = Policy("avcaption reads", 300, 60)
WRITES = Policy("avcaption writes", 60, 60)
STATS = Policy("avcaption stats", 60, 60)
# One for each viewer of a page, by the server of the site.
EMBED_TOKENS = Policy("avcaption embed tokens", 300, 60)
UPLOADS = Policy("avcaption uploads", 60, 60)
# By address, which a whole school may share.
STREAMS = Policy("avcaption streams", 300, 60)

_VERDICT = "avcaption_verdict"


class RateLimited(Unavailable):
    """Asked too often."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(
            f"Too many requests: try again in {verdict.retry_after_s} s",
            retry_after_s=verdict.retry_after_s,
        )


class Meter:
    """Counts requests per API key or session, and per address for callers who show none
    that opens anything: inventing keys would otherwise give requests without end.
    """

    def __init__(self, limiter: RateLimiter | None) -> None:
        self._limiter = limiter

    def count(self, scope: Scope, policy: Policy, actor: Actor) -> None:
        """Count a request; its verdict stays in ``scope["state"]``. Blocking.

        Raises:
            RateLimited: it is too much.
        """
        if self._limiter is None:
            return
        verdict = self._limiter.hit(policy, _key(scope, actor))
        scope["state"][_VERDICT] = verdict
        if not verdict.allowed:
            raise RateLimited(verdict)


def verdict_of(scope: Scope) -> Verdict | None:
    """What was counted for this request, if anything was."""
    found: Verdict | None = scope["state"].get(_VERDICT)
    return found


def _key(scope: Scope, actor: Actor) -> str:
    if actor.credential is None or actor.credential_id is None:
        return f"address:{limit_key(client_of(scope).address)}"
    return f"{actor.credential}:{actor.credential_id}"
