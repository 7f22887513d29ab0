"""What a webhook is: an endpoint, and what is delivered to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from vitascope.base.errors import QuotaExceeded
from vitascope.base.ids import DeliveryId, EndpointId, UserId


class Api(StrEnum):
    """In whose words an endpoint is told."""

    AVCAPTION = "avcaption"
    VSRC = "vsrc"


class Happening(StrEnum):
    """What endpoints are told of. ``TEST`` is sent on request only."""

    VIDEO_UPLOADED = "video.uploaded"
    VIDEO_ENCODED = "video.encoded"
    VIDEO_FAILED = "video.failed"
    VIEW_THRESHOLD = "view.threshold"
    SUBTITLE_TRANSLATED = "subtitle.translated"
    TEST = "webhook.test"


TOLD: Mapping[Api, frozenset[Happening]] = {
    Api.AVCAPTION: frozenset(Happening) - {Happening.TEST},
    Api.VSRC: frozenset(
        {Happening.VIDEO_UPLOADED, Happening.VIDEO_ENCODED, Happening.VIDEO_FAILED}
    ),
}
"""What an endpoint may listen for: what its API has words for."""


class DeliveryState(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    """Given up after the last attempt."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An address that a user wants to be told at. Its secret is kept sealed.

    ``happenings`` are words of :class:`Happening`. ``view_thresholds`` are the numbers of views
    to be told of. ``is_active`` is its owner's wish; ``paused_at`` is set when deliveries
    failed so often that none is tried before its owner looks. ``failures`` counts failed
    attempts since the last good one.
    """

    id: EndpointId
    uuid: UUID
    user_id: UserId
    api: Api
    url: str
    happenings: tuple[str, ...]
    view_thresholds: tuple[int, ...]
    is_active: bool
    failures: int
    paused_at: datetime | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One thing told to one endpoint, under its own ``uuid`` however often it is tried.

    ``lane`` is what it is about, a video: of one lane nothing is sent before what came first.
    ``details`` are facts in the product's words; ``body`` is the text that was sent, None
    before the first attempt. ``due_at`` is when it is tried next. ``repeats`` is the delivery
    that its owner had sent once more.
    """

    id: DeliveryId
    uuid: UUID
    endpoint_id: EndpointId
    lane: UUID
    happening: Happening
    details: dict[str, Any]
    state: DeliveryState
    attempts: int
    due_at: datetime
    body: str | None
    repeats: UUID | None
    created_at: datetime
    ended_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One try of a delivery. ``status`` is None when there was no answer; ``error`` says why
    it did not count as delivered. ``response_body`` is its beginning.
    """

    at: datetime
    duration_ms: int
    status: int | None
    error: str | None
    request_headers: dict[str, str] = field(default_factory=dict)
    response_headers: dict[str, str] = field(default_factory=dict)
    response_body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A delivery whose time has come, and what sending it takes. ``secret`` is None when it
    was sealed with a secret that this server has no more.
    """

    delivery: Delivery
    endpoint: Endpoint
    secret: str | None = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """How an attempt went. What was not ``error``, was taken."""

    delivery_id: DeliveryId
    endpoint_id: EndpointId
    attempt: Attempt

    @property
    def is_gone(self) -> bool:
        """Whether the endpoint asks not to be told of anything again."""
        return self.attempt.status == 410


class TooManyEndpoints(QuotaExceeded):
    """The user has as many webhooks as anybody may have."""

    def __init__(self, used: int, limit: int) -> None:
        super().__init__(used=used, limit=limit, unit="webhooks")
