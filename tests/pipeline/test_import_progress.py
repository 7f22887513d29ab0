import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from tests.factories import NOON
from tests.pipeline.importing import ada, ask, current, open_desk

from vitascope.base.errors import StorageFull
from vitascope.core.imports.advance import begin_import
from vitascope.core.imports.model import Import
from vitascope.core.uploads.model import FileTooLarge
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.db import Database
from vitascope.fetch.download import OnProgress
from vitascope.fetch.errors import Unreachable
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_progress import watched

MUCH = 10**18


@pytest.fixture
def desk(db: Database, tmp_path: Path, tools: Tools) -> ImportDesk:
    return open_desk(db, tmp_path, tools)


def begun(db: Database) -> Import:
    asked = ask(db)
    with db.begin() as tx:
        found = begin_import(tx, asked.id, now=NOON)
    assert found is not None
    return found


async def test_what_has_arrived_is_noted_while_more_arrives(desk: ImportDesk) -> None:
    found = begun(desk.db)

    async def fetch(on_progress: OnProgress) -> str:
        on_progress(30, 90)
        while current(desk.db, found.id).received_bytes == 0:
            await asyncio.sleep(0.01)
        return "fetched"

    got = await watched(desk, found, fetch)

    noted = current(desk.db, found.id)
    assert got == "fetched"
    assert (noted.received_bytes, noted.total_bytes) == (30, 90)


@pytest.mark.parametrize(
    ("received", "total", "refusal"),
    [
        (30, 2000, UserQuotaExceeded),
        (2000, None, UserQuotaExceeded),
        (30, 10**9 + 1, FileTooLarge),
    ],
)
async def test_what_there_is_no_room_for_is_stopped_as_soon_as_that_is_known(
    desk: ImportDesk, received: int, total: int | None, refusal: type[Exception]
) -> None:
    ada(desk.db, quota_bytes=1000)
    found = begun(desk.db)
    stopped = asyncio.Event()

    with pytest.raises(refusal):
        await watched(desk, found, _endless(received, total, stopped))

    assert stopped.is_set()
    assert current(desk.db, found.id).received_bytes == 0


async def test_a_disk_that_is_nearly_full_takes_no_more(
    db: Database, tmp_path: Path, tools: Tools
) -> None:
    desk = open_desk(db, tmp_path, tools, min_free_bytes=MUCH)
    found = begun(db)

    with pytest.raises(StorageFull):
        await watched(desk, found, _endless(0, 1000, asyncio.Event()))

    assert current(db, found.id).received_bytes == 0


async def test_a_guess_refuses_nothing(desk: ImportDesk) -> None:
    ada(desk.db, quota_bytes=1000)
    found = begun(desk.db)

    async def fetch(on_progress: OnProgress) -> str:
        on_progress(30, 2000)
        while current(desk.db, found.id).received_bytes == 0:
            await asyncio.sleep(0.01)
        return "fetched"

    got = await watched(desk, found, fetch, guesses=True)

    assert got == "fetched"


async def test_what_went_wrong_while_fetching_is_told(desk: ImportDesk) -> None:
    found = begun(desk.db)

    async def fetch(_on_progress: OnProgress) -> str:
        raise Unreachable("Nobody there")

    with pytest.raises(Unreachable) as caught:
        await watched(desk, found, fetch)

    assert caught.value.message == "Nobody there"


async def test_who_is_cancelled_stops_fetching(desk: ImportDesk) -> None:
    found = begun(desk.db)
    stopped, started = asyncio.Event(), asyncio.Event()

    async def fetch(on_progress: OnProgress) -> str:
        started.set()
        return await _endless(1, None, stopped)(on_progress)

    running = asyncio.create_task(watched(desk, found, fetch))
    await started.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running

    assert stopped.is_set()


def _endless(
    received: int, total: int | None, stopped: asyncio.Event
) -> Callable[[OnProgress], Awaitable[str]]:
    async def fetch(on_progress: OnProgress) -> str:
        on_progress(received, total)
        try:
            await asyncio.Event().wait()
        finally:
            stopped.set()
        return "never"

    return fetch
