"""The end of what was translated for nothing."""

import logging
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial

from vitascope.core.translations.sweep import sweep_texts
from vitascope.db import Database
from vitascope.http.background import repeated
from vitascope.http.threads import on_thread

log = logging.getLogger(__name__)

_PERIOD_S = 3600.0


def forgetting_texts(
    db: Database, now: Callable[[], datetime], *, period_s: float = _PERIOD_S
) -> AbstractAsyncContextManager[None]:
    """Forget while this is entered: at once, and every ``period_s`` seconds."""

    def sweep() -> None:
        forget_texts(db, now())

    return repeated(
        partial(on_thread, sweep),
        every_s=period_s,
        failure="texts of failed translations were not removed",
    )


def forget_texts(db: Database, now: datetime) -> int:
    """Remove what translations have left that failed long ago; returns how many texts."""
    removed = 0
    while swept := _sweep_some(db, now):
        removed += swept
    if removed:
        log.info("texts of failed translations removed", extra={"texts": removed})
    return removed


def _sweep_some(db: Database, now: datetime) -> int:
    # Whoever wants to write meanwhile gets a turn.
    with db.begin() as tx:
        return sweep_texts(tx, now=now)
