"""Reading and writing deliveries, except for sending them."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import DeliveryId, EndpointId
from vitascope.base.page import Page
from vitascope.core.webhooks.model import Delivery, DeliveryState, Happening
from vitascope.core.webhooks.tables import webhook_deliveries
from vitascope.db import Tx

_CLAIM = {"claimed_by", "claimed_until"}
COLUMNS = [column for column in webhook_deliveries.c if column.name not in _CLAIM]


def insert_delivery(
    tx: Tx,
    endpoint_id: EndpointId,
    happening: Happening,
    lane: uuid.UUID,
    details: Mapping[str, Any],
    *,
    now: datetime,
    repeats: uuid.UUID | None = None,
    body: str | None = None,
) -> uuid.UUID:
    """A delivery that waits; returns what it is called."""
    delivery = uuid.uuid4()
    tx.execute(
        webhook_deliveries.insert().values(
            uuid=delivery,
            endpoint_id=endpoint_id,
            lane=lane,
            happening=happening,
            details=dict(details),
            state=DeliveryState.WAITING,
            attempts=0,
            due_at=now,
            body=body,
            repeats=repeats,
            created_at=now,
        )
    )
    return delivery


def get_delivery(tx: Tx, delivery_uuid: uuid.UUID) -> Delivery:
    """Raises NotFound when there is none."""
    found = sa.select(*COLUMNS).where(webhook_deliveries.c.uuid == delivery_uuid)
    row = tx.execute(found).first()
    if row is None:
        raise NotFound("delivery", delivery_uuid)
    return Delivery(**row._mapping)


def list_deliveries(
    tx: Tx, endpoint_id: EndpointId, *, start: int, count: int, state: DeliveryState | None
) -> Page[Delivery]:
    """Those of an endpoint, newest first."""
    which = [webhook_deliveries.c.endpoint_id == endpoint_id]
    if state is not None:
        which.append(webhook_deliveries.c.state == state)
    wanted = sa.select(*COLUMNS).where(*which).order_by(webhook_deliveries.c.id.desc())
    rows = tx.execute(wanted.limit(count).offset(start))
    total = tx.execute(sa.select(sa.func.count()).where(*which)).scalar_one()
    return Page(items=[Delivery(**row._mapping) for row in rows], total=int(total))


def make_due(tx: Tx, endpoint_id: EndpointId, *, now: datetime) -> None:
    """Everything that waits for an endpoint is tried again from now on."""
    waiting = [
        webhook_deliveries.c.endpoint_id == endpoint_id,
        webhook_deliveries.c.state == DeliveryState.WAITING,
        webhook_deliveries.c.due_at > now,
    ]
    tx.execute(webhook_deliveries.update().where(*waiting).values(due_at=now))


def make_delivery_due(tx: Tx, delivery_id: DeliveryId, *, now: datetime) -> None:
    """One that waits is tried again from now on."""
    later = [webhook_deliveries.c.id == delivery_id, webhook_deliveries.c.due_at > now]
    tx.execute(webhook_deliveries.update().where(*later).values(due_at=now))
