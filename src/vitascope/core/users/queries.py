"""Users with the room their videos take."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AccountId, UserId, VideoId
from vitascope.base.page import Page
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries.users import SELECT_USER, read_user
from vitascope.core.accounts.tables import accounts, users
from vitascope.core.assets.model import RenditionKind
from vitascope.core.assets.tables import assets, renditions
from vitascope.core.channels.tables import channels
from vitascope.core.users.model import Usage, UserEntry
from vitascope.core.videos.tables import videos
from vitascope.db import Tx

_MOST_NAMES = 10


class UserOrder(StrEnum):
    ID = "id"
    USERNAME = "username"
    CREATED_AT = "created_at"
    LAST_LOGIN_AT = "last_login_at"
    ROLE = "role"
    USED_BYTES = "used_bytes"


@dataclass(frozen=True, slots=True, kw_only=True)
class UserSelection:
    """``search`` is a part of a username or an e-mail address, in any case. ``day_began``
    is when the daily quota's day began.
    """

    search: str = ""
    is_blocked: bool | None = None
    order: UserOrder = UserOrder.CREATED_AT
    descending: bool = True
    start: int = 0
    count: int = 15
    day_began: datetime


def list_users(tx: Tx, wanted: UserSelection) -> Page[UserEntry]:
    """Users with what they use, in one query however many there are."""
    conditions = _conditions(wanted)
    used = _used(wanted.day_began)
    is_by_use = wanted.order is UserOrder.USED_BYTES
    column: sa.ColumnElement[Any] = (
        sa.func.coalesce(used.c.total_bytes, 0) if is_by_use else users.c[wanted.order.value]
    )
    query = (
        SELECT_USER.add_columns(
            sa.func.coalesce(used.c.total_bytes, 0).label("used_total"),
            sa.func.coalesce(used.c.daily_bytes, 0).label("used_daily"),
            sa.func.coalesce(used.c.file_bytes, 0).label("used_files"),
            sa.func.coalesce(used.c.videos, 0).label("used_videos"),
        )
        .outerjoin(used, used.c.account_id == accounts.c.id)
        .where(*conditions)
        # Users who never logged in come last either way, on both engines.
        .order_by(column.is_(None), column.desc() if wanted.descending else column, users.c.id)
        .offset(wanted.start)
        .limit(wanted.count)
    )
    total = tx.execute(sa.select(sa.func.count()).select_from(users).where(*conditions))
    entries = [UserEntry(user=read_user(row), usage=_usage(row)) for row in tx.execute(query)]
    return Page(items=entries, total=total.scalar_one())


def get_usage(tx: Tx, user_id: UserId, day_began: datetime) -> Usage:
    """What the videos of a user take up."""
    mine = sa.select(accounts.c.id).where(accounts.c.user_id == user_id).scalar_subquery()
    used = _used(day_began, channels.c.account_id == mine)
    row = tx.execute(
        sa.select(
            used.c.total_bytes.label("used_total"),
            used.c.daily_bytes.label("used_daily"),
            used.c.file_bytes.label("used_files"),
            used.c.videos.label("used_videos"),
        )
    ).first()
    return Usage() if row is None else _usage(row)


def rank_videos(tx: Tx, account_id: AccountId | None, *, limit: int) -> list[tuple[int, int]]:
    """The videos, of one account or of all, that take up the most: number and bytes."""
    each = _each_video(*_of_account(account_id))
    size = each.c.counted
    query = sa.select(each.c.video_id, size).order_by(size.desc(), each.c.video_id)
    return [(video_id, int(size)) for video_id, size in tx.execute(query.limit(limit))]


def rank_users(tx: Tx, account_id: AccountId | None, *, limit: int) -> list[tuple[int, int]]:
    """The accounts whose videos take up the most: number and bytes."""
    each = _each_video(*_of_account(account_id))
    total = sa.func.sum(each.c.counted)
    query = (
        sa.select(each.c.account_id, total)
        .group_by(each.c.account_id)
        .order_by(total.desc(), each.c.account_id)
    )
    return [(number, int(size)) for number, size in tx.execute(query.limit(limit))]


def list_usernames(tx: Tx, part: str) -> list[str]:
    """Up to ten names with ``part`` in them, in order."""
    query = sa.select(users.c.username).where(_contains(users.c.username, part))
    return list(tx.execute(query.order_by(users.c.username).limit(_MOST_NAMES)).scalars())


def list_users_of(tx: Tx, role: Role) -> list[User]:
    """Users of a role who may log in, oldest first."""
    mine = sa.and_(users.c.role == role, users.c.is_blocked.is_(False))
    return [read_user(row) for row in tx.execute(SELECT_USER.where(mine).order_by(users.c.id))]


def list_video_ids(tx: Tx, user_id: UserId) -> list[VideoId]:
    """Every video of a user."""
    found = tx.execute(
        sa.select(videos.c.id)
        .join(channels, channels.c.id == videos.c.channel_id)
        .join(accounts, accounts.c.id == channels.c.account_id)
        .where(accounts.c.user_id == user_id)
    )
    return [VideoId(number) for number in found.scalars()]


def list_handles(tx: Tx, user_id: UserId) -> list[str]:
    """The names of a user's account and channels."""
    mine = sa.select(accounts.c.id).where(accounts.c.user_id == user_id)
    names = sa.union_all(
        sa.select(accounts.c.name).where(accounts.c.user_id == user_id),
        sa.select(channels.c.name).where(channels.c.account_id.in_(mine)),
    )
    return list(tx.execute(names).scalars())


