"""What was told, as those see it who are told: to look at, and to have sent again."""

from datetime import datetime
from uuid import UUID

from vitascope.base.errors import NotFound
from vitascope.base.page import Page
from vitascope.core.access.features import check_feature
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import Feature
from vitascope.core.webhooks.bell import ring
from vitascope.core.webhooks.keep import own_endpoint
from vitascope.core.webhooks.model import (
    Attempt,
    Delivery,
    DeliveryState,
    Happening,
)
from vitascope.core.webhooks.queries.attempts import list_attempts
from vitascope.core.webhooks.queries.deliveries import (
    get_delivery,
    insert_delivery,
    list_deliveries,
    make_delivery_due,
)
from vitascope.core.webhooks.queries.endpoints import find_endpoint
from vitascope.db import Tx, after_commit


def send_test(tx: Tx, actor: Actor, endpoint_uuid: UUID, *, now: datetime) -> Delivery:
    """Have something harmless sent, once and soon, even where nothing else is sent now.

    Raises:
        NotFound: no such webhook, or not the actor's.
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        FeatureWithheld: the actor may have no webhooks any more.
    """
    actor.check_writes()
    endpoint = own_endpoint(tx, actor, endpoint_uuid)
    check_feature(tx, actor, Feature.WEBHOOKS)
    # A lane of its own: it waits for no video, and no video for it.
    told = insert_delivery(tx, endpoint.id, Happening.TEST, endpoint.uuid, {}, now=now)
    after_commit(tx, ring)
    return get_delivery(tx, told)


def redeliver(tx: Tx, actor: Actor, delivery_uuid: UUID, *, now: datetime) -> Delivery:
    """Send once more, under a new uuid, what was sent or given up: the same bytes. One that
    still waits becomes due instead, and is answered itself.

    Raises:
        NotFound: no such delivery, or not the actor's.
        LoginRequired, Forbidden, FeatureWithheld: as :func:`send_test`.
    """
    actor.check_writes()
    old = own_delivery(tx, actor, delivery_uuid)
    check_feature(tx, actor, Feature.WEBHOOKS)
    after_commit(tx, ring)
    if old.state is DeliveryState.WAITING:
        make_delivery_due(tx, old.id, now=now)
        return get_delivery(tx, old.uuid)
    told = insert_delivery(
        tx,
        old.endpoint_id,
        old.happening,
        old.lane,
        old.details,
        now=now,
        repeats=old.uuid,
        body=old.body,
    )
    return get_delivery(tx, told)


def own_delivery(tx: Tx, actor: Actor, delivery_uuid: UUID) -> Delivery:
    """A delivery to a webhook of the actor's.

    Raises:
        NotFound: no such delivery, or not to one of theirs.
        LoginRequired: nobody known is calling.
    """
    user_id = actor.known_user()
    delivery = get_delivery(tx, delivery_uuid)
    endpoint = find_endpoint(tx, delivery.endpoint_id)
    if endpoint is None or endpoint.user_id != user_id:
        raise NotFound("delivery", delivery_uuid)
    return delivery


def list_own_deliveries(
    tx: Tx,
    actor: Actor,
    endpoint_uuid: UUID,
    *,
    start: int,
    count: int,
    state: DeliveryState | None = None,
) -> Page[Delivery]:
    """What was or is to be told to a webhook of the actor's, newest first; of all states, or
    of one.

    Raises:
        NotFound: no such webhook, or not the actor's.
        LoginRequired: nobody known is calling.
    """
    endpoint = own_endpoint(tx, actor, endpoint_uuid)
    return list_deliveries(tx, endpoint.id, start=start, count=count, state=state)


def list_own_attempts(tx: Tx, actor: Actor, delivery_uuid: UUID) -> list[Attempt]:
    """How a delivery of the actor's was tried, first try first.

    Raises:
        NotFound: no such delivery, or not the actor's.
        LoginRequired: nobody known is calling.
    """
    return list_attempts(tx, own_delivery(tx, actor, delivery_uuid).id)
