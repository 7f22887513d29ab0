"""Counting hits."""

from datetime import datetime, timedelta

import sqlalchemy as sa

# SQLite takes the same words: its own insert would differ in nothing but the import.
from sqlalchemy.dialects.postgresql import insert

from vitascope.core.limits.model import Window
from vitascope.core.limits.tables import rate_limits
from vitascope.db import Tx


def take(tx: Tx, key: str, amount: int, window: timedelta, now: datetime) -> Window:
    """Add ``amount`` hits and return the window they fell into.

    The first hit opens a window as long as ``window``, and so does the first after its end.
    A negative amount gives hits back; a window that it opens has none. One statement, so
    everybody who takes at the same time gets a count of their own.
    """
    table = rate_limits.c
    first = insert(rate_limits).values(key=key, hits=max(amount, 0), expires_at=now + window)
    is_over = table.expires_at <= now
    statement = first.on_conflict_do_update(
        index_elements=[table.key],
        set_={
            "hits": sa.case((is_over, first.excluded.hits), else_=table.hits + amount),
            "expires_at": sa.case((is_over, first.excluded.expires_at), else_=table.expires_at),
        },
    ).returning(table.hits, table.expires_at)
    row = tx.execute(statement).one()
    return Window(hits=row.hits, expires_at=row.expires_at)


def find_window(tx: Tx, key: str, now: datetime) -> Window | None:
    """The window that is open."""
    row = tx.execute(
        sa.select(rate_limits.c.hits, rate_limits.c.expires_at).where(
            rate_limits.c.key == key, rate_limits.c.expires_at > now
        )
    ).first()
    return None if row is None else Window(hits=row.hits, expires_at=row.expires_at)


def delete_window(tx: Tx, key: str) -> None:
    tx.execute(rate_limits.delete().where(rate_limits.c.key == key))


def delete_windows(tx: Tx) -> int:
    """Forget everybody; returns how many windows there were."""
    return tx.execute(rate_limits.delete()).rowcount


def delete_expired_windows(tx: Tx, now: datetime, *, limit: int) -> int:
    """Drop up to ``limit`` windows that are over; returns how many.

    Leaves out those that somebody else is just counting in or dropping. Give it a
    transaction of its own: rows locked in a different order by two servers would make each
    wait for the other.
    """
    over = (
        sa.select(rate_limits.c.key)
        .where(rate_limits.c.expires_at <= now)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    return tx.execute(rate_limits.delete().where(rate_limits.c.key.in_(over))).rowcount
