"""Reading and writing endpoints and deliveries."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AccountId, EndpointId
from vitascope.core.accounts.tables import accounts
from vitascope.core.webhooks.model import DeliveryState, Endpoint, Happening
from vitascope.core.webhooks.tables import webhook_deliveries, webhook_endpoints
from vitascope.db import Tx

_ENDPOINT_COLUMNS = [column for column in webhook_endpoints.c if column.name != "sealed_secret"]


def list_listening(tx: Tx, owner: AccountId, happening: Happening) -> list[Endpoint]:
    """The endpoints of an account's user that are to be told, oldest first."""
    rows = tx.execute(
        sa.select(*_ENDPOINT_COLUMNS)
        .join(accounts, accounts.c.user_id == webhook_endpoints.c.user_id)
        .where(accounts.c.id == owner, webhook_endpoints.c.is_active)
        .order_by(webhook_endpoints.c.id)
    )
    found = [_endpoint(row) for row in rows]
    return [endpoint for endpoint in found if happening in endpoint.happenings]


def insert_delivery(
    tx: Tx,
    endpoint_id: EndpointId,
    happening: Happening,
    lane: uuid.UUID,
    details: Mapping[str, Any],
    *,
    now: datetime,
    repeats: uuid.UUID | None = None,
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
            repeats=repeats,
            created_at=now,
        )
    )
    return delivery


def _endpoint(row: sa.Row[Any]) -> Endpoint:
    values = dict(row._mapping)
    return Endpoint(**{**values, "view_thresholds": tuple(values["view_thresholds"])})
