"""What went through, over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from vitascope.base.ids import AccountId, UserId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.stats.model import GRAINS_OF, Meter, Scope
from vitascope.core.stats.queries.series import (
    Subject,
    list_rendition_videos,
    list_sums,
)
from vitascope.core.stats.sight import seen_account
from vitascope.core.stats.span import grain_for, lay, span
from vitascope.db import Tx

Point: TypeAlias = tuple[int, int]
"""When a bucket begins, in ms since 1970, and the amount in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """``user_id`` None is everybody; a video or a rendition narrows it. ``points`` is how many
    buckets there should be.
    """

    meter: Meter
    user_id: UserId | None
    video_id: VideoId | None = None
    rendition_id: int | None = None
    since: datetime
    until: datetime
    points: int


def read_series(tx: Tx, actor: Actor, wanted: Wanted, *, now: datetime) -> list[Point]:
    """Every bucket from that of ``since`` to that of ``until``, empty ones too; nothing when
    there is no time in between. Buckets begin at multiples of their length since 1970.

    Videos and renditions that are none of the user's have nothing but zeros.

    Raises:
        LoginRequired, Forbidden: it is about somebody else, and the actor no administrator.
    """
    account_id = seen_account(tx, actor, wanted.user_id)
    cut = span(wanted.since, wanted.until, wanted.points)
    if cut is None:
        return []
    scope, subjects = _subjects(tx, wanted, account_id)
    grain_s = grain_for(cut, GRAINS_OF[scope], now)
    sums = [
        each
        for subject in subjects
        for each in list_sums(tx, (wanted.meter, scope), subject, grain_s, cut)
    ]
    return list(zip(cut.starts_ms(), lay(sums, grain_s, cut, now), strict=True))


def _subjects(
    tx: Tx, wanted: Wanted, account_id: AccountId | None
) -> tuple[Scope, Sequence[Subject]]:
    video_id = wanted.video_id
    if wanted.rendition_id is not None:
        showing = list_rendition_videos(tx, wanted.rendition_id, account_id)
        seen = [each for each in showing if video_id in (None, each)]
        return Scope.RENDITION, [(each, wanted.rendition_id) for each in seen]
    if video_id is not None:
        return Scope.VIDEO, [(video_id, account_id)]
    return (Scope.ALL, [(0, 0)]) if account_id is None else (Scope.ACCOUNT, [(account_id, 0)])
