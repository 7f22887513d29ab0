"""What went through, counted without a write per request."""

import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import TypeAlias

from vitascope.core.stats.count import Count, write_counts
from vitascope.db import Database
from vitascope.http.background import repeated
from vitascope.http.threads import on_thread

_Sums: TypeAlias = dict[Count, int]


class Metering:
    """Adds up counts in memory and writes them at most once per ``interval_s`` seconds.

    A process that is killed loses the counts of its last interval.
    """

    def __init__(
        self, db: Database, now: Callable[[], datetime], *, interval_s: float = 1.0
    ) -> None:
        self._db = db
        self._now = now
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        # By what is counted, which is a count of nothing.
        self._sums: _Sums = {}

    def note(self, count: Count) -> None:
        """Add a count. Safe from any thread."""
        what = replace(count, amount=0)
        with self._lock:
            self._sums[what] = self._sums.get(what, 0) + count.amount

    def write(self) -> None:
        """Write what was gathered, in one transaction. What the database does not take is
        kept for the next time.
        """
        # One at a time: sums that were kept must not come after newer ones.
        with self._writing:
            with self._lock:
                sums, self._sums = self._sums, {}
            if not sums:
                return
            try:
                self._write(sums)
            except BaseException:
                self._keep(sums)
                raise

    def _write(self, sums: _Sums) -> None:
        counts = [replace(what, amount=amount) for what, amount in sums.items()]
        with self._db.begin() as tx:
            write_counts(tx, counts, now=self._now())

    def _keep(self, sums: _Sums) -> None:
        with self._lock:
            for what, amount in sums.items():
                self._sums[what] = self._sums.get(what, 0) + amount

    def writing(self) -> AbstractAsyncContextManager[None]:
        """Write in the background until the block is left, and once more then."""
        return repeated(
            partial(on_thread, self.write),
            every_s=self._interval_s,
            failure="counts not written",
            at_once=False,
            at_end=True,
        )
