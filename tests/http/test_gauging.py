import asyncio
import logging
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from tests.core.stats.counting import count, sums, write
from tests.factories import NOON, make_asset

from vitascope.base.ids import VideoId
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.stats.gauges import write_samples
from vitascope.core.stats.model import DAY_S, HOUR_S, MINUTE_S, Gauge, Scope
from vitascope.core.stats.tables import gauges
from vitascope.db import Database
from vitascope.http.gauging import gauging, sweep_stats, write_sample
from vitascope.http.machine import Machine

OFTEN_S, NEVER_S = 0.01, 3600.0


def samples(db: Database) -> dict[Gauge, int]:
    """How often each was measured."""
    query = sa.select(gauges.c.gauge, gauges.c.samples).where(gauges.c.grain_s == HOUR_S)
    with db.read() as tx:
        return {row.gauge: row.samples for row in tx.execute(query)}


async def until_sampled(db: Database, times: int) -> None:
    async with asyncio.timeout(60):
        while samples(db).get(Gauge.MEMORY, 0) < times:
            await asyncio.sleep(OFTEN_S)


def test_a_sample_has_the_machine_and_the_work_that_waits(db: Database) -> None:
    with db.begin() as tx:
        asset = make_asset(tx)
        save_tasks(
            tx,
            asset.id,
            [Task(name="720p", state=TaskState.WAITING, percent=0.0, speed=None)],
        )
    machine = Machine()
    machine.measure()

    write_sample(db, machine, NOON)

    waiting = sa.select(gauges.c.total).where(
        gauges.c.gauge == Gauge.WAITING_VIDEO, gauges.c.grain_s == MINUTE_S
    )
    with db.read() as tx:
        assert tx.execute(waiting).scalar_one() == 1.0
    assert {Gauge.CPU, Gauge.MEMORY, Gauge.WAITING_AUDIO} <= samples(db).keys()


async def test_it_is_measured_again_and_again_while_it_runs(db: Database) -> None:
    async with gauging(db, lambda: NOON, sampled_every_s=OFTEN_S, swept_every_s=NEVER_S):
        await until_sampled(db, 3)

    stopped = samples(db)
    await asyncio.sleep(3 * OFTEN_S)
    assert samples(db) == stopped


async def test_a_round_that_fails_is_logged_and_the_next_one_counts(
    db: Database, caplog: pytest.LogCaptureFixture
) -> None:
    rounds = iter([RuntimeError("the clock is away")])

    def now() -> datetime:
        for error in rounds:
            raise error
        return NOON

    async with gauging(db, now, sampled_every_s=OFTEN_S, swept_every_s=NEVER_S):
        await until_sampled(db, 1)

    failed = [r.message for r in caplog.records if r.levelno >= logging.ERROR]
    assert failed == ["statistics were not kept up"]


async def test_what_is_too_old_goes_while_it_runs(db: Database) -> None:
    with db.begin() as tx:
        write(tx, count(5), now=NOON - timedelta(days=200))

    async with gauging(db, lambda: NOON, sampled_every_s=NEVER_S, swept_every_s=OFTEN_S):
        async with asyncio.timeout(60):
            while len(_all(db)) > 1:
                await asyncio.sleep(OFTEN_S)

    assert [grain_s for _, _, grain_s, _, _ in _all(db)] == [DAY_S]


def test_sweeping_takes_turns_with_those_who_write(db: Database) -> None:
    with db.begin() as tx:
        for number in range(5):
            write(tx, count(5, video_id=VideoId(number + 1)), now=NOON - timedelta(days=200))
        write(tx, count(1))
        write_samples(tx, {Gauge.CPU: 1.0}, now=NOON - timedelta(days=40))

    sweep_stats(db, NOON, at_once=2)

    with db.read() as tx:
        assert {grain_s for _, _, grain_s, _, _ in sums(tx, Scope.VIDEO)} == {DAY_S, 30 * DAY_S}
        assert len(_all(db)) == 4
    assert samples(db) == {}


def _all(db: Database) -> list[tuple[int, ...]]:
    with db.read() as tx:
        return sums(tx, Scope.ALL)
