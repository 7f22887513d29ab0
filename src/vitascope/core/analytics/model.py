"""What a player says, and what that comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from vitascope.base.ids import VideoId


class PlayerEventKind(StrEnum):
    PLAY = "play"
    PAUSE = "pause"
    STOP = "stop"
    SEEK = "seek"
    ENDED = "ended"
    ERROR = "error"
    BUFFER = "buffer"
    QUALITY_CHANGE = "quality_change"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlayerEvent:
    """``session`` is one playing of one player, in its own words. ``position_s`` is where in
    the video it happened, ``duration_s`` how long the player thinks it is, ``buffer_s`` how
    long it stood still. ``viewer`` is what the page calls whoever watches.
    """

    video_id: VideoId
    session: str
    kind: PlayerEventKind
    at: datetime
    position_s: float | None = None
    duration_s: float | None = None
    quality: str | None = None
    buffer_s: float | None = None
    message: str | None = None
    viewer: str | None = None
    extra: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """``by_kind`` names only kinds that there were."""

    events: int
    sessions: int
    by_kind: Mapping[PlayerEventKind, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class VideoPlays:
    """How often one video was played, and what went wrong, in a stretch of time."""

    video_id: VideoId
    uuid: UUID
    title: str
    plays: int
    sessions: int
    stalls: int
    errors: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stalls:
    """How often players stood still, and for how long in all."""

    number: int
    length_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """How playing one video went. ``days`` are all days of the stretch with their plays.

    ``reached`` are the sessions that got as far as each tenth of the video, empty when its
    length is unknown. ``errors`` and ``qualities`` are the most frequent ones first; those
    without words have an empty text.
    """

    stats: Stats
    days: Sequence[tuple[date, int]]
    reached: Sequence[int]
    stalls: Stalls
    errors: Sequence[tuple[str, int]]
    qualities: Sequence[tuple[str, int]]
