"""Tables of the stats area."""

import sqlalchemy as sa

from vitascope.core.stats.model import Gauge, Meter, Scope
from vitascope.db import EnumText, metadata

# A sum per length, so that a series of a year reads days and one of an hour minutes.
meters = sa.Table(
    "meters",
    metadata,
    sa.Column("meter", EnumText(Meter), primary_key=True),
    sa.Column("scope", EnumText(Scope), primary_key=True),
    sa.Column("subject_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("part_id", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("grain_s", sa.Integer, primary_key=True, autoincrement=False),
    # Seconds since 1970.
    sa.Column("start_s", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# Hosts that something was imported from, by number.
import_hosts = sa.Table(
    "import_hosts",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("name", sa.Text, nullable=False, unique=True),
)

# Sums and counts of what was measured, so that averages of any length can be made.
gauges = sa.Table(
    "gauges",
    metadata,
    sa.Column("gauge", EnumText(Gauge), primary_key=True),
    sa.Column("grain_s", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("start_s", sa.BigInteger, primary_key=True, autoincrement=False),
    sa.Column("total", sa.Float, nullable=False),
    sa.Column("samples", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)

RANKED = sa.text("grain_s > 60 AND scope <> 'rendition'")
"""What rankings look at, for all but the shortest sums."""

sa.Index(
    "ix_meters_ranked",
    meters.c.meter,
    meters.c.scope,
    meters.c.grain_s,
    meters.c.start_s,
    meters.c.subject_id,
    meters.c.part_id,
    meters.c.amount,
    sqlite_where=RANKED,
    postgresql_where=RANKED,
)
