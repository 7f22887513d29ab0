"""Reading and writing endpoints."""

import uuid
from collections.abc import Collection
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, EndpointId, UserId
from vitascope.core.accounts.model import Allowances, Feature
from vitascope.core.accounts.tables import accounts, users
from vitascope.core.webhooks.model import Endpoint, Happening
from vitascope.core.webhooks.tables import webhook_endpoints
from vitascope.db import Tx

# A secret goes where something is signed, and nowhere else.
_COLUMNS = [column for column in webhook_endpoints.c if column.name != "sealed_secret"]


def list_listening(tx: Tx, owner: AccountId, happening: Happening) -> list[Endpoint]:
    """The endpoints of an account's user that are to be told, oldest first. None when an
    administrator keeps webhooks from the user.
    """
    columns = [*_COLUMNS, users.c.allowances]
    rows = tx.execute(
        sa.select(*columns)
        .join(users, users.c.id == webhook_endpoints.c.user_id)
        .join(accounts, accounts.c.user_id == users.c.id)
        .where(accounts.c.id == owner, webhook_endpoints.c.is_active)
        .order_by(webhook_endpoints.c.id)
    )
    found = [_endpoint(row) for row in rows if not _is_withheld(row.allowances)]
    return [endpoint for endpoint in found if happening in endpoint.happenings]


def insert_endpoint(tx: Tx, now: datetime, **values: Any) -> uuid.UUID:
    """Returns what it is called."""
    endpoint = uuid.uuid4()
    given = {**values, "failures": 0, "created_at": now, "updated_at": now}
    tx.execute(webhook_endpoints.insert().values(uuid=endpoint, **given))
    return endpoint


def update_endpoint(tx: Tx, endpoint_id: EndpointId, now: datetime, **values: Any) -> None:
    changed = webhook_endpoints.update().where(webhook_endpoints.c.id == endpoint_id)
    tx.execute(changed.values(**values, updated_at=now))


def save_health(
    tx: Tx, endpoint_id: EndpointId, *, failures: int, paused_at: datetime | None
) -> None:
    """How sending there goes. Its owner has changed nothing by that."""
    changed = webhook_endpoints.update().where(webhook_endpoints.c.id == endpoint_id)
    tx.execute(changed.values(failures=failures, paused_at=paused_at))


def delete_endpoint(tx: Tx, endpoint_id: EndpointId) -> None:
    """With its deliveries."""
    tx.execute(webhook_endpoints.delete().where(webhook_endpoints.c.id == endpoint_id))


def find_endpoint(tx: Tx, endpoint_id: EndpointId) -> Endpoint | None:
    found = sa.select(*_COLUMNS).where(webhook_endpoints.c.id == endpoint_id)
    row = tx.execute(found).first()
    return None if row is None else _endpoint(row)


def get_endpoint(tx: Tx, endpoint_uuid: uuid.UUID) -> Endpoint:
    """Raises NotFound when there is none."""
    found = sa.select(*_COLUMNS).where(webhook_endpoints.c.uuid == endpoint_uuid)
    row = tx.execute(found).first()
    if row is None:
        raise NotFound("webhook", endpoint_uuid)
    return _endpoint(row)


def list_endpoints(tx: Tx, user_id: UserId) -> list[Endpoint]:
    """Every endpoint of a user, oldest first."""
    mine = sa.select(*_COLUMNS).where(webhook_endpoints.c.user_id == user_id)
    return [_endpoint(row) for row in tx.execute(mine.order_by(webhook_endpoints.c.id))]


def count_endpoints(tx: Tx, user_id: UserId) -> int:
    """Nobody else counts those of this user before the transaction has ended: of two at once
    the second counts the first.
    """
    tx.execute(sa.select(users.c.id).where(users.c.id == user_id).with_for_update())
    mine = webhook_endpoints.c.user_id == user_id
    return int(tx.execute(sa.select(sa.func.count()).where(mine)).scalar_one())


def lock_endpoints(tx: Tx, ids: Collection[EndpointId]) -> dict[EndpointId, Endpoint]:
    """Those that are there. Nobody else changes them before the transaction has ended."""
    found = sa.select(*_COLUMNS).where(webhook_endpoints.c.id.in_(ids))
    # Whoever notes a delivery must not wait for this: it refers to the endpoint and no more.
    locked = found.order_by(webhook_endpoints.c.id).with_for_update(key_share=True)
    return {EndpointId(row.id): _endpoint(row) for row in tx.execute(locked)}


def list_sealed(tx: Tx, ids: Collection[EndpointId]) -> dict[EndpointId, tuple[Endpoint, str]]:
    """Endpoints with their sealed secrets."""
    rows = tx.execute(sa.select(webhook_endpoints).where(webhook_endpoints.c.id.in_(ids)))
    return {EndpointId(row.id): (_endpoint(row), row.sealed_secret) for row in rows}


def _is_withheld(allowances: str) -> bool:
    return Feature.WEBHOOKS in msgspec.json.decode(allowances, type=Allowances).withheld


def _endpoint(row: sa.Row[Any]) -> Endpoint:
    values = {column.name: row._mapping[column] for column in _COLUMNS}
    return Endpoint(**{**values, "view_thresholds": tuple(values["view_thresholds"])})
