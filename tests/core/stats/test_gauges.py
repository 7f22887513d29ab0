from datetime import timedelta

import pytest
from tests.core.stats.counting import DAY, HOUR
from tests.factories import NOON, actor_of, make_asset, make_user

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Role
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.stats.gauges import Average, count_waiting, read_gauges, write_samples
from vitascope.core.stats.model import Gauge
from vitascope.db import Tx

MINUTE = timedelta(minutes=1)
EMPTY = {gauge: [0.0] * 5 for gauge in Gauge}


@pytest.fixture
def root(tx: Tx) -> Actor:
    return actor_of(make_user(tx, "root", Role.ADMINISTRATOR))


def read(tx: Tx, actor: Actor, since: timedelta, points: int) -> dict[Gauge, list[Average]]:
    return read_gauges(tx, actor, since=NOON - since, until=NOON, points=points, now=NOON)


def values(averages: dict[Gauge, list[Average]]) -> dict[Gauge, list[float]]:
    return {gauge: [value for _, value in mine] for gauge, mine in averages.items()}


def test_samples_are_averaged_in_buckets_and_0_where_there_were_none(
    tx: Tx, root: Actor
) -> None:
    for minutes, percent in ((59, 10.0), (58, 20.0), (31, 50.0), (0, 8.0)):
        write_samples(tx, {Gauge.CPU: percent}, now=NOON - minutes * MINUTE)
    write_samples(tx, {Gauge.NET_OUT: 1e9}, now=NOON)

    found = read(tx, root, HOUR, 4)

    assert values(found) == EMPTY | {
        Gauge.CPU: [15.0, 50.0, 0.0, 0.0, 8.0],
        Gauge.NET_OUT: [0.0, 0.0, 0.0, 0.0, 1e9],
    }
    starts_ms = [1_772_362_800_000 + 900_000 * number for number in range(5)]
    assert [start_ms for start_ms, _ in found[Gauge.CPU]] == starts_ms


def test_a_month_is_told_by_hours(tx: Tx, root: Actor) -> None:
    for days in range(30):
        write_samples(tx, {Gauge.MEMORY: 40.0 + days % 2}, now=NOON - days * DAY)

    found = read(tx, root, 30 * DAY, 15)

    assert [value for _, value in found[Gauge.MEMORY][1:-1]] == [40.5] * 14


def test_no_time_has_no_buckets(tx: Tx, root: Actor) -> None:
    assert read(tx, root, timedelta(0), 10) == {gauge: [] for gauge in Gauge}


def test_only_administrators_see_how_the_server_does(tx: Tx) -> None:
    ada = make_user(tx)

    with pytest.raises(Forbidden):
        read(tx, actor_of(ada), HOUR, 4)


def test_work_that_waits_or_runs_is_counted_by_kind(tx: Tx) -> None:
    for number, states in enumerate(
        (
            {"720p": TaskState.RUNNING, "360p": TaskState.DONE, "audio-0": TaskState.WAITING},
            {
                "720p": TaskState.WAITING,
                "audio-0": TaskState.FAILED,
                "poster": TaskState.RUNNING,
            },
        )
    ):
        asset = make_asset(tx, f"clip {number}")
        tasks = [Task(name=n, state=s, percent=0.0, speed=None) for n, s in states.items()]
        save_tasks(tx, asset.id, tasks)

    assert count_waiting(tx) == {
        Gauge.WAITING_VIDEO: 2.0,
        Gauge.WAITING_AUDIO: 1.0,
        Gauge.WAITING_CAPTIONS: 0.0,
    }


def test_without_work_nothing_waits(tx: Tx) -> None:
    assert set(count_waiting(tx).values()) == {0.0}
