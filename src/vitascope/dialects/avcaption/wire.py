"""Shapes of the answers. Times are RFC 3339 in UTC, lengths seconds, sizes bytes."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import Self

from msgspec import UNSET, Struct, UnsetType

from vitascope.core.access.model import ApiKey, KeyUse, SessionTokens
from vitascope.core.accounts.model import User
from vitascope.core.uploads.model import Upload
from vitascope.core.videos.model import Totals
from vitascope.dialects.avcaption.iso import iso
from vitascope.dialects.avcaption.wire_subtitles import SubtitleOut


class Status(StrEnum):
    UPLOADING = "uploading"
    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"


class FailureOut(Struct):
    """Why a video failed, for its owner to read."""

    message: str
    code: str = "processing_failed"


class VideoOut(Struct, kw_only=True, gc=False):
    """A video. ``requires_token`` tells that ``embed_token``, the permanent one, opens nothing:
    viewers come by tokens of their own.

    ``width``, ``height`` and ``duration`` are null until the file was looked into, addresses of
    pictures until the pictures are made.
    """

    id: str
    title: str
    status: Status
    duration: float | None
    width: int | None
    height: int | None
    codec: str | None
    bitrate: int | None
    frame_rate: float | None
    file_size: int | None
    thumbnail_url: str | None
    poster_url: str | None
    sprite_url: str | None
    embed_token: str
    watch_url: str
    embed_url: str
    requires_token: bool
    allowed_domains: tuple[str, ...]
    preset_id: str | None
    views: int
    subtitles: list[SubtitleOut]
    error: FailureOut | None
    created_at: str
    updated_at: str


class VideoPageOut(Struct):
    videos: list[VideoOut]
    page: int
    per_page: int
    total: int
    total_pages: int


class StatsOut(Struct):
    total_videos: int
    total_views: int
    storage_used: int

    @classmethod
    def of(cls, totals: Totals) -> Self:
        return cls(totals.videos, totals.views, totals.source_bytes)


class BegunOut(Struct):
    upload_id: str
    chunk_size: int
    total_chunks: int
    expires_at: str

    @classmethod
    def of(cls, upload: Upload) -> Self:
        size_bytes = upload.chunk_bytes or 0
        return cls(str(upload.uuid), size_bytes, upload.chunks, iso(upload.expires_at))


class ChunkOut(Struct):
    upload_id: str
    chunk_index: int
    received_chunks: int
    total_chunks: int


class UploadedOut(Struct):
    video_id: str
    embed_token: str
    status: Status


class UserOut(Struct):
    id: int
    username: str
    email: str | None
    role: str
    created_at: str

    @classmethod
    def of(cls, user: User) -> Self:
        return cls(user.id, user.username, user.email, user.role, iso(user.created_at))


class SessionOut(Struct):
    token: str
    expires_at: str
    user: UserOut

    @classmethod
    def of(cls, tokens: SessionTokens, user: User) -> Self:
        return cls(tokens.access_token, iso(tokens.access_expires_at), UserOut.of(user))


class KeyOut(Struct, kw_only=True):
    """``key`` is the key itself, shown once, when it is made."""

    id: int
    name: str
    prefix: str
    permission: str
    created_at: str
    expires_at: str | None
    last_used_at: str | None
    key: str | UnsetType = UNSET

    @classmethod
    def of(cls, key: ApiKey, *, secret: str | UnsetType = UNSET) -> Self:
        return cls(
            id=key.id,
            name=key.name,
            prefix=key.prefix,
            permission=key.permission,
            created_at=iso(key.created_at),
            expires_at=_iso_or_none(key.expires_at),
            last_used_at=_iso_or_none(key.last_used_at),
            key=secret,
        )


class KeysOut(Struct):
    api_keys: list[KeyOut]

    @classmethod
    def of(cls, keys: Sequence[ApiKey]) -> Self:
        return cls([KeyOut.of(key) for key in keys])


class UseOut(Struct):
    method: str
    path: str
    status: int
    address: str
    used_at: str

    @classmethod
    def of(cls, use: KeyUse) -> Self:
        return cls(use.method, use.path, use.status, use.address, iso(use.used_at))


class AuditOut(Struct):
    audit: list[UseOut]

    @classmethod
    def of(cls, uses: Sequence[KeyUse]) -> Self:
        return cls([UseOut.of(use) for use in uses])


def _iso_or_none(time: datetime | None) -> str | None:
    return None if time is None else iso(time)
