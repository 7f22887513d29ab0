"""Who and what had the most."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.ids import AccountId, UserId
from vitascope.core.access.model import Actor
from vitascope.core.stats.model import DAY_S, HOUR_S, KEPT_S, MONTH_S, Meter, Scope
from vitascope.core.stats.queries.top import (
    Stretch,
    Total,
    name_hosts,
    name_users,
    name_videos,
    rank,
)
from vitascope.core.stats.sight import seen_account
from vitascope.core.stats.span import aligned, seconds
from vitascope.core.users.queries import rank_users, rank_videos
from vitascope.db import Tx

MOST = 10
_GRAINS_S = (MONTH_S, DAY_S, HOUR_S)
_NOBODY = (None, None)


class Ranking(StrEnum):
    FILES = "files"
    USERS = "users"
    HOSTS = "hosts"


_SCOPES = {
    Ranking.FILES: Scope.VIDEO,
    Ranking.USERS: Scope.ACCOUNT,
    Ranking.HOSTS: Scope.HOST,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """``id`` is that of a video, a user or a host, None for a user who is gone. ``name`` is
    None when nobody knows it.
    """

    id: int | None
    name: str | None
    amount: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """``user_id`` None is among everybody's."""

    meter: Meter
    ranking: Ranking
    user_id: UserId | None
    since: datetime
    until: datetime


def read_top(tx: Tx, actor: Actor, contest: Contest, *, now: datetime) -> list[Place]:
    """The ten with the most, largest first. Whole hours are compared, and whole days where
    hours are not kept any more.

    Raises:
        LoginRequired, Forbidden: it is about somebody else, and the actor no administrator.
    """
    account_id = seen_account(tx, actor, contest.user_id)
    if contest.until <= contest.since:
        return []
    stretches = list(_stretches(seconds(contest.since), seconds(contest.until), seconds(now)))
    kind = (contest.meter, _SCOPES[contest.ranking])
    return _named(tx, contest.ranking, rank(tx, kind, account_id, stretches, limit=MOST))


def read_largest(tx: Tx, actor: Actor, ranking: Ranking, user_id: UserId | None) -> list[Place]:
    """The ten files, or the users of them, that take the most room now, as quotas count it.

    Raises:
        LoginRequired, Forbidden: as :func:`read_top`.
    """
    account_id = seen_account(tx, actor, user_id)
    ranked = rank_users if ranking is Ranking.USERS else rank_videos
    return _named(tx, ranking, ranked(tx, account_id, limit=MOST))


def _stretches(since_s: int, until_s: int, now_s: int) -> Iterator[Stretch]:
    oldest_s = now_s - KEPT_S[HOUR_S]
    start_s = aligned(since_s, HOUR_S if since_s >= oldest_s else DAY_S)
    whole_s = HOUR_S if until_s >= oldest_s else DAY_S
    yield from _cut(start_s, aligned(until_s, whole_s) + whole_s, _GRAINS_S)


def _cut(start_s: int, end_s: int, grains_s: Sequence[int]) -> Iterator[Stretch]:
    """The few longest pieces that a stretch consists of."""
    if start_s >= end_s:
        return
    grain_s, *finer = grains_s
    first_s, last_s = -aligned(-start_s, grain_s), aligned(end_s, grain_s)
    # What is left over is never shorter than the last of the lengths.
    if first_s >= last_s:
        yield from _cut(start_s, end_s, finer)
        return
    yield from _cut(start_s, first_s, finer)
    yield (grain_s, first_s, last_s)
    yield from _cut(last_s, end_s, finer)


def _named(tx: Tx, ranking: Ranking, totals: Sequence[Total]) -> list[Place]:
    ids = [number for number, _ in totals]
    if ranking is Ranking.USERS:
        users = name_users(tx, [AccountId(number) for number in ids])
        found = [(*users.get(AccountId(n), _NOBODY), amount) for n, amount in totals]
        return [Place(id=n, name=name, amount=amount) for n, name, amount in found]
    names = (name_videos if ranking is Ranking.FILES else name_hosts)(tx, ids)
    return [Place(id=n, name=names.get(n) or None, amount=amount) for n, amount in totals]
