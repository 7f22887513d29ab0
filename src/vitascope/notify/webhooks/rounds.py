"""The courier's work on its loop: taking, sending, settling, again and again."""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable

import httpx2

from vitascope.base.ids import EndpointId
from vitascope.core.webhooks.model import Attempt, Errand, Outcome
from vitascope.notify.webhooks.desk import Desk
from vitascope.notify.webhooks.dress import headers_of
from vitascope.notify.webhooks.posting import post

log = logging.getLogger(__name__)


class Rounds:
    """``wake`` asks for another round, soon: something has ended, and the next of its lane
    can go.
    """

    def __init__(
        self,
        desk: Desk,
        client: httpx2.AsyncClient,
        wake: Callable[[], None],
        *,
        header_prefix: str,
        timeout_s: float,
    ) -> None:
        self._desk = desk
        self._client = client
        self._wake = wake
        self._header_prefix = header_prefix
        self._timeout_s = timeout_s
        self._busy: Counter[EndpointId] = Counter()
        self._sends: set[asyncio.Task[None]] = set()
        self._outcomes: list[Outcome] = []

    async def turn(self) -> None:
        """Note what has ended, and send what can be sent. After an error nothing is lost."""
        await self._settle()
        for errand in await asyncio.to_thread(self._desk.take, dict(self._busy)):
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
        await asyncio.to_thread(self._desk.end)

    async def _settle(self) -> None:
        outcomes = self._outcomes[:]
        if outcomes:
            await asyncio.to_thread(self._desk.settle, outcomes)
            del self._outcomes[: len(outcomes)]

    async def _send(self, errand: Errand) -> None:
        try:
            attempt = await self._attempt(errand)
        except Exception:
            # Top of a worker: whatever it was, the delivery must not be claimed for ever.
            log.exception("webhook not sent", extra={"delivery": str(errand.delivery.uuid)})
            attempt = self._unsent("This server could not send it")
        finally:
            self._busy[errand.endpoint.id] -= 1
        self._outcomes.append(
            Outcome(
                delivery_id=errand.delivery.id, endpoint_id=errand.endpoint.id, attempt=attempt
            )
        )
        self._wake()

    async def _attempt(self, errand: Errand) -> Attempt:
        delivery, endpoint = errand.delivery, errand.endpoint
        if errand.secret is None:
            return self._unsent("The secret cannot be read any more: set another one")
        body, now = (delivery.body or "").encode(), self._desk.now()
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
