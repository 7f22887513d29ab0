"""Taking what is to be sent, so that nobody else sends it meanwhile."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime, timedelta

from vitascope.base.ids import DeliveryId, EndpointId
from vitascope.core.webhooks.model import Endpoint, Errand
from vitascope.core.webhooks.queries import sending
from vitascope.core.webhooks.queries.endpoints import list_sealed
from vitascope.db import Tx, sealer_of
from vitascope.db.sealing import SealBroken

AT_ONCE = 64
AT_ONCE_EACH = 4
# One that does not answer keeps its places for the whole time that it is given.
AT_ONCE_TROUBLED = 1
TROUBLED = 10
LEASE = timedelta(seconds=60)


def find_errands(tx: Tx, busy: Mapping[EndpointId, int], *, now: datetime) -> list[Errand]:
    """What a sender can take now that has so many under way to each endpoint already.

    At most 64 in all and four to each endpoint, one where ten attempts in a row have failed;
    every endpoint gets one place before any gets a second.
    """
    room = AT_ONCE - sum(busy.values())
    full = [endpoint for endpoint, count in busy.items() if count >= AT_ONCE_EACH]
    heads = sending.list_heads(
        tx, full=full, each=AT_ONCE_EACH, most=AT_ONCE * AT_ONCE_EACH, now=now
    )
    if not heads or room <= 0:
        return []
    endpoints = list_sealed(tx, {endpoint_id for _, endpoint_id in heads})
    taken, chosen = Counter(busy), list[DeliveryId]()
    for delivery_id, endpoint_id in heads:
        if len(chosen) < room and taken[endpoint_id] < _places(endpoints[endpoint_id][0]):
            taken[endpoint_id] += 1
            chosen.append(delivery_id)
    found = sending.list_by_id(tx, chosen)
    return [
        Errand(
            delivery=found[each],
            endpoint=endpoints[found[each].endpoint_id][0],
            secret=_unsealed(tx, endpoints[found[each].endpoint_id][1]),
        )
        for each in chosen
    ]


def claim(
    tx: Tx, claimant: str, bodies: Mapping[DeliveryId, str], *, now: datetime
) -> set[DeliveryId]:
    """Keep others off these for a minute; returns those that were still to be had.

    Their ``bodies`` are kept: whatever is sent of a delivery later is the same.
    """
    return sending.claim_deliveries(tx, claimant, bodies, until=now + LEASE, now=now)


def release(tx: Tx, claimant: str | None = None) -> int:
    """Let others take what ``claimant`` has claimed, or everybody has. Returns how many."""
    return sending.release_claims(tx, claimant)


def _places(endpoint: Endpoint) -> int:
    return AT_ONCE_TROUBLED if endpoint.failures >= TROUBLED else AT_ONCE_EACH


def _unsealed(tx: Tx, sealed: str) -> str | None:
    try:
        return sealer_of(tx).unseal(sealed)
    except SealBroken:
        return None
