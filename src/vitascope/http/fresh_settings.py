"""The settings, read before anybody asks: event loops do not wait for the database then."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from vitascope.core.settings.live import LiveSettings
from vitascope.http.threads import on_thread

log = logging.getLogger(__name__)

_PERIOD_S = 0.5


@asynccontextmanager
async def kept_fresh(
    settings: LiveSettings, *, period_s: float = _PERIOD_S
) -> AsyncIterator[None]:
    """Read ``settings`` every ``period_s`` seconds, on a thread, while this is entered."""
    running = asyncio.create_task(_refresh_often(settings, period_s))
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


async def _refresh_often(settings: LiveSettings, period_s: float) -> None:
    is_away = False
    while True:
        try:
            await on_thread(settings.refresh)
            is_away = False
        except Exception:
            # Once, rather than with every round while the database is away.
            if not is_away:
                log.exception("settings not read")
            is_away = True
        await asyncio.sleep(period_s)
