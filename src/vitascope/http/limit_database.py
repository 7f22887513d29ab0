"""Limits counted in our own database."""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from limits.storage import Storage
from sqlalchemy.exc import SQLAlchemyError

from vitascope.core.limits.queries import (
    delete_expired_windows,
    delete_window,
    delete_windows,
    find_window,
    take,
)
from vitascope.db import Database

_SWEEP_EVERY_S = 60.0
_SWEPT_AT_ONCE = 1000


class DatabaseStorage(Storage):
    """A storage of the library ``limits``. Drops what is over once a minute."""

    STORAGE_SCHEME = None

    def __init__(self, db: Database, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__()
        self._db = db
        self._clock = clock
        self._sweeps_at = clock() + _SWEEP_EVERY_S

    @property
    def base_exceptions(self) -> type[Exception]:
        return SQLAlchemyError

    def take(self, key: str, expiry: int, amount: int = 1) -> tuple[int, float]:
        """Count, and tell the hits of the window and its end in Unix time."""
        self._sweep()
        with self._db.begin() as tx:
            window = take(tx, key, amount, timedelta(seconds=expiry), self._now())
        return window.hits, window.expires_at.timestamp()

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        return self.take(key, expiry, amount)[0]

    def get(self, key: str) -> int:
        with self._db.read() as tx:
            window = find_window(tx, key, self._now())
        return 0 if window is None else window.hits

    def get_expiry(self, key: str) -> float:
        """Unix time; now, when no window is open."""
        now = self._now()
        with self._db.read() as tx:
            window = find_window(tx, key, now)
        return (now if window is None else window.expires_at).timestamp()

    def check(self) -> bool:
        try:
            self.get("")
        except SQLAlchemyError:
            return False
        return True

    def reset(self) -> int:
        with self._db.begin() as tx:
            return delete_windows(tx)

    def clear(self, key: str) -> None:
        with self._db.begin() as tx:
            delete_window(tx, key)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def _sweep(self) -> None:
        if self._clock() < self._sweeps_at:
            return
        # Set first: whoever comes meanwhile has nothing left to sweep.
        self._sweeps_at = self._clock() + _SWEEP_EVERY_S
        with self._db.begin() as tx:
            dropped = delete_expired_windows(tx, self._now(), limit=_SWEPT_AT_ONCE)
        if dropped == _SWEPT_AT_ONCE:
            self._sweeps_at = self._clock()
