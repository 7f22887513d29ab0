"""Changing what a video says about itself."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from msgspec import UNSET

from vitascope.base.errors import Invalid
from vitascope.base.ids import AccountId, ChannelId, VideoRef
from vitascope.core.access.model import Actor, Right
from vitascope.core.channels.queries import find_channel
from vitascope.core.folders.make import check_folder
from vitascope.core.presets.keep import check_preset
from vitascope.core.tags.queries import set_video_tags
from vitascope.core.videos.fields import VideoFields, check_fields, kept_columns
from vitascope.core.videos.model import Privacy, Video, VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.lent import delete_lent_tokens
from vitascope.core.videos.queries.writing import list_passwords, set_passwords, update_video
from vitascope.core.videos.read import manage_video
from vitascope.db import Tx


def edit_video(
    tx: Tx, actor: Actor, ref: VideoRef, fields: VideoFields, *, now: datetime
) -> VideoEntry:
    """Set the given fields; the others stay.

    A private video that is shown to others for the first time counts as published now. When
    it is changed whom the video is for, who watches it on our own pages has to be let in again.

    Raises:
        NotFound, LoginRequired, Forbidden: as :func:`manage_video`.
        Invalid: a field breaks a rule, or the channel is not the owner's.
    """
    entry = manage_video(tx, actor, ref, Right.UPDATE_ANY_VIDEO)
    check_fields(fields)
    video = entry.video
    changes = kept_columns(fields)
    if fields.channel_id is not UNSET:
        check_channel(tx, entry.owner_id, fields.channel_id)
    if fields.folder_id is not UNSET:
        check_folder(tx, entry.owner_id, fields.folder_id)
    if fields.preset_id is not UNSET:
        check_preset(tx, entry.owner_id, fields.preset_id)
    if fields.passwords is not UNSET:
        set_passwords(tx, video.id, fields.passwords)
    if fields.privacy is Privacy.PASSWORD and not list_passwords(tx, video.id):
        raise Invalid("passwords", "A password-protected video needs a password")
    leaves_private = fields.privacy is not UNSET and fields.privacy is not Privacy.PRIVATE
    if video.privacy is Privacy.PRIVATE and leaves_private and video.published_at is not None:
        changes["published_at"] = now
    if fields.passwords is not UNSET or _changes_audience(video, changes):
        delete_lent_tokens(tx, video.id)
    update_video(tx, video.id, now=now, **changes)
    if fields.tags is not UNSET:
        set_video_tags(tx, entry.owner_id, video.id, fields.tags)
    return get_entry(tx, video.id)


def _changes_audience(video: Video, changes: Mapping[str, Any]) -> bool:
    privacy = changes.get("privacy", video.privacy)
    domains = changes.get("allowed_domains", video.allowed_domains)
    return (privacy, domains) != (video.privacy, video.allowed_domains)


def check_channel(tx: Tx, owner: AccountId, channel_id: ChannelId) -> None:
    """Raises Invalid unless ``channel_id`` is a channel of ``owner``."""
    channel = find_channel(tx, channel_id)
    if channel is None or channel.account_id != owner:
        raise Invalid("channelId", "This is not a channel of the video's owner")
