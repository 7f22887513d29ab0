from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from tests.core.webhooks.making import (
    end,
    make_attempt,
    make_delivery,
    make_endpoint,
    take,
)
from tests.factories import NOON, actor_of, make_user

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import own_endpoint, remove_endpoint
from vitascope.core.webhooks.log import list_own_attempts, send_test
from vitascope.core.webhooks.model import Delivery, DeliveryState, Endpoint, Outcome
from vitascope.core.webhooks.queries.deliveries import get_delivery
from vitascope.core.webhooks.queries.endpoints import save_health
from vitascope.core.webhooks.settle import RETRY_AFTER_S, end_unnoted, settle
from vitascope.db import Tx
from vitascope.jobs import pending

LATER = NOON + timedelta(seconds=3)


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def endpoint(tx: Tx, ada: User) -> Endpoint:
    return make_endpoint(tx, ada)


def health(tx: Tx, ada: User, endpoint: Endpoint) -> Endpoint:
    return own_endpoint(tx, actor_of(ada), endpoint.uuid)


def taken(tx: Tx, endpoint: Endpoint) -> Delivery:
    """One that was claimed."""
    delivery = make_delivery(tx, endpoint)
    take(tx)
    return get_delivery(tx, delivery.uuid)


def test_what_was_taken_is_delivered(tx: Tx, ada: User, endpoint: Endpoint) -> None:
    delivery = taken(tx, endpoint)

    after = end(tx, delivery, 204, now=LATER)

    assert after == replace(delivery, state=DeliveryState.DELIVERED, attempts=1, ended_at=LATER)
    assert list_own_attempts(tx, actor_of(ada), delivery.uuid) == [make_attempt(204)]
    assert health(tx, ada, endpoint) == endpoint


def test_every_detail_of_an_attempt_is_kept(tx: Tx, ada: User, endpoint: Endpoint) -> None:
    delivery = taken(tx, endpoint)
    values: dict[str, Any] = {
        "error": "The server answered 502",
        "at": LATER,
        "duration_ms": 1234,
        "request_headers": {"X-AVCaption-Event": "video.uploaded"},
        "response_headers": {"server": "a proxy"},
        "response_body": "Bad gateway: ü\ufffd",
    }

    end(tx, delivery, 502, **values)

    expected = make_attempt(502, **values)
    assert list_own_attempts(tx, actor_of(ada), delivery.uuid) == [expected]


