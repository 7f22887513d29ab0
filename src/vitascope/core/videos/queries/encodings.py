"""The open work on videos, from one query."""

import sqlalchemy as sa

from vitascope.base.ids import AccountId, UserId, VideoId
from vitascope.core.accounts.tables import accounts, users
from vitascope.core.assets.model import AssetState, Task, TaskState
from vitascope.core.assets.tables import assets, tasks
from vitascope.core.channels.tables import channels
from vitascope.core.videos.model import Encoding
from vitascope.core.videos.tables import videos
from vitascope.db import Tx

_OPEN = (TaskState.WAITING, TaskState.RUNNING)
_SELECT = (
    sa.select(
        videos.c.id.label("video_id"),
        videos.c.title,
        users.c.id.label("user_id"),
        users.c.username,
        tasks.c.name,
        tasks.c.state,
        tasks.c.percent,
        tasks.c.speed,
    )
    .select_from(videos)
    .join(channels, channels.c.id == videos.c.channel_id)
    .join(accounts, accounts.c.id == channels.c.account_id)
    .join(users, users.c.id == accounts.c.user_id)
    .join(assets, assets.c.id == videos.c.asset_id)
    .join(tasks, tasks.c.asset_id == assets.c.id)
    .where(assets.c.state == AssetState.PROCESSING, tasks.c.state.in_(_OPEN))
    .order_by(videos.c.id, tasks.c.position)
)


def list_open_encodings(tx: Tx, owner: AccountId | None) -> list[Encoding]:
    """What is neither done nor failed, of everybody's videos when ``owner`` is None. Pictures
    are no encodings.
    """
    query = _SELECT if owner is None else _SELECT.where(accounts.c.id == owner)
    found = []
    for video_id, title, user_id, username, *work in tx.execute(query):
        task = Task(**dict(zip(("name", "state", "percent", "speed"), work, strict=True)))
        if task.is_quality or task.is_audio:
            found.append(
                Encoding(
                    video_id=VideoId(video_id),
                    title=title,
                    user_id=UserId(user_id),
                    username=username,
                    task=task,
                )
            )
    return found
