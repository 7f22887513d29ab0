from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from tests.core.webhooks.making import end, make_attempt, make_delivery, make_endpoint, take
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.page import Page
from vitascope.core.access.features import FeatureWithheld
from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import Allowances, Feature, User
from vitascope.core.accounts.queries import update_user
from vitascope.core.webhooks.keep import EndpointChanges, change_endpoint
from vitascope.core.webhooks.log import (
    list_own_attempts,
    list_own_deliveries,
    own_delivery,
    redeliver,
    send_test,
)
from vitascope.core.webhooks.model import Delivery, DeliveryState, Endpoint, Happening
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def endpoint(tx: Tx, ada: User) -> Endpoint:
    return make_endpoint(tx, ada)


def test_what_was_sent_stays_to_be_looked_at_newest_first(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    first, second = make_delivery(tx, endpoint), make_delivery(tx, endpoint)
    make_delivery(tx, make_endpoint(tx, ada))
    take(tx)
    delivered = end(tx, second, 204)
    actor, own = actor_of(ada), endpoint.uuid

    everything = list_own_deliveries(tx, actor, own, start=0, count=10)
    older = list_own_deliveries(tx, actor, own, start=1, count=1)
    done = list_own_deliveries(tx, actor, own, start=0, count=10, state=DeliveryState.DELIVERED)

    claimed = replace(first, body=f"body of {first.id}")
    assert everything == Page(items=[delivered, claimed], total=2)
    assert older == Page(items=[claimed], total=2)
    assert done == Page(items=[delivered], total=1)
    assert own_delivery(tx, actor, second.uuid) == delivered
    assert list_own_attempts(tx, actor, second.uuid) == [make_attempt(204)]


def test_a_test_is_sent_on_a_lane_of_its_own(tx: Tx, ada: User, endpoint: Endpoint) -> None:
    told = send_test(tx, actor_of(ada), endpoint.uuid, now=NOON)

    assert take(tx) == [told]
    assert told == Delivery(
        id=told.id,
        uuid=told.uuid,
        endpoint_id=endpoint.id,
        lane=endpoint.uuid,
        happening=Happening.TEST,
        details={},
        state=DeliveryState.WAITING,
        attempts=0,
        due_at=NOON,
        body=None,
        repeats=None,
        created_at=NOON,
        ended_at=None,
    )


def test_a_test_is_sent_where_nothing_else_is(tx: Tx, ada: User, endpoint: Endpoint) -> None:
    off = EndpointChanges(is_active=False)
    change_endpoint(tx, actor_of(ada), endpoint.uuid, off, now=NOON)
    make_delivery(tx, endpoint)

    told = send_test(tx, actor_of(ada), endpoint.uuid, now=NOON)

    assert take(tx) == [told]


def test_what_ended_is_sent_again_as_it_was_under_a_new_name(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    make_delivery(tx, endpoint)
    (delivery,) = take(tx)
    old = end(tx, delivery, 204)

    again = redeliver(tx, actor_of(ada), delivery.uuid, now=LATER)

    assert take(tx, now=LATER) == [again]
    assert again.uuid != old.uuid
    assert again == replace(
        old,
        id=again.id,
        uuid=again.uuid,
        state=DeliveryState.WAITING,
        attempts=0,
        due_at=LATER,
        repeats=old.uuid,
        created_at=LATER,
        ended_at=None,
    )


def test_what_still_waits_is_tried_at_once_instead(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    delivery = make_delivery(tx, endpoint)
    take(tx)
    waiting = end(tx, delivery, 500)

    again = redeliver(tx, actor_of(ada), delivery.uuid, now=NOON)

    assert waiting.due_at > NOON
    assert again == replace(waiting, due_at=NOON)


def test_anothers_deliveries_look_as_if_they_did_not_exist(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    delivery, stranger = make_delivery(tx, endpoint), actor_of(make_user(tx, "bob"))

    with pytest.raises(NotFound, match="No such webhook"):
        send_test(tx, stranger, endpoint.uuid, now=NOON)
    with pytest.raises(NotFound, match="No such webhook"):
        list_own_deliveries(tx, stranger, endpoint.uuid, start=0, count=1)
    for look in (own_delivery, list_own_attempts):
        with pytest.raises(NotFound, match="No such delivery"):
            look(tx, stranger, delivery.uuid)
    with pytest.raises(NotFound, match="No such delivery"):
        redeliver(tx, stranger, delivery.uuid, now=NOON)
    with pytest.raises(NotFound, match="No such delivery"):
        own_delivery(tx, actor_of(ada), uuid4())

    assert own_delivery(tx, actor_of(ada), delivery.uuid) == delivery


def test_who_may_only_read_has_nothing_sent(tx: Tx, ada: User, endpoint: Endpoint) -> None:
    delivery = make_delivery(tx, endpoint)
    reader = replace(actor_of(ada), permissions=frozenset({Permission.READ}))

    with pytest.raises(Forbidden):
        send_test(tx, reader, endpoint.uuid, now=NOON)
    with pytest.raises(Forbidden):
        redeliver(tx, reader, delivery.uuid, now=NOON)

    found = list_own_deliveries(tx, reader, endpoint.uuid, start=0, count=10)
    assert found == Page(items=[delivery], total=1)


def test_a_user_who_lost_webhooks_has_nothing_sent(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    delivery = make_delivery(tx, endpoint)
    update_user(tx, ada.id, NOON, allowances=Allowances(withheld=(Feature.WEBHOOKS,)))

    with pytest.raises(FeatureWithheld):
        send_test(tx, actor_of(ada), endpoint.uuid, now=NOON)
    with pytest.raises(FeatureWithheld):
        redeliver(tx, actor_of(ada), delivery.uuid, now=NOON)

    found = list_own_deliveries(tx, actor_of(ada), endpoint.uuid, start=0, count=10)
    assert found == Page(items=[delivery], total=1)
