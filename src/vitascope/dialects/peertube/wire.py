"""Videos, accounts and channels as PeerTube writes them: its names, in its order."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

import msgspec
from msgspec import UNSET, UnsetType

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import Account, ActorImage
from vitascope.core.channels.model import Channel
from vitascope.core.videos.model import Media, Party, State, VideoEntry
from vitascope.dialects.peertube.ids import sealed_name
from vitascope.dialects.peertube.labels import (
    CATEGORIES,
    LANGUAGE_LABELS,
    LICENCES,
    PRIVACIES,
    STATES,
    Label,
    label_of,
)
from vitascope.dialects.peertube.parts import Site

_TRUNCATED = 250
_LIVE = {State.LIVE, State.ENDED}


class ImageOut(msgspec.Struct, frozen=True, rename="camel", gc=False):
    """One size of a picture of an account or a channel."""

    width: int
    path: str
    created_at: str
    updated_at: str


Avatars: TypeAlias = Mapping[str, Sequence[ImageOut]]
"""Avatars by the name of their account or channel."""

NO_AVATARS: Avatars = {}


class SummaryOut(msgspec.Struct, frozen=True, rename="camel", gc=False):
    """An account or a channel, as lists of videos show it."""

    id: int
    name: str
    display_name: str
    url: str
    host: str
    avatars: Sequence[ImageOut] = ()


class AccountOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    id: int
    url: str
    name: str
    host: str
    host_redundancy_allowed: bool = False
    following_count: int = 0
    followers_count: int = 0
    created_at: str
    avatars: Sequence[ImageOut] = ()
    display_name: str
    description: str | None
    updated_at: str
    user_id: int


class ChannelOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    id: int
    url: str
    name: str
    host: str
    host_redundancy_allowed: bool = False
    following_count: int = 0
    followers_count: int = 0
    created_at: str
    avatars: Sequence[ImageOut] = ()
    banners: tuple[()] = ()
    display_name: str
    description: str | None
    support: str | None
    is_local: bool = True
    updated_at: str
    owner_account: AccountOut


class VideoOut(msgspec.Struct, rename="camel", kw_only=True, gc=False):
    """A video in lists. What follows ``channel`` is left out unless it was asked for."""

    id: int
    uuid: uuid.UUID
    short_uuid: str = msgspec.field(name="shortUUID")
    url: str
    name: str
    category: Label
    licence: Label
    language: Label
    privacy: Label
    nsfw: bool
    truncated_description: str | None
    description: str | None
    is_local: bool = True
    duration: int
    aspect_ratio: float | None
    views: int
    viewers: int = 0
    likes: int
    dislikes: int
    thumbnail_path: str | None
    preview_path: str | None
    embed_path: str
    created_at: str
    updated_at: str
    published_at: str
    originally_published_at: str | None
    is_live: bool
    account: SummaryOut
    channel: SummaryOut
    state: Label | UnsetType = UNSET
    wait_transcoding: bool | UnsetType = UNSET
    blacklisted: bool | UnsetType = UNSET
    blacklisted_reason: str | UnsetType | None = UNSET
    blocked_owner: bool | UnsetType = UNSET
    blocked_server: bool | UnsetType = UNSET
    automatic_tags: tuple[()] | UnsetType = UNSET


def video_out(entry: VideoEntry, site: Site, avatars: Avatars = NO_AVATARS) -> VideoOut:
    video, media = entry.video, entry.media
    truncated = truncate(video.description)
    thumbnail, preview = picture_paths(entry, site)
    released = video.originally_published_at
    return VideoOut(
        id=video.id,
        uuid=video.uuid,
        short_uuid=short_uuid(video.uuid),
        url=f"{site.url}/videos/watch/{video.uuid}",
        name=video.title,
        category=label_of(CATEGORIES, video.category),
        licence=label_of(LICENCES, video.licence),
        language=label_of(LANGUAGE_LABELS, video.language),
        privacy=PRIVACIES[video.privacy],
        nsfw=video.is_nsfw,
        truncated_description=truncated,
        description=truncated,
        duration=whole_seconds(media),
        aspect_ratio=_aspect_ratio(media),
        views=video.views,
        likes=video.likes,
        dislikes=video.dislikes,
        thumbnail_path=thumbnail,
        preview_path=preview,
        embed_path=f"/videos/embed/{video.uuid}",
        created_at=stamp(video.created_at),
        updated_at=stamp(video.updated_at),
        # Clients want a date here even before there is one.
        published_at=stamp(video.published_at or video.created_at),
        originally_published_at=None if released is None else stamp(released),
        is_live=video.state in _LIVE,
        account=_summary(entry.account, "accounts", site, avatars),
        channel=_summary(entry.channel, "video-channels", site, avatars),
    )


def own_video_out(entry: VideoEntry, site: Site, avatars: Avatars = NO_AVATARS) -> VideoOut:
    """A video as its owner's list shows it."""
    shown = video_out(entry, site, avatars)
    shown.state = STATES[entry.video.state]
    shown.wait_transcoding = entry.video.waits_for_ready
    shown.blacklisted, shown.blacklisted_reason = False, None
    return shown


