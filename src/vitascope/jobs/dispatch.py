"""From recorded events to jobs of the engine: exactly one per event and handler."""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import sqlalchemy as sa
from dbos import DBOSClient

from vitascope.db import Database
from vitascope.jobs.event import Event, restore
from vitascope.jobs.handler import Handler
from vitascope.jobs.tables import job_events

log = logging.getLogger(__name__)

JOB = "job"
"""The engine's name for the one workflow all handlers run in."""

_BATCH = 100


@dataclass(frozen=True, slots=True)
class _Recorded:
    seq: int
    id: str
    name: str
    payload: dict[str, Any]


class Dispatcher:
    """Moves events that are due into the engine's queues.

    Job ids are made from the event, so a dispatcher killed half-way, or two of them at
    once, make no job twice. ``enqueued`` is called with the name of each queue that got
    something.
    """

    def __init__(
        self,
        db: Database,
        client: DBOSClient,
        handlers: Mapping[type[Event], Sequence[Handler]],
        enqueued: Callable[[str], None],
    ) -> None:
        self._db = db
        self._client = client
        self._handlers = {kind.__name__: (kind, row) for kind, row in handlers.items()}
        self._enqueued = enqueued

    def drain(self) -> None:
        """Hand over everything that is due."""
        while batch := self._due():
            for event in batch:
                for handler in self._handlers[event.name][1]:
                    self._enqueue(event, handler)
            self._forget(job_events.c.seq.in_([event.seq for event in batch]))

    def forget_unknown(self, *, older_than: timedelta) -> None:
        """Delete old events nobody here listens to.

        They are kept for a while since a newer worker, still to be started, may know them.
        """
        deleted = self._forget(
            job_events.c.name.not_in(list(self._handlers)),
            job_events.c.emitted_at < datetime.now(UTC) - older_than,
        )
        if deleted:
            log.warning("events without a listener deleted", extra={"count": deleted})

    def _due(self) -> list[_Recorded]:
        due = sa.or_(job_events.c.due_at.is_(None), job_events.c.due_at <= datetime.now(UTC))
        columns = (job_events.c.seq, job_events.c.id, job_events.c.name, job_events.c.payload)
        query = (
            sa.select(*columns)
            .where(job_events.c.name.in_(list(self._handlers)), due)
            .order_by(job_events.c.seq)
            .limit(_BATCH)
        )
        with self._db.read() as tx:
            return [_Recorded(*row) for row in tx.execute(query)]

    def _enqueue(self, event: _Recorded, handler: Handler) -> None:
        kind, _ = self._handlers[event.name]
        try:
            key = handler.key(restore(kind, event.payload))
        except Exception:
            # Still a job: it fails and is seen, where an error here would hold up the rest.
            log.exception("unreadable event", extra={"event": event.name, "id": event.id})
            key = ""
        self._client.enqueue(
            {
                "workflow_name": JOB,
                "queue_name": handler.queue,
                "workflow_id": job_prefix(handler.name, key) + event.id,
            },
            handler.name,
            event.name,
            event.payload,
        )
        self._enqueued(handler.queue)

    def _forget(self, *which: sa.ColumnElement[bool]) -> int:
        with self._db.begin() as tx:
            return tx.execute(sa.delete(job_events).where(*which)).rowcount


def job_prefix(handler: str, key: str) -> str:
    """What the ids of all jobs of ``handler`` about ``key`` begin with, and no others."""
    return f"{quote(handler, safe='')}/{quote(key, safe='')}/"


def handler_of(job_id: str) -> str:
    """The (quoted) handler name a job id begins with."""
    return job_id.partition("/")[0]


def by_name(rows: Iterable[Sequence[Handler]], queues: Iterable[str]) -> dict[str, Handler]:
    """The handlers by name.

    Raises:
        ValueError: two handlers share a name, or one names a queue that does not exist.
    """
    known, found = set(queues), dict[str, Handler]()
    for handler in (handler for row in rows for handler in row):
        if found.setdefault(handler.name, handler) is not handler:
            raise ValueError(f"two handlers are named {handler.name!r}")
        if handler.queue not in known:
            raise ValueError(f"handler {handler.name!r}: no queue {handler.queue!r}")
    return found
