"""Sums whose time is over."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

import sqlalchemy as sa

from vitascope.core.stats.model import Meter, Scope
from vitascope.core.stats.tables import gauges, meters
from vitascope.db import Tx

Expired: TypeAlias = tuple[Meter, Scope, int, int, int]
"""Meter, scope, subject, part and length (s) of sums of which some are too old."""

_OF_ONE = (meters.c.meter, meters.c.scope, meters.c.subject_id, meters.c.part_id)


def list_expired(tx: Tx, oldest_s: Mapping[int, int]) -> list[Expired]:
    """Whose sums began before ``oldest_s``, which is by length. Reads all there is: no index
    leads there, since it would cost every write something.
    """
    old = sa.or_(
        *(
            sa.and_(meters.c.grain_s == grain_s, meters.c.start_s < start_s)
            for grain_s, start_s in oldest_s.items()
        )
    )
    query = sa.select(*_OF_ONE, meters.c.grain_s).where(old).distinct()
    # Always in one order, so that on PostgreSQL no two sweepers wait for each other.
    return sorted((row[0], row[1], row[2], row[3], row[4]) for row in tx.execute(query))


def delete_sums(tx: Tx, expired: Sequence[Expired], oldest_s: Mapping[int, int]) -> None:
    """Remove what is too old of these sums."""
    names = ("meter_is", "scope_is", "subject_is", "part_is", "grain_is")
    rows = [
        {**dict(zip(names, each, strict=True)), "oldest": oldest_s[each[-1]]}
        for each in expired
    ]
    if rows:
        tx.execute(_DELETE, rows)


def delete_samples(tx: Tx, oldest_s: Mapping[int, int]) -> None:
    """Remove measurements that began before ``oldest_s``, which is by length."""
    for grain_s, start_s in oldest_s.items():
        old = sa.and_(gauges.c.grain_s == grain_s, gauges.c.start_s < start_s)
        tx.execute(gauges.delete().where(old))


_DELETE = meters.delete().where(
    meters.c.meter == sa.bindparam("meter_is"),
    meters.c.scope == sa.bindparam("scope_is"),
    meters.c.subject_id == sa.bindparam("subject_is"),
    meters.c.part_id == sa.bindparam("part_is"),
    meters.c.grain_s == sa.bindparam("grain_is"),
    meters.c.start_s < sa.bindparam("oldest"),
)
