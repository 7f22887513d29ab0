"""Webhooks and what was sent to them, as the pages show them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from vitascope.core.webhooks.model import (
    Api,
    Attempt,
    Delivery,
    DeliveryState,
    Endpoint,
    Happening,
)

APIS = {Api.AVCAPTION: "AVCaption", Api.VSRC: "VSRC"}
EVENTS = {
    Happening.VIDEO_UPLOADED: "A file has arrived",
    Happening.VIDEO_ENCODED: "A video is ready",
    Happening.VIDEO_FAILED: "A video could not be made",
    Happening.VIEW_THRESHOLD: "A video was watched so many times",
    Happening.SUBTITLE_TRANSLATED: "Subtitles were translated",
}
STATES = {
    DeliveryState.WAITING: "Waiting",
    DeliveryState.DELIVERED: "Delivered",
    DeliveryState.FAILED: "Given up",
}
_TEST = "A test"


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointView:
    """``paused_at`` is None unless nothing is sent because too much of it failed."""

    ref: str
    url: str
    api: str
    events: tuple[str, ...]
    thresholds: str
    is_active: bool
    paused_at: datetime | None
    failures: int
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptView:
    """``status`` is None when there was no answer."""

    at: datetime
    duration_ms: int
    status: int | None
    error: str | None
    request_headers: Mapping[str, str]
    response_headers: Mapping[str, str]
    response_body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeliveryView:
    """``due_at`` is None once nothing more is tried, ``version`` another text whenever
    something has changed.
    """

    ref: str
    event: str
    state: str
    word: str
    due_at: datetime | None
    created_at: datetime
    is_repeat: bool
    body: str | None
    attempts: tuple[AttemptView, ...]
    version: str


def endpoint_view(endpoint: Endpoint) -> EndpointView:
    return EndpointView(
        ref=str(endpoint.uuid),
        url=endpoint.url,
        api=APIS[endpoint.api],
        events=tuple(_event(Happening(word)) for word in endpoint.happenings),
        thresholds=", ".join(map(str, endpoint.view_thresholds)),
        is_active=endpoint.is_active,
        paused_at=endpoint.paused_at,
        failures=endpoint.failures,
        created_at=endpoint.created_at,
    )


def delivery_view(delivery: Delivery, attempts: Sequence[Attempt]) -> DeliveryView:
    is_waiting = delivery.state is DeliveryState.WAITING
    return DeliveryView(
        ref=str(delivery.uuid),
        event=_event(delivery.happening),
        state=delivery.state.value,
        word=STATES[delivery.state],
        due_at=delivery.due_at if is_waiting else None,
        created_at=delivery.created_at,
        is_repeat=delivery.repeats is not None,
        body=delivery.body,
        attempts=tuple(_attempt_view(attempt) for attempt in attempts),
        version=f"{delivery.state}-{len(attempts)}",
    )


def _attempt_view(attempt: Attempt) -> AttemptView:
    return AttemptView(
        at=attempt.at,
        duration_ms=attempt.duration_ms,
        status=attempt.status,
        error=attempt.error,
        request_headers=attempt.request_headers,
        response_headers=attempt.response_headers,
        response_body=attempt.response_body,
    )


def _event(happening: Happening) -> str:
    return EVENTS.get(happening, _TEST)
