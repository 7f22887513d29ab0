"""The fields of a video as clients send them, within PeerTube's limits, narrower than ours."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from msgspec import UNSET, UnsetType

from vitascope.base.ids import ChannelId
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import CommentsPolicy, Privacy
from vitascope.dialects.peertube.labels import (
    CATEGORIES,
    COMMENTS_POLICIES,
    LICENCES,
    PRIVACY_BY_ID,
)
from vitascope.dialects.peertube.values import Values

_SHORTEST_NAME, _LONGEST_NAME = 3, 120
_MOST_TAGS = 5


def read_fields(given: Mapping[str, Any], *, is_new: bool) -> VideoFields:
    """Fields to set. A new video needs a name and a channel, and is private unless it says
    otherwise.

    Raises:
        InvalidFields: some break a rule.
    """
    required = ("name", "channelId") if is_new else ()
    return _read(given, required=required, is_new=is_new)


def read_import_fields(given: Mapping[str, Any]) -> VideoFields:
    """As of a new video, but its name may be found out where it comes from, and it waits for
    all of its files unless it says otherwise.

    Raises:
        InvalidFields: some break a rule.
    """
    fields = _read(given, required=("channelId",), is_new=True)
    return replace(fields, waits_for_ready=True) if fields.waits_for_ready is UNSET else fields


def _read(given: Mapping[str, Any], *, required: Sequence[str], is_new: bool) -> VideoFields:
    values = Values(given)
    values.require(*required)
    name = values.text("name", _SHORTEST_NAME, _LONGEST_NAME)
    channel_id = values.number("channelId", 1)
    privacy = _privacy(values, is_new=is_new)
    fields = VideoFields(
        title=name.strip() if isinstance(name, str) else UNSET,
        channel_id=ChannelId(channel_id) if isinstance(channel_id, int) else UNSET,
        description=values.text("description", 3, 10_000),
        support=values.text("support", 3, 1000),
        privacy=privacy,
        category=values.known("category", CATEGORIES),
        licence=values.known("licence", LICENCES),
        language=values.text("language", 1, 10),
        is_nsfw=values.flag("nsfw"),
        waits_for_ready=values.flag("waitTranscoding"),
        downloads_allowed=values.flag("downloadEnabled"),
        comments_policy=_comments_policy(values),
        originally_published_at=values.moment("originallyPublishedAt"),
        tags=values.texts("tags", most=_MOST_TAGS, shortest=2, longest=30),
        passwords=_passwords(values, privacy),
    )
    _refuse_schedule(values)
    values.check()
    return fields


def _privacy(values: Values, *, is_new: bool) -> Privacy | UnsetType:
    number = values.known("privacy", PRIVACY_BY_ID)
    if isinstance(number, int):
        return PRIVACY_BY_ID[number]
    return Privacy.PRIVATE if is_new else UNSET


def _comments_policy(values: Values) -> CommentsPolicy | UnsetType:
    """``commentsEnabled`` is what older clients send; the policy wins."""
    policy = values.known("commentsPolicy", COMMENTS_POLICIES)
    is_enabled = values.flag("commentsEnabled")
    if isinstance(policy, int):
        return CommentsPolicy(policy)
    if is_enabled is UNSET:
        return UNSET
    return CommentsPolicy.ENABLED if is_enabled else CommentsPolicy.DISABLED


def _passwords(values: Values, privacy: Privacy | UnsetType) -> list[str] | UnsetType:
    passwords = values.texts("videoPasswords", most=100, shortest=2, longest=99)
    # Also when the video has some already: clients send the whole list with every change.
    if privacy is Privacy.PASSWORD and not passwords:
        values.fault("videoPasswords", "Video passwords are missing.")
    return passwords or UNSET


def _refuse_schedule(values: Values) -> None:
    # Taking it silently would publish a video at another time than its owner wants.
    if values.raw("scheduleUpdate") not in (UNSET, None):
        values.fault("scheduleUpdate", "This server cannot publish at a given time yet")
