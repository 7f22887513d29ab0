"""Ranking sums, and the names of what is ranked."""

from collections.abc import Sequence
from typing import TypeAlias

import sqlalchemy as sa

from vitascope.base.ids import AccountId
from vitascope.core.accounts.tables import accounts, users
from vitascope.core.stats.model import Meter, Scope
from vitascope.core.stats.tables import RANKED, import_hosts, meters
from vitascope.core.videos.tables import videos
from vitascope.db import Tx

Stretch: TypeAlias = tuple[int, int, int]
"""Length of the sums (s), the first start and the one after the last (s)."""

Total: TypeAlias = tuple[int, int]
"""Who or what, by number, and the amount."""


def rank(
    tx: Tx,
    kind: tuple[Meter, Scope],
    account_id: AccountId | None,
    stretches: Sequence[Stretch],
    *,
    limit: int,
) -> list[Total]:
    """The subjects with the most over all ``stretches``, largest first; only what was counted
    for an account where one is named.
    """
    if not stretches:
        return []
    pieces = [_piece(kind, account_id, stretch) for stretch in stretches]
    sums = sa.union_all(*pieces).subquery()
    total = sa.func.sum(sums.c.amount)
    query = (
        sa.select(sums.c.subject_id, total)
        .group_by(sums.c.subject_id)
        .order_by(total.desc(), sums.c.subject_id)
        .limit(limit)
    )
    # PostgreSQL sums big integers into a decimal.
    return [(subject_id, int(amount)) for subject_id, amount in tx.execute(query)]


def name_videos(tx: Tx, video_ids: Sequence[int]) -> dict[int, str]:
    """Titles by number."""
    query = sa.select(videos.c.id, videos.c.title).where(videos.c.id.in_(video_ids))
    return {row.id: row.title for row in tx.execute(query)}


def name_users(tx: Tx, account_ids: Sequence[AccountId]) -> dict[AccountId, tuple[int, str]]:
    """Number and name of the users, by account."""
    query = (
        sa.select(accounts.c.id, users.c.id.label("user_id"), users.c.username)
        .join(users, users.c.id == accounts.c.user_id)
        .where(accounts.c.id.in_(account_ids))
    )
    return {AccountId(row.id): (row.user_id, row.username) for row in tx.execute(query)}


def name_hosts(tx: Tx, host_ids: Sequence[int]) -> dict[int, str]:
    query = sa.select(import_hosts.c.id, import_hosts.c.name).where(
        import_hosts.c.id.in_(host_ids)
    )
    return {row.id: row.name for row in tx.execute(query)}


def _piece(
    kind: tuple[Meter, Scope], account_id: AccountId | None, stretch: Stretch
) -> sa.Select[tuple[int, int]]:
    meter, scope = kind
    grain_s, first_s, last_s = stretch
    # As an expression: to have it in order for the grouping, SQLite would read every sum
    # there is by the primary key.
    subject_id = (meters.c.subject_id + sa.literal_column("0")).label("subject_id")
    query = sa.select(subject_id, meters.c.amount).where(
        meters.c.meter == meter,
        meters.c.scope == scope,
        meters.c.grain_s == grain_s,
        meters.c.start_s >= first_s,
        meters.c.start_s < last_s,
        # Said in the words of the index, or it is not used.
        RANKED,
    )
    if account_id is None:
        return query
    whose = meters.c.subject_id if scope is Scope.ACCOUNT else meters.c.part_id
    return query.where(whose == account_id)
