"""What the events of a video come to."""

from collections.abc import Mapping, Sequence
from datetime import datetime

import sqlalchemy as sa

from vitascope.base.ids import VideoId
from vitascope.core.analytics.model import PlayerEventKind, Stalls, VideoPlays
from vitascope.core.analytics.queries.counting import EventFilter, conditions
from vitascope.core.analytics.tables import player_events
from vitascope.core.videos.tables import videos
from vitascope.db import Tx

_TENTHS = range(1, 11)
_DAY_US = 86_400_000_000
_columns = player_events.c


def count_plays_by_day(tx: Tx, wanted: EventFilter) -> Mapping[int, int]:
    """Plays by days (UTC) since 1970."""
    day = (sa.type_coerce(_columns.at, sa.BigInteger) // _DAY_US).label("day")
    query = (
        sa.select(day, sa.func.count())
        .where(*conditions(wanted), _columns.kind == PlayerEventKind.PLAY)
        .group_by(day)
        .order_by(day)
    )
    return {row[0]: row[1] for row in tx.execute(query)}


def count_reached(tx: Tx, wanted: EventFilter, duration_s: float) -> list[int]:
    """How many sessions got as far as the first tenth of the video, the second, and so on."""
    each = (
        sa.select(sa.func.max(_columns.position_s).label("position_s"))
        .where(*conditions(wanted), _columns.position_s.is_not(None))
        .group_by(_columns.session)
        .subquery()
    )
    # Players report a last moment that is not quite the end.
    reached = [
        sa.func.count(sa.case((each.c.position_s >= duration_s * tenth / 10 * 0.99, 1)))
        for tenth in _TENTHS
    ]
    return list(tx.execute(sa.select(*reached)).one())


def sum_stalls(tx: Tx, wanted: EventFilter) -> Stalls:
    query = sa.select(
        sa.func.count(), sa.func.coalesce(sa.func.sum(_columns.buffer_s), 0.0)
    ).where(*conditions(wanted), _columns.kind == PlayerEventKind.BUFFER)
    number, length_s = tx.execute(query).one()
    return Stalls(number=number, length_s=float(length_s))


def count_errors(tx: Tx, wanted: EventFilter, *, most: int) -> Sequence[tuple[str, int]]:
    """Errors by what they say, the most frequent first."""
    said = sa.func.coalesce(_columns.message, "")
    return _count_texts(tx, wanted, said, PlayerEventKind.ERROR, most)


def count_qualities(tx: Tx, wanted: EventFilter, *, most: int) -> Sequence[tuple[str, int]]:
    """Changes to a quality, by its name, the most frequent first."""
    quality = sa.func.coalesce(_columns.quality, "")
    return _count_texts(tx, wanted, quality, PlayerEventKind.QUALITY_CHANGE, most)


def rank_videos(tx: Tx, wanted: EventFilter, *, most: int) -> list[VideoPlays]:
    """Videos of which there are events, with the most plays first."""

    def number_of(kind: PlayerEventKind) -> sa.ColumnElement[int]:
        return sa.func.count(sa.case((_columns.kind == kind, 1)))

    plays = number_of(PlayerEventKind.PLAY)
    query = (
        sa.select(
            videos.c.id,
            videos.c.uuid,
            videos.c.title,
            plays,
            sa.func.count(_columns.session.distinct()),
            number_of(PlayerEventKind.BUFFER),
            number_of(PlayerEventKind.ERROR),
        )
        .join(videos, videos.c.id == _columns.video_id)
        .where(*conditions(wanted))
        .group_by(videos.c.id, videos.c.uuid, videos.c.title)
        .order_by(plays.desc(), videos.c.id)
        .limit(most)
    )
    return [
        VideoPlays(
            video_id=VideoId(key),
            uuid=uuid,
            title=title,
            plays=played,
            sessions=sessions,
            stalls=stalls,
            errors=errors,
        )
        for key, uuid, title, played, sessions, stalls, errors in tx.execute(query)
    ]


def find_longest(tx: Tx, wanted: EventFilter) -> float | None:
    """The longest that players took the video for, in seconds."""
    query = sa.select(sa.func.max(_columns.duration_s)).where(*conditions(wanted))
    longest: float | None = tx.execute(query).scalar_one()
    return longest


def day_of(moment: datetime) -> int:
    """The day (UTC) of a moment, counted since 1970."""
    return int(moment.timestamp()) // 86_400


def _count_texts(
    tx: Tx,
    wanted: EventFilter,
    text: sa.ColumnElement[str],
    kind: PlayerEventKind,
    most: int,
) -> Sequence[tuple[str, int]]:
    amount = sa.func.count()
    query = (
        sa.select(text, amount)
        .where(*conditions(wanted), _columns.kind == kind)
        .group_by(text)
        .order_by(amount.desc(), text)
        .limit(most)
    )
    return [(row[0], row[1]) for row in tx.execute(query)]
