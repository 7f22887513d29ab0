"""How much of what players say is kept: strangers may say what they like."""

import logging
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, timedelta

from vitascope.base.ids import VideoId
from vitascope.core.analytics.model import PlayerEvent
from vitascope.core.analytics.queries.amounts import count_by_session, count_on_day
from vitascope.db import Tx

log = logging.getLogger(__name__)

# A player that says something every two seconds for three hours; as many as that on a busy day.
MOST_OF_SESSION, MOST_OF_DAY = 5_000, 200_000
_REMEMBERED = timedelta(minutes=1)
_MOST_REMEMBERED = 50_000
_NEVER = datetime.min.replace(tzinfo=UTC)


class Amounts:
    """Knows how many events there are of each session, and of each video on a day (UTC).

    What was counted is remembered for a minute, in which what other processes keep goes
    unnoticed. One thread at a time may ask.
    """

    def __init__(
        self, *, most_of_session: int = MOST_OF_SESSION, most_of_day: int = MOST_OF_DAY
    ) -> None:
        self._most_of_session = most_of_session
        self._most_of_day = most_of_day
        self._since = _NEVER
        self._of_session: dict[str, int] = {}
        self._of_day: dict[tuple[VideoId, date], int] = {}
        self._full: set[tuple[VideoId, date]] = set()

    def admit(self, tx: Tx, events: Sequence[PlayerEvent]) -> list[bool]:
        """Whether there is room for each event; those that there is room for count as kept.
        The log learns once that there is none for a video on a day.
        """
        if not events:
            return []
        self._forget(events[0].at)
        self._count(tx, events)
        return [self._take(event) for event in events]

    def _forget(self, now: datetime) -> None:
        is_old = abs(now - self._since) >= _REMEMBERED
        if is_old or len(self._of_session) + len(self._of_day) > _MOST_REMEMBERED:
            self._since = now
            self._of_session.clear()
            self._of_day.clear()
            today = now.date()
            self._full = {(video, day) for video, day in self._full if day >= today}

    def _count(self, tx: Tx, events: Collection[PlayerEvent]) -> None:
        """Learn of what is not remembered."""
        sessions = {event.session for event in events} - self._of_session.keys()
        self._of_session |= dict.fromkeys(sessions, 0) | count_by_session(tx, sessions)
        unknown = {_day_of(event) for event in events} - self._of_day.keys()
        self._of_day |= dict.fromkeys(unknown, 0)
        for day in {day for _, day in unknown}:
            found = count_on_day(tx, [video for video, each in unknown if each == day], day)
            self._of_day |= {(video, day): amount for video, amount in found.items()}

    def _take(self, event: PlayerEvent) -> bool:
        session, day = event.session, _day_of(event)
        if self._of_day[day] >= self._most_of_day:
            self._tell(day)
            return False
        if self._of_session[session] >= self._most_of_session:
            return False
        self._of_session[session] += 1
        self._of_day[day] += 1
        return True

    def _tell(self, of_day: tuple[VideoId, date]) -> None:
        if of_day in self._full:
            return
        self._full.add(of_day)
        video, day = of_day
        told = {"video": video, "day": day.isoformat(), "kept": self._most_of_day}
        log.warning("players say too much of a video: no more is kept today", extra=told)


def _day_of(event: PlayerEvent) -> tuple[VideoId, date]:
    return event.video_id, event.at.astimezone(UTC).date()
