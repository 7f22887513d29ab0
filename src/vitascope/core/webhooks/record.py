"""Noting what is to be told, in the transaction that made it happen.

Not by events of the durable engine: two of them may be handled in either order, and an endpoint
hears of one video's life in the order in which it happened.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from vitascope.base.ids import AccountId
from vitascope.core.webhooks.bell import ring
from vitascope.core.webhooks.model import Endpoint, Happening
from vitascope.core.webhooks.queries.deliveries import insert_delivery
from vitascope.core.webhooks.queries.endpoints import list_listening
from vitascope.db import Tx, after_commit


def record(
    tx: Tx,
    owner: AccountId,
    happening: Happening,
    lane: UUID,
    details: Mapping[str, Any],
    *,
    now: datetime,
) -> None:
    """Have every endpoint of ``owner`` that listens for ``happening`` be told.

    ``lane`` is the uuid of the video that it is about, ``details`` what is told of it: JSON, in
    the product's words (see :mod:`vitascope.core.videos.telling`).
    """
    for endpoint in list_listening(tx, owner, happening):
        insert_delivery(tx, endpoint.id, happening, lane, details, now=now)
        after_commit(tx, ring)


def record_views(
    tx: Tx,
    owner: AccountId,
    lane: UUID,
    details: Mapping[str, Any],
    *,
    before: int,
    after: int,
    now: datetime,
) -> None:
    """A video's views went from ``before`` to ``after``: tell of every threshold that an
    endpoint of ``owner`` has set in between, lowest first.
    """
    for endpoint in list_listening(tx, owner, Happening.VIEW_THRESHOLD):
        for threshold in _crossed(endpoint, before, after):
            told = {**details, "threshold": threshold, "views": after}
            insert_delivery(tx, endpoint.id, Happening.VIEW_THRESHOLD, lane, told, now=now)
            after_commit(tx, ring)


def _crossed(endpoint: Endpoint, before: int, after: int) -> list[int]:
    return sorted(each for each in endpoint.view_thresholds if before < each <= after)
