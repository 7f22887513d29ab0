"""The end every upload comes to, whatever protocol brought the bytes."""

import uuid
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from msgspec import UNSET, to_builtins

from vitascope.base.errors import Forbidden, Invalid
from vitascope.base.ids import AccountId, ChannelId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.assets.events import SourceReceived
from vitascope.core.assets.model import Asset, AssetState
from vitascope.core.assets.queries import find_asset_by_sha256, insert_asset
from vitascope.core.channels.queries import default_channel, touch_channel
from vitascope.core.folders.make import check_folder
from vitascope.core.folders.queries import find_folder
from vitascope.core.presets.keep import check_preset
from vitascope.core.presets.queries import find_preset
from vitascope.core.profiles.model import Recipe
from vitascope.core.tags.queries import set_video_tags
from vitascope.core.videos.advance import publish
from vitascope.core.videos.delete import remove_unused_asset
from vitascope.core.videos.fields import VideoFields, check_fields, kept_columns
from vitascope.core.videos.model import CommentsPolicy, Privacy, State, Video, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import (
    insert_video,
    set_passwords,
    update_video,
)
from vitascope.core.videos.telling import tell_encoded, tell_failed, tell_uploaded
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
    "folder_id": None,
    "allowed_domains": (),
    "preset_id": None,
}
_STATES = {
    AssetState.PROCESSING: State.PROCESSING,
    AssetState.READY: State.READY,
    AssetState.FAILED: State.FAILED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes that have arrived and are stored under ``assets/<uuid>/source``, with what the
    prober found in them. ``recipe`` says how their sender wants them encoded, None to leave it
    to the server; bytes that are here already stay as they were encoded.
    """

    asset_uuid: uuid.UUID
    sha256: str
    size_bytes: int
    content_type: str
    filename: str
    probe: str
    recipe: Recipe | None = None


def check_upload(tx: Tx, actor: Actor, fields: VideoFields, *, now: datetime) -> ChannelId:
    """The channel an upload of ``actor`` goes to; asked before any byte is stored.

    Raises:
        LoginRequired, Forbidden: the actor may not upload.
        Invalid: a field breaks a rule, or the channel or the folder is not the actor's.
    """
    owner = _uploader(actor)
    if fields.title is UNSET:
        raise Invalid("title", "A video needs a title")
    check_fields(fields)
    if fields.privacy is Privacy.PASSWORD and fields.passwords is UNSET:
        raise Invalid("passwords", "A password-protected video needs a password")
    if fields.folder_id is not UNSET:
        check_folder(tx, owner, fields.folder_id)
    if fields.preset_id is not UNSET:
        check_preset(tx, owner, fields.preset_id)
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
    what it stored. Whether there is room was asked before: :func:`check_room`. The video
    comes to the top when its folder was removed while the bytes were on their way.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`check_upload`.
    """
    fields = _without_what_is_removed(tx, fields)
    asset, is_new = receive_source(tx, source, now=now)
    return make_video_of(tx, actor, asset, fields, filename=source.filename, now=now), is_new


def make_video_of(
    tx: Tx, actor: Actor, asset: Asset, fields: VideoFields, *, filename: str, now: datetime
) -> VideoEntry:
    """A new video that shows ``asset``, at the stage that has reached.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`check_upload`.
    """
    entry = _insert(tx, actor, asset, fields, filename, now)
    _tell(tx, asset, entry.video.id, now)
    _publish_when_due(tx, asset, entry.video, now)
    touch_channel(tx, entry.video.channel_id, now)
    return get_entry(tx, entry.video.id)


def make_waiting_video(
    tx: Tx, actor: Actor, fields: VideoFields, *, now: datetime
) -> VideoEntry:
    """A new video whose source is still to come: :func:`attach_source`.

    Raises:
        LoginRequired, Forbidden, Invalid: as :func:`check_upload`.
    """
    return _insert(tx, actor, None, fields, None, now)


def attach_source(
    tx: Tx, entry: VideoEntry, source: Source, *, now: datetime
) -> tuple[VideoEntry, bool]:
    """Give a video received bytes, in place of those it may have had.

    What it showed before is removed unless another video shows it too. Returns the video and
    whether ``source`` is used, as :func:`finish_upload`.
    """
    asset, is_new = receive_source(tx, source, now=now)
    video, former = entry.video, entry.media
    update_video(
        tx,
        video.id,
        now=now,
        asset_id=asset.id,
        state=_STATES[asset.state],
        source_filename=source.filename,
    )
    if former is not None and former.id != asset.id:
        remove_unused_asset(tx, former)
    _tell(tx, asset, video.id, now)
    _publish_when_due(tx, asset, get_entry(tx, video.id).video, now)
    touch_channel(tx, video.channel_id, now)
    return get_entry(tx, video.id), is_new


def receive_source(tx: Tx, source: Source, *, now: datetime) -> tuple[Asset, bool]:
    """The asset of these bytes, and whether it is new."""
    known = find_asset_by_sha256(tx, source.sha256)
    return known or _receive(tx, source, now), known is None


def _without_what_is_removed(tx: Tx, fields: VideoFields) -> VideoFields:
    folder_id, preset_id = fields.folder_id, fields.preset_id
    if folder_id and find_folder(tx, folder_id) is None:
        fields = replace(fields, folder_id=None)
    if preset_id and find_preset(tx, preset_id) is None:
        fields = replace(fields, preset_id=None)
    return fields


def _insert(
    tx: Tx,
    actor: Actor,
    asset: Asset | None,
    fields: VideoFields,
    filename: str | None,
    now: datetime,
) -> VideoEntry:
    channel_id = check_upload(tx, actor, fields, now=now)
    values = {**_DEFAULTS, **kept_columns(fields), "channel_id": channel_id}
    video_id = insert_video(
        tx,
        asset_id=None if asset is None else asset.id,
        state=State.WAITING if asset is None else _STATES[asset.state],
        source_filename=filename,
        now=now,
        **values,
    )
    if fields.passwords is not UNSET:
        set_passwords(tx, video_id, fields.passwords)
    if fields.tags is not UNSET:
        set_video_tags(tx, _uploader(actor), video_id, fields.tags)
    return get_entry(tx, video_id)


def _tell(tx: Tx, asset: Asset, video_id: VideoId, now: datetime) -> None:
    """Bytes that are here already may have come to their end before."""
    tell_uploaded(tx, get_entry(tx, video_id), now=now)
    if asset.state is AssetState.READY:
        tell_encoded(tx, video_id, now=now)
    if asset.state is AssetState.FAILED:
        tell_failed(tx, video_id, asset.failure or "", now=now)


def _publish_when_due(tx: Tx, asset: Asset, video: Video, now: datetime) -> None:
    if asset.state is AssetState.READY or (asset.is_watchable and not video.waits_for_ready):
        publish(tx, video, now=now)


def _receive(tx: Tx, source: Source, now: datetime) -> Asset:
    asset = insert_asset(
        tx,
        asset_uuid=source.asset_uuid,
        sha256=source.sha256,
        size_bytes=source.size_bytes,
        content_type=source.content_type,
        probe=source.probe,
        now=now,
        recipe=to_builtins(source.recipe),
    )
    emit(tx, SourceReceived(asset_id=asset.id))
    return asset


def _uploader(actor: Actor) -> AccountId:
    actor.known_user()
    actor.check_writes()
    if actor.account_id is None:
        raise Forbidden("This credential may not upload")
    return actor.account_id
