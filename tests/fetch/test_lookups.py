import asyncio
import threading

import pytest

from vitascope.fetch.lookups import Lookups, ask_system


async def test_a_slow_name_keeps_no_other_waiting() -> None:
    go_on = threading.Event()

    def ask(host: str) -> list[str]:
        if host.startswith("slow"):
            go_on.wait()
        return [host]

    lookups = Lookups(ask)
    slow = [asyncio.create_task(lookups.addresses_of(f"slow{n}")) for n in range(40)]

    quick = await lookups.addresses_of("quick")
    waiting = [each.done() for each in slow]
    go_on.set()

    assert (quick, waiting) == (["quick"], [False] * 40)
    assert await asyncio.gather(*slow) == [[f"slow{n}"] for n in range(40)]


async def test_a_name_is_asked_for_once_at_a_time_and_then_anew() -> None:
    asked, go_on = list[str](), threading.Event()

    def ask(host: str) -> list[str]:
        asked.append(host)
        go_on.wait()
        return [str(len(asked))]

    lookups = Lookups(ask)
    together = [asyncio.create_task(lookups.addresses_of("a.example")) for _ in range(3)]
    await asyncio.sleep(0)
    go_on.set()

    first = await asyncio.gather(*together)
    then = await lookups.addresses_of("a.example")

    assert (first, then) == ([["1"]] * 3, ["2"])


async def test_who_stops_waiting_ends_it_for_nobody_else() -> None:
    go_on = threading.Event()

    def ask(host: str) -> list[str]:
        go_on.wait()
        return [host]

    lookups = Lookups(ask)
    impatient, patient = [
        asyncio.create_task(lookups.addresses_of("a.example")) for _ in range(2)
    ]
    await asyncio.sleep(0)

    impatient.cancel()
    await asyncio.wait([impatient])
    go_on.set()

    assert (await patient, impatient.cancelled()) == (["a.example"], True)


async def test_a_name_that_nobody_knows_is_asked_for_again() -> None:
    asked: list[str] = []

    def ask(host: str) -> list[str]:
        asked.append(host)
        raise OSError("no such name")

    lookups = Lookups(ask)

    for _ in range(2):
        with pytest.raises(OSError, match="no such name"):
            await lookups.addresses_of("a.example")

    assert asked == ["a.example"] * 2


def test_a_loop_ends_while_a_name_is_looked_up() -> None:
    go_on, ended = threading.Event(), threading.Event()

    def ask(host: str) -> list[str]:
        go_on.wait()
        ended.set()
        return [host]

    async def look() -> None:
        await asyncio.wait_for(Lookups(ask).addresses_of("a.example"), 0.01)

    with pytest.raises(TimeoutError):
        asyncio.run(look())

    assert ended.is_set() is False
    go_on.set()
    ended.wait()


def test_the_system_knows_this_machine() -> None:
    assert set(ask_system("localhost")) <= {"127.0.0.1", "::1"}
