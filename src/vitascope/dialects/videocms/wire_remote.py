"""Shapes of remote downloads. Times are UTC, sizes bytes."""

import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Self

from vitascope.core.imports.model import Import, ImportState
from vitascope.core.videos.fields_document import unpack_fields
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import list_entries
from vitascope.db import Tx
from vitascope.dialects.videocms.wire import Record, go_name

STATUS = {
    ImportState.PENDING: "pending",
    ImportState.DOWNLOADING: "downloading",
    ImportState.FINISHING: "importing",
    ImportState.DONE: "completed",
    ImportState.FAILED: "failed",
    ImportState.CANCELING: "canceling",
    ImportState.CANCELED: "canceled",
}


class DownloadOut(Record, rename=go_name, kw_only=True):
    """``progress`` is 0 to 1, ``duration`` the seconds it took. Sizes are 0 until they are
    known. The link and the file are null until there are any.
    """

    user_id: int
    parent_folder_id: int
    url: str
    name: str
    status: str
    progress: float
    error: str
    link_id: int | None
    link_uuid: uuid.UUID | None
    file_id: int | None
    bytes_downloaded: int
    total_size: int
    duration: float
    started_at: datetime | None
    finished_at: datetime | None
    cancel_requested_at: datetime | None
    canceled_at: datetime | None

    @classmethod
    def read(cls, tx: Tx, found: Sequence[Import]) -> list[Self]:
        """With the videos that came of them."""
        done = [one.video_id for one in found if one.state is ImportState.DONE]
        made = list_entries(tx, [video_id for video_id in done if video_id is not None])
        return [
            cls._of(tx, one, None if one.video_id is None else made.get(one.video_id))
            for one in found
        ]

    @classmethod
    def _of(cls, tx: Tx, found: Import, entry: VideoEntry | None) -> Self:
        folder_id = unpack_fields(tx, found.fields).folder_id
        return cls(
            id=found.id,
            created_at=found.created_at,
            updated_at=found.updated_at,
            user_id=found.user_id,
            parent_folder_id=folder_id if isinstance(folder_id, int) else 0,
            url=found.url or found.magnet or found.torrent_name or "",
            name=found.name or "",
            status=STATUS[found.state],
            progress=found.fraction,
            error=found.failure or "",
            link_id=None if entry is None else entry.video.id,
            link_uuid=None if entry is None else entry.video.uuid,
            file_id=None if entry is None or entry.media is None else entry.media.id,
            bytes_downloaded=found.received_bytes,
            total_size=found.total_bytes or 0,
            duration=_duration_s(found),
            started_at=found.started_at,
            finished_at=found.finished_at,
            cancel_requested_at=found.cancel_asked_at,
            canceled_at=found.canceled_at,
        )


def _duration_s(found: Import) -> float:
    if found.started_at is None or found.finished_at is None:
        return 0.0
    return (found.finished_at - found.started_at).total_seconds()
