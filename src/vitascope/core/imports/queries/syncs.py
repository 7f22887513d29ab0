"""Reading and writing channel synchronisations."""

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import AccountId, ChannelId, SyncId
from vitascope.base.page import Page
from vitascope.core.channels.tables import channels
from vitascope.core.imports.model import ChannelSync, SyncState
from vitascope.core.imports.tables import channel_syncs
from vitascope.db import Tx, insert_row


class SyncOrder(StrEnum):
    URL = "url"
    CHANNEL = "channel_id"
    CREATED_AT = "created_at"
    LAST_SYNC_AT = "last_sync_at"
    STATE = "state"


def insert_sync(tx: Tx, channel_id: ChannelId, url: str, *, now: datetime) -> ChannelSync:
    """Raises Conflict when the channel follows that address already."""
    values = {
        "channel_id": channel_id,
        "url": url,
        "state": SyncState.WAITING,
        "created_at": now,
    }
    try:
        with tx.begin_nested():
            return get_sync(tx, SyncId(insert_row(tx, channel_syncs, values)))
    except sa.exc.IntegrityError as error:
        raise Conflict("This channel follows that address already") from error


def find_sync(tx: Tx, sync_id: SyncId) -> ChannelSync | None:
    row = tx.execute(sa.select(channel_syncs).where(channel_syncs.c.id == sync_id)).first()
    return None if row is None else ChannelSync(**row._mapping)


def get_sync(tx: Tx, sync_id: SyncId) -> ChannelSync:
    """Raises NotFound when there is none."""
    found = find_sync(tx, sync_id)
    if found is None:
        raise NotFound("channel synchronisation", sync_id)
    return found


def list_syncs_of(tx: Tx, sync_ids: Collection[SyncId]) -> dict[SyncId, ChannelSync]:
    """Several by number, with one query."""
    rows = tx.execute(sa.select(channel_syncs).where(channel_syncs.c.id.in_(sync_ids)))
    found = [ChannelSync(**row._mapping) for row in rows]
    return {sync.id: sync for sync in found}


def update_sync(tx: Tx, sync_id: SyncId, **values: Any) -> None:
    """Change fields by their names in :class:`ChannelSync`."""
    tx.execute(channel_syncs.update().where(channel_syncs.c.id == sync_id).values(**values))


def delete_sync_row(tx: Tx, sync_id: SyncId) -> None:
    tx.execute(channel_syncs.delete().where(channel_syncs.c.id == sync_id))


def count_syncs(tx: Tx, account_id: AccountId) -> int:
    """How many the channels of an account have together."""
    query = (
        sa.select(sa.func.count())
        .select_from(channel_syncs)
        .join(channels, channels.c.id == channel_syncs.c.channel_id)
        .where(channels.c.account_id == account_id)
    )
    return tx.execute(query).scalar_one()


def list_syncs(
    tx: Tx,
    account_id: AccountId,
    *,
    order: SyncOrder = SyncOrder.CREATED_AT,
    descending: bool = True,
    start: int = 0,
    count: int = 15,
) -> Page[ChannelSync]:
    """One page of those of an account's channels."""
    column: sa.ColumnElement[Any] = channel_syncs.c[order.value]
    query = (
        sa.select(channel_syncs)
        .join(channels, channels.c.id == channel_syncs.c.channel_id)
        .where(channels.c.account_id == account_id)
        # Those that never ran come last either way, on both engines.
        .order_by(column.is_(None), column.desc() if descending else column, channel_syncs.c.id)
        .offset(start)
        .limit(count)
    )
    found = [ChannelSync(**row._mapping) for row in tx.execute(query)]
    return Page(items=found, total=count_syncs(tx, account_id))