def test_what_fails_is_tried_again_ever_later_and_then_given_up(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    delivery, now, pauses_s = make_delivery(tx, endpoint), NOON, []

    for _ in RETRY_AFTER_S:
        take(tx, now=now)
        delivery = end(tx, delivery, 500, now=now)
        pauses_s.append((delivery.due_at - now).total_seconds())
        now = delivery.due_at
    take(tx, now=now)
    last = end(tx, delivery, 500, now=now)

    assert [0.9 * s <= got <= 1.1 * s for s, got in zip(RETRY_AFTER_S, pauses_s, strict=True)]
    assert RETRY_AFTER_S == (60, 300, 1800, 7200, 43200)
    assert last == replace(delivery, state=DeliveryState.FAILED, attempts=6, ended_at=now)
    assert health(tx, ada, endpoint).failures == 6


def test_not_everything_that_fails_together_is_tried_again_together(
    tx: Tx, endpoint: Endpoint
) -> None:
    for _ in range(4):
        make_delivery(tx, endpoint)

    due = {end(tx, delivery, 500).due_at for delivery in take(tx)}

    assert len(due) > 1


def test_no_answer_is_a_failure_too(tx: Tx, ada: User, endpoint: Endpoint) -> None:
    delivery = taken(tx, endpoint)
    attempt = make_attempt(None, "No answer within 10 seconds")
    outcome = Outcome(delivery_id=delivery.id, endpoint_id=endpoint.id, attempt=attempt)

    settle(tx, "one", [outcome], now=NOON)

    assert get_delivery(tx, delivery.uuid).state is DeliveryState.WAITING
    assert list_own_attempts(tx, actor_of(ada), delivery.uuid) == [attempt]


def test_a_success_forgets_the_failures_before_it(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    save_health(tx, endpoint.id, failures=49, paused_at=None)

    end(tx, taken(tx, endpoint), 200)
    end(tx, taken(tx, endpoint), 500)

    assert health(tx, ada, endpoint) == replace(endpoint, failures=1)
    assert pending(tx) == []


def test_after_fifty_failures_in_a_row_an_endpoint_is_paused_and_its_owner_told_once(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    deliveries = [make_delivery(tx, endpoint) for _ in range(3)]
    take(tx)
    save_health(tx, endpoint.id, failures=48, paused_at=None)

    states = [end(tx, delivery, 500).state for delivery in deliveries]

    assert states == [DeliveryState.WAITING] * 3
    assert health(tx, ada, endpoint) == replace(endpoint, failures=51, paused_at=NOON)
    told = {"endpoint_id": endpoint.id, "user_id": ada.id, "is_gone": False}
    assert pending(tx) == [("WebhookPaused", told)]


def test_fifty_failures_noted_together_pause_although_a_success_follows(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    bad, good = make_delivery(tx, endpoint), make_delivery(tx, endpoint)
    take(tx)
    save_health(tx, endpoint.id, failures=49, paused_at=None)
    outcomes = [
        Outcome(delivery_id=each.id, endpoint_id=endpoint.id, attempt=make_attempt(status))
        for each, status in ((bad, 500), (good, 200))
    ]

    settle(tx, "one", outcomes, now=NOON)

    assert health(tx, ada, endpoint) == replace(endpoint, failures=0, paused_at=NOON)


def test_an_endpoint_that_is_gone_is_paused_at_once(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    delivery = taken(tx, endpoint)

    after = end(tx, delivery, 410)

    assert after == replace(delivery, state=DeliveryState.FAILED, attempts=1, ended_at=NOON)
    assert health(tx, ada, endpoint) == replace(endpoint, failures=1, paused_at=NOON)
    told = {"endpoint_id": endpoint.id, "user_id": ada.id, "is_gone": True}
    assert pending(tx) == [("WebhookPaused", told)]


@pytest.mark.parametrize("status", [200, 500, 410])
def test_a_test_is_tried_once_and_says_nothing_of_the_endpoint(
    tx: Tx, ada: User, endpoint: Endpoint, status: int
) -> None:
    save_health(tx, endpoint.id, failures=49, paused_at=None)
    told = send_test(tx, actor_of(ada), endpoint.uuid, now=NOON)
    take(tx)

    after = end(tx, told, status)

    state = DeliveryState.DELIVERED if status == 200 else DeliveryState.FAILED
    assert (after.state, after.attempts, after.ended_at) == (state, 1, NOON)
    assert health(tx, ada, endpoint) == replace(endpoint, failures=49)
    assert pending(tx) == []


def test_who_lost_a_claim_says_nothing_any_more(
    tx: Tx, ada: User, endpoint: Endpoint, caplog: pytest.LogCaptureFixture
) -> None:
    delivery = taken(tx, endpoint)
    later = NOON + timedelta(minutes=2)
    take(tx, "other", now=later)

    late = end(tx, delivery, 500, claimant="one", now=later)
    good = end(tx, delivery, 200, claimant="other", now=later)

    assert late == delivery
    assert good.state is DeliveryState.DELIVERED
    assert list_own_attempts(tx, actor_of(ada), delivery.uuid) == [make_attempt(200)]
    assert caplog.messages == ["webhooks sent too late"]


def test_what_was_removed_meanwhile_is_nobodys_concern(
    tx: Tx, ada: User, endpoint: Endpoint
) -> None:
    kept = taken(tx, make_endpoint(tx, ada))
    delivery = taken(tx, endpoint)
    remove_endpoint(tx, actor_of(ada), endpoint.uuid)
    outcomes = [
        Outcome(delivery_id=each.id, endpoint_id=each.endpoint_id, attempt=make_attempt())
        for each in (delivery, kept)
    ]

    settle(tx, "one", outcomes, now=NOON)

    assert get_delivery(tx, kept.uuid).state is DeliveryState.DELIVERED


@pytest.mark.parametrize(
    ("status", "state"), [(204, DeliveryState.DELIVERED), (500, DeliveryState.FAILED)]
)
def test_what_cannot_be_noted_ends_as_it_was_answered(
    tx: Tx, ada: User, endpoint: Endpoint, status: int, state: DeliveryState
) -> None:
    delivery = taken(tx, endpoint)
    outcome = Outcome(
        delivery_id=delivery.id, endpoint_id=endpoint.id, attempt=make_attempt(status)
    )

    end_unnoted(tx, "another", outcome, now=LATER)
    untouched = get_delivery(tx, delivery.uuid)
    end_unnoted(tx, "one", outcome, now=LATER)

    assert untouched == delivery
    assert get_delivery(tx, delivery.uuid) == replace(
        delivery, state=state, attempts=1, ended_at=LATER
    )
    assert list_own_attempts(tx, actor_of(ada), delivery.uuid) == []
