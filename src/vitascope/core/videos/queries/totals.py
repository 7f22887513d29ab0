"""All videos of an account in three numbers."""

from collections.abc import Sequence

import sqlalchemy as sa

from vitascope.base.ids import AccountId
from vitascope.core.assets.tables import assets
from vitascope.core.channels.tables import channels
from vitascope.core.videos.model import State, Totals
from vitascope.core.videos.tables import videos
from vitascope.db import Tx


def sum_videos(tx: Tx, account_id: AccountId, states: Sequence[State]) -> Totals:
    """Over an account's videos in ``states``, whatever their privacy."""
    row = tx.execute(
        sa.select(
            sa.func.count(videos.c.id),
            sa.func.coalesce(sa.func.sum(videos.c.views), 0),
            sa.func.coalesce(sa.func.sum(assets.c.size_bytes), 0),
        )
        .select_from(videos)
        .join(channels, channels.c.id == videos.c.channel_id)
        .outerjoin(assets, assets.c.id == videos.c.asset_id)
        .where(channels.c.account_id == account_id, videos.c.state.in_(states))
    ).one()
    # PostgreSQL sums big integers into a decimal.
    count, views, source_bytes = map(int, row)
    return Totals(videos=count, views=views, source_bytes=source_bytes)
