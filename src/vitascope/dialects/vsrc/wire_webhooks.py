"""Webhooks and what was sent to them, both ways. Durations are milliseconds."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Self

from msgspec import UNSET, Struct, UnsetType

from vitascope.base.ids import DeliveryId
from vitascope.base.page import Page
from vitascope.core.webhooks.keep import EndpointChanges, NewEndpoint, draw_secret
from vitascope.core.webhooks.model import (
    Api,
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    Happening,
)
from vitascope.dialects.vsrc.documents import Document
from vitascope.dialects.vsrc.query import Paging
from vitascope.dialects.vsrc.wire import PaginationOut, iso

EVENTS = {
    "media.uploaded": Happening.VIDEO_UPLOADED,
    "media.completed": Happening.VIDEO_ENCODED,
    "media.failed": Happening.VIDEO_FAILED,
}
_NAMES = {happening: event for event, happening in EVENTS.items()}
_LIVE = "live."
_TRUTH = "true or false"


class WebhookOut(Struct, rename="camel", kw_only=True):
    """``secret`` signs what is sent; it is shown once, when it is new. ``pausedAt`` is null
    unless the server has given up sending for now; ``failures`` counts failed attempts in a
    row.
    """

    id: str
    url: str
    events: list[str]
    active: bool
    paused_at: str | None
    failures: int
    created_at: str
    updated_at: str
    secret: str | UnsetType = UNSET

    @classmethod
    def of(cls, endpoint: Endpoint, *, secret: str | UnsetType = UNSET) -> Self:
        return cls(
            id=str(endpoint.uuid),
            url=endpoint.url,
            events=[_event(Happening(word)) for word in endpoint.happenings],
            active=endpoint.is_active,
            paused_at=_iso_or_none(endpoint.paused_at),
            failures=endpoint.failures,
            created_at=iso(endpoint.created_at),
            updated_at=iso(endpoint.updated_at),
            secret=secret,
        )


class RemovedOut(Struct):
    id: str


class RequestOut(Struct):
    headers: Mapping[str, str]
    body: str | None


class ResponseOut(Struct):
    """The beginning of what the receiver answered."""

    status: int
    headers: Mapping[str, str]
    body: str


class AttemptOut(Struct, rename="camel", kw_only=True):
    """``response`` is null when there was none; ``error`` says why the attempt did not count,
    null when it did.
    """

    at: str
    duration_ms: int
    error: str | None
    request: RequestOut
    response: ResponseOut | None

    @classmethod
    def of(cls, attempt: Attempt, body: str | None) -> Self:
        answered = None
        if attempt.status is not None:
            answered = ResponseOut(
                attempt.status, attempt.response_headers, attempt.response_body
            )
        return cls(
            at=iso(attempt.at),
            duration_ms=attempt.duration_ms,
            error=attempt.error,
            request=RequestOut(attempt.request_headers, body),
            response=answered,
        )


class DeliveryOut(Struct, rename="camel", kw_only=True):
    """``nextAttemptAt`` is null once no other attempt will be made. ``redeliveryOf`` is the
    delivery that this one repeats.
    """

    id: str
    event: str
    status: DeliveryState
    next_attempt_at: str | None
    redelivery_of: str | None
    created_at: str
    ended_at: str | None
    attempts: list[AttemptOut]

    @classmethod
    def of(cls, delivery: Delivery, attempts: Sequence[Attempt] = ()) -> Self:
        is_waiting = delivery.state is DeliveryState.WAITING
        return cls(
            id=str(delivery.uuid),
            event=_event(delivery.happening),
            status=delivery.state,
            next_attempt_at=iso(delivery.due_at) if is_waiting else None,
            redelivery_of=None if delivery.repeats is None else str(delivery.repeats),
            created_at=iso(delivery.created_at),
            ended_at=_iso_or_none(delivery.ended_at),
            attempts=[AttemptOut.of(attempt, delivery.body) for attempt in attempts],
        )


class DeliveriesOut(Struct):
    deliveries: list[DeliveryOut]
    pagination: PaginationOut

    @classmethod
    def of(
        cls,
        found: Page[Delivery],
        attempts: Mapping[DeliveryId, Sequence[Attempt]],
        paging: Paging,
    ) -> Self:
        total = found.total or 0
        return cls(
            [DeliveryOut.of(each, attempts.get(each.id, ())) for each in found.items],
            PaginationOut(paging.page, paging.limit, total, -(-total // paging.limit)),
        )


def read_new(given: Document) -> NewEndpoint:
    """Raises Rejected when a field is of another kind, or is missing."""
    if not given.value("url", str, "a text", default=""):
        given.refuse("url", "url is required")
    new = NewEndpoint(
        api=Api.VSRC,
        url=given.value("url", str, "a text", default=""),
        happenings=_happenings(given),
        is_active=given.value("active", bool, _TRUTH, default=True),
        secret=given.value("secret", str, "a text", default="") or None,
    )
    given.check()
    return new


def read_changes(given: Document) -> EndpointChanges:
    """What was sent; the other values stay.

    Raises:
        Rejected: a field is of another kind.
    """
    secret = given.value("secret", str, "a text", default="")
    if is_secret_drawn(given):
        secret = draw_secret()
    url = given.value("url", str, "a text", default="")
    is_active = given.value("active", bool, _TRUTH, default=False)
    changes = EndpointChanges(
        url=url if "url" in given else UNSET,
        happenings=_happenings(given) if "events" in given else UNSET,
        is_active=is_active if "active" in given else UNSET,
        secret=secret or UNSET,
    )
    given.check()
    return changes


def is_secret_drawn(given: Document) -> bool:
    """Whether the caller asks for another secret."""
    return given.value("rotateSecret", bool, _TRUTH, default=False)


def _happenings(given: Document) -> list[str]:
    events = given.value("events", list[str], "a list of texts", default=[])
    if any(event.startswith(_LIVE) for event in events):
        given.refuse("events", "Live streams are not available on this server yet")
    elif not events or not set(events) <= set(EVENTS):
        given.refuse("events", f"events must be some of {', '.join(EVENTS)}")
    return [EVENTS[event].value for event in events if event in EVENTS]


def _event(happening: Happening) -> str:
    """What this API calls it; a test has no name of its own here."""
    return _NAMES.get(happening, happening.value)


def _iso_or_none(time: datetime | None) -> str | None:
    return None if time is None else iso(time)
