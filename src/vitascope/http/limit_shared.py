"""Limits that several servers count together, in a storage of the library ``limits``."""

import math
import threading
import time
from collections.abc import Callable
from typing import Protocol, runtime_checkable

import structlog
from limits.storage import Storage

from vitascope.http.limit_model import Policy, RateLimiter, Verdict, window_verdict

log = structlog.get_logger(__name__)

_REST_S = 5.0
_LOG_EVERY_S = 60.0


@runtime_checkable
class TakesAtOnce(Protocol):
    """A storage that counts and tells the end of the window in one go."""

    def take(self, key: str, expiry: int, amount: int = 1) -> tuple[int, float]:
        """The hits of the window with these, and its end in Unix time."""
        ...


class SharedLimiter(RateLimiter):
    """Has windows of whole seconds only, and counts a token bucket as a window of
    ``amount`` in ``period_s``.

    Allows everything while the storage fails: it asks again every five seconds, so that few
    requests wait for a storage that does not answer, and logs once a minute.
    """

    is_instant = False

    def __init__(self, storage: Storage, *, clock: Callable[[], float] = time.time) -> None:
        self._storage = storage
        self._take = storage.take if isinstance(storage, TakesAtOnce) else self._take_in_two
        self._clock = clock
        self._lock = threading.Lock()
        self._rests_until = -math.inf
        self._silent_until = -math.inf

    def hit(self, policy: Policy, key: str) -> Verdict:
        taken: tuple[int, float] | None = None
        if self._clock() >= self._rests_until:
            try:
                taken = self._take(_name(policy, key), _whole_s(policy))
            except self._storage.base_exceptions as error:
                self._rest(error)
        now_s = self._clock()
        hits, ends_at = taken or (0, now_s + policy.period_s)
        return window_verdict(policy, hits, left_s=ends_at - now_s, now_s=now_s)

    def _give_back(self, policy: Policy, key: str) -> None:
        if self._clock() < self._rests_until:
            return
        name = _name(policy, key)
        try:
            # A window that ended meanwhile has nothing to give back.
            if self._storage.get(name) > 0:
                self._storage.incr(name, _whole_s(policy), -1)
        except self._storage.base_exceptions as error:
            self._rest(error)

    def _take_in_two(self, key: str, expiry: int, amount: int = 1) -> tuple[int, float]:
        hits = self._storage.incr(key, expiry, amount)
        return hits, self._storage.get_expiry(key)

    def _rest(self, error: Exception) -> None:
        with self._lock:
            now_s = self._clock()
            self._rests_until = now_s + _REST_S
            is_silent = now_s < self._silent_until
            if not is_silent:
                self._silent_until = now_s + _LOG_EVERY_S
        if not is_silent:
            log.error("rate limits not counted", error=type(error).__name__)


def _name(policy: Policy, key: str) -> str:
    return f"{policy.name}/{key}"


def _whole_s(policy: Policy) -> int:
    return math.ceil(policy.period_s)
