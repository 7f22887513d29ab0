"""How statistics are asked for: a stretch of time, how finely, and whose."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TypeAlias, TypeVar

from vitascope.base.errors import Invalid
from vitascope.base.ids import LARGEST_ROW_ID, UserId, VideoId
from vitascope.dialects.videocms.input import Given, Malformed

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
_MINUTES_A_POINT, _FEWEST, _MOST, _COARSE = 15, 50, 200, 100
_POINTS_OF_IMPORTS = 20
_LONGEST = 100
# What older clients ask for, by how finely it was shown.
_INTERVALS = {"5min": 4 * _HOUR, "1h": _DAY, "7h": 7 * _DAY}

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """A stretch of time, cut into about ``points`` pieces."""

    since: datetime
    until: datetime
    points: int


ReadSpan: TypeAlias = Callable[[Given, datetime], Asked]


def read_fine(given: Given, now: datetime) -> Asked:
    """The last day, in pieces of a quarter of an hour and a few more; a longer stretch in 100.
    What cannot be read counts as left out.
    """
    since, until = _stretch(given, now, _interval(given))
    minutes = (until - since) // timedelta(minutes=1)
    fine = min(max(minutes // _MINUTES_A_POINT, _FEWEST), _MOST)
    points = fine if until - since <= _DAY else _COARSE
    return Asked(since, until, _points(given) or points)


def read_coarse(given: Given, now: datetime) -> Asked:
    """The last day in 100 pieces. What cannot be read counts as left out."""
    since, until = _stretch(given, now, _DAY)
    return Asked(since, until, _points(given) or _COARSE)


def read_month(given: Given, now: datetime) -> Asked:
    """The last 30 days and the next, in 20 pieces.

    Raises:
        Invalid: a time that is none.
    """
    until = _strict(given, "To", "Invalid to date (use RFC3339)") or now + _DAY
    since = _strict(given, "From", "Invalid from date (use RFC3339)") or now - 30 * _DAY
    return Asked(since, until, _points(given) or _POINTS_OF_IMPORTS)


def read_mode(given: Given, modes: Mapping[str, T]) -> T | None:
    """What is ranked: the first of ``modes`` unless another is named, None for a name that is
    not among them. Where there is one only, names do not matter.
    """
    names = list(modes)
    name = given.text("Mode", longest=_LONGEST) if len(names) > 1 else ""
    return modes.get(name or names[0])


def read_user(given: Given) -> UserId | None:
    """None is everybody."""
    return UserId(_row(given, "UserID")) or None


def read_video(given: Given) -> VideoId | None:
    return VideoId(_row(given, "FileID")) or None


def read_rendition(given: Given) -> int | None:
    return _row(given, "QualityID") or None


def _row(given: Given, field: str) -> int:
    """A larger number than a row can have is as unknown as the largest."""
    return min(given.number(field, least=0) or 0, LARGEST_ROW_ID)


def _stretch(given: Given, now: datetime, length: timedelta) -> tuple[datetime, datetime]:
    until = _moment(given, "To") or now
    return _moment(given, "From") or until - length, until


def _moment(given: Given, field: str) -> datetime | None:
    """None for what is no time. Nothing was counted before 1970."""
    try:
        found = given.moment(field)
    except Malformed:
        return None
    return None if found is None else max(found, _EPOCH)


def _strict(given: Given, field: str, refusal: str) -> datetime | None:
    found = _moment(given, field)
    if found is None and given.has(field) and given.text(field, longest=_LONGEST):
        raise Invalid(field, refusal)
    return found


def _points(given: Given) -> int | None:
    try:
        return given.number("Points", least=1)
    except Invalid:
        return None


def _interval(given: Given) -> timedelta:
    try:
        return _INTERVALS.get(given.text("Interval", longest=_LONGEST), _DAY)
    except Invalid:
        return _DAY
