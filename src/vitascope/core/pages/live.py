"""The links that stand under every page, for code that shows many."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress

from sqlalchemy.exc import SQLAlchemyError

from vitascope.core.pages.model import PageLink
from vitascope.core.pages.queries import list_published_links
from vitascope.db import Database

_REMEMBERED_S = 2.0


class LiveFooter:
    """Reads the links again every two seconds, when somebody asks. Safe from any thread."""

    def __init__(self, db: Database, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._db = db
        self._clock = clock
        self._lock = threading.Lock()
        self._known: tuple[PageLink, ...] = ()
        self._good_until: float | None = None

    def current(self) -> tuple[PageLink, ...]:
        """Published pages that ask to stand there, by path.

        What was known last, while the database does not answer: the links stand under the
        page that says so, too.
        """
        until = self._good_until
        if until is not None and self._clock() < until:
            return self._known
        with self._lock:
            with suppress(SQLAlchemyError), self._db.read() as tx:
                self._known = tuple(x for x in list_published_links(tx) if x.is_in_footer)
            self._good_until = self._clock() + _REMEMBERED_S
            return self._known

    def forget(self) -> None:
        """To be called after a change here, so that it counts at once."""
        # Whoever is reading now may have begun before the change.
        with self._lock:
            self._good_until = None
