"""What an import is."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from vitascope.base.errors import Conflict, Forbidden, QuotaExceeded
from vitascope.base.ids import ChannelId, ImportId, SyncId, UserId, VideoId


class ImportKind(StrEnum):
    URL = "url"
    """A file by HTTP, or a page that the site fetcher knows."""
    MAGNET = "magnet"
    TORRENT = "torrent"


class ImportState(StrEnum):
    PENDING = "pending"
    DOWNLOADING = "downloading"
    FINISHING = "finishing"
    """The bytes are here; a video is being made of them."""
    DONE = "done"
    FAILED = "failed"
    CANCELING = "canceling"
    CANCELED = "canceled"


ACTIVE = frozenset(
    {
        ImportState.PENDING,
        ImportState.DOWNLOADING,
        ImportState.FINISHING,
        ImportState.CANCELING,
    }
)
TERMINAL = frozenset(ImportState) - ACTIVE


class ImportsDisabled(Forbidden):
    """The operator does not let this kind of import happen. ``is_personal`` when it is only
    this user who may not."""

    def __init__(self, message: str, *, is_personal: bool = False) -> None:
        super().__init__(message)
        self.is_personal = is_personal


class ImportQueueFull(QuotaExceeded):
    """The user has as many imports under way as allowed."""

    def __init__(self, used: int, limit: int) -> None:
        super().__init__(used=used, limit=limit, unit="imports")


class WrongImportState(Conflict):
    """What was asked does not fit the state the import is in."""

    def __init__(self, message: str, state: ImportState) -> None:
        super().__init__(message)
        self.state = state


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """``uuid`` names its working folder, and later its asset.

    ``name`` is what the other side calls the file. ``video_id`` is the video that waits for
    the source, or that came of it; ``has_video`` tells the first from the second. Bytes are
    those of the file. ``source`` is what was found out about the fetched file, so that
    finishing goes on after a crash. With ``usual_only`` it has to be a usual video.
    """

    id: ImportId
    uuid: uuid.UUID
    user_id: UserId
    kind: ImportKind
    state: ImportState
    url: str | None
    magnet: str | None
    torrent: bytes | None
    torrent_name: str | None
    name: str | None
    fields: dict[str, Any]
    has_video: bool
    video_id: VideoId | None
    sync_id: SyncId | None
    usual_only: bool
    received_bytes: int
    total_bytes: int | None
    failure: str | None
    attempts: int
    source: dict[str, Any] | None
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    cancel_asked_at: datetime | None
    canceled_at: datetime | None

    @property
    def fraction(self) -> float:
        """How much is done, 0 to 1; 0.95 while the video is being made."""
        if self.state is ImportState.DONE:
            return 1.0
        if self.state is ImportState.FINISHING:
            return 0.95
        if not self.total_bytes:
            return 0.0
        return min(0.95, 0.95 * self.received_bytes / self.total_bytes)


class SyncState(StrEnum):
    WAITING = "waiting"
    """It never ran."""
    PROCESSING = "processing"
    SYNCED = "synced"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelSync:
    """A channel that gets the videos which another site's channel publishes."""

    id: SyncId
    channel_id: ChannelId
    url: str
    state: SyncState
    failure: str | None
    created_at: datetime
    last_sync_at: datetime | None
