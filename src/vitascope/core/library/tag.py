"""Putting tags on videos and taking them off."""

from collections.abc import Sequence
from datetime import datetime

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import AccountId, TagId, VideoId, possible_ids
from vitascope.core.access.model import Actor
from vitascope.core.library.model import NothingSelected
from vitascope.core.library.reach import reach_videos
from vitascope.core.tags.model import Tag
from vitascope.core.tags.queries import attach_tags, detach_tags, find_tags, take_tag
from vitascope.core.videos.queries.arranging import touch_videos
from vitascope.db import Tx

_LONGEST_NAME = 120


def add_tag(tx: Tx, actor: Actor, video_id: VideoId, name: str, *, now: datetime) -> Tag:
    """The tag of that name, in any case, of the video's owner, which the video has now;
    made when there was none.

    Raises:
        As :func:`tag_videos`.
    """
    return tag_videos(tx, actor, [video_id], [name], now=now)[0]


def drop_tag(tx: Tx, actor: Actor, video_id: VideoId, tag_id: TagId, *, now: datetime) -> None:
    """Take one tag off a video; the tag itself stays. Twice is as good as once.

    Raises:
        As :func:`untag_videos`.
    """
    untag_videos(tx, actor, [video_id], [tag_id], now=now)


def tag_videos(
    tx: Tx, actor: Actor, video_ids: Sequence[VideoId], names: Sequence[str], *, now: datetime
) -> list[Tag]:
    """Put tags of these names on all of the videos, after those they have. Names that differ
    in case only are one tag, and a video that is named twice gets each once.

    Raises:
        LoginRequired, Forbidden, NotFound, ForeignItem: as :func:`reach_videos`.
        NothingSelected: no videos, or no names.
        Invalid: a name is empty or longer than 120 characters, or the videos are of several
            owners.
    """
    owner = _owner_of(tx, actor, video_ids, names)
    wanted = [take_tag(tx, owner, _checked(name)) for name in names]
    tags = list({tag.id: tag for tag in wanted}.values())
    named = list(dict.fromkeys(video_ids))
    # First, because it makes whoever else tags them wait.
    touch_videos(tx, named, now=now)
    attach_tags(tx, named, [tag.id for tag in tags])
    return tags


def untag_videos(
    tx: Tx,
    actor: Actor,
    video_ids: Sequence[VideoId],
    tag_ids: Sequence[TagId],
    *,
    now: datetime,
) -> None:
    """Take these tags off those of the videos that have them; the tags themselves stay.

    Raises:
        LoginRequired, Forbidden, NotFound, ForeignItem: as :func:`reach_videos`.
        NothingSelected: no videos, or no tags.
        NotFound: the videos' owner has no such "tag".
        Invalid: the videos are of several owners.
    """
    owner = _owner_of(tx, actor, video_ids, tag_ids)
    known = find_tags(tx, owner, possible_ids(tag_ids))
    for tag_id in tag_ids:
        if tag_id not in known:
            raise NotFound("tag", tag_id)
    detach_tags(tx, video_ids, tag_ids)
    touch_videos(tx, video_ids, now=now)


def _owner_of(
    tx: Tx, actor: Actor, video_ids: Sequence[VideoId], chosen: Sequence[object]
) -> AccountId:
    owners = {entry.owner_id for entry in reach_videos(tx, actor, video_ids)}
    if not owners or not chosen:
        raise NothingSelected
    if len(owners) > 1:
        raise Invalid("items", "Tags are put on the videos of one user at a time")
    return owners.pop()


def _checked(name: str) -> str:
    name = name.strip()
    if not 1 <= len(name) <= _LONGEST_NAME:
        raise Invalid("name", f"A tag has 1 to {_LONGEST_NAME} characters")
    return name
