"""What players say, written together: many viewers, few transactions."""

import asyncio
from collections.abc import Sequence
from typing import TypeAlias

from vitascope.base.errors import Unavailable
from vitascope.core.analytics.amounts import Amounts
from vitascope.core.analytics.model import PlayerEvent
from vitascope.core.analytics.record import record_events
from vitascope.db import Database
from vitascope.http.threads import on_thread

_Numbers: TypeAlias = list[int | None]
_Waiting: TypeAlias = tuple[Sequence[PlayerEvent], "asyncio.Future[_Numbers]"]

_MOST_WAITING = 20_000


class Recording:
    """Writes events as they come. Those that come while others are being written go together
    in the next transaction, so that nobody waits for more than two.

    Everything belongs to one event loop.
    """

    def __init__(self, db: Database) -> None:
        self._db = db
        self._waiting: list[_Waiting] = []
        self._amount = 0
        self._amounts = Amounts()
        self._writer: asyncio.Task[None] | None = None

    async def record(self, events: Sequence[PlayerEvent]) -> list[int | None]:
        """The number of each event once all are written; None for those of videos that are
        gone, 0 for those that are not kept
        (:func:`vitascope.core.analytics.record.record_events`).

        Raises:
            Unavailable: more wait to be written than can be kept.
        """
        if self._amount + len(events) > _MOST_WAITING:
            raise Unavailable("Too many events at once: try again later", retry_after_s=5)
        written: asyncio.Future[_Numbers] = asyncio.get_running_loop().create_future()
        self._waiting.append((events, written))
        self._amount += len(events)
        if self._writer is None:
            self._writer = asyncio.create_task(self._write_all())
        return await written

    async def _write_all(self) -> None:
        try:
            while self._waiting:
                waiting, self._waiting, self._amount = self._waiting, [], 0
                await self._write(waiting)
        finally:
            self._writer = None

    async def _write(self, waiting: Sequence[_Waiting]) -> None:
        events = [event for some, _ in waiting for event in some]
        try:
            numbers = iter(await on_thread(self._insert, events))
        except Exception as error:  # noqa: BLE001 -- those who wait learn of it
            for _, written in waiting:
                if not written.done():
                    written.set_exception(error)
            return
        for some, written in waiting:
            found = [next(numbers) for _ in some]
            # Whoever waited may be gone.
            if not written.done():
                written.set_result(found)

    def _insert(self, events: Sequence[PlayerEvent]) -> list[int | None]:
        with self._db.begin() as tx:
            return record_events(tx, events, self._amounts)
