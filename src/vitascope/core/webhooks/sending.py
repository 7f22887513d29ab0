"""Taking what is to be sent, so that nobody else sends it meanwhile."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta

from vitascope.base.ids import DeliveryId, EndpointId
from vitascope.core.webhooks.model import Errand
from vitascope.core.webhooks.places import AT_ONCE, AT_ONCE_EACH, AT_ONCE_USER, Places
from vitascope.core.webhooks.queries import sending
from vitascope.core.webhooks.queries.endpoints import list_sealed
from vitascope.db import Tx, sealer_of
from vitascope.db.sealing import SealBroken

LEASE = timedelta(seconds=60)


def find_errands(
    tx: Tx,
    busy: Mapping[EndpointId, int],
    *,
    slow: Collection[EndpointId] = (),
    now: datetime,
) -> list[Errand]:
    """What a sender can take now that has so many under way to each endpoint already.

    At most 64 in all, eight of a user and four to an endpoint: one where ten attempts in a row
    have failed, and one to those that are ``slow``. Who has least under way comes first.
    """
    if sum(busy.values()) >= AT_ONCE:
        return []
    known = list_sealed(tx, busy) if busy else {}
    places = Places([endpoint for endpoint, _ in known.values()], busy, slow)
    heads = sending.list_heads(
        tx,
        full=places.full,
        full_users=places.full_users,
        each=AT_ONCE_EACH,
        each_user=AT_ONCE_USER,
        most=AT_ONCE * AT_ONCE_EACH,
        now=now,
    )
    if not heads:
        return []
    endpoints = list_sealed(tx, {endpoint_id for _, endpoint_id in heads})
    # Its owner may have removed one since.
    there = [each for each in heads if each[1] in endpoints]
    chosen = places.choose(there, {each: endpoints[each][0] for each in endpoints})
    found = sending.list_by_id(tx, chosen)
    return [
        Errand(
            delivery=found[each],
            endpoint=endpoints[found[each].endpoint_id][0],
            secret=_unsealed(tx, endpoints[found[each].endpoint_id][1]),
        )
        for each in chosen
        if each in found
    ]


def claim(
    tx: Tx, claimant: str, bodies: Mapping[DeliveryId, str | None], *, now: datetime
) -> set[DeliveryId]:
    """Keep others off these for a minute; returns those that were still to be had.

    Their ``bodies`` are kept: whatever is sent of a delivery later is the same. None is for
    those that have none yet.
    """
    return sending.claim_deliveries(tx, claimant, bodies, until=now + LEASE, now=now)


def release(tx: Tx, claimant: str | None = None) -> int:
    """Let others take what ``claimant`` has claimed, or everybody has. Returns how many."""
    return sending.release_claims(tx, claimant)


def _unsealed(tx: Tx, sealed: str) -> str | None:
    try:
        return sealer_of(tx).unseal(sealed)
    except SealBroken:
        return None
