"""What a video is.

The records of lists are structs: a page makes dozens, and a frozen dataclass takes eight times
as long to make.
"""

import uuid
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntEnum, StrEnum

from msgspec import Struct

from vitascope.base.ids import (
    AccountId,
    AssetId,
    ChannelId,
    FolderId,
    PresetId,
    UserId,
    VideoId,
)
from vitascope.core.assets.model import Task


class Privacy(StrEnum):
    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    INTERNAL = "internal"
    PASSWORD = "password"  # noqa: S105 -- a kind of privacy, not a secret


GATED = frozenset({Privacy.PRIVATE, Privacy.INTERNAL, Privacy.PASSWORD})
"""What an embed token opens only when it was made for one viewer."""


class State(StrEnum):
    WAITING = "waiting"
    PROCESSING = "processing"
    READY = "ready"
    FAILED = "failed"
    LIVE = "live"
    ENDED = "ended"


class CommentsPolicy(IntEnum):
    ENABLED = 1
    DISABLED = 2
    REQUIRES_APPROVAL = 3


class Video(Struct, frozen=True, kw_only=True, gc=False):
    """``published_at`` is set once the audience may see it, None before.

    ``poster_key`` names a picture its owner chose, None when the asset's own is shown.

    ``embed_token`` stands in the address that shows the video on other sites: 32 hex digits,
    the same until its owner draws another. ``allowed_domains`` are the only sites where it is
    shown, everywhere when there are none. Without ``preset_id`` the player looks as its owner
    usually has it.
    """

    id: VideoId
    uuid: uuid.UUID
    channel_id: ChannelId
    asset_id: AssetId | None
    title: str
    description: str | None
    support: str | None
    privacy: Privacy
    state: State
    category: int | None
    licence: int | None
    language: str | None
    is_nsfw: bool
    waits_for_ready: bool
    downloads_allowed: bool
    comments_policy: int
    source_filename: str | None
    poster_key: str | None
    folder_id: FolderId | None
    embed_token: str
    allowed_domains: tuple[str, ...]
    preset_id: PresetId | None
    views: int
    likes: int
    dislikes: int
    originally_published_at: datetime | None
    published_at: datetime | None
    created_at: datetime
    updated_at: datetime


def video_folder(video_uuid: uuid.UUID) -> str:
    """Prefix of the blobs that belong to a video and not to its asset."""
    return f"videos/{video_uuid}"


class Party(Struct, frozen=True, kw_only=True, gc=False):
    """The channel or account of a video, as lists show it."""

    id: int
    name: str
    display_name: str


class Media(Struct, frozen=True, kw_only=True, gc=False):
    """The asset of a video, as lists show it. Sizes are pixels a viewer sees."""

    id: AssetId
    uuid: uuid.UUID
    size_bytes: int
    content_type: str
    is_watchable: bool
    duration_ms: int | None
    width: int | None
    height: int | None
    has_poster: bool
    failure: str | None


class VideoEntry(Struct, frozen=True, kw_only=True, gc=False):
    """A video with what every list and page shows beside it."""

    video: Video
    channel: Party
    account: Party
    media: Media | None

    @property
    def owner_id(self) -> AccountId:
        return AccountId(self.account.id)


class Encoding(Struct, frozen=True, kw_only=True, gc=False):
    """One piece of the work on a video that players will hear or see."""

    video_id: VideoId
    title: str
    user_id: UserId
    username: str
    task: Task


class Failure(Struct, frozen=True, kw_only=True):
    """A video that nobody works on although not all of it could be made. ``reason`` is a
    sentence where there is one; ``names`` are the renditions that failed.
    """

    video_id: VideoId
    uuid: uuid.UUID
    title: str
    username: str
    reason: str | None
    names: tuple[str, ...]


class Totals(Struct, frozen=True, kw_only=True):
    """What videos come to. A source that several of them share counts for each."""

    videos: int
    views: int
    source_bytes: int


class Order(StrEnum):
    TITLE = "title"
    DURATION = "duration"
    CREATED = "created"
    PUBLISHED = "published"
    ORIGINALLY_PUBLISHED = "originally_published"
    VIEWS = "views"
    LIKES = "likes"
    SIZE = "size"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which videos a list asks for. Empty tuples and None do not restrict.

    ``folder_id`` is the folder that videos lie in, ``at_top`` asks for those that lie in none.

    ``owner`` turns it into that account's own list: every privacy and state; ``account_id``
    asks for what others may see of an account. Tags are given in any case. ``languages`` may
    hold None for videos without a language. ``is_begun`` tells assets that somebody works or
    has worked on from those that wait.
    """

    owner: AccountId | None = None
    account_id: AccountId | None = None
    channel_id: ChannelId | None = None
    folder_id: FolderId | None = None
    at_top: bool = False
    privacies: tuple[Privacy, ...] = field(default=(Privacy.PUBLIC,))
    states: tuple[State, ...] = ()
    is_begun: bool | None = None
    is_nsfw: bool | None = None
    categories: tuple[int, ...] = ()
    licences: tuple[int, ...] = ()
    languages: tuple[str | None, ...] = ()
    any_tags: tuple[str, ...] = ()
    all_tags: tuple[str, ...] = ()
    search: str = ""
    order: Order = Order.PUBLISHED
    descending: bool = True
