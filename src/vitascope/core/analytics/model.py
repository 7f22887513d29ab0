"""What a player says."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

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
