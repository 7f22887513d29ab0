"""Reading and writing channels."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, ChannelId
from vitascope.base.page import Page
from vitascope.core.channels.model import Channel
from vitascope.core.channels.tables import channels
from vitascope.db import Tx, insert_row


def insert_channel(
    tx: Tx,
    *,
    account_id: AccountId,
    name: str,
    display_name: str,
    description: str | None = None,
    support: str | None = None,
    now: datetime,
) -> ChannelId:
    """Add a channel whose name is reserved already."""
    key = insert_row(
        tx,
        channels,
        {
            "account_id": account_id,
            "name": name,
            "display_name": display_name,
            "description": description,
            "support": support,
            "created_at": now,
            "updated_at": now,
        },
    )
    return ChannelId(key)


def find_channel(tx: Tx, channel_id: ChannelId) -> Channel | None:
    row = tx.execute(sa.select(channels).where(channels.c.id == channel_id)).first()
    return None if row is None else _channel(row)


def find_channel_by_name(tx: Tx, name: str) -> Channel | None:
    row = tx.execute(sa.select(channels).where(channels.c.name == name.lower())).first()
    return None if row is None else _channel(row)


def get_channel(tx: Tx, channel_id: ChannelId) -> Channel:
    """Raises NotFound when there is none."""
    channel = find_channel(tx, channel_id)
    if channel is None:
        raise NotFound("channel", channel_id)
    return channel


def get_channel_by_name(tx: Tx, name: str) -> Channel:
    """By name in any case. Raises NotFound when there is none."""
    row = tx.execute(sa.select(channels).where(channels.c.name == name.lower())).first()
    if row is None:
        raise NotFound("channel", name)
    return _channel(row)


def list_account_channels(
    tx: Tx, account_id: AccountId, *, start: int = 0, count: int = 15
) -> Page[Channel]:
    """Channels of an account, oldest first: the first one is its default channel."""
    mine = channels.c.account_id == account_id
    rows = tx.execute(
        sa.select(channels).where(mine).order_by(channels.c.id).offset(start).limit(count)
    )
    total = tx.execute(sa.select(sa.func.count()).select_from(channels).where(mine))
    return Page(items=[_channel(row) for row in rows], total=total.scalar_one())


def list_channels_of(
    tx: Tx, account_ids: Collection[AccountId]
) -> dict[AccountId, list[Channel]]:
    """The channels of several accounts, oldest first, in one query."""
    rows = tx.execute(
        sa.select(channels)
        .where(channels.c.account_id.in_(account_ids))
        .order_by(channels.c.id)
    )
    found: dict[AccountId, list[Channel]] = {}
    for row in rows:
        found.setdefault(AccountId(row.account_id), []).append(_channel(row))
    return found


def default_channel(tx: Tx, account_id: AccountId) -> Channel:
    """Where videos go whose uploader names no channel: the account's oldest one.

    Raises:
        NotFound: the account has no channel.
    """
    page = list_account_channels(tx, account_id, count=1)
    if not page.items:
        raise NotFound("channel", "default")
    return page.items[0]


def touch_channel(tx: Tx, channel_id: ChannelId, now: datetime) -> None:
    tx.execute(channels.update().where(channels.c.id == channel_id).values(updated_at=now))


def _channel(row: sa.Row[Any]) -> Channel:
    return Channel(
        id=ChannelId(row.id),
        account_id=AccountId(row.account_id),
        name=row.name,
        display_name=row.display_name,
        description=row.description,
        support=row.support,
        created_at=row.created_at,
        updated_at=row.updated_at,
    )
