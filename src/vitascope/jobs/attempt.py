"""Trying, waiting longer each time, and giving up."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from vitascope.base.errors import ProductError
from vitascope.jobs.handler import StepFailed

log = logging.getLogger(__name__)

_BACKOFF = 4
_LONGEST_PAUSE_S = 3600.0


async def attempt(
    name: str, run: Callable[[], Awaitable[None]], *, attempts: int, retry_after_s: float
) -> StepFailed | None:
    """Await ``run`` until it succeeds; answer why it was given up, or None.

    Pauses ``retry_after_s``, then four times longer after every failure, at most an hour.
    An error whose ``permanent`` is True ends it at once.
    """
    pause_s = retry_after_s
    for number in range(1, attempts + 1):
        try:
            await run()
        except Exception as error:
            final = number == attempts or getattr(error, "permanent", False) is True
            log.warning(
                "job given up" if final else "job attempt failed",
                # What was written for the person who asked is no riddle to whoever reads on.
                exc_info=None if isinstance(error, ProductError) else error,
                extra={"handler": name, "attempt": number, "reason": str(error)},
            )
            if final:
                return StepFailed.of(error)
        else:
            return None
        await asyncio.sleep(pause_s)
        pause_s = min(pause_s * _BACKOFF, _LONGEST_PAUSE_S)
    raise ValueError(f"{name}: attempts must be at least 1")
