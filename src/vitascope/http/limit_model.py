"""What a limit is, and what a hit answers."""

import math
from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from vitascope.http.threads import on_thread


class Kind(StrEnum):
    WINDOW = "window"
    BUCKET = "bucket"


@dataclass(frozen=True, slots=True)
class Policy:
    """``amount`` hits in ``period_s`` seconds, counted under ``name``.

    A window is fixed: it opens with the first hit and forgets everything at its end. A
    token bucket holds ``amount`` tokens, one per hit, and fills up evenly in ``period_s``.

    Raises:
        ValueError: nothing would ever be allowed, or nothing refused.
    """

    name: str
    amount: int
    period_s: float
    kind: Kind = Kind.WINDOW

    def __post_init__(self) -> None:
        if self.amount < 1 or not 0 < self.period_s < math.inf:
            raise ValueError(f"no such limit: {self.amount} per {self.period_s:g} s")

    @classmethod
    def bucket(cls, name: str, *, rate_per_s: float, burst: int) -> "Policy":
        """``burst`` hits at once, and ``rate_per_s`` a second for ever."""
        if rate_per_s <= 0:
            raise ValueError(f"no such rate: {rate_per_s:g} per second")
        return cls(name, burst, burst / rate_per_s, Kind.BUCKET)


@dataclass(frozen=True, slots=True)
class Verdict:
    """``reset_at`` (Unix time) and ``reset_after_s`` say when all of ``limit`` is there again.

    ``retry_after_s`` is when the next hit can be allowed: 0 now, at least 1 after a refusal.
    """

    allowed: bool
    limit: int
    remaining: int
    reset_at: int
    reset_after_s: int
    retry_after_s: int


class RateLimiter(ABC):
    """Counts hits. Safe from any thread.

    Keys are kept where hits are counted, so a key must not be a secret.
    """

    is_instant: ClassVar[bool]
    """A hit takes microseconds, so the event loop may count it."""

    @abstractmethod
    def hit(self, policy: Policy, key: str) -> Verdict:
        """Count a hit of ``key``."""

    def forgive(self, policy: Policy, key: str) -> None:
        """Give a hit of the open window back. A bucket fills up by itself instead."""
        if policy.kind is Kind.WINDOW:
            self._give_back(policy, key)

    async def ahit(self, policy: Policy, key: str) -> Verdict:
        """Count a hit of ``key`` without keeping the event loop."""
        if self.is_instant:
            return self.hit(policy, key)
        return await on_thread(self.hit, policy, key)

    async def aforgive(self, policy: Policy, key: str) -> None:
        """Forgive without keeping the event loop."""
        if self.is_instant:
            self.forgive(policy, key)
        else:
            await on_thread(self.forgive, policy, key)

    @abstractmethod
    def _give_back(self, policy: Policy, key: str) -> None: ...


def whole_s(exact_s: float) -> int:
    """Rounded up, but not for what adding and subtracting times leaves behind the point."""
    return math.ceil(round(exact_s, 3))


def window_verdict(policy: Policy, hits: int, *, left_s: float, now_s: float) -> Verdict:
    """After hit number ``hits`` of a window that ends in ``left_s`` seconds."""
    reset_after_s = max(1, whole_s(left_s))
    allowed = hits <= policy.amount
    return Verdict(
        allowed=allowed,
        limit=policy.amount,
        remaining=max(0, policy.amount - hits),
        reset_at=whole_s(now_s + left_s),
        reset_after_s=reset_after_s,
        retry_after_s=0 if allowed else reset_after_s,
    )
