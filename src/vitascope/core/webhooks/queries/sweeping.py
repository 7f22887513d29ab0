"""Deliveries whose time is over."""

from datetime import datetime

import sqlalchemy as sa

from vitascope.core.webhooks.model import DeliveryState
from vitascope.core.webhooks.tables import webhook_deliveries, webhook_endpoints
from vitascope.db import Tx

_all = webhook_deliveries.c


def delete_ended(tx: Tx, *, before: datetime, limit: int) -> int:
    """Up to ``limit`` that ended before then, oldest first; returns how many."""
    # What ended before then was made before then, and that is what the index knows.
    ended = (
        sa.select(_all.id)
        .where(_all.created_at < before, _all.ended_at < before)
        .order_by(_all.created_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    ids = list(tx.execute(ended).scalars())
    return tx.execute(webhook_deliveries.delete().where(_all.id.in_(ids))).rowcount


def fail_unsent(tx: Tx, *, before: datetime, limit: int, now: datetime) -> int:
    """Give up to ``limit`` up that were made before then and wait for endpoints that are
    switched off, or paused since before then; returns how many.
    """
    is_off = sa.not_(webhook_endpoints.c.is_active)
    waiting = (
        sa.select(_all.id)
        .join(webhook_endpoints, webhook_endpoints.c.id == _all.endpoint_id)
        .where(
            _all.created_at < before,
            sa.or_(is_off, webhook_endpoints.c.paused_at < before),
            _all.state == DeliveryState.WAITING,
            _all.claimed_by.is_(None),
        )
        .order_by(_all.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=webhook_deliveries)
    )
    ids = list(tx.execute(waiting).scalars())
    failed = webhook_deliveries.update().where(_all.id.in_(ids))
    return tx.execute(failed.values(state=DeliveryState.FAILED, ended_at=now)).rowcount
