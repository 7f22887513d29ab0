"""How the server is doing: what was measured from time to time."""

from collections.abc import Mapping
from datetime import datetime
from typing import TypeAlias

from vitascope.core.access.model import Actor
from vitascope.core.stats.model import GAUGE_GRAINS_S, Gauge
from vitascope.core.stats.queries.adding import add_samples
from vitascope.core.stats.queries.series import list_samples
from vitascope.core.stats.queries.waiting import list_open_tasks
from vitascope.core.stats.sight import check_sees_server
from vitascope.core.stats.span import aligned, average, grain_for, seconds, span
from vitascope.db import Tx

MOST_POINTS = 1000
"""Of each: there are nine."""

Average: TypeAlias = tuple[int, float]
"""When a bucket begins, in ms since 1970, and the average in it."""


def write_samples(tx: Tx, values: Mapping[Gauge, float], *, now: datetime) -> None:
    """Note what was measured now."""
    now_s = seconds(now)
    add_samples(tx, values, {each: aligned(now_s, each) for each in GAUGE_GRAINS_S})


def count_waiting(tx: Tx) -> dict[Gauge, float]:
    """How much work waits or runs. Captions are taken out along with the rest and never wait
    by themselves.
    """
    counts = {Gauge.WAITING_VIDEO: 0, Gauge.WAITING_AUDIO: 0, Gauge.WAITING_CAPTIONS: 0}
    for task, number in list_open_tasks(tx):
        if task.is_quality:
            counts[Gauge.WAITING_VIDEO] += number
        elif task.is_audio:
            counts[Gauge.WAITING_AUDIO] += number
    return {gauge: float(number) for gauge, number in counts.items()}


def read_gauges(
    tx: Tx, actor: Actor, *, since: datetime, until: datetime, points: int, now: datetime
) -> dict[Gauge, list[Average]]:
    """Averages of every gauge in buckets as those of ``read_series``; 0 where nothing was
    measured.

    Raises:
        LoginRequired, Forbidden: the actor is no administrator.
    """
    check_sees_server(actor)
    cut = span(since, until, min(points, MOST_POINTS))
    if cut is None:
        return {gauge: [] for gauge in Gauge}
    grain_s = grain_for(cut, GAUGE_GRAINS_S, now)
    # Averages need no sharing out where buckets are longer.
    slot_s = max(grain_s, cut.bucket_s)
    sums: dict[str, list[tuple[int, float, int]]] = {gauge.value: [] for gauge in Gauge}
    for name, start_s, total, samples in list_samples(tx, grain_s, slot_s, cut):
        sums[name].append((start_s, total, samples))
    return {
        Gauge(name): list(zip(cut.starts_ms(), average(mine, slot_s, cut, now), strict=True))
        for name, mine in sums.items()
    }
