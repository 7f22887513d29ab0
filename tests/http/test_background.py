import asyncio
import logging

import pytest

from vitascope.http.background import repeated

OFTEN_S, NEVER_S = 0.001, 3600.0


class Work:
    """Notes its rounds; those numbered in ``broken`` fail."""

    def __init__(self, *broken: int) -> None:
        self.rounds = 0
        self.broken = broken

    async def __call__(self) -> None:
        self.rounds += 1
        if self.rounds in self.broken:
            raise RuntimeError("the database is away")

    async def until(self, rounds: int) -> None:
        async with asyncio.timeout(60):
            while self.rounds < rounds:
                await asyncio.sleep(OFTEN_S)


async def test_work_is_repeated_while_it_is_entered() -> None:
    work = Work()

    async with repeated(work, every_s=OFTEN_S, failure="not done"):
        await work.until(3)
    done = work.rounds
    await asyncio.sleep(10 * OFTEN_S)

    assert work.rounds == done


@pytest.mark.parametrize(
    ("at_once", "at_end", "rounds"),
    [(True, False, 1), (False, True, 1), (False, False, 0), (True, True, 2)],
)
async def test_it_begins_and_ends_as_asked(at_once: bool, at_end: bool, rounds: int) -> None:
    work = Work()

    async with repeated(
        work, every_s=NEVER_S, failure="not done", at_once=at_once, at_end=at_end
    ):
        await work.until(1 if at_once else 0)

    assert work.rounds == rounds


async def test_failures_are_said_once_until_it_works_again(
    caplog: pytest.LogCaptureFixture,
) -> None:
    work = Work(1, 2, 4)

    with caplog.at_level(logging.ERROR):
        async with repeated(work, every_s=OFTEN_S, failure="not done"):
            await work.until(5)

    assert [record.message for record in caplog.records] == ["not done", "not done"]
