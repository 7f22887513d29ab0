"""Short sums are kept for a while only."""

from collections.abc import Sequence
from datetime import datetime

from vitascope.core.stats.model import (
    GAUGE_GRAINS_S,
    GAUGES_KEPT_S,
    KEPT_S,
)
from vitascope.core.stats.queries.sweeping import (
    Expired,
    delete_samples,
    delete_sums,
    list_expired,
)
from vitascope.core.stats.span import seconds
from vitascope.db import Tx


def find_expired(tx: Tx, *, now: datetime) -> list[Expired]:
    """Whose sums are to be swept. It takes a while, so it is asked apart from
    :func:`sweep_sums`, without keeping writers waiting.
    """
    return list_expired(tx, _oldest(now))


def sweep_sums(tx: Tx, expired: Sequence[Expired], *, now: datetime) -> None:
    """Remove minutes and hours that are too old; days and months stay."""
    delete_sums(tx, expired, _oldest(now))


def sweep_gauges(tx: Tx, *, now: datetime) -> None:
    """Remove what was measured longer ago than 30 days, and single minutes after three."""
    now_s = seconds(now)
    kept = {each: min(KEPT_S[each], GAUGES_KEPT_S) for each in GAUGE_GRAINS_S}
    delete_samples(tx, {each: now_s - kept_s for each, kept_s in kept.items()})


def _oldest(now: datetime) -> dict[int, int]:
    now_s = seconds(now)
    return {grain_s: now_s - kept_s for grain_s, kept_s in KEPT_S.items()}
