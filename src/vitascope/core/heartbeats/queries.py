"""Reading and writing heartbeats."""

from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import HeartbeatId, UserId
from vitascope.core.accounts.tables import users
from vitascope.core.heartbeats.model import Heartbeat, NewHeartbeat
from vitascope.core.heartbeats.tables import heartbeats
from vitascope.db import Tx, insert_row


def insert_heartbeat(
    tx: Tx, user_id: UserId, new: NewHeartbeat, *, now: datetime
) -> HeartbeatId:
    values = {**asdict(new), "user_id": user_id, "created_at": now, "updated_at": now}
    return HeartbeatId(insert_row(tx, heartbeats, values))


def update_heartbeat(
    tx: Tx, heartbeat_id: HeartbeatId, new: NewHeartbeat, *, now: datetime
) -> None:
    changed = heartbeats.update().where(heartbeats.c.id == heartbeat_id)
    tx.execute(changed.values(**asdict(new), updated_at=now))


def delete_heartbeat(tx: Tx, heartbeat_id: HeartbeatId) -> None:
    tx.execute(heartbeats.delete().where(heartbeats.c.id == heartbeat_id))


def get_heartbeat(tx: Tx, heartbeat_id: HeartbeatId) -> Heartbeat:
    """Raises NotFound when there is none."""
    found = sa.select(heartbeats).where(heartbeats.c.id == heartbeat_id)
    row = tx.execute(found).first()
    if row is None:
        raise NotFound("heartbeat", heartbeat_id)
    return Heartbeat(**row._mapping)


def list_heartbeats(tx: Tx, user_id: UserId) -> list[Heartbeat]:
    """Every heartbeat of a user, oldest first."""
    rows = tx.execute(
        sa.select(heartbeats).where(heartbeats.c.user_id == user_id).order_by(heartbeats.c.id)
    )
    return [Heartbeat(**row._mapping) for row in rows]


def count_heartbeats(tx: Tx, user_id: UserId) -> int:
    """Nobody else counts those of this user before the transaction has ended: of two at once
    the second counts the first.
    """
    tx.execute(sa.select(users.c.id).where(users.c.id == user_id).with_for_update())
    counted = sa.select(sa.func.count()).where(heartbeats.c.user_id == user_id)
    return int(tx.execute(counted).scalar_one())
