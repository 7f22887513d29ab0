"""Noting how far an import is, and stopping it when there is no room for it."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from vitascope.core.imports.model import Import
from vitascope.core.imports.queries import note_progress
from vitascope.core.uploads.room import check_room
from vitascope.fetch.download import OnProgress
from vitascope.http.threads import on_thread
from vitascope.pipeline.import_desk import ImportDesk

T = TypeVar("T")

_INTERVAL_S = 1.0


class _Gauge:
    def __init__(self) -> None:
        self.received_bytes = 0
        self.total_bytes: int | None = None
        self.moved = asyncio.Event()

    def __call__(self, received_bytes: int, total_bytes: int | None) -> None:
        self.received_bytes, self.total_bytes = received_bytes, total_bytes
        self.moved.set()


async def watched(
    desk: ImportDesk,
    found: Import,
    fetch: Callable[[OnProgress], Awaitable[T]],
    *,
    guesses: bool = False,
) -> T:
    """Await ``fetch``, which reports bytes, and note them at once and then once a second.

    ``guesses`` says that a total may be wrong, so that nothing is refused for it.

    Raises:
        FileTooLarge, UserQuotaExceeded, StorageFull: there is no room for what has arrived, or
            for what was announced. The fetching was stopped.
    """
    gauge = _Gauge()
    fetching = asyncio.ensure_future(fetch(gauge))
    watching = asyncio.create_task(_watch(desk, found, gauge, guesses=guesses))
    try:
        await asyncio.wait((fetching, watching), return_when=asyncio.FIRST_COMPLETED)
        if watching.done():
            watching.result()
        return fetching.result()
    finally:
        fetching.cancel()
        watching.cancel()
        await asyncio.gather(fetching, watching, return_exceptions=True)


async def _watch(desk: ImportDesk, found: Import, gauge: _Gauge, *, guesses: bool) -> None:
    while True:
        await gauge.moved.wait()
        gauge.moved.clear()
        received, total = gauge.received_bytes, gauge.total_bytes
        needed = received if guesses or total is None else max(received, total)
        await on_thread(_note, desk, found, received, total, needed)
        await asyncio.sleep(_INTERVAL_S)


def _note(
    desk: ImportDesk,
    found: Import,
    received_bytes: int,
    total_bytes: int | None,
    needed_bytes: int,
) -> None:
    room = desk.room_with(received_bytes)
    with desk.db.begin() as tx:
        check_room(tx, found.user_id, needed_bytes, room, now=desk.now())
        note_progress(tx, found.id, received_bytes, total_bytes, now=desk.now())
