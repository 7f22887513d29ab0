"""Our own tables of durable work; the engine keeps its tables apart."""

import sqlalchemy as sa

from vitascope.db import UtcTime, metadata

# Events recorded and not yet handed to the engine.
job_events = sa.Table(
    "job_events",
    metadata,
    sa.Column("seq", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
    # Names the event's jobs. SQLite gives the numbers of deleted rows out again, so ``seq``
    # would make a new event look like one that was handled already.
    sa.Column("id", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("payload", sa.JSON, nullable=False),
    sa.Column("emitted_at", UtcTime, nullable=False),
    # None: at once, whatever the clocks of the two machines say.
    sa.Column("due_at", UtcTime),
)

# Who runs jobs on a shared database, and when each was last seen by the server's clock: the
# one clock that all workers share.
job_workers = sa.Table(
    "job_workers",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
)
