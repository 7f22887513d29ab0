"""Videos with their channel, account and asset, from one row."""

import uuid
from collections.abc import Collection
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, AssetId, FolderId, VideoId, VideoRef
from vitascope.core.accounts.tables import accounts
from vitascope.core.assets.tables import assets
from vitascope.core.channels.tables import channels
from vitascope.core.videos.model import Media, Party, Video, VideoEntry
from vitascope.core.videos.tables import videos
from vitascope.db import Tx

# The order of these columns is the order _entry() reads them in.
_VIDEO_COLUMNS = (
    videos.c.id,
    videos.c.uuid,
    videos.c.channel_id,
    videos.c.asset_id,
    videos.c.title,
    videos.c.description,
    videos.c.support,
    videos.c.privacy,
    videos.c.state,
    videos.c.category,
    videos.c.licence,
    videos.c.language,
    videos.c.is_nsfw,
    videos.c.waits_for_ready,
    videos.c.downloads_allowed,
    videos.c.comments_policy,
    videos.c.source_filename,
    videos.c.poster_key,
    videos.c.folder_id,
    videos.c.embed_token,
    videos.c.allowed_domains,
    videos.c.preset_id,
    videos.c.views,
    videos.c.likes,
    videos.c.dislikes,
    videos.c.originally_published_at,
    videos.c.published_at,
    videos.c.created_at,
    videos.c.updated_at,
)
_VIDEO_FIELDS = tuple(column.name for column in _VIDEO_COLUMNS)
_PARTY_COLUMNS = (
    channels.c.id.label("channel_key"),
    channels.c.name.label("channel_name"),
    channels.c.display_name.label("channel_display_name"),
    accounts.c.id.label("account_key"),
    accounts.c.name.label("account_name"),
    accounts.c.display_name.label("account_display_name"),
)
_MEDIA_COLUMNS = (
    assets.c.uuid.label("asset_uuid"),
    assets.c.size_bytes,
    assets.c.content_type,
    assets.c.is_watchable,
    assets.c.duration_ms,
    assets.c.width,
    assets.c.height,
    assets.c.has_poster,
    assets.c.failure,
)

SELECT_ENTRY = (
    sa.select(*_VIDEO_COLUMNS, *_PARTY_COLUMNS, *_MEDIA_COLUMNS)
    .select_from(videos)
    .join(channels, channels.c.id == videos.c.channel_id)
    .join(accounts, accounts.c.id == channels.c.account_id)
    .outerjoin(assets, assets.c.id == videos.c.asset_id)
)
_PARTIES = len(_VIDEO_COLUMNS)
_MEDIA = _PARTIES + len(_PARTY_COLUMNS)


def entry_of(row: tuple[Any, ...]) -> VideoEntry:
    """Read a row of :data:`SELECT_ENTRY`."""
    fields = dict(zip(_VIDEO_FIELDS, row[:_PARTIES], strict=True))
    channel_key, channel_name, channel_title, key, name, title = row[_PARTIES:_MEDIA]
    return VideoEntry(
        video=Video(**fields),
        channel=Party(id=channel_key, name=channel_name, display_name=channel_title),
        account=Party(id=key, name=name, display_name=title),
        media=_media(row[3], row[_MEDIA:]),
    )


def find_entry(tx: Tx, ref: VideoRef) -> VideoEntry | None:
    """By number or by uuid."""
    same = videos.c.uuid == ref if isinstance(ref, uuid.UUID) else videos.c.id == ref
    row = tx.execute(SELECT_ENTRY.where(same)).first()
    return None if row is None else entry_of(tuple(row))


def get_entry(tx: Tx, ref: VideoRef) -> VideoEntry:
    """Raises NotFound when there is none."""
    entry = find_entry(tx, ref)
    if entry is None:
        raise NotFound("video", ref)
    return entry


def list_entries(tx: Tx, video_ids: Collection[VideoId]) -> dict[VideoId, VideoEntry]:
    """Those of ``video_ids`` that there are, with one query."""
    rows = tx.execute(SELECT_ENTRY.where(videos.c.id.in_(video_ids)))
    found = [entry_of(tuple(row)) for row in rows]
    return {entry.video.id: entry for entry in found}


def list_asset_videos(tx: Tx, asset_id: AssetId) -> list[Video]:
    """Every video made from an asset."""
    rows = tx.execute(sa.select(*_VIDEO_COLUMNS).where(videos.c.asset_id == asset_id))
    return [Video(**row._mapping) for row in rows]


def find_oldest_entry(tx: Tx, asset_id: AssetId) -> VideoEntry | None:
    """The first of the videos that show an asset."""
    showing = SELECT_ENTRY.where(videos.c.asset_id == asset_id)
    row = tx.execute(showing.order_by(videos.c.id).limit(1)).first()
    return None if row is None else entry_of(tuple(row))


def find_account_video_of(tx: Tx, account_id: AccountId, asset_id: AssetId) -> Video | None:
    """The oldest of an account's videos that show an asset."""
    row = tx.execute(
        sa.select(*_VIDEO_COLUMNS)
        .join(channels, channels.c.id == videos.c.channel_id)
        .where(videos.c.asset_id == asset_id, channels.c.account_id == account_id)
        .order_by(videos.c.id)
        .limit(1)
    ).first()
    return None if row is None else Video(**row._mapping)


def find_in_folder(
    tx: Tx,
    account_id: AccountId,
    folder_id: FolderId | None,
    filename: str,
    size_bytes: int,
) -> Video | None:
    """A video that an account has of such a file in that folder."""
    row = tx.execute(
        sa.select(*_VIDEO_COLUMNS)
        .join(channels, channels.c.id == videos.c.channel_id)
        .join(assets, assets.c.id == videos.c.asset_id)
        .where(
            channels.c.account_id == account_id,
            videos.c.folder_id.is_not_distinct_from(folder_id),
            videos.c.source_filename == filename,
            assets.c.size_bytes == size_bytes,
        )
        .order_by(videos.c.id)
        .limit(1)
    ).first()
    return None if row is None else Video(**row._mapping)


def _media(asset_id: int | None, row: tuple[Any, ...]) -> Media | None:
    if asset_id is None:
        return None
    asset_uuid, size_bytes, content_type, is_watchable, duration_ms, *rest = row
    width, height, has_poster, failure = rest
    return Media(
        id=AssetId(asset_id),
        uuid=asset_uuid,
        size_bytes=size_bytes,
        content_type=content_type,
        is_watchable=is_watchable,
        duration_ms=duration_ms,
        width=width,
        height=height,
        has_poster=has_poster,
        failure=failure,
    )
