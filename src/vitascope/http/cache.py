"""What is worth remembering for a moment: encoded answers, permissions, contents."""

import threading
import time
from collections.abc import Callable, Hashable
from typing import Generic, TypeAlias, TypeVar

V = TypeVar("V")


class TtlCache(Generic[V]):
    """Values that are the same for everybody who asks within ``ttl_s`` seconds.

    Holds ``max_entries`` at most and drops the oldest first. Safe to use from any thread.
    """

    def __init__(
        self,
        *,
        ttl_s: float = 2.0,
        max_entries: int = 512,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._ttl_s = ttl_s
        self._max_entries = max_entries
        self._clock = clock
        self._lock = threading.Lock()
        # In the order in which they were put, which is the order in which they expire.
        self._entries: dict[Hashable, tuple[float, V]] = {}

    def get(self, key: Hashable) -> V | None:
        entry = self._entries.get(key)
        if entry is None or entry[0] <= self._clock():
            return None
        return entry[1]

    def put(self, key: Hashable, value: V) -> V:
        """Remember ``value`` and return it."""
        now = self._clock()
        with self._lock:
            self._entries.pop(key, None)
            self._entries[key] = (now + self._ttl_s, value)
            while len(self._entries) > self._max_entries or self._oldest_is_over(now):
                del self._entries[next(iter(self._entries))]
        return value

    def clear(self) -> None:
        with self._lock:
            self._entries.clear()

    def _oldest_is_over(self, now: float) -> bool:
        oldest = next(iter(self._entries.values()), None)
        return oldest is not None and oldest[0] <= now


BytesCache: TypeAlias = TtlCache[bytes]
"""Encoded answers."""
