"""The end of what is known about viewers."""

import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from typing import Protocol

from vitascope.core.analytics.record import sweep_events
from vitascope.core.views.count import sweep_marks
from vitascope.db import Database, Tx
from vitascope.http.background import repeated
from vitascope.http.threads import on_thread

log = logging.getLogger(__name__)

_PERIOD_S = 3600.0


def forgetting_viewers(
    db: Database, now: Callable[[], datetime], *, period_s: float = _PERIOD_S
) -> AbstractAsyncContextManager[None]:
    """Forget viewers while this is entered: at once, and every ``period_s`` seconds."""

    def sweep() -> None:
        forget_viewers(db, now())

    return repeated(
        partial(on_thread, sweep), every_s=period_s, failure="viewers were not forgotten"
    )


def forget_viewers(db: Database, now: datetime) -> int:
    """Forget whom was counted longer than an hour ago, and what players said more than 90
    days ago. Returns the events that were removed.
    """
    _sweep(db, now, sweep_marks)
    removed = _sweep(db, now, sweep_events)
    if removed:
        log.info("player events swept", extra={"events": removed})
    return removed


class _Sweep(Protocol):
    def __call__(self, tx: Tx, *, now: datetime) -> int: ...


def _sweep(db: Database, now: datetime, sweep: _Sweep) -> int:
    """Sweep some until there are none; returns how many there were."""
    removed = 0
    while swept := _sweep_some(db, now, sweep):
        removed += swept
    return removed


def _sweep_some(db: Database, now: datetime, sweep: _Sweep) -> int:
    # Whoever wants to write meanwhile gets a turn.
    with db.begin() as tx:
        return sweep(tx, now=now)
