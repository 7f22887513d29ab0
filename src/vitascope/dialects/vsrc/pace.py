"""How much one address may tell and ask, of players."""

import json

from vitascope.base.errors import Unavailable
from vitascope.core.analytics.model import PlayerEvent
from vitascope.http.cache import TtlCache
from vitascope.http.limits import Policy, RateLimiter
from vitascope.http.proxies import limit_key

# A school is one address. Ten events together count as one, as they come in batches.
EVENTS = Policy("vsrc player events", 1200, 60)
# Of a school as well: 300 players that say something of the usual length four times a minute
# fill half of it. Events are kept for 90 days, and nobody has to show who they are.
KIBIBYTES = Policy("vsrc player kibibytes", 256, 60)
QUESTIONS = Policy("vsrc player stats", 60, 60)
_COUNTED_AS_ONE = 10
_KIB = 1024
# What a row takes beside its texts.
_ROW_BYTES = 64


class TooManyEvents(Unavailable):
    """An address tells or asks more than players do."""


class Pace:
    """Counts by address. Programs on the machine itself have no address worth counting, and
    without a limiter nobody is counted.
    """

    def __init__(self, limiter: RateLimiter | None) -> None:
        self._limiter = limiter
        # Of an address, what makes no whole KiB yet.
        self._rest_bytes = TtlCache[int](ttl_s=KIBIBYTES.period_s, max_entries=10_000)

    async def check_events(self, address: str, amount: int) -> None:
        """
        Raises:
            TooManyEvents: the address told as many as it may.
        """
        await self._hit(EVENTS, limit_key(address), -(-amount // _COUNTED_AS_ONE))

    async def check_bytes(self, address: str, size_bytes: int) -> None:
        """
        Raises:
            TooManyEvents: the address told as much as it may.
        """
        key = limit_key(address)
        whole, rest_bytes = divmod((self._rest_bytes.get(key) or 0) + size_bytes, _KIB)
        self._rest_bytes.put(key, rest_bytes)
        await self._hit(KIBIBYTES, key, whole)

    async def check_question(self, address: str) -> None:
        """
        Raises:
            TooManyEvents: the address asked as often as it may.
        """
        await self._hit(QUESTIONS, limit_key(address), 1)

    async def _hit(self, policy: Policy, key: str, times: int) -> None:
        if self._limiter is None or not key:
            return
        for _ in range(times):
            verdict = await self._limiter.ahit(policy, key)
            if not verdict.allowed:
                raise TooManyEvents(
                    f"Too many requests: try again in {verdict.retry_after_s} s",
                    retry_after_s=verdict.retry_after_s,
                )


def size_bytes(event: PlayerEvent) -> int:
    """About as much as keeping it takes."""
    said = [event.session, event.quality, event.message, event.viewer, event.extra]
    return _ROW_BYTES + len(json.dumps(said))
