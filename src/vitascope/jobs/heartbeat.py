"""Who is alive on a shared database, and whose jobs need a new worker.

The engine claims jobs and fences those it took away, but it does not notice a death: that
is what this is for. It runs on PostgreSQL only; SQLite has one worker.
"""

import logging
import time
from collections.abc import Callable
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert

from vitascope.db import Database
from vitascope.jobs.store import Store
from vitascope.jobs.tables import job_workers

log = logging.getLogger(__name__)

_FORGET_AFTER = timedelta(days=1)


class Heartbeat:
    """The presence of worker ``name``. Every call is safe to repeat, and any worker may
    take over for any other: the engine lets one of them win."""

    def __init__(
        self,
        db: Database,
        store: Store,
        name: str,
        *,
        dead_after_s: float,
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._db = db
        self._store = store
        self._name = name
        self._dead_after_s = dead_after_s
        self._clock_s = clock_s
        self._beat_at_s = clock_s()
        self._patient_until_s = self._beat_at_s

    def beat(self) -> None:
        now = sa.func.clock_timestamp()
        seen = insert(job_workers).values(id=self._name, seen_at=now)
        with self._db.begin() as tx:
            tx.execute(seen.on_conflict_do_update(index_elements=["id"], set_={"seen_at": now}))
        now_s = self._clock_s()
        if now_s - self._beat_at_s > self._dead_after_s / 2:
            # The server or this machine was away, so the others look dead, too. They get
            # the time to beat again.
            self._patient_until_s = now_s + self._dead_after_s
        self._beat_at_s = now_s

    def take_over(self, recover: Callable[[list[str]], object]) -> None:
        """Beat, then ``recover`` the jobs of workers not seen for ``dead_after_s``."""
        self.beat()
        if self._beat_at_s < self._patient_until_s:
            return
        # Asked before the living: a worker that joins in between beats before it claims.
        holders = self._store.running_workers()
        dead = sorted(holders - self._alive())
        if dead:
            log.warning("taking over from dead workers", extra={"workers": dead})
            recover(dead)

    def leave(self) -> None:
        """Say that this worker is gone, and forget those gone for a day."""
        old = job_workers.c.seen_at < sa.func.clock_timestamp() - _FORGET_AFTER
        with self._db.begin() as tx:
            tx.execute(
                sa.delete(job_workers).where(sa.or_(job_workers.c.id == self._name, old))
            )

    def _alive(self) -> set[str]:
        dead_after = timedelta(seconds=self._dead_after_s)
        recent = job_workers.c.seen_at > sa.func.clock_timestamp() - dead_after
        with self._db.read() as tx:
            return set(tx.execute(sa.select(job_workers.c.id).where(recent)).scalars())
