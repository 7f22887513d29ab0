import asyncio
import threading
from datetime import datetime

import pytest
from tests.factories import NOON

from vitascope.base.ids import AccountId, VideoId
from vitascope.core.stats.count import Count
from vitascope.core.stats.model import HOUR_S, Meter, Scope
from vitascope.core.stats.tables import meters
from vitascope.db import Database
from vitascope.http.metering import Metering

ADA, BOB = AccountId(1), AccountId(2)


def count(amount: int, account: AccountId = ADA, video: int | None = 7) -> Count:
    return Count(
        meter=Meter.TRAFFIC,
        account_id=account,
        amount=amount,
        video_id=None if video is None else VideoId(video),
    )


def sums(db: Database) -> dict[tuple[Scope, int], int]:
    """What was written for the hour, by scope and subject."""
    query = meters.select().where(meters.c.grain_s == HOUR_S)
    with db.read() as tx:
        return {(row.scope, row.subject_id): row.amount for row in tx.execute(query)}


def noon() -> datetime:
    return NOON


def test_counts_are_added_up_and_written_together(db: Database) -> None:
    metering = Metering(db, noon)
    for each in (count(1), count(2), count(4, BOB, None)):
        metering.note(each)

    before = sums(db)
    metering.write()
    metering.write()

    assert before == {}
    assert sums(db) == {
        (Scope.ALL, 0): 7,
        (Scope.ACCOUNT, ADA): 3,
        (Scope.ACCOUNT, BOB): 4,
        (Scope.VIDEO, 7): 3,
    }


def test_nothing_is_lost_when_many_count_at_once(db: Database) -> None:
    metering = Metering(db, noon)

    def note_often() -> None:
        for _ in range(200):
            metering.note(count(1))
            metering.note(count(1, BOB))

    threads = [threading.Thread(target=note_often) for _ in range(4)]
    for thread in threads:
        thread.start()
    metering.write()
    for thread in threads:
        thread.join()
    metering.write()

    assert sums(db)[Scope.ALL, 0] == 1600


async def test_counts_are_written_while_the_block_runs(db: Database) -> None:
    metering = Metering(db, noon, interval_s=0.01)

    async with metering.writing():
        metering.note(count(5))
        while not await asyncio.to_thread(sums, db):
            await asyncio.sleep(0.01)

    assert sums(db)[Scope.ALL, 0] == 5


async def test_counts_that_wait_are_written_at_the_end(db: Database) -> None:
    metering = Metering(db, noon, interval_s=3600)

    async with metering.writing():
        metering.note(count(5))
        before = sums(db)

    assert (before, sums(db)[Scope.ALL, 0]) == ({}, 5)


def test_what_the_database_does_not_take_is_kept_for_later(db: Database) -> None:
    broken = iter([OSError("no clock")])

    def broken_once() -> datetime:
        for error in broken:
            raise error
        return NOON

    metering = Metering(db, broken_once)
    metering.note(count(5))

    with pytest.raises(OSError, match="no clock"):
        metering.write()
    metering.note(count(2))
    metering.write()

    assert sums(db)[Scope.ALL, 0] == 7
