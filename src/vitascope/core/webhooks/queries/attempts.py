"""Reading and writing attempts."""

from collections.abc import Collection, Sequence
from dataclasses import asdict

import sqlalchemy as sa

from vitascope.base.ids import DeliveryId
from vitascope.core.webhooks.model import Attempt, Outcome
from vitascope.core.webhooks.tables import webhook_attempts
from vitascope.db import Tx

_COLUMNS = [c for c in webhook_attempts.c if c.name not in {"id", "delivery_id"}]


def insert_attempts(tx: Tx, outcomes: Sequence[Outcome]) -> None:
    rows = [{"delivery_id": each.delivery_id, **asdict(each.attempt)} for each in outcomes]
    if rows:
        tx.execute(webhook_attempts.insert(), rows)


def list_attempts(tx: Tx, delivery_id: DeliveryId) -> list[Attempt]:
    """All tries of a delivery, first try first."""
    made = sa.select(*_COLUMNS).where(webhook_attempts.c.delivery_id == delivery_id)
    rows = tx.execute(made.order_by(webhook_attempts.c.id))
    return [Attempt(**row._mapping) for row in rows]


def list_attempts_of(
    tx: Tx, delivery_ids: Collection[DeliveryId]
) -> dict[DeliveryId, list[Attempt]]:
    """All tries of each delivery that was tried, first try first, with one query."""
    made = sa.select(webhook_attempts.c.delivery_id, *_COLUMNS)
    those = made.where(webhook_attempts.c.delivery_id.in_(delivery_ids))
    found: dict[DeliveryId, list[Attempt]] = {}
    for row in tx.execute(those.order_by(webhook_attempts.c.id)):
        values = dict(row._mapping)
        found.setdefault(values.pop("delivery_id"), []).append(Attempt(**values))
    return found
