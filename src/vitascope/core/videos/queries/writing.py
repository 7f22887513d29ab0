"""Writing videos."""

import secrets
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AssetId, ChannelId, VideoId
from vitascope.core.tags.queries import fold
from vitascope.core.videos.model import State
from vitascope.core.videos.tables import video_passwords, videos
from vitascope.db import Tx, insert_row, sealer_of


def insert_video(
    tx: Tx,
    *,
    channel_id: ChannelId,
    asset_id: AssetId | None,
    title: str,
    state: State,
    now: datetime,
    **values: Any,
) -> VideoId:
    """Add a video; ``values`` are further fields of :class:`Video` by name."""
    key = insert_row(
        tx,
        videos,
        {
            "uuid": uuid.uuid4(),
            "channel_id": channel_id,
            "asset_id": asset_id,
            "title": title,
            "folded_title": fold(title),
            "state": state,
            "embed_token": secrets.token_hex(16),
            "views": 0,
            "likes": 0,
            "dislikes": 0,
            "created_at": now,
            "updated_at": now,
            **values,
        },
    )
    return VideoId(key)


def update_video(tx: Tx, video_id: VideoId, *, now: datetime, **values: Any) -> None:
    """Change fields of a video by their names in :class:`Video`."""
    if "title" in values:
        values["folded_title"] = fold(values["title"])
    tx.execute(videos.update().where(videos.c.id == video_id).values(**values, updated_at=now))


def delete_video_row(tx: Tx, video_id: VideoId) -> None:
    tx.execute(videos.delete().where(videos.c.id == video_id))


def is_asset_used(tx: Tx, asset_id: AssetId) -> bool:
    return (
        tx.execute(sa.select(videos.c.id).where(videos.c.asset_id == asset_id).limit(1)).first()
        is not None
    )


def set_passwords(tx: Tx, video_id: VideoId, passwords: Sequence[str]) -> None:
    """Replace the words that open a password-protected video."""
    tx.execute(video_passwords.delete().where(video_passwords.c.video_id == video_id))
    sealer = sealer_of(tx)
    for password in dict.fromkeys(passwords):
        values = {"video_id": video_id, "sealed": sealer.seal(password)}
        tx.execute(video_passwords.insert().values(**values))


def list_passwords(tx: Tx, video_id: VideoId) -> list[str]:
    """The words that open a video, in the order in which they were given."""
    sealer = sealer_of(tx)
    rows = tx.execute(
        sa.select(video_passwords.c.sealed)
        .where(video_passwords.c.video_id == video_id)
        .order_by(video_passwords.c.id)
    )
    return [sealer.unseal(sealed) for sealed in rows.scalars()]
