"""Reading and writing what was copied."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AccountId, ChannelId, VideoId
from vitascope.core.migration.model import AlreadyCopied, Item, ItemKind, ItemState
from vitascope.core.migration.tables import migration_items
from vitascope.db import Tx, insert_row


def insert_item(
    tx: Tx,
    account_id: AccountId,
    server: str,
    kind: ItemKind,
    ref: str,
    *,
    state: ItemState,
    now: datetime,
    video_id: VideoId | None = None,
    channel_id: ChannelId | None = None,
) -> int:
    """Returns its number.

    Raises:
        AlreadyCopied: the account has that of this server.
    """
    values = {
        "account_id": account_id,
        "server": server,
        "kind": kind,
        "ref": ref,
        "state": state,
        "video_id": video_id,
        "channel_id": channel_id,
        "created_at": now,
        "updated_at": now,
    }
    try:
        with tx.begin_nested():
            return insert_row(tx, migration_items, values)
    except sa.exc.IntegrityError as error:
        raise AlreadyCopied(f"The {kind} {ref} of {server} is here already") from error


def update_item(tx: Tx, item_id: int, *, now: datetime, **values: Any) -> None:
    """Change columns by their names in :class:`Item`."""
    same = migration_items.c.id == item_id
    tx.execute(migration_items.update().where(same).values(**values, updated_at=now))


def find_item(
    tx: Tx, account_id: AccountId, server: str, kind: ItemKind, ref: str
) -> Item | None:
    row = tx.execute(
        sa.select(migration_items).where(
            _of(account_id, server, kind), migration_items.c.ref == ref
        )
    ).first()
    return None if row is None else _item(row)


def list_items(tx: Tx, account_id: AccountId, server: str, kind: ItemKind) -> dict[str, Item]:
    """All that an account has from a server, by what it is called there."""
    rows = tx.execute(sa.select(migration_items).where(_of(account_id, server, kind)))
    return {row.ref: _item(row) for row in rows}


def _of(account_id: AccountId, server: str, kind: ItemKind) -> sa.ColumnElement[bool]:
    return sa.and_(
        migration_items.c.account_id == account_id,
        migration_items.c.server == server,
        migration_items.c.kind == kind,
    )


def _item(row: sa.Row[Any]) -> Item:
    return Item(**row._mapping)
