"""Webhooks and what was sent to them, both ways. Durations are milliseconds."""

from collections.abc import Mapping, Sequence
from typing import Self

from msgspec import UNSET, Struct, UnsetType

from vitascope.base.ids import DeliveryId
from vitascope.base.page import Page
from vitascope.core.webhooks.addresses import LONGEST_URL
from vitascope.core.webhooks.keep import EndpointChanges, NewEndpoint, draw_secret
from vitascope.core.webhooks.model import (
    TOLD,
    Api,
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
)
from vitascope.dialects.avcaption.input import Input
from vitascope.dialects.avcaption.iso import iso, iso_or_none

EVENTS = tuple(sorted(happening.value for happening in TOLD[Api.AVCAPTION]))
_TRUTH = "true or false"


class WebhookOut(Struct, kw_only=True):
    """``secret`` signs what is sent; it is shown once, when it is new. ``paused_at`` is null
    unless the server has given up sending for now; ``failures`` counts failed attempts in a
    row.
    """

    id: str
    url: str
    events: Sequence[str]
    view_thresholds: Sequence[int]
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
            events=endpoint.happenings,
            view_thresholds=endpoint.view_thresholds,
            active=endpoint.is_active,
            paused_at=iso_or_none(endpoint.paused_at),
            failures=endpoint.failures,
            created_at=iso(endpoint.created_at),
            updated_at=iso(endpoint.updated_at),
            secret=secret,
        )


class WebhooksOut(Struct):
    webhooks: list[WebhookOut]

    @classmethod
    def of(cls, endpoints: Sequence[Endpoint]) -> Self:
        return cls([WebhookOut.of(endpoint) for endpoint in endpoints])


class RequestOut(Struct):
    headers: Mapping[str, str]
    body: str | None


class ResponseOut(Struct):
    """The beginning of what the receiver answered."""

    status: int
    headers: Mapping[str, str]
    body: str


class AttemptOut(Struct, kw_only=True):
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


class DeliveryOut(Struct, kw_only=True):
    """``next_attempt_at`` is null once no other attempt will be made. ``redelivery_of`` is the
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
            event=delivery.happening.value,
            status=delivery.state,
            next_attempt_at=iso(delivery.due_at) if is_waiting else None,
            redelivery_of=None if delivery.repeats is None else str(delivery.repeats),
            created_at=iso(delivery.created_at),
            ended_at=iso_or_none(delivery.ended_at),
            attempts=[AttemptOut.of(attempt, delivery.body) for attempt in attempts],
        )


class DeliveriesOut(Struct):
    deliveries: list[DeliveryOut]
    page: int
    per_page: int
    total: int
    total_pages: int

    @classmethod
    def of(
        cls,
        found: Page[Delivery],
        attempts: Mapping[DeliveryId, Sequence[Attempt]],
        *,
        page: int,
        per_page: int,
    ) -> Self:
        shown = [DeliveryOut.of(each, attempts.get(each.id, ())) for each in found.items]
        total = found.total or 0
        return cls(shown, page, per_page, total, -(-total // per_page))


def read_new(given: Input) -> NewEndpoint:
    """Raises Rejected when a field is of another kind, or is missing."""
    if "events" not in given:
        given.refuse("events", f"events must be some of {', '.join(EVENTS)}")
    new = NewEndpoint(
        api=Api.AVCAPTION,
        url=given.text("url", longest=LONGEST_URL, is_required=True),
        happenings=_events(given),
        view_thresholds=_thresholds(given),
        is_active=given.value("active", bool, _TRUTH, default=True),
        secret=_secret(given),
    )
    given.check()
    return new


def read_changes(given: Input) -> EndpointChanges:
    """What was sent; the other values stay.

    Raises:
        Rejected: a field is of another kind.
    """
    is_rotated = given.value("rotate_secret", bool, _TRUTH, default=False)
    secret = draw_secret() if is_rotated else _secret(given)
    url = given.text("url", longest=LONGEST_URL, is_required="url" in given)
    changes = EndpointChanges(
        url=url if "url" in given else UNSET,
        happenings=_events(given) if "events" in given else UNSET,
        view_thresholds=_thresholds(given) if "view_thresholds" in given else UNSET,
        is_active=given.value("active", bool, _TRUTH, default=False)
        if "active" in given
        else UNSET,
        secret=UNSET if secret is None else secret,
    )
    given.check()
    return changes


def _events(given: Input) -> list[str]:
    events = given.value("events", list[str], "a list of texts", default=[])
    if "events" in given and not (events and set(events) <= set(EVENTS)):
        given.refuse("events", f"events must be some of {', '.join(EVENTS)}")
    return events


def _thresholds(given: Input) -> list[int]:
    words = "a list of whole numbers"
    return given.value("view_thresholds", list[int], words, default=[])


def _secret(given: Input) -> str | None:
    if given.is_nothing("secret"):
        return None
    return given.value("secret", str, "a text", default="")
