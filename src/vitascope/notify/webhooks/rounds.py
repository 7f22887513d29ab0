"""The courier's work on its loop: taking, sending, settling, again and again."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar

import httpx2

from vitascope.base.ids import EndpointId
from vitascope.core.webhooks.model import Attempt, Errand, Outcome
from vitascope.notify.webhooks.desk import Desk
from vitascope.notify.webhooks.dress import headers_of
from vitascope.notify.webhooks.posting import post

log = logging.getLogger(__name__)

T = TypeVar("T")


class Rounds:
    """``wake`` asks for another round, soon: something has ended, and the next of its lane
    can go. ``executor`` is where the desk is asked: it is the desk's alone, since whatever
    shared it could stop everything by being slow.
    """

    def __init__(
        self,
        desk: Desk,
        executor: Executor,
        client: httpx2.AsyncClient,
        wake: Callable[[], None],
        *,
        header_prefix: str,
        timeout_s: float,
        slow_after_s: float,
    ) -> None:
        self._desk = desk
        self._executor = executor
        self._client = client
        self._wake = wake
        self._header_prefix = header_prefix
        self._timeout_s = timeout_s
        self._slow_after_s = slow_after_s
        self._busy: Counter[EndpointId] = Counter()
        self._slow: set[EndpointId] = set()
        self._sends: set[asyncio.Task[None]] = set()
        self._outcomes: list[Outcome] = []

    async def begin(self) -> None:
        """Be ready to send."""
        await self._at_desk(self._desk.begin)

    async def turn(self) -> None:
        """Note what has ended, and send what can be sent. After an error nothing is lost."""
        await self._settle()
        self._busy = +self._busy  # without those that have nothing under way
        busy, slow = dict(self._busy), frozenset(self._slow)
        for errand in await self._at_desk(lambda: self._desk.take(busy, slow)):
            self._busy[errand.endpoint.id] += 1
            send = asyncio.create_task(self._send(errand))
            self._sends.add(send)
            send.add_done_callback(self._sends.discard)

    async def wind_up(self, grace_s: float) -> None:
        """Wait ``grace_s`` for what is under way, and leave the rest to others."""
        if self._sends:
            _, late = await asyncio.wait(self._sends, timeout=grace_s)
            for send in late:
                send.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        await self._settle()
        await self._at_desk(self._desk.end)

    async def _settle(self) -> None:
        outcomes = self._outcomes[:]
        if outcomes:
            await self._at_desk(lambda: self._desk.settle(outcomes))
            del self._outcomes[: len(outcomes)]

    async def _at_desk(self, ask: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._executor, ask)

    async def _send(self, errand: Errand) -> None:
        try:
            attempt = await self._attempt(errand)
        except Exception:
            # Top of a worker: whatever it was, the delivery must not be claimed for ever.
            log.exception("webhook not sent", extra={"delivery": str(errand.delivery.uuid)})
            attempt = self._unsent("This server could not send it")
        finally:
            self._busy[errand.endpoint.id] -= 1
        self._note_pace(errand.endpoint.id, attempt)
        self._outcomes.append(
            Outcome(
                delivery_id=errand.delivery.id, endpoint_id=errand.endpoint.id, attempt=attempt
            )
        )
        self._wake()

    def _note_pace(self, endpoint_id: EndpointId, attempt: Attempt) -> None:
        if attempt.duration_ms > self._slow_after_s * 1000:
            self._slow.add(endpoint_id)
        else:
            self._slow.discard(endpoint_id)

    async def _attempt(self, errand: Errand) -> Attempt:
        delivery, endpoint = errand.delivery, errand.endpoint
        if errand.secret is None:
            return self._unsent("The secret cannot be read any more: set another one")
        if delivery.body is None:
            return self._unsent("This server has no words for what happened")
        body, now = delivery.body.encode(), self._desk.now()
        prefix = self._header_prefix
        return await post(
            self._client,
            endpoint.url,
            headers=headers_of(
                delivery, endpoint.api, body, errand.secret, prefix=prefix, now=now
            ),
            body=body,
            timeout_s=self._timeout_s,
            now=now,
        )

    def _unsent(self, error: str) -> Attempt:
        return Attempt(at=self._desk.now(), duration_ms=0, status=None, error=error)
