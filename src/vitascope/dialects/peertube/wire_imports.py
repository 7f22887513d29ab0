"""Imports and channel synchronisations as PeerTube writes them."""

from collections.abc import Sequence

import msgspec
from msgspec import UNSET, UnsetType

from vitascope.core.imports.model import ChannelSync, Import
from vitascope.core.tags.model import Tag
from vitascope.core.videos.model import VideoEntry
from vitascope.dialects.peertube.labels import IMPORT_STATES, STATES, SYNC_STATES, Label
from vitascope.dialects.peertube.parts import Site
from vitascope.dialects.peertube.wire import (
    Avatars,
    ChannelOut,
    VideoOut,
    stamp,
    video_out,
)


class ImportedVideoOut(VideoOut, rename="camel", kw_only=True):
    """The video of an import: as in lists, with all of its description and its tags."""

    tags: list[str]


class SyncRefOut(msgspec.Struct, frozen=True, rename="camel", gc=False):
    """The synchronisation that an import comes from."""

    id: int
    external_channel_url: str


class ImportOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    id: int
    target_url: str | None
    magnet_uri: str | None
    torrent_name: str | None
    created_at: str
    updated_at: str
    state: Label
    error: str | None
    attempts: int
    video: ImportedVideoOut | UnsetType = UNSET
    video_channel_sync: SyncRefOut | UnsetType = UNSET


class SyncOut(msgspec.Struct, frozen=True, rename="camel", kw_only=True):
    id: int
    state: Label
    external_channel_url: str
    created_at: str
    channel: ChannelOut
    last_sync_at: str | None


def imported_video_out(
    entry: VideoEntry, tags: Sequence[Tag], site: Site, avatars: Avatars
) -> ImportedVideoOut:
    listed = msgspec.structs.asdict(video_out(entry, site, avatars))
    shown = {
        **{name: value for name, value in listed.items() if value is not UNSET},
        "description": entry.video.description,
        "state": STATES[entry.video.state],
        "wait_transcoding": entry.video.waits_for_ready,
    }
    return ImportedVideoOut(**shown, tags=[tag.name for tag in tags])


def import_out(
    found: Import, video: ImportedVideoOut | None, sync: ChannelSync | None
) -> ImportOut:
    return ImportOut(
        id=found.id,
        target_url=found.url,
        magnet_uri=found.magnet,
        torrent_name=found.torrent_name,
        created_at=stamp(found.created_at),
        updated_at=stamp(found.updated_at),
        state=IMPORT_STATES[found.state],
        error=found.failure,
        attempts=found.attempts,
        video=UNSET if video is None else video,
        video_channel_sync=UNSET if sync is None else SyncRefOut(sync.id, sync.url),
    )


def sync_out(sync: ChannelSync, channel: ChannelOut) -> SyncOut:
    last_sync_at = sync.last_sync_at
    return SyncOut(
        id=sync.id,
        state=SYNC_STATES[sync.state],
        external_channel_url=sync.url,
        created_at=stamp(sync.created_at),
        channel=channel,
        last_sync_at=None if last_sync_at is None else stamp(last_sync_at),
    )
