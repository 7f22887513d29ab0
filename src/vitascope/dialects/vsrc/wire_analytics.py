"""What players tell, and how they are answered. Times in a video are seconds."""

from typing import Any, Self, TypeVar

import msgspec
from msgspec import Struct

from vitascope.base.errors import Invalid
from vitascope.core.analytics.model import Stats
from vitascope.dialects.vsrc.documents import UNREADABLE

T = TypeVar("T")

_MOST_AT_ONCE = 100


class EventIn(Struct, rename="camel"):
    """What happened in a player, as it says. Members that it does not know may be missing or
    null.
    """

    session_id: str | None = None
    event_type: str | None = None
    media_id: str | None = None
    current_time: float | None = None
    duration: float | None = None
    quality: str | int | float | None = None
    buffer_duration: float | None = None
    error_message: str | None = None
    metadata: dict[str, Any] | None = None
    user_id: str | int | None = None


class BatchIn(Struct):
    events: list[EventIn]


class MessageIn(Struct):
    """What comes through the socket: ``event`` and ``batch`` with a payload, ``ping``."""

    type: str
    payload: msgspec.Raw = msgspec.Raw(b"null")


class RecordedOut(Struct, rename="camel"):
    id: int
    session_id: str
    event_type: str


class CountOut(Struct):
    count: int


class StatsOut(Struct, rename="camel"):
    total_events: int
    unique_sessions: int
    event_counts: dict[str, int]

    @classmethod
    def of(cls, stats: Stats) -> Self:
        counts = {str(kind): number for kind, number in stats.by_kind.items()}
        return cls(stats.events, stats.sessions, counts)


class ConnectedOut(Struct, tag="connected"):
    """``timestamp`` is in milliseconds since 1970, here and in every message below."""

    message: str
    timestamp: int


class AckOut(Struct, tag="ack", rename="camel"):
    event_id: int
    event_type: str
    timestamp: int


class BatchAckOut(Struct, tag="batch_ack"):
    count: int
    timestamp: int


class PongOut(Struct, tag="pong"):
    timestamp: int


class ErrorOut(Struct, tag="error"):
    message: str


def read_event(body: bytes) -> EventIn:
    """
    Raises:
        Invalid: this is no event.
    """
    return _decoded(body, EventIn, "Send an event as JSON")


def read_batch(body: bytes) -> list[EventIn]:
    """
    Raises:
        Invalid: these are no events, none, or more than a hundred.
    """
    events = _decoded(body, BatchIn, 'Send {"events": […]} as JSON').events
    if not 1 <= len(events) <= _MOST_AT_ONCE:
        raise Invalid("events", f"events must hold 1 to {_MOST_AT_ONCE} events")
    return events


def read_message(text: str) -> MessageIn:
    """
    Raises:
        Invalid: it is no message of ours.
    """
    try:
        return msgspec.json.decode(text, type=MessageIn)
    except UNREADABLE:
        raise Invalid("type", 'Send {"type": "event", "batch" or "ping", "payload"}') from None


def _decoded(body: bytes, kind: type[T], wanted: str) -> T:
    try:
        return msgspec.json.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise Invalid("body", f"{wanted}: {error}") from None
    except UNREADABLE:
        raise Invalid("body", wanted) from None
