"""What players said, for those whose videos they play."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from vitascope.base.ids import AccountId
from vitascope.core.access.model import Actor, LoginRequired
from vitascope.core.analytics.model import Stats, Summary, VideoPlays
from vitascope.core.analytics.queries.counting import (
    EventFilter,
    count_kinds,
    count_sessions,
)
from vitascope.core.analytics.queries.summing import (
    count_errors,
    count_plays_by_day,
    count_qualities,
    count_reached,
    day_of,
    find_longest,
    rank_videos,
    sum_stalls,
)
from vitascope.core.analytics.record import find_subject
from vitascope.core.videos.read import own_video
from vitascope.db import Tx

_MOST_VIDEOS, _MOST_TEXTS = 100, 10
_EPOCH = date(1970, 1, 1)
_NOBODYS = AccountId(0)


def read_stats(tx: Tx, actor: Actor, wanted: EventFilter, video: UUID | None = None) -> Stats:
    """How many events there are of what ``wanted`` names, in the actor's own videos or in
    ``video``, which is one of those.

    Whoever may see a video learns of a session in it, too: that of their own player, since
    nobody can guess another's.

    Raises:
        NotFound: no such video, or it is not for the actor.
        LoginRequired: more is asked for than one session of a video, and the actor is nobody
            known.
    """
    if video is None:
        return _stats(tx, replace(wanted, owner=_own_account(actor)))
    if wanted.session is not None and wanted.viewer is None:
        found = find_subject(tx, actor, video).video_id
    else:
        _own_account(actor)
        found = own_video(tx, actor, video).video.id
    return _stats(tx, replace(wanted, video_id=found))


def list_own_plays(
    tx: Tx, actor: Actor, *, since: datetime, until: datetime
) -> list[VideoPlays]:
    """The actor's own videos of which players said something, those played most first, a
    hundred at most.

    Raises:
        LoginRequired: the actor is nobody known.
    """
    wanted = EventFilter(owner=_own_account(actor), since=since, until=until)
    return rank_videos(tx, wanted, most=_MOST_VIDEOS)


def summarize(
    tx: Tx, actor: Actor, video: UUID, *, since: datetime, until: datetime
) -> Summary:
    """How playing one of the actor's own videos went.

    Raises:
        NotFound: no such video, or not the actor's.
    """
    entry = own_video(tx, actor, video)
    wanted = EventFilter(video_id=entry.video.id, since=since, until=until)
    media = entry.media
    known_s = None if media is None or not media.duration_ms else media.duration_ms / 1000
    duration_s = known_s or find_longest(tx, wanted)
    plays = count_plays_by_day(tx, wanted)
    return Summary(
        stats=_stats(tx, wanted),
        days=[(_EPOCH + timedelta(day), plays.get(day, 0)) for day in _days(since, until)],
        reached=count_reached(tx, wanted, duration_s) if duration_s else [],
        stalls=sum_stalls(tx, wanted),
        errors=count_errors(tx, wanted, most=_MOST_TEXTS),
        qualities=count_qualities(tx, wanted, most=_MOST_TEXTS),
    )


def _stats(tx: Tx, wanted: EventFilter) -> Stats:
    kinds = count_kinds(tx, wanted)
    sessions = count_sessions(tx, wanted)
    return Stats(events=sum(kinds.values()), sessions=sessions, by_kind=kinds)


def _days(since: datetime, until: datetime) -> Iterator[int]:
    yield from range(day_of(since.astimezone(UTC)), day_of(until.astimezone(UTC)) + 1)


def _own_account(actor: Actor) -> AccountId:
    if actor.is_anonymous:
        raise LoginRequired("Name a video and a session of it, or show a key")
    return actor.account_id or _NOBODYS
