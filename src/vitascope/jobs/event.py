"""Events: what happened, recorded in the transaction that made it happen."""

import dataclasses
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from vitascope.db import Tx, after_commit
from vitascope.jobs.bell import ring
from vitascope.jobs.tables import job_events


@dataclass(frozen=True, slots=True)
class Event:
    """Base of everything that can happen.

    Subclasses are frozen dataclasses named in the past tense. Their fields are JSON (text,
    numbers, booleans, lists, mappings, None). A class name is stored with the event, so
    renaming a class loses the events that wait; a new field needs a default.
    """


E = TypeVar("E", bound=Event)


def emit(tx: Tx, event: Event, *, due_at: datetime | None = None) -> None:
    """Record ``event``; its handlers run once ``tx`` is committed, and never if it is not.

    With ``due_at`` they run then, or up to a second later; without it at once.
    """
    tx.execute(
        sa.insert(job_events).values(
            id=uuid.uuid4().hex,
            name=type(event).__name__,
            payload=dataclasses.asdict(event),
            emitted_at=datetime.now(UTC),
            due_at=due_at,
        )
    )
    after_commit(tx, ring)


def pending(tx: Tx) -> list[tuple[str, dict[str, Any]]]:
    """Names and payloads of the events that no engine has taken yet, oldest first."""
    query = sa.select(job_events.c.name, job_events.c.payload).order_by(job_events.c.seq)
    return [(name, payload) for name, payload in tx.execute(query)]


def restore(kind: type[E], payload: Mapping[str, Any]) -> E:
    """The event that ``payload`` was made from, perhaps by an older version of its class.

    Raises:
        TypeError: a field without a default is missing.
    """
    known = {field.name for field in dataclasses.fields(kind)}
    return kind(**{name: value for name, value in payload.items() if name in known})
