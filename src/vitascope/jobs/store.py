"""Where the engine keeps its tables, and the questions its own interface cannot answer.

On PostgreSQL they are in a schema of the product's database. On SQLite they have a file of
their own beside it: SQLite has no schemas, so the names would meet ours, and the engine's
writes would queue with ours for the one writer.
"""

import sqlite3
from collections.abc import Collection
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from dbos import DBOS

from vitascope.db import Database
from vitascope.jobs.old_sqlite import teach_subseconds

_SCHEMA = "dbos"
_RUNNING = "PENDING"
_WAITING = "ENQUEUED"


class Store:
    """The engine's tables for the product's database ``db``."""

    def __init__(self, db: Database) -> None:
        teach_subseconds()
        self.file = engine_file(db)
        self.db = db if self.file is None else Database(f"sqlite:///{self.file}")
        self.url = self.db.url.render_as_string(hide_password=False)
        self._jobs = sa.table(
            "workflow_status",
            *map(sa.column, ("workflow_uuid", "status", "queue_name", "executor_id")),
            *map(sa.column, ("recovery_attempts", "owner_xid", "started_at_epoch_ms")),
            schema=None if db.is_embedded else _SCHEMA,
        )

    def prepare(self) -> None:
        """Create or upgrade the tables; nothing changes when they are current."""
        if self.file is not None:
            with closing(sqlite3.connect(self.file)) as connection:
                connection.execute("PRAGMA journal_mode = WAL")
        DBOS.migrate(self.url, schema=_SCHEMA)

    def close(self) -> None:
        if self.file is not None:
            self.db.close()

    def starts(self, job_id: str) -> int:
        """How often the job was started, this time included."""
        query = sa.select(self._jobs.c.recovery_attempts)
        with self.db.read() as tx:
            found = tx.execute(query.where(self._jobs.c.workflow_uuid == job_id)).scalar_one()
        return int(found)

    def counts(self) -> list[tuple[str, str, int]]:
        """Queue, the engine's word for the state, number of jobs."""
        columns = (self._jobs.c.queue_name, self._jobs.c.status)
        query = (
            sa.select(*columns, sa.func.count())
            .where(self._jobs.c.queue_name.is_not(None))
            .group_by(*columns)
            .order_by(*columns)
        )
        with self.db.read() as tx:
            return [(queue, status, count) for queue, status, count in tx.execute(query)]

    def running_workers(self) -> set[str]:
        """Everybody who holds a running job, dead or alive."""
        query = sa.select(self._jobs.c.executor_id).where(self._jobs.c.status == _RUNNING)
        with self.db.read() as tx:
            return set(tx.execute(query.distinct()).scalars())

    def stranded(self, queues: Collection[str]) -> list[str]:
        """Jobs that wait in a queue which is not among ``queues``."""
        query = sa.select(self._jobs.c.workflow_uuid).where(
            self._jobs.c.status == _WAITING, self._jobs.c.queue_name.not_in(queues)
        )
        with self.db.read() as tx:
            return list(tx.execute(query).scalars())

    def held_by(self, worker: str) -> set[str]:
        """The jobs that are running on ``worker``, as far as the engine knows."""
        query = sa.select(self._jobs.c.workflow_uuid).where(self._held_by(worker))
        with self.db.read() as tx:
            return set(tx.execute(query).scalars())

    def requeue(self, worker: str, jobs: Collection[str]) -> None:
        """Let those of ``jobs`` that ``worker`` holds and does not run wait again."""
        lost = sa.and_(self._held_by(worker), self._jobs.c.workflow_uuid.in_(jobs))
        self._requeue(lost, starts=self._jobs.c.recovery_attempts)

    def requeue_all(self, worker: str) -> None:
        """Let everything ``worker`` was running when it died wait again."""
        self._requeue(self._held_by(worker), starts=self._jobs.c.recovery_attempts)

    def release(self, worker: str) -> None:
        """Let everything ``worker`` was running when it stopped wait again.

        A clean stop is not the job's fault, so it does not count among its starts.
        """
        self._requeue(self._held_by(worker), starts=self._jobs.c.recovery_attempts - 1)

    def _held_by(self, worker: str) -> sa.ColumnElement[bool]:
        return sa.and_(self._jobs.c.status == _RUNNING, self._jobs.c.executor_id == worker)

    def _requeue(self, which: sa.ColumnElement[bool], *, starts: sa.ColumnElement[int]) -> None:
        waiting = sa.update(self._jobs).values(
            status=_WAITING, owner_xid=None, started_at_epoch_ms=None, recovery_attempts=starts
        )
        with self.db.begin() as tx:
            tx.execute(waiting.where(which))


def engine_file(db: Database) -> Path | None:
    """The engine's own file beside an embedded database; a backup wants it too."""
    return None if db.path is None else db.path.with_suffix(".jobs.db")


def migrate(db: Database) -> None:
    """Create or upgrade the engine's tables. :meth:`Engine.start` does it, too; this is for
    an installation whose workers may not change tables."""
    store = Store(db)
    store.prepare()
    store.close()
