"""Sends what waits in the database, on a thread of its own."""

import asyncio
import logging
import socket
import threading
import uuid
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime

from vitascope.core.webhooks import bell
from vitascope.core.webhooks.places import AT_ONCE
from vitascope.core.webhooks.settle import RETRY_AFTER_S
from vitascope.db import Database
from vitascope.fetch.client import open_client
from vitascope.fetch.guard import Guard
from vitascope.notify.webhooks.desk import Desk
from vitascope.notify.webhooks.rounds import Rounds

log = logging.getLogger(__name__)

# How late a delivery of another process, or one that is tried again, is seen at most.
_POLL_S = 1.0
# What ends within it is written together: a transaction costs as much as sending.
_GATHER_S = 0.02


class Courier:
    """Posts deliveries to their endpoints until they are taken.

    Any number of processes may send from one PostgreSQL database: each delivery is claimed
    before, and a claim runs out when its process dies. What was sent and not noted is sent
    again.

    ``header_prefix`` begins the names of headers in place of the API's own. ``timeout_s`` is
    for one attempt. ``grace_s`` is how long stopping waits for what is under way. Where the
    last answer took more than ``slow_after_s``, one is sent at a time.
    """

    def __init__(
        self,
        db: Database,
        guard: Guard,
        now: Callable[[], datetime],
        *,
        header_prefix: str = "",
        timeout_s: float = 10.0,
        retry_after_s: Sequence[float] = RETRY_AFTER_S,
        grace_s: float = 3.0,
        slow_after_s: float = 2.0,
    ) -> None:
        name = f"{socket.gethostname()}-{uuid.uuid4().hex[:8]}"
        self._desk = Desk(db=db, name=name, now=now, retry_after_s=retry_after_s)
        self._guard = guard
        self._header_prefix = header_prefix
        self._timeout_s = timeout_s
        self._grace_s = grace_s
        self._slow_after_s = slow_after_s
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._is_failing = False

    def start(self) -> None:
        """Send until :meth:`stop`."""
        self._stopping.clear()
        self._thread = threading.Thread(
            target=lambda: asyncio.run(self._serve()), name="webhooks", daemon=True
        )
        self._thread.start()

    def stop(self) -> None:
        """Start nothing more, give what is under way a moment, and leave the rest to whoever
        comes next. Safe to call twice, and on one that was never started.
        """
        self._stopping.set()
        bell.ring()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    async def _serve(self) -> None:
        loop, woken = asyncio.get_running_loop(), asyncio.Event()

        def ring() -> None:
            # Who rings at the very end may find the loop closed.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(woken.set)

        bell.listen(ring)
        try:
            with ThreadPoolExecutor(1, thread_name_prefix="webhooks-desk") as executor:
                await self._send(executor, woken)
        finally:
            bell.ignore(ring)

    async def _send(self, executor: Executor, woken: asyncio.Event) -> None:
        # The limit for all of an attempt is to come first, since its words are better.
        async with open_client(
            self._guard, timeout_s=2 * self._timeout_s, most_idle=AT_ONCE
        ) as client:
            rounds = Rounds(
                self._desk,
                executor,
                client,
                woken.set,
                header_prefix=self._header_prefix,
                timeout_s=self._timeout_s,
                slow_after_s=self._slow_after_s,
            )
            await self._try(rounds.begin)
            while not self._stopping.is_set():
                await self._try(rounds.turn)
                await _pause(woken)
            await self._try(lambda: rounds.wind_up(self._grace_s))

    async def _try(self, work: Callable[[], Awaitable[None]]) -> None:
        try:
            await work()
        except Exception:
            # The database may be away for hours: that is one message, not thousands.
            if not self._is_failing:
                log.exception("webhooks are not being sent")
            self._is_failing = True
        else:
            if self._is_failing:
                log.warning("webhooks are sent again")
            self._is_failing = False


async def _pause(woken: asyncio.Event) -> None:
    with suppress(TimeoutError):
        await asyncio.wait_for(woken.wait(), _POLL_S)
        await asyncio.sleep(_GATHER_S)
    woken.clear()
