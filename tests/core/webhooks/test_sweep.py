from dataclasses import replace
from datetime import timedelta

import pytest
from tests.core.webhooks.making import end, make_delivery, make_endpoint, take
from tests.factories import NOON, actor_of, make_user

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import EndpointChanges, change_endpoint
from vitascope.core.webhooks.log import list_own_deliveries
from vitascope.core.webhooks.model import Delivery, DeliveryState, Endpoint
from vitascope.core.webhooks.queries import sweeping
from vitascope.core.webhooks.queries.endpoints import save_health
from vitascope.core.webhooks.sweep import forget_deliveries, give_up_unsent
from vitascope.db import Tx

DAY = timedelta(days=1)
MONTH = 30 * DAY
MOMENT = timedelta(seconds=1)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def endpoint(tx: Tx, ada: User) -> Endpoint:
    return make_endpoint(tx, ada)


def all_of(tx: Tx, ada: User, endpoint: Endpoint) -> list[Delivery]:
    """Oldest first."""
    found = list_own_deliveries(tx, actor_of(ada), endpoint.uuid, start=0, count=100)
    return [*reversed(found.items)]


def test_what_ended_is_kept_for_a_month_and_what_waits_for_longer(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    old = make_delivery(tx, endpoint)
    late, waiting = [make_delivery(tx, endpoint) for _ in range(2)]
    take(tx)
    end(tx, old, 200)
    end(tx, late, 410, now=NOON + MOMENT)

    removed = forget_deliveries(tx, now=NOON + MONTH + MOMENT)

    assert removed == 1
    assert [each.id for each in all_of(tx, ada, endpoint)] == [late.id, waiting.id]


def test_only_some_are_removed_at_once_the_oldest_first(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    made = [make_delivery(tx, endpoint, now=NOON + n * MOMENT) for n in (2, 0, 1)]
    for delivery in take(tx, now=NOON + 2 * MOMENT):
        end(tx, delivery, 200)

    first = sweeping.delete_ended(tx, before=NOON + MONTH, limit=2)
    left = all_of(tx, ada, endpoint)
    second = sweeping.delete_ended(tx, before=NOON + MONTH, limit=2)

    assert (first, second) == (2, 1)
    assert [each.id for each in left] == [made[0].id]


def test_what_waits_for_an_endpoint_paused_for_a_month_is_given_up(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    waiting, sent = make_delivery(tx, endpoint), make_delivery(tx, endpoint)
    beside = make_delivery(tx, make_endpoint(tx, ada))
    take(tx)
    delivered = end(tx, sent, 200)
    retried = end(tx, waiting, 500)
    save_health(tx, endpoint.id, failures=50, paused_at=NOON)

    early = give_up_unsent(tx, now=NOON + MONTH)
    later = give_up_unsent(tx, now=NOON + MONTH + MOMENT)

    given_up = replace(retried, state=DeliveryState.FAILED, ended_at=NOON + MONTH + MOMENT)
    assert (early, later) == (0, 1)
    assert all_of(tx, ada, endpoint) == [given_up, delivered]
    assert beside.state is DeliveryState.WAITING


def test_what_happens_during_a_pause_has_a_month_of_its_own(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    happened_at = NOON + 29 * DAY
    save_health(tx, endpoint.id, failures=50, paused_at=NOON)
    waiting = make_delivery(tx, endpoint, now=happened_at)

    early = give_up_unsent(tx, now=happened_at + MONTH)
    kept = all_of(tx, ada, endpoint)
    later = give_up_unsent(tx, now=happened_at + MONTH + MOMENT)

    given_up = replace(
        waiting, state=DeliveryState.FAILED, ended_at=happened_at + MONTH + MOMENT
    )
    assert (early, kept) == (0, [waiting])
    assert (later, all_of(tx, ada, endpoint)) == (1, [given_up])


def test_what_waited_when_its_owner_switched_an_endpoint_off_has_a_month_as_well(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    waiting = make_delivery(tx, endpoint)
    off = EndpointChanges(is_active=False)
    change_endpoint(tx, actor_of(ada), endpoint.uuid, off, now=NOON + DAY)

    early = give_up_unsent(tx, now=NOON + MONTH)
    later = give_up_unsent(tx, now=NOON + MONTH + MOMENT)

    given_up = replace(waiting, state=DeliveryState.FAILED, ended_at=NOON + MONTH + MOMENT)
    assert (early, later) == (0, 1)
    assert all_of(tx, ada, endpoint) == [given_up]
