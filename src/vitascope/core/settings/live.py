"""The settings as they are now, for code that runs long."""

import threading
import time
from collections.abc import Callable

from sqlalchemy.exc import SQLAlchemyError

from vitascope.core.settings.model import Settings
from vitascope.core.settings.queries import read_settings
from vitascope.db import Database

_REMEMBERED_S = 1.0


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
        self._known: tuple[float, Settings] | None = None
        self._last = defaults

    def current(self) -> Settings:
        """What counts, as it was within the last second."""
        known, now = self._known, self._clock()
        if known is not None and now < known[0]:
            return known[1]
        with self._lock:
            with self._db.read() as tx:
                found = read_settings(tx, self.defaults)
            self._known = (self._clock() + _REMEMBERED_S, found)
            self._last = found
        return found

    def known(self) -> Settings:
        """As :meth:`current`, or what was known last while the database does not answer.

        For what stands in front of apps, which would be in the way of their saying so.
        """
        try:
            return self.current()
        except SQLAlchemyError:
            return self._last

    def forget(self) -> None:
        """To be called after a change here, so that it counts at once."""
        self._known = None
