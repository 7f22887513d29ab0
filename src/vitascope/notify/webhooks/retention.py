"""What was told long ago is forgotten."""

import logging
from collections.abc import Callable
from datetime import datetime

from vitascope.core.webhooks.sweep import AT_ONCE, forget_deliveries, give_up_unsent
from vitascope.db import Database

log = logging.getLogger(__name__)


def forget_webhooks(db: Database, now: Callable[[], datetime]) -> None:
    """Give up what waited too long, and remove what ended long ago."""
    given_up = _repeat(db, give_up_unsent, now)
    removed = _repeat(db, forget_deliveries, now)
    if given_up or removed:
        log.info("webhooks swept", extra={"given_up": given_up, "removed": removed})


def _repeat(db: Database, sweep: Callable[..., int], now: Callable[[], datetime]) -> int:
    """A few at a time: others write in between."""
    total, done = 0, AT_ONCE
    while done == AT_ONCE:
        with db.begin() as tx:
            done = sweep(tx, now=now())
        total += done
    return total
