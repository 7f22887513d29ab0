"""Counts, and what the tests ask of them."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from tests.factories import NOON

from vitascope.base.ids import AccountId
from vitascope.core.stats.count import Count, write_counts
from vitascope.core.stats.model import DAY_S, Meter, Scope
from vitascope.core.stats.series import Wanted
from vitascope.core.stats.tables import meters
from vitascope.db import Tx

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def count(amount: int, account_id: int = 1, **values: Any) -> Count:
    given = {"meter": Meter.TRAFFIC, "account_id": AccountId(account_id), "amount": amount}
    return Count(**{**given, **values})


def write(tx: Tx, *counts: Count, now: datetime = NOON) -> None:
    write_counts(tx, counts, now=now)


def sums(tx: Tx, scope: Scope) -> list[tuple[Any, ...]]:
    """Subject, part, length (s), start (s) and amount of every sum of a scope."""
    query = sa.select(
        meters.c.subject_id,
        meters.c.part_id,
        meters.c.grain_s,
        meters.c.start_s,
        meters.c.amount,
    ).where(meters.c.scope == scope)
    return sorted(tuple(row) for row in tx.execute(query))


def wanted(user_id: Any = None, **values: Any) -> Wanted:
    """The hour before noon in quarters, unless told otherwise."""
    given = {
        "meter": Meter.TRAFFIC,
        "user_id": user_id,
        "since": NOON - HOUR,
        "until": NOON,
        "points": 4,
    }
    return Wanted(**{**given, **values})


def totals(tx: Tx, meter: Meter, scope: Scope) -> dict[tuple[int, int], int]:
    """What was counted in all, by subject and part."""
    query = sa.select(meters.c.subject_id, meters.c.part_id, meters.c.amount).where(
        meters.c.meter == meter, meters.c.scope == scope, meters.c.grain_s == DAY_S
    )
    found: dict[tuple[int, int], int] = {}
    for subject_id, part_id, amount in tx.execute(query):
        found[subject_id, part_id] = found.get((subject_id, part_id), 0) + amount
    return found
