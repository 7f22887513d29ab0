"""Work on videos that came to nothing."""

from collections.abc import Sequence

import sqlalchemy as sa

from vitascope.base.ids import AssetId, VideoId
from vitascope.core.accounts.tables import accounts, users
from vitascope.core.assets.model import AssetState, TaskState
from vitascope.core.assets.tables import assets, tasks
from vitascope.core.channels.tables import channels
from vitascope.core.videos.model import Failure
from vitascope.core.videos.tables import videos
from vitascope.db import Tx

_HAS_FAILED_TASK = (
    sa.exists()
    .where(tasks.c.asset_id == assets.c.id, tasks.c.state == TaskState.FAILED)
    .correlate(assets)
)
_SELECT = (
    sa.select(
        videos.c.id,
        videos.c.uuid,
        videos.c.title,
        users.c.username,
        assets.c.failure,
        assets.c.id.label("asset_id"),
    )
    .select_from(videos)
    .join(channels, channels.c.id == videos.c.channel_id)
    .join(accounts, accounts.c.id == channels.c.account_id)
    .join(users, users.c.id == accounts.c.user_id)
    .join(assets, assets.c.id == videos.c.asset_id)
    .where(
        assets.c.state != AssetState.PROCESSING,
        sa.or_(assets.c.failure.is_not(None), _HAS_FAILED_TASK),
    )
    .order_by(videos.c.id.desc())
)


def list_failures(tx: Tx, *, count: int) -> list[Failure]:
    """The newest videos of which not all could be made, with two queries."""
    rows = tx.execute(_SELECT.limit(count)).all()
    names = _failed_names(tx, [AssetId(row.asset_id) for row in rows])
    return [
        Failure(
            video_id=VideoId(row.id),
            uuid=row.uuid,
            title=row.title,
            username=row.username,
            reason=row.failure,
            names=tuple(names.get(row.asset_id, ())),
        )
        for row in rows
    ]


def _failed_names(tx: Tx, asset_ids: Sequence[AssetId]) -> dict[AssetId, list[str]]:
    rows = tx.execute(
        sa.select(tasks.c.asset_id, tasks.c.name)
        .where(tasks.c.asset_id.in_(asset_ids), tasks.c.state == TaskState.FAILED)
        .order_by(tasks.c.asset_id, tasks.c.position)
    )
    found: dict[AssetId, list[str]] = {}
    for asset_id, name in rows:
        found.setdefault(asset_id, []).append(name)
    return found
