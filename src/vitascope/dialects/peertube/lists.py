"""Answers that are lists."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from vitascope.base.page import Page
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import SensitivePolicy
from vitascope.core.accounts.queries import find_user
from vitascope.core.videos.model import Order, Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx
from vitascope.dialects.peertube.avatars import avatars_in
from vitascope.dialects.peertube.parts import Parts, Site
from vitascope.dialects.peertube.queries import (
    INCLUDE_BLOCKED,
    INCLUDE_MUTED,
    INCLUDE_TAGS,
    Span,
    VideosQuery,
)
from vitascope.dialects.peertube.wire import Avatars, VideoOut, video_out


class ListOut(msgspec.Struct, frozen=True):
    """``total`` counts the whole list, and is left out when nobody wants to know."""

    total: int | UnsetType | None
    data: Sequence[Any]


def list_public(tx: Tx, parts: Parts, query: VideosQuery) -> ListOut:
    """A page of videos, with a total that may be two seconds old."""
    if query.is_empty:
        return ListOut(0 if query.counted else UNSET, ())
    total = parts.totals.get(_counted_by(query.selection)) if query.counted else None
    page = _page(tx, query, counted=query.counted and total is None)
    if page.total is not None:
        total = parts.totals.put(_counted_by(query.selection), page.total)
    avatars = avatars_in(tx, page.items)
    videos = [_included(entry, query.include, parts.site, avatars) for entry in page.items]
    return ListOut(total if query.counted else UNSET, videos)


def list_own(
    tx: Tx,
    parts: Parts,
    query: VideosQuery,
    write: Callable[[VideoEntry, Site, Avatars], VideoOut],
) -> ListOut:
    """A page of somebody's own videos, counted now: they look for what they just did."""
    if query.is_empty:
        return ListOut(0 if query.counted else UNSET, ())
    page = _page(tx, query, counted=query.counted)
    avatars = avatars_in(tx, page.items)
    videos = [write(entry, parts.site, avatars) for entry in page.items]
    return ListOut(page.total if query.counted else UNSET, videos)


def hides_sensitive(tx: Tx, actor: Actor) -> bool:
    """Whether the caller wants no sensitive videos in lists, as strangers do not."""
    user = None if actor.user_id is None else find_user(tx, actor.user_id)
    return user is None or user.preferences.sensitive is SensitivePolicy.HIDE


def slice_of(items: Sequence[Any], span: Span) -> ListOut:
    """Part of a list that is all here."""
    return ListOut(len(items), items[span.start : span.start + span.count])


def _page(tx: Tx, query: VideosQuery, *, counted: bool) -> Page[VideoEntry]:
    span = query.span
    return list_videos(tx, query.selection, start=span.start, count=span.count, counted=counted)


def _counted_by(selection: Selection) -> Selection:
    """However a list is ordered, it has as many videos."""
    return replace(selection, order=Order.PUBLISHED, descending=True)


def _included(entry: VideoEntry, include: int, site: Site, avatars: Avatars) -> VideoOut:
    video = video_out(entry, site, avatars)
    if include & INCLUDE_BLOCKED:
        video.blacklisted, video.blacklisted_reason = False, None
    if include & INCLUDE_MUTED:
        video.blocked_owner, video.blocked_server = False, False
    if include & INCLUDE_TAGS:
        video.automatic_tags = ()
    return video
