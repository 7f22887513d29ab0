"""Webhooks for a courier to send, and what became of them."""

from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tests.core.webhooks.making import make_delivery
from tests.factories import actor_of
from tests.notify.webhooks.conftest import HERE
from tests.notify.webhooks.receiver import Told, wait_until

from vitascope.core.accounts.model import User
from vitascope.core.webhooks import bell
from vitascope.core.webhooks.addresses import AddressPolicy
from vitascope.core.webhooks.keep import (
    NewEndpoint,
    add_endpoint,
)
from vitascope.core.webhooks.log import (
    list_own_attempts,
    list_own_deliveries,
)
from vitascope.core.webhooks.model import (
    Api,
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    Happening,
)
from vitascope.db import Database

SECRET = "a secret of the tests"
AT_ONCE = (0.0,) * 5
POLICY = AddressPolicy(guard=HERE, allows_http=True)


def add(db: Database, user: User, url: str, **values: Any) -> Endpoint:
    usual = {"api": Api.AVCAPTION, "happenings": [Happening.VIDEO_UPLOADED], "secret": SECRET}
    new = NewEndpoint(url=url, **{**usual, **values})
    with db.begin() as tx:
        return add_endpoint(tx, actor_of(user), new, policy=POLICY, now=datetime.now(UTC))[0]


def told_of(db: Database, endpoint: Endpoint, *lanes: UUID) -> list[Delivery]:
    """Deliveries that wait, one of each lane, in that order."""
    now = datetime.now(UTC)
    with db.begin() as tx:
        made = [make_delivery(tx, endpoint, lane, now=now) for lane in lanes]
    bell.ring()
    return made


def kept(db: Database, user: User, endpoint: Endpoint) -> list[Delivery]:
    """Oldest first."""
    with db.read() as tx:
        found = list_own_deliveries(tx, actor_of(user), endpoint.uuid, start=0, count=10_000)
    return [*reversed(found.items)]


def states(db: Database, user: User, endpoint: Endpoint) -> list[DeliveryState]:
    return [each.state for each in kept(db, user, endpoint)]


def wait_until_ended(db: Database, user: User, *endpoints: Endpoint) -> None:
    def have_ended() -> bool:
        found = [state for each in endpoints for state in states(db, user, each)]
        return DeliveryState.WAITING not in found

    wait_until(have_ended, "all deliveries have ended")


def attempts_of(db: Database, user: User, delivery: Delivery) -> list[Attempt]:
    with db.read() as tx:
        return list_own_attempts(tx, actor_of(user), delivery.uuid)


def names_of(told: list[Told]) -> list[str]:
    return [each.headers["x-avcaption-delivery"] for each in told]


def uuids(deliveries: list[Delivery]) -> list[str]:
    return [str(each.uuid) for each in deliveries]
