"""The settings as they are now, for code that runs long."""

import threading
import time
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from vitascope.core.settings.model import Settings
from vitascope.core.settings.queries import read_settings
from vitascope.db import Database

_REMEMBERED_S = 1.0
# An event loop that waits keeps everybody waiting.
_PATIENCE_S = 0.05


class LiveSettings:
    """Reads the settings again once a second, when somebody asks. Safe from any thread."""

    def __init__(
        self,
        db: Database,
        defaults: Settings,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.defaults = defaults
        self._db = db
        self._clock = clock
        self._lock = threading.Lock()
        # Another one after each change here: what was read before it counts no longer.
        self._age = object()
        self._known: tuple[float, object, Settings] | None = None
        self._last = defaults
        self._away_until: float | None = None

    def current(self) -> Settings:
        """What counts, as it was within the last second."""
        fresh = self._fresh()
        if fresh is not None:
            return fresh
        with self._lock:
            # Whoever was waited for has read it.
            return self._fresh() or self._read()

    def known(self) -> Settings:
        """As :meth:`current`, or what was known last while the database does not answer.
        Never waits long for somebody else who asks it.

        For what stands in front of apps, which would be in the way of their saying so.
        """
        fresh = self._fresh()
        if fresh is not None:
            return fresh
        if self._away_until is not None and self._clock() < self._away_until:
            return self._last
        if not self._lock.acquire(timeout=_PATIENCE_S):
            if self._known is not None and self._known[1] is self._age:
                # Nothing was changed here, so the next who asks need not wait either.
                self._away_until = self._clock() + _REMEMBERED_S
            return self._last
        try:
            return self._fresh() or self._read()
        except SQLAlchemyError:
            return self._last
        finally:
            self._lock.release()

    def refresh(self) -> None:
        """Read them now, so that nobody who asks in the next second has to."""
        with self._lock:
            self._read()

    def forget(self) -> None:
        """To be called after a change here, so that it counts at once."""
        self._age = object()

    def _fresh(self) -> Settings | None:
        known = self._known
        if known is None or known[1] is not self._age or self._clock() >= known[0]:
            return None
        return known[2]

    def _read(self) -> Settings:
        age = self._age
        try:
            with self._db.read() as tx:
                found = read_settings(tx, self.defaults)
        except SQLAlchemyError:
            self._away_until = self._clock() + _REMEMBERED_S
            raise
        self._away_until = None
        self._known = (self._clock() + _REMEMBERED_S, age, found)
        self._last = found
        return found