def account_out(account: Account, site: Site, avatars: Avatars = NO_AVATARS) -> AccountOut:
    return AccountOut(
        id=account.id,
        url=f"{site.url}/accounts/{account.name}",
        name=account.name,
        host=site.host,
        created_at=stamp(account.created_at),
        avatars=avatars.get(account.name, ()),
        display_name=account.display_name,
        description=account.description,
        updated_at=stamp(account.updated_at),
        user_id=account.user_id,
    )


def channel_out(
    channel: Channel, account: Account, site: Site, avatars: Avatars = NO_AVATARS
) -> ChannelOut:
    return ChannelOut(
        id=channel.id,
        url=f"{site.url}/video-channels/{channel.name}",
        name=channel.name,
        host=site.host,
        created_at=stamp(channel.created_at),
        avatars=avatars.get(channel.name, ()),
        display_name=channel.display_name,
        description=channel.description,
        support=channel.support,
        updated_at=stamp(channel.updated_at),
        owner_account=account_out(account, site, avatars),
    )


def image_out(image: ActorImage) -> ImageOut:
    """Pictures are replaced, never changed."""
    made_at = stamp(image.created_at)
    return ImageOut(image.width, f"/lazy-static/avatars/{image.filename}", made_at, made_at)


def stamp(moment: datetime) -> str:
    """Always with milliseconds: parsers on iOS refuse times without them."""
    return moment.isoformat(timespec="milliseconds")[:-6] + "Z"


def truncate(text: str | None) -> str | None:
    """At most 250 characters, the last three of them dots when something was cut off."""
    if not text or len(text) <= _TRUNCATED:
        return text or None
    return text[: _TRUNCATED - 3] + "..."


def whole_seconds(media: Media | None) -> int:
    return (
        0 if media is None or media.duration_ms is None else (media.duration_ms + 500) // 1000
    )


def picture_paths(entry: VideoEntry, site: Site) -> tuple[str | None, str | None]:
    """Where the small and the large picture are; the same one, which is large."""
    video, media = entry.video, entry.media
    if video.poster_key is None and (media is None or not media.has_poster):
        return None, None
    name = sealed_name(site.secret, video.uuid, ".jpg", salt=video.poster_key or "")
    return f"/lazy-static/thumbnails/{name}", f"/lazy-static/previews/{name}"


def _aspect_ratio(media: Media | None) -> float | None:
    if media is None or not media.width or not media.height:
        return None
    return round(media.width / media.height, 4)


def _summary(party: Party, folder: str, site: Site, avatars: Avatars) -> SummaryOut:
    url = f"{site.url}/{folder}/{party.name}"
    shown = avatars.get(party.name, ())
    return SummaryOut(party.id, party.name, party.display_name, url, site.host, shown)
