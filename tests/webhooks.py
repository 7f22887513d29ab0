"""Webhooks and what was sent to them, as tests need them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from tests.factories import NOON, actor_of

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.log import send_test
from vitascope.core.webhooks.model import (
    Api,
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    Outcome,
)
from vitascope.core.webhooks.queries.attempts import insert_attempts
from vitascope.core.webhooks.queries.deliveries import get_delivery
from vitascope.core.webhooks.tables import webhook_deliveries, webhook_endpoints
from vitascope.db import Tx

SECRET = "a secret of the test"
BODY = '{"event":"webhook.test"}'
FAILED = Attempt(
    at=NOON,
    duration_ms=12,
    status=500,
    error="The server answered 500",
    request_headers={"X-AVCaption-Event": "webhook.test"},
    response_headers={"server": "a test"},
    response_body="<b>broken</b>",
)
UNANSWERED = Attempt(
    at=NOON + timedelta(minutes=1),
    duration_ms=10_000,
    status=None,
    error="No answer within 10 seconds",
)
TAKEN = replace(FAILED, status=204, error=None, response_body="")


def make_endpoint(tx: Tx, user: User, api: Api = Api.AVCAPTION, **values: Any) -> Endpoint:
    given = {
        "url": "https://hooks.example/take",
        "happenings": ["video.encoded"],
        "secret": SECRET,
        **values,
    }
    new = NewEndpoint(api=api, **given)
    return add_endpoint(tx, actor_of(user), new, now=NOON)[0]


def pause(tx: Tx, endpoint: Endpoint, failures: int = 50) -> None:
    changed = webhook_endpoints.update().where(webhook_endpoints.c.id == endpoint.id)
    tx.execute(changed.values(paused_at=NOON, failures=failures))


def make_delivery(
    tx: Tx,
    user: User,
    endpoint: Endpoint,
    *attempts: Attempt,
    state: DeliveryState = DeliveryState.WAITING,
) -> Delivery:
    """One that was tried, and how."""
    delivery = send_test(tx, actor_of(user), endpoint.uuid, now=NOON)
    insert_attempts(
        tx,
        [
            Outcome(delivery_id=delivery.id, endpoint_id=endpoint.id, attempt=each)
            for each in attempts
        ],
    )
    changed = webhook_deliveries.update().where(webhook_deliveries.c.id == delivery.id)
    ended_at = None if state is DeliveryState.WAITING else NOON
    body = BODY if attempts else None
    values = {"state": state, "attempts": len(attempts), "body": body, "ended_at": ended_at}
    tx.execute(changed.values(**values))
    return get_delivery(tx, delivery.uuid)
