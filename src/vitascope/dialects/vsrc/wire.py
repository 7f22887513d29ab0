"""Shapes of the answers, in the order of the document. Times are ISO 8601 with milliseconds."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Generic, Self, TypeVar

from msgspec import UNSET, Struct, UnsetType

from vitascope.core.tags.model import Tag
from vitascope.core.videos.model import State, VideoEntry
from vitascope.dialects.vsrc.ids import media_id

T = TypeVar("T")


class EncodingStatus(StrEnum):
    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"


# Videos in other states are live streams, which this dialect names otherwise.
ENCODING_STATUS: dict[State, EncodingStatus] = {
    State.WAITING: EncodingStatus.PENDING,
    # Pending until the first piece of the work has begun.
    State.PROCESSING: EncodingStatus.PROCESSING,
    State.READY: EncodingStatus.COMPLETED,
    State.FAILED: EncodingStatus.FAILED,
}


def encoding_status(entry: VideoEntry, *, is_begun: bool) -> EncodingStatus:
    """``is_begun`` says whether somebody works or has worked on the asset."""
    status = ENCODING_STATUS[entry.video.state]
    if status is EncodingStatus.PROCESSING and not is_begun:
        return EncodingStatus.PENDING
    return status


class Envelope(Struct, Generic[T], kw_only=True):
    success: bool = True
    message: str | UnsetType = UNSET
    data: T


class TagOut(Struct, gc=False):
    id: int
    name: str
    color: str

    @classmethod
    def of(cls, tag: Tag) -> Self:
        return cls(id=tag.id, name=tag.name, color=tag.color)


class MediaOut(Struct, rename="camel", kw_only=True, gc=False):
    """A video; lists leave the original sizes (pixels) out."""

    media_id: str
    title: str
    description: str | None
    file_size: int | None
    mime_type: str | None
    encoding_status: EncodingStatus
    upload_status: str
    original_width: int | UnsetType | None = UNSET
    original_height: int | UnsetType | None = UNSET
    tags: list[TagOut]
    created_at: str
    updated_at: str

    @classmethod
    def of(cls, entry: VideoEntry, tags: Sequence[Tag], *, is_begun: bool) -> Self:
        video, media = entry.video, entry.media
        return cls(
            media_id=media_id(video.uuid),
            title=video.title,
            description=video.description,
            file_size=None if media is None else media.size_bytes,
            mime_type=None if media is None else media.content_type,
            encoding_status=encoding_status(entry, is_begun=is_begun),
            upload_status=_upload_status(entry),
            tags=[TagOut.of(tag) for tag in tags],
            created_at=iso(video.created_at),
            updated_at=iso(video.updated_at),
        )


class PaginationOut(Struct, rename="camel"):
    page: int
    limit: int
    total: int
    total_pages: int


class MediaPageOut(Struct):
    media: list[MediaOut]
    pagination: PaginationOut


class LivePageOut(Struct):
    streams: tuple[()]
    pagination: PaginationOut


class UploadedOut(Struct, rename="camel", kw_only=True):
    media_id: str
    title: str
    description: str | None
    file_size: int
    encoding_status: EncodingStatus
    tags: list[str]
    uploaded_at: str


class DeletedOut(Struct, rename="camel"):
    media_id: str


class EmbedOut(Struct, rename="camel", kw_only=True):
    media_id: str
    title: str
    description: str | None
    player_type: str = "vod"
    encoding_status: EncodingStatus
    embed_code: str


class ResolvedOut(Struct):
    """The playlist's address under both names that versions of the player read."""

    url: str
    ul: str


class HealthOut(Struct):
    success: bool
    message: str
    timestamp: str


def iso(time: datetime) -> str:
    """``time``, which is UTC, with milliseconds and Z."""
    return time.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def _upload_status(entry: VideoEntry) -> str:
    if entry.media is not None:
        return "completed"
    return "failed" if entry.video.state is State.FAILED else "uploading"
