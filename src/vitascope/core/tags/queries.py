"""Reading and writing tags."""

from collections.abc import Sequence

import sqlalchemy as sa

from vitascope.base.ids import AccountId, TagId, VideoId
from vitascope.core.tags.model import DEFAULT_COLOR, Tag
from vitascope.core.tags.tables import tags, video_tags
from vitascope.db import Tx, insert_row


def fold(name: str) -> str:
    """What two names have in common when they differ in case or outer space only."""
    return name.strip().casefold()


def set_video_tags(
    tx: Tx, account_id: AccountId, video_id: VideoId, names: Sequence[str]
) -> None:
    """Replace the tags of a video; unknown names become tags of the account.

    Order is kept; names that fold alike count once; empty ones not at all.
    """
    tx.execute(video_tags.delete().where(video_tags.c.video_id == video_id))
    wanted: dict[str, str] = {}
    for name in names:
        wanted.setdefault(fold(name), name.strip())
    wanted.pop("", None)
    for position, (folded, name) in enumerate(wanted.items()):
        tag_id = _tag_id(tx, account_id, folded, name)
        tx.execute(
            video_tags.insert().values(video_id=video_id, tag_id=tag_id, position=position)
        )


def list_video_tags(tx: Tx, video_ids: Sequence[VideoId]) -> dict[VideoId, list[Tag]]:
    """Tags of several videos with one query, in the order they were given."""
    rows = tx.execute(
        sa.select(video_tags.c.video_id, tags.c.id, tags.c.name, tags.c.color)
        .join_from(video_tags, tags, tags.c.id == video_tags.c.tag_id)
        .where(video_tags.c.video_id.in_(video_ids))
        .order_by(video_tags.c.video_id, video_tags.c.position)
    )
    found: dict[VideoId, list[Tag]] = {}
    for row in rows:
        tag = Tag(id=TagId(row.id), name=row.name, color=row.color)
        found.setdefault(VideoId(row.video_id), []).append(tag)
    return found


def list_account_tags(tx: Tx, account_id: AccountId) -> list[Tag]:
    """Every tag of an account, by name."""
    rows = tx.execute(
        sa.select(tags.c.id, tags.c.name, tags.c.color)
        .where(tags.c.account_id == account_id)
        .order_by(tags.c.folded)
    )
    return [Tag(id=TagId(row.id), name=row.name, color=row.color) for row in rows]


def _tag_id(tx: Tx, account_id: AccountId, folded: str, name: str) -> int:
    known: int | None = tx.execute(
        sa.select(tags.c.id).where(tags.c.account_id == account_id, tags.c.folded == folded)
    ).scalar_one_or_none()
    if known is not None:
        return known
    return insert_row(
        tx,
        tags,
        {
            "account_id": account_id,
            "name": name,
            "folded": folded,
            "color": DEFAULT_COLOR,
        },
    )
