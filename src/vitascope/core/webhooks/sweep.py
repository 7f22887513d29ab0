"""Forgetting what was told long ago."""

from datetime import datetime, timedelta

from vitascope.core.webhooks.queries import sweeping
from vitascope.db import Tx

KEPT = timedelta(days=30)
WAITS_AT_MOST = timedelta(days=30)
AT_ONCE = 500


def forget_deliveries(tx: Tx, *, now: datetime) -> int:
    """Remove deliveries that ended more than 30 days ago, with their attempts. Returns how
    many: 500 mean that there may be more.
    """
    return sweeping.delete_ended(tx, before=now - KEPT, limit=AT_ONCE)


def give_up_unsent(tx: Tx, *, now: datetime) -> int:
    """What has waited for more than 30 days has failed when its endpoint is switched off, or
    has been paused for as long. Returns how many: 500 mean that there may be more.
    """
    return sweeping.fail_unsent(tx, before=now - WAITS_AT_MOST, limit=AT_ONCE, now=now)
