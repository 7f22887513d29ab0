"""How many events there are, by what is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from vitascope.base.ids import AccountId, VideoId
from vitascope.core.analytics.model import PlayerEventKind
from vitascope.core.analytics.tables import player_events
from vitascope.core.channels.tables import channels
from vitascope.core.videos.tables import videos
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events are counted; None does not restrict. ``owner`` asks for those of the
    account's videos, ``viewer`` for those of whom pages call so.
    """

    video_id: VideoId | None = None
    owner: AccountId | None = None
    session: str | None = None
    viewer: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def count_kinds(tx: Tx, wanted: EventFilter) -> Mapping[PlayerEventKind, int]:
    """The number of events by kind, the most frequent first."""
    amount = sa.func.count()
    kind = player_events.c.kind
    query = sa.select(kind, amount).where(*conditions(wanted)).group_by(kind)
    return {row[0]: row[1] for row in tx.execute(query.order_by(amount.desc(), kind))}


def count_sessions(tx: Tx, wanted: EventFilter) -> int:
    sessions = sa.func.count(player_events.c.session.distinct())
    number: int = tx.execute(sa.select(sessions).where(*conditions(wanted))).scalar_one()
    return number


def conditions(wanted: EventFilter) -> list[sa.ColumnElement[bool]]:
    """The filter as conditions on the table of events."""
    columns = player_events.c
    found: list[sa.ColumnElement[bool]] = []
    if wanted.video_id is not None:
        found.append(columns.video_id == wanted.video_id)
    if wanted.owner is not None:
        found.append(columns.video_id.in_(_videos_of(wanted.owner)))
    if wanted.session is not None:
        found.append(columns.session == wanted.session)
    if wanted.viewer is not None:
        found.append(columns.viewer == wanted.viewer)
    if wanted.since is not None:
        found.append(columns.at >= wanted.since)
    if wanted.until is not None:
        found.append(columns.at <= wanted.until)
    return found


def _videos_of(account_id: AccountId) -> sa.Select[tuple[int]]:
    return (
        sa.select(videos.c.id)
        .join(channels, channels.c.id == videos.c.channel_id)
        .where(channels.c.account_id == account_id)
    )
