"""What is remembered of a copy."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.errors import Conflict
from vitascope.base.ids import AccountId, ChannelId, VideoId


class ItemKind(StrEnum):
    CHANNEL = "channel"
    VIDEO = "video"


class ItemState(StrEnum):
    MADE = "made"
    """It is here; something that belongs to it, such as a caption, may be missing still."""
    COPIED = "copied"


class AlreadyCopied(Conflict):
    """Another copy of the same thing was made meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """``server`` and ``ref`` say what it is there, ``video_id`` or ``channel_id`` what it is
    here; both are None when it was deleted here since.
    """

    id: int
    account_id: AccountId
    server: str
    kind: ItemKind
    ref: str
    state: ItemState
    video_id: VideoId | None
    channel_id: ChannelId | None
    created_at: datetime
    updated_at: datetime