def _used(day_began: datetime, *conditions: sa.ColumnElement[bool]) -> sa.Subquery:
    """Per account: the largest file of each video, summed, as the quotas count it.

    Until something has been made of it, a video counts with its source. ``file_bytes`` is
    everything that is kept.
    """
    each = _each_video(*conditions)
    is_today = each.c.created_at > day_began
    return (
        sa.select(
            each.c.account_id,
            sa.func.sum(each.c.counted).label("total_bytes"),
            sa.func.sum(sa.case((is_today, each.c.counted), else_=0)).label("daily_bytes"),
            sa.func.sum(each.c.source + each.c.made).label("file_bytes"),
            sa.func.count().label("videos"),
        )
        .group_by(each.c.account_id)
        .subquery()
    )


def _each_video(*conditions: sa.ColumnElement[bool]) -> sa.Subquery:
    """What each video takes up. Renditions are looked up per video: grouping them first would
    read those of everybody to learn about one user.
    """
    of_asset = renditions.c.asset_id == videos.c.asset_id
    is_video = renditions.c.kind == RenditionKind.VIDEO
    size = renditions.c.size_bytes
    largest = sa.select(sa.func.max(size)).where(of_asset, is_video).scalar_subquery()
    together = sa.select(sa.func.sum(size)).where(of_asset).scalar_subquery()
    source = sa.func.coalesce(assets.c.size_bytes, 0)
    return (
        sa.select(
            channels.c.account_id,
            videos.c.id.label("video_id"),
            videos.c.created_at,
            source.label("source"),
            sa.func.coalesce(sa.func.nullif(largest, 0), source).label("counted"),
            sa.func.coalesce(together, 0).label("made"),
        )
        .select_from(videos)
        .join(channels, channels.c.id == videos.c.channel_id)
        .outerjoin(assets, assets.c.id == videos.c.asset_id)
        .where(*conditions)
        .subquery()
    )


def _of_account(account_id: AccountId | None) -> list[sa.ColumnElement[bool]]:
    return [] if account_id is None else [channels.c.account_id == account_id]


def _usage(row: Any) -> Usage:
    # PostgreSQL sums big integers into a decimal.
    return Usage(
        total_bytes=int(row.used_total),
        daily_bytes=int(row.used_daily),
        file_bytes=int(row.used_files),
        videos=int(row.used_videos),
    )


def _conditions(wanted: UserSelection) -> list[sa.ColumnElement[bool]]:
    conditions: list[sa.ColumnElement[bool]] = []
    if wanted.search:
        found = _contains(users.c.username, wanted.search)
        conditions.append(sa.or_(found, _contains(users.c.email, wanted.search)))
    if wanted.is_blocked is not None:
        conditions.append(users.c.is_blocked.is_(wanted.is_blocked))
    return conditions


def _contains(column: sa.ColumnElement[Any], part: str) -> sa.ColumnElement[bool]:
    return sa.func.lower(column).contains(part.lower(), autoescape=True)
