"""Reading and writing wrong guesses."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa

from vitascope.core.access.tables import failures
from vitascope.db import Tx, upsert_row


def list_failures(
    tx: Tx, keys: Collection[bytes], since: datetime
) -> dict[bytes, tuple[int, datetime]]:
    """How many wrong guesses each key has, and when the last one was."""
    rows = tx.execute(
        sa.select(failures).where(failures.c.key_hash.in_(keys), failures.c.last_at > since)
    )
    # By position: a row has a method of the name count.
    return {key: (count, last_at) for key, count, last_at in rows}


def add_failure(tx: Tx, key: bytes, since: datetime, now: datetime) -> None:
    """Count one more; guesses from before ``since`` do not count."""
    is_forgotten = failures.c.last_at <= since
    upsert_row(
        tx,
        failures,
        "key_hash",
        {"key_hash": key, "count": 1, "last_at": now},
        {"count": sa.case((is_forgotten, 1), else_=failures.c.count + 1), "last_at": now},
    )


def delete_forgotten(tx: Tx, since: datetime) -> None:
    """Rows that another caller is deleting are left to it."""
    old = sa.select(failures.c.key_hash).where(failures.c.last_at <= since)
    passed = old.with_for_update(skip_locked=True)
    tx.execute(failures.delete().where(failures.c.key_hash.in_(passed)))


def delete_failures(tx: Tx, keys: Collection[bytes]) -> None:
    tx.execute(failures.delete().where(failures.c.key_hash.in_(keys)))
