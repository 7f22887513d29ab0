"""How much room videos take."""

from datetime import datetime

import sqlalchemy as sa

from vitascope.base.ids import AccountId
from vitascope.core.assets.tables import assets
from vitascope.core.channels.tables import channels
from vitascope.core.videos.tables import videos
from vitascope.db import Tx


def sum_source_bytes(tx: Tx, account_id: AccountId, *, since: datetime | None = None) -> int:
    """Bytes of the sources behind an account's videos, or behind those made after ``since``.

    A source that several of them share counts for each: its owner could not keep one of them
    for less.
    """
    query = (
        sa.select(sa.func.coalesce(sa.func.sum(assets.c.size_bytes), 0))
        .select_from(videos)
        .join(channels, channels.c.id == videos.c.channel_id)
        .join(assets, assets.c.id == videos.c.asset_id)
        .where(channels.c.account_id == account_id)
    )
    if since is not None:
        query = query.where(videos.c.created_at > since)
    # PostgreSQL sums big integers into a decimal.
    return int(tx.execute(query).scalar_one())
