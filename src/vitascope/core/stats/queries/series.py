"""Sums of one subject over time. The questions are asked by every page of statistics, so they
run on the driver.
"""

from collections.abc import Sequence
from typing import TypeAlias

import sqlalchemy as sa

from vitascope.base.ids import AccountId, VideoId
from vitascope.core.assets.tables import renditions
from vitascope.core.channels.tables import channels
from vitascope.core.stats.model import Gauge, Meter, Scope
from vitascope.core.stats.span import Span
from vitascope.core.stats.tables import gauges, meters
from vitascope.core.videos.tables import videos
from vitascope.db import CompiledSelect, Tx

Subject: TypeAlias = tuple[int, int | None]
"""Subject and part; None is every part."""


def list_sums(
    tx: Tx, kind: tuple[Meter, Scope], subject: Subject, grain_s: int, wanted: Span
) -> list[tuple[int, int]]:
    """Pairs of start (s) and amount, of sums that lie in ``wanted`` at least in part."""
    meter, scope = kind
    subject_id, part_id = subject
    values = {
        "meter": meter.value,
        "scope": scope.value,
        "subject_id": subject_id,
        "grain_s": grain_s,
        "after_s": wanted.start_s - grain_s,
        "until_s": wanted.until_s,
    }
    if part_id is None:
        return [(start_s, int(amount)) for start_s, amount in _OF_SUBJECT.rows(tx, values)]
    rows = _OF_PART.rows(tx, {**values, "part_id": part_id})
    return [(start_s, amount) for start_s, amount in rows]


def list_rendition_videos(
    tx: Tx, rendition_id: int, account_id: AccountId | None
) -> Sequence[VideoId]:
    """The videos that show a rendition: those of an account, or everybody's."""
    query = (
        sa.select(videos.c.id)
        .join(renditions, renditions.c.asset_id == videos.c.asset_id)
        .join(channels, channels.c.id == videos.c.channel_id)
        .where(renditions.c.id == rendition_id)
    )
    if account_id is not None:
        query = query.where(channels.c.account_id == account_id)
    return [VideoId(number) for number in tx.execute(query).scalars()]


def list_samples(
    tx: Tx, grain_s: int, slot_s: int, wanted: Span
) -> list[tuple[str, int, float, int]]:
    """The gauge's name, start (s), sum and number of samples, as :func:`list_sums`; those of
    ``slot_s`` seconds together.
    """
    values = {
        "grain_s": grain_s,
        "slot_s": slot_s,
        "after_s": wanted.start_s - grain_s,
        "until_s": wanted.until_s,
    }
    rows = _SAMPLES.rows(tx, values)
    return [(gauge, start_s, total, samples) for gauge, start_s, total, samples in rows]


def _subject() -> list[sa.ColumnElement[bool]]:
    return [
        meters.c[name] == sa.bindparam(name)
        for name in ("meter", "scope", "subject_id", "grain_s")
    ]


def _when(table: sa.Table) -> list[sa.ColumnElement[bool]]:
    start_s = table.c.start_s
    return [start_s > sa.bindparam("after_s"), start_s <= sa.bindparam("until_s")]


_OF_PART = CompiledSelect(
    sa.select(meters.c.start_s, meters.c.amount).where(
        *_subject(), meters.c.part_id == sa.bindparam("part_id"), *_when(meters)
    )
)
_OF_SUBJECT = CompiledSelect(
    sa.select(meters.c.start_s, sa.func.sum(meters.c.amount))
    .where(*_subject(), *_when(meters))
    .group_by(meters.c.start_s)
)
_SLOT = gauges.c.start_s - gauges.c.start_s % sa.bindparam("slot_s", type_=sa.BigInteger)
# The names and sums come as they are from the driver of either engine.
_AS_IT_IS = sa.types.NullType()
_SAMPLES = CompiledSelect(
    sa.select(
        sa.type_coerce(gauges.c.gauge, _AS_IT_IS),
        _SLOT.label("slot"),
        sa.type_coerce(sa.func.sum(gauges.c.total), _AS_IT_IS),
        sa.func.sum(gauges.c.samples),
    )
    .where(
        # All of them are asked for, and the primary key begins with which.
        gauges.c.gauge.in_(sa.literal_column(f"'{each.value}'") for each in Gauge),
        gauges.c.grain_s == sa.bindparam("grain_s"),
        *_when(gauges),
    )
    .group_by(gauges.c.gauge, sa.literal_column("slot"))
)
