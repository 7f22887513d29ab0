"""How the server is doing, measured now and then; and the end of old statistics."""

import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial

from vitascope.core.stats.gauges import count_waiting, write_samples
from vitascope.core.stats.sweep import find_expired, sweep_gauges, sweep_sums
from vitascope.db import Database
from vitascope.http.background import repeated
from vitascope.http.machine import Machine
from vitascope.http.threads import on_thread

log = logging.getLogger(__name__)

_SAMPLED_EVERY_S = 10.0
_SWEPT_EVERY_S = 3600.0
# Whoever wants to write meanwhile gets a turn.
_SWEPT_AT_ONCE = 500


@asynccontextmanager
async def gauging(
    db: Database,
    now: Callable[[], datetime],
    *,
    sampled_every_s: float = _SAMPLED_EVERY_S,
    swept_every_s: float = _SWEPT_EVERY_S,
) -> AsyncIterator[None]:
    """Measure while this is entered, and remove what is too old."""
    machine = Machine()

    def sample() -> None:
        write_sample(db, machine, now())

    def sweep() -> None:
        sweep_stats(db, now())

    failure = "statistics were not kept up"
    async with (
        repeated(
            partial(on_thread, sample), every_s=sampled_every_s, failure=failure, at_once=False
        ),
        repeated(
            partial(on_thread, sweep), every_s=swept_every_s, failure=failure, at_once=False
        ),
    ):
        # Rates need a time before.
        await on_thread(machine.measure)
        yield


def write_sample(db: Database, machine: Machine, now: datetime) -> None:
    """Measure once and write it down."""
    values = machine.measure()
    with db.read() as tx:
        values |= count_waiting(tx)
    with db.begin() as tx:
        write_samples(tx, values, now=now)


def sweep_stats(db: Database, now: datetime, *, at_once: int = _SWEPT_AT_ONCE) -> None:
    """Remove sums and measurements that are kept no longer; those of ``at_once`` subjects in
    one transaction.
    """
    with db.read() as tx:
        expired = find_expired(tx, now=now)
    for start in range(0, len(expired), at_once):
        with db.begin() as tx:
            sweep_sums(tx, expired[start : start + at_once], now=now)
    with db.begin() as tx:
        sweep_gauges(tx, now=now)
    if expired:
        log.info("statistics swept", extra={"subjects": len(expired)})
