from typing import Any

import msgspec
import pytest

from vitascope.base.errors import Invalid
from vitascope.core.analytics.model import PlayerEventKind, Stats
from vitascope.dialects.vsrc.wire_analytics import (
    EventIn,
    StatsOut,
    read_batch,
    read_event,
    read_message,
)


def test_an_event_is_read_with_what_players_leave_out() -> None:
    event = read_event(
        b'{"sessionId": "s", "eventType": "play", "mediaId": "vod_1", "currentTime": 3,'
        b' "duration": null, "quality": 720, "userAgent": "unknown to us"}'
    )

    assert event == EventIn(
        session_id="s", event_type="play", media_id="vod_1", current_time=3.0, quality=720
    )


def test_a_batch_is_read() -> None:
    events = read_batch(b'{"events": [{"sessionId": "a"}, {"sessionId": "b"}]}')

    assert [event.session_id for event in events] == ["a", "b"]


def test_a_message_needs_no_payload() -> None:
    message = read_message('{"type": "ping"}')

    assert (message.type, bytes(message.payload)) == ("ping", b"null")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        '{"type": 5}',
        "{}",
        "\ud800",
        "[" * 10_000,
        '{"type": "event", "payload": ' + "[" * 10_000,
    ],
)
def test_what_is_no_message_is_refused(text: str) -> None:
    with pytest.raises(Invalid):
        read_message(text)


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b'{"x": ' + b"[" * 10_000, "Send an event as JSON"),
        (b'{"sessionId": "\xff"}', "Send an event as JSON"),
        (
            b'{"sessionId": 5}',
            "Send an event as JSON: Expected `str | null`, got `int` - at `$.sessionId`",
        ),
    ],
)
def test_what_is_no_event_is_refused_with_the_reason(body: bytes, message: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_event(body)

    assert (refused.value.field, refused.value.message) == ("body", message)


@pytest.mark.parametrize("body", [b'{"x": ' + b"[" * 10_000, b'{"events": ["\xff"]}'])
def test_what_is_no_batch_is_refused(body: bytes) -> None:
    with pytest.raises(Invalid) as refused:
        read_batch(body)

    assert refused.value.message.startswith('Send {"events": […]} as JSON')


def test_stats_name_the_kinds_that_there_were() -> None:
    stats = Stats(events=3, sessions=2, by_kind={PlayerEventKind.QUALITY_CHANGE: 3})

    told: Any = msgspec.to_builtins(StatsOut.of(stats))

    assert told == {
        "totalEvents": 3,
        "uniqueSessions": 2,
        "eventCounts": {"quality_change": 3},
    }
