"""Reading and writing tags."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, TagId, VideoId
from vitascope.core.tags.model import DEFAULT_COLOR, Tag
from vitascope.core.tags.tables import tags, video_tags
from vitascope.db import Tx, batches, insert_row


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
    for position, name in enumerate(wanted.values()):
        tag = take_tag(tx, account_id, name)
        tx.execute(
            video_tags.insert().values(video_id=video_id, tag_id=tag.id, position=position)
        )


def take_tag(tx: Tx, account_id: AccountId, name: str) -> Tag:
    """The account's tag of that name in any case; a new one when there is none."""
    known = _find_tag(tx, account_id, name)
    if known is not None:
        return known
    values = {
        "account_id": account_id,
        "name": name.strip(),
        "folded": fold(name),
        "color": DEFAULT_COLOR,
    }
    # Asking first leaves a moment in which somebody else makes it.
    with suppress(sa.exc.IntegrityError), tx.begin_nested():
        insert_row(tx, tags, values)
    return _get_tag(tx, account_id, name)


def attach_tags(tx: Tx, video_ids: Sequence[VideoId], tag_ids: Sequence[TagId]) -> None:
    """Put the tags on each of the videos, after those it has; none comes twice."""
    for some in batches(video_ids):
        had: dict[VideoId, dict[TagId, int]] = {}
        for row in tx.execute(sa.select(video_tags).where(video_tags.c.video_id.in_(some))):
            had.setdefault(row.video_id, {})[row.tag_id] = row.position
        values = [
            {"video_id": video_id, "tag_id": tag_id, "position": position}
            for video_id in some
            for position, tag_id in _new(had.get(video_id, {}), tag_ids)
        ]
        if values:
            tx.execute(video_tags.insert(), values)


def detach_tags(tx: Tx, video_ids: Sequence[VideoId], tag_ids: Sequence[TagId]) -> None:
    """Take the tags off those of the videos that have them."""
    for some_videos in batches(video_ids):
        for some_tags in batches(tag_ids):
            tx.execute(
                video_tags.delete().where(
                    video_tags.c.video_id.in_(some_videos), video_tags.c.tag_id.in_(some_tags)
                )
            )


def find_tags(tx: Tx, account_id: AccountId, tag_ids: Collection[TagId]) -> set[TagId]:
    """Those of ``tag_ids`` that are the account's."""
    return {
        TagId(key)
        for some in batches(tag_ids)
        for key in tx.execute(
            sa.select(tags.c.id).where(tags.c.account_id == account_id, tags.c.id.in_(some))
        ).scalars()
    }


def list_video_tags(tx: Tx, video_ids: Sequence[VideoId]) -> dict[VideoId, list[Tag]]:
    """Tags of several videos in the order they were given, with one query for each few
    hundred videos.
    """
    found: dict[VideoId, list[Tag]] = {}
    for some in batches(video_ids):
        rows = tx.execute(
            sa.select(video_tags.c.video_id, tags.c.id, tags.c.name, tags.c.color)
            .join_from(video_tags, tags, tags.c.id == video_tags.c.tag_id)
            .where(video_tags.c.video_id.in_(some))
            .order_by(video_tags.c.video_id, video_tags.c.position)
        )
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
    return [Tag(**row._mapping) for row in rows]


def _new(had: Mapping[TagId, int], tag_ids: Sequence[TagId]) -> Iterator[tuple[int, TagId]]:
    """Positions and numbers of the tags that a video has not had."""
    added = [tag_id for tag_id in tag_ids if tag_id not in had]
    return enumerate(added, start=max(had.values(), default=-1) + 1)


def _find_tag(tx: Tx, account_id: AccountId, name: str) -> Tag | None:
    row = tx.execute(
        sa.select(tags.c.id, tags.c.name, tags.c.color).where(
            tags.c.account_id == account_id, tags.c.folded == fold(name)
        )
    ).one_or_none()
    return None if row is None else Tag(**row._mapping)


def _get_tag(tx: Tx, account_id: AccountId, name: str) -> Tag:
    """Raises NotFound when there is none."""
    tag = _find_tag(tx, account_id, name)
    if tag is None:
        raise NotFound("tag", name)
    return tag
