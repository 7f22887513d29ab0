"""Webhooks as tests need them, with nothing a test does not see."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from tests.factories import NOON, actor_of

from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import NewEndpoint, add_endpoint
from vitascope.core.webhooks.model import (
    Api,
    Attempt,
    Delivery,
    Endpoint,
    Happening,
    Outcome,
)
from vitascope.core.webhooks.queries.deliveries import get_delivery, insert_delivery
from vitascope.core.webhooks.sending import claim, find_errands
from vitascope.core.webhooks.settle import settle
from vitascope.db import Tx

URL = "https://hooks.example/take?key=1"


def make_endpoint(tx: Tx, user: User, **values: Any) -> Endpoint:
    """Told by AVCaption's API when a video was uploaded, unless ``values`` say otherwise."""
    usual = {
        "api": Api.AVCAPTION,
        "url": URL,
        "happenings": [Happening.VIDEO_UPLOADED.value],
    }
    new = NewEndpoint(**{**usual, **values})
    return add_endpoint(tx, actor_of(user), new, now=NOON)[0]


def make_delivery(
    tx: Tx,
    endpoint: Endpoint,
    lane: UUID | None = None,
    *,
    happening: Happening = Happening.VIDEO_UPLOADED,
    details: dict[str, Any] | None = None,
    now: datetime = NOON,
) -> Delivery:
    told = {"title": "A film", "filename": "a.mp4", "size_bytes": 7, "embed_token": "e" * 32}
    found = insert_delivery(
        tx, endpoint.id, happening, lane or uuid4(), details or told, now=now
    )
    return get_delivery(tx, found)


def make_attempt(status: int | None = 200, error: str | None = None, **values: Any) -> Attempt:
    if error is None and status is not None and status >= 300:
        error = f"The server answered {status}"
    return Attempt(**{"at": NOON, "duration_ms": 5, "status": status, "error": error, **values})


def take(tx: Tx, claimant: str = "one", *, now: datetime = NOON) -> list[Delivery]:
    """Claim everything that can be sent now."""
    found = [each.delivery for each in find_errands(tx, {}, now=now)]
    claimed = claim(tx, claimant, {each.id: f"body of {each.id}" for each in found}, now=now)
    return [each for each in found if each.id in claimed]


def end(
    tx: Tx,
    delivery: Delivery,
    status: int = 200,
    *,
    claimant: str = "one",
    now: datetime = NOON,
    **values: Any,
) -> Delivery:
    """A claimed delivery was answered with ``status``; returns how it stands now."""
    outcome = Outcome(
        delivery_id=delivery.id,
        endpoint_id=delivery.endpoint_id,
        attempt=make_attempt(status, **values),
    )
    settle(tx, claimant, [outcome], now=now)
    return get_delivery(tx, delivery.uuid)
