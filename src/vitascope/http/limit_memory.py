"""Limits counted in this process.

The storage of the library ``limits`` for this starts a thread every 10 ms while requests
come, knows no token buckets and no bound, and drops hits when threads meet at the end of a
window.
"""

import threading
import time
from collections import OrderedDict, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from vitascope.http.limit_model import (
    Kind,
    Policy,
    RateLimiter,
    Verdict,
    whole_s,
    window_verdict,
)

IDLE_BUCKET_S = 300.0
MAX_KEYS = 100_000

V = TypeVar("V")
# Not a dict: finding the first key of one takes the longer the more were dropped before it.
_Keys = OrderedDict[tuple[str, str], V]


@dataclass(slots=True)
class _Window:
    hits: int
    ends_at: float


@dataclass(slots=True)
class _Bucket:
    tokens: float
    used_at: float


class MemoryLimiter(RateLimiter):
    """Everything is forgotten at the end of the program, and a bucket after five minutes
    without a hit.

    Remembers ``max_keys`` at most per length of window, and as many buckets; the oldest
    make room, so that an attacker with many addresses does not fill the memory.
    """

    is_instant = True

    def __init__(
        self,
        *,
        max_keys: int = MAX_KEYS,
        clock: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
    ) -> None:
        self._max_keys = max_keys
        self._clock = clock
        self._wall_clock = wall_clock
        self._lock = threading.Lock()
        # Windows of one length stand in the order in which they end.
        self._windows: defaultdict[float, _Keys[_Window]] = defaultdict(OrderedDict)
        # In the order of their last use.
        self._buckets: _Keys[_Bucket] = OrderedDict()

    def __len__(self) -> int:
        """How many windows and buckets are remembered."""
        return sum(map(len, self._windows.values())) + len(self._buckets)

    def hit(self, policy: Policy, key: str) -> Verdict:
        now = self._clock()
        if policy.kind is Kind.BUCKET:
            return self._draw(policy, (policy.name, key), now)
        hits, left_s = self._count(policy, (policy.name, key), now)
        return window_verdict(policy, hits, left_s=left_s, now_s=self._wall_clock())

    def _give_back(self, policy: Policy, key: str) -> None:
        with self._lock:
            window = self._windows[policy.period_s].get((policy.name, key))
            if window is not None and window.hits > 0:
                window.hits -= 1

    def _count(self, policy: Policy, key: tuple[str, str], now: float) -> tuple[int, float]:
        with self._lock:
            windows = self._windows[policy.period_s]
            window = windows.get(key)
            if window is None or window.ends_at <= now:
                windows.pop(key, None)
                self._make_room(windows, lambda oldest: oldest.ends_at <= now)
                window = windows[key] = _Window(0, now + policy.period_s)
            window.hits += 1
            return window.hits, window.ends_at - now

    def _draw(self, policy: Policy, key: tuple[str, str], now: float) -> Verdict:
        rate_per_s = policy.amount / policy.period_s
        with self._lock:
            bucket = self._buckets.pop(key, None)
            self._make_room(self._buckets, lambda oldest: oldest.used_at <= now - IDLE_BUCKET_S)
            if bucket is None or bucket.used_at <= now - IDLE_BUCKET_S:
                bucket = _Bucket(policy.amount, now)
            self._buckets[key] = bucket
            gained = (now - bucket.used_at) * rate_per_s
            bucket.tokens = min(policy.amount, bucket.tokens + gained)
            bucket.used_at = now
            allowed = bucket.tokens >= 1
            bucket.tokens -= allowed
            tokens = bucket.tokens
        full_after_s = (policy.amount - tokens) / rate_per_s
        return Verdict(
            allowed=allowed,
            limit=policy.amount,
            remaining=int(tokens),
            reset_at=whole_s(self._wall_clock() + full_after_s),
            reset_after_s=max(1, whole_s(full_after_s)),
            retry_after_s=0 if allowed else max(1, whole_s((1 - tokens) / rate_per_s)),
        )

    def _make_room(self, keys: _Keys[V], is_over: Callable[[V], bool]) -> None:
        """For one more. Drops two that are over, so they are dropped faster than they come."""
        for _ in range(2):
            oldest = next(iter(keys), None)
            if oldest is not None and (len(keys) >= self._max_keys or is_over(keys[oldest])):
                del keys[oldest]
