"""Work that is repeated while the server is up."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress

log = logging.getLogger(__name__)


@asynccontextmanager
async def repeated(
    work: Callable[[], Awaitable[object]],
    *,
    every_s: float,
    failure: str,
    at_once: bool = True,
    at_end: bool = False,
) -> AsyncIterator[None]:
    """Await ``work()`` every ``every_s`` seconds while this is entered: ``at_once``, or after
    the first pause; ``at_end`` once more when it is left.

    What fails is logged as ``failure``, once until it works again, and tried in the next
    round: the database may be away.
    """
    is_failing = False

    async def round_() -> None:
        nonlocal is_failing
        try:
            await work()
            is_failing = False
        except Exception:
            if not is_failing:
                log.exception(failure)
            is_failing = True

    async def run() -> None:
        if not at_once:
            await asyncio.sleep(every_s)
        while True:
            await round_()
            await asyncio.sleep(every_s)

    running = asyncio.create_task(run())
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running
        if at_end:
            await round_()
