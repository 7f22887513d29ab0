"""What is to be sent, by whom, and what became of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import DeliveryId, EndpointId, UserId
from vitascope.core.webhooks.model import Delivery, DeliveryState, Happening
from vitascope.core.webhooks.queries.deliveries import COLUMNS
from vitascope.core.webhooks.tables import webhook_deliveries, webhook_endpoints
from vitascope.db import Tx, UtcTime

_all = webhook_deliveries.c
# Written out rather than bound: only then do the engines see that the partial index will do.
_WAITS = _all.state == sa.literal(
    DeliveryState.WAITING, type_=_all.state.type, literal_execute=True
)
_FULL = sa.bindparam("full", type_=sa.Integer, expanding=True)
_FULL_USERS = sa.bindparam("full_users", type_=sa.Integer, expanding=True)


@dataclass(frozen=True, slots=True)
class Change:
    """How a delivery stands after an attempt; ``ended_at`` is None while it waits."""

    delivery_id: DeliveryId
    state: DeliveryState
    attempts: int
    due_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True)
class Held:
    """A delivery that a sender has claimed."""

    happening: Happening
    attempts: int
    due_at: datetime


def list_heads(
    tx: Tx,
    *,
    full: Collection[EndpointId],
    full_users: Collection[UserId],
    each: int,
    each_user: int,
    most: int,
    now: datetime,
) -> list[tuple[DeliveryId, EndpointId]]:
    """Deliveries that may be sent now, of each lane only the first that waits: up to ``each``
    of an endpoint and ``each_user`` of a user, first one of every user, oldest first, then the
    second of every one. Nothing of the endpoints and users that are ``full``.
    """
    asked = {
        "full": list(full),
        "full_users": list(full_users),
        "each": each,
        "each_user": each_user,
        "most": most,
        "now": now,
    }
    rows = tx.execute(_ready_heads(), asked)
    return [(DeliveryId(row[0]), EndpointId(row[1])) for row in rows]


def list_by_id(tx: Tx, ids: Collection[DeliveryId]) -> dict[DeliveryId, Delivery]:
    rows = tx.execute(sa.select(*COLUMNS).where(_all.id.in_(ids)))
    return {DeliveryId(row.id): Delivery(**row._mapping) for row in rows}


def claim_deliveries(
    tx: Tx,
    claimant: str,
    bodies: Mapping[DeliveryId, str | None],
    *,
    until: datetime,
    now: datetime,
) -> set[DeliveryId]:
    """Those that nobody else has claimed or ended meanwhile; they keep their bodies."""
    free = (
        sa.select(_all.id)
        .where(_all.id.in_(bodies), _WAITS, _is_free(now))
        .with_for_update(skip_locked=True)
    )
    got = {DeliveryId(row[0]) for row in tx.execute(free)}
    claim = (
        webhook_deliveries.update()
        .where(_all.id == sa.bindparam("which"))
        .values(claimed_by=claimant, claimed_until=until, body=sa.bindparam("sent"))
    )
    if got:
        tx.execute(claim, [{"which": each, "sent": bodies[each]} for each in sorted(got)])
    return got


def list_held(tx: Tx, claimant: str, ids: Collection[DeliveryId]) -> dict[DeliveryId, Held]:
    """Those that ``claimant`` still has; nobody else gets them before the transaction ends."""
    mine = [_all.id.in_(ids), _all.claimed_by == claimant, _WAITS]
    rows = tx.execute(
        sa.select(_all.id, _all.happening, _all.attempts, _all.due_at)
        .where(*mine)
        .order_by(_all.id)
        .with_for_update()
    )
    return {DeliveryId(row.id): Held(row.happening, row.attempts, row.due_at) for row in rows}


def save_changes(tx: Tx, changes: Sequence[Change]) -> None:
    """Nobody has a claim on them after it."""
    if not changes:
        return
    change = (
        webhook_deliveries.update()
        .where(_all.id == sa.bindparam("which"))
        .values(
            state=sa.bindparam("new_state"),
            attempts=sa.bindparam("new_attempts"),
            due_at=sa.bindparam("new_due_at"),
            ended_at=sa.bindparam("new_ended_at"),
            claimed_by=None,
            claimed_until=None,
        )
    )
    tx.execute(change, [_bound(each) for each in changes])


def release_claims(tx: Tx, claimant: str | None = None) -> int:
    """Give up the claims of one, or of everybody; returns how many there were."""
    whose = _all.claimed_by.is_not(None) if claimant is None else _all.claimed_by == claimant
    freed = webhook_deliveries.update().where(_WAITS, whose)
    return tx.execute(freed.values(claimed_by=None, claimed_until=None)).rowcount


@cache
def _ready_heads() -> sa.Select[int, int]:
    """Built once: that takes as long as running it."""
    heads = sa.union_all(_heads_of_lanes(), _heads_of_tests()).subquery()
    place = (
        sa.func.row_number()
        .over(partition_by=_all.endpoint_id, order_by=_all.id)
        .label("place")
    )
    ours = webhook_endpoints.c
    ready = (
        sa.select(_all.id, _all.endpoint_id, ours.user_id, place)
        .join(heads, heads.c.id == _all.id)
        .join(webhook_endpoints, ours.id == _all.endpoint_id)
        .where(_is_free(sa.bindparam("now", type_=UtcTime)))
        .subquery()
    )
    turn = sa.func.row_number().over(
        partition_by=ready.c.user_id, order_by=[ready.c.place, ready.c.id]
    )
    fair = (
        sa.select(ready.c.id, ready.c.endpoint_id, turn.label("turn"))
        .where(ready.c.place <= sa.bindparam("each", type_=sa.Integer))
        .subquery()
    )
    return (
        sa.select(fair.c.id, fair.c.endpoint_id)
        .where(fair.c.turn <= sa.bindparam("each_user", type_=sa.Integer))
        .order_by(fair.c.turn, fair.c.id)
        .limit(sa.bindparam("most", type_=sa.Integer))
    )


def _heads_of_lanes() -> sa.Select[int]:
    """Goes from lane to lane rather than through all that waits, which may be a million."""
    ours = webhook_endpoints.c
    is_open = [ours.is_active, ours.paused_at.is_(None), *_are_free()]
    lanes = (
        sa.select(ours.id.label("endpoint_id"), _first(_all.lane, ours.id).label("lane"))
        .where(*is_open)
        .cte("lanes", recursive=True)
    )
    is_further = _all.lane > lanes.c.lane
    following = _first(_all.lane, lanes.c.endpoint_id, is_further, but=lanes)
    lanes = lanes.union_all(
        sa.select(lanes.c.endpoint_id, following).where(lanes.c.lane.is_not(None))
    )
    is_same = _all.lane == lanes.c.lane
    head = _first(_all.id, lanes.c.endpoint_id, is_same, but=lanes).label("id")
    return sa.select(head).where(lanes.c.lane.is_not(None))


def _heads_of_tests() -> sa.Select[int]:
    """Tests are sent where nothing else is, too. Their lane is that of the endpoint."""
    ours = webhook_endpoints.c
    is_shut = sa.or_(sa.not_(ours.is_active), ours.paused_at.is_not(None))
    head = _first(_all.id, ours.id, _all.lane == ours.uuid).label("id")
    return sa.select(head).where(is_shut, *_are_free())


def _are_free() -> list[sa.ColumnElement[bool]]:
    ours = webhook_endpoints.c
    return [ours.id.not_in(_FULL), ours.user_id.not_in(_FULL_USERS)]


def _first(
    what: sa.ColumnElement[Any],
    endpoint_id: sa.ColumnElement[int],
    *which: sa.ColumnElement[bool],
    but: sa.FromClause = webhook_endpoints,
) -> sa.ScalarSelect[Any]:
    """The least of what waits for an endpoint of ``but``, which is asked for around this."""
    waiting = sa.select(what).where(_WAITS, _all.endpoint_id == endpoint_id, *which)
    return waiting.order_by(what).limit(1).correlate(but).scalar_subquery()


def _is_free(now: datetime | sa.BindParameter[datetime]) -> sa.ColumnElement[bool]:
    nobodys = sa.or_(_all.claimed_until.is_(None), _all.claimed_until <= now)
    return sa.and_(_all.due_at <= now, nobodys)


def _bound(change: Change) -> dict[str, Any]:
    return {
        "which": change.delivery_id,
        "new_state": change.state,
        "new_attempts": change.attempts,
        "new_due_at": change.due_at,
        "new_ended_at": change.ended_at,
    }
