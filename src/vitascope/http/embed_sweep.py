"""The end of embed tokens and playback sessions that are over."""

import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial

from vitascope.core.embeds.sweep import sweep_embeds
from vitascope.db import Database
from vitascope.http.background import repeated
from vitascope.http.threads import on_thread

log = logging.getLogger(__name__)

_PERIOD_S = 3600.0


def sweeping_streams(
    db: Database, now: Callable[[], datetime], *, period_s: float = _PERIOD_S
) -> AbstractAsyncContextManager[None]:
    """Sweep while this is entered: at once, and every ``period_s`` seconds."""

    def sweep() -> None:
        sweep_streams(db, now())

    return repeated(
        partial(on_thread, sweep), every_s=period_s, failure="embed tokens were not swept"
    )


def sweep_streams(db: Database, now: datetime) -> int:
    """Remove what is over; returns how many tokens and sessions."""
    removed = 0
    while swept := _sweep_some(db, now):
        removed += swept
    if removed:
        log.info("embed tokens and sessions swept", extra={"rows": removed})
    return removed


def _sweep_some(db: Database, now: datetime) -> int:
    # Whoever wants to write meanwhile gets a turn.
    with db.begin() as tx:
        return sweep_embeds(tx, now=now)
