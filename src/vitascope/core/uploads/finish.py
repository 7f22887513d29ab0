"""The end every upload comes to, whatever protocol brought the bytes."""

import uuid
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import UNSET

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import AccountId, ChannelId
from vitascope.core.access.model import Actor
from vitascope.core.assets.events import SourceReceived
from vitascope.core.assets.model import Asset, AssetState
from vitascope.core.assets.queries import find_asset_by_sha256, insert_asset
from vitascope.core.channels.queries import default_channel, touch_channel
from vitascope.core.tags.queries import set_video_tags
from vitascope.core.users.usage import check_quota
from vitascope.core.videos.advance import publish
from vitascope.core.videos.fields import VideoFields, check_fields
from vitascope.core.videos.model import CommentsPolicy, Privacy, State, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import insert_video, set_passwords
from vitascope.core.videos.update import check_channel
from vitascope.db import Tx
from vitascope.jobs import emit

_DEFAULTS: dict[str, Any] = {
    "description": None,
    "support": None,
    "privacy": Privacy.UNLISTED,
    "category": None,
    "licence": None,
    "language": None,
    "is_nsfw": False,
    "waits_for_ready": False,
    "downloads_allowed": True,
    "comments_policy": CommentsPolicy.ENABLED,
    "originally_published_at": None,
}
_STATES = {
    AssetState.PROCESSING: State.PROCESSING,
    AssetState.READY: State.READY,
    AssetState.FAILED: State.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes that have arrived and are stored under ``assets/<uuid>/source``, with what the
    prober found in them.
    """

    asset_uuid: uuid.UUID
    sha256: str
    size_bytes: int
    content_type: str
    filename: str
    probe: str


def check_upload(
    tx: Tx, actor: Actor, fields: VideoFields, *, size_bytes: int, now: datetime
) -> ChannelId:
    """The channel an upload of ``actor`` goes to; asked before any byte is stored.

    Raises:
        Forbidden: the actor may not upload.
        UserQuotaExceeded: the actor's quota has no room for so many bytes.
        Invalid: a field breaks a rule, or the channel is not the actor's.
    """
    owner = _uploader(actor)
    check_quota(tx, actor.known_user(), size_bytes, now=now)
    if fields.title is UNSET:
        raise Invalid("title", "A video needs a title")
    check_fields(fields)
    if fields.privacy is Privacy.PASSWORD and fields.passwords is UNSET:
        raise Invalid("passwords", "A password-protected video needs a password")
    if fields.channel_id is UNSET:
        return default_channel(tx, owner).id
    check_channel(tx, owner, fields.channel_id)
    return fields.channel_id


def finish_upload(
    tx: Tx, actor: Actor, source: Source, fields: VideoFields, *, now: datetime
) -> tuple[VideoEntry, bool]:
    """Make a video of received bytes and have it worked on.

    Bytes that are here already become a video of the same asset, at the stage that one has
    reached. Returns the video and whether ``source`` is used: when not, the caller removes
    what it stored.

    Raises:
        Forbidden, UserQuotaExceeded, Invalid: as :func:`check_upload`.
    """
    channel_id = check_upload(tx, actor, fields, size_bytes=source.size_bytes, now=now)
    known = find_asset_by_sha256(tx, source.sha256)
    asset = known or _receive(tx, source, now)
    values = {**_DEFAULTS, **fields.columns(), "channel_id": channel_id}
    video_id = insert_video(
        tx,
        asset_id=asset.id,
        state=_STATES[asset.state],
        source_filename=source.filename,
        now=now,
        **values,
    )
    if fields.passwords is not UNSET:
        set_passwords(tx, video_id, fields.passwords)
    if fields.tags is not UNSET:
        set_video_tags(tx, _uploader(actor), video_id, fields.tags)
    entry = get_entry(tx, video_id)
    if asset.state is AssetState.READY or (
        asset.is_watchable and not entry.video.waits_for_ready
    ):
        publish(tx, entry.video, now=now)
    touch_channel(tx, channel_id, now)
    return get_entry(tx, video_id), known is None


def _receive(tx: Tx, source: Source, now: datetime) -> Asset:
    asset = insert_asset(
        tx,
        asset_uuid=source.asset_uuid,
        sha256=source.sha256,
        size_bytes=source.size_bytes,
        content_type=source.content_type,
        probe=source.probe,
        now=now,
    )
    emit(tx, SourceReceived(asset_id=asset.id))
    return asset


def _uploader(actor: Actor) -> AccountId:
    actor.known_user()
    actor.check_writes()
    if actor.account_id is None:
        raise Forbidden("This credential may not upload")
    return actor.account_id
