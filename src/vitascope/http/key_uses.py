"""When API keys were last used, without a write per request."""

import asyncio
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime

import structlog

from vitascope.core.access.queries import note_key_use
from vitascope.db import Database
from vitascope.http.threads import on_thread

log = structlog.get_logger(__name__)


class KeyUses:
    """Gathers uses in memory and writes them at most once per ``interval_s`` seconds.

    A process that is killed loses the uses of its last interval.
    """

    def __init__(self, db: Database, *, interval_s: float = 1.0) -> None:
        self._db = db
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._latest: dict[int, datetime] = {}

    def note(self, key_id: int, now: datetime) -> None:
        """Remember the use. Safe from any thread."""
        with self._lock:
            self._latest[key_id] = now

    def write(self) -> None:
        """Write what was gathered, in one transaction."""
        with self._lock:
            latest, self._latest = self._latest, {}
        if not latest:
            return
        with self._db.begin() as tx:
            for key_id, used_at in latest.items():
                note_key_use(tx, key_id, used_at)

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[None]:
        """Write in the background until the block is left, and once more then."""
        task = asyncio.create_task(self._write_often())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            await self._write_once()

    async def _write_often(self) -> None:
        while True:
            await asyncio.sleep(self._interval_s)
            await self._write_once()

    async def _write_once(self) -> None:
        try:
            await on_thread(self.write)
        except Exception:
            log.exception("key uses not written")
