"""Adding to sums, and hosts by number."""

from collections.abc import Collection, Mapping
from typing import TypeAlias

import sqlalchemy as sa

# SQLite takes the same words: its own insert would differ in nothing but the import.
from sqlalchemy.dialects.postgresql import insert

from vitascope.core.stats.model import Gauge, Meter, Scope
from vitascope.core.stats.tables import gauges, import_hosts, meters
from vitascope.db import Tx

SumKey: TypeAlias = tuple[Meter, Scope, int, int, int, int]
"""Meter, scope, subject and part; length and start in seconds."""

_NAMES = ("meter", "scope", "subject_id", "part_id", "grain_s", "start_s")


def add_sums(tx: Tx, sums: Mapping[SumKey, int]) -> None:
    """Make the sums larger by these amounts, or begin with them."""
    # Always in one order, so that on PostgreSQL no two writers wait for each other.
    rows = [
        {**dict(zip(_NAMES, key, strict=True)), "amount": amount}
        for key, amount in sorted(sums.items())
    ]
    if rows:
        tx.execute(_ADD, rows)


def _adding(table: sa.Table, *added: sa.Column[int] | sa.Column[float]) -> sa.Insert:
    """A row more, or its ``added`` columns onto those of the row that has its key."""
    row = insert(table)
    return row.on_conflict_do_update(
        index_elements=list(table.primary_key),
        set_={column.name: column + row.excluded[column.name] for column in added},
    )


_ADD = _adding(meters, meters.c.amount)
_ADD_SAMPLE = _adding(gauges, gauges.c.total, gauges.c.samples)


def add_samples(tx: Tx, values: Mapping[Gauge, float], starts_s: Mapping[int, int]) -> None:
    """One more sample of each gauge, in the sums that begin at ``starts_s``, by length."""
    rows = [
        {"gauge": gauge, "grain_s": grain_s, "start_s": start_s, "total": value, "samples": 1}
        for gauge, value in sorted(values.items())
        for grain_s, start_s in starts_s.items()
    ]
    if rows:
        tx.execute(_ADD_SAMPLE, rows)


def number_hosts(tx: Tx, names: Collection[str]) -> dict[str, int]:
    """The number of each host; new ones get one."""
    if not names:
        return {}
    wanted = sorted(names)
    new = insert(import_hosts).on_conflict_do_nothing(index_elements=["name"])
    tx.execute(new, [{"name": name} for name in wanted])
    rows = tx.execute(
        sa.select(import_hosts.c.name, import_hosts.c.id).where(import_hosts.c.name.in_(wanted))
    )
    return {row.name: row.id for row in rows}
