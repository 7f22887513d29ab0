import math
from dataclasses import replace
from typing import Any

import pytest
from tests.factories import NOON

from vitascope.base.errors import Invalid
from vitascope.base.ids import VideoId
from vitascope.core.analytics.check import check_event
from vitascope.core.analytics.model import PlayerEvent, PlayerEventKind

EVENT = PlayerEvent(video_id=VideoId(1), session="one", kind=PlayerEventKind.PLAY, at=NOON)


def nested(depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for _ in range(depth):
        found = {"a": found}
    return found


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"session": "x" * 100, "quality": "1080p", "viewer": "v" * 255, "message": "m" * 1000},
        {"position_s": 0.0, "duration_s": 90.5, "buffer_s": 0.2},
        {"extra": {"a": [1, None, "b"]}},
        {"extra": nested(31)},
    ],
)
def test_what_players_usually_say_is_taken(fields: dict[str, Any]) -> None:
    check_event(replace(EVENT, **fields))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("session", ""),
        ("session", "x" * 101),
        ("session", "a\0b"),
        ("quality", "q" * 51),
        ("viewer", "v" * 256),
        ("message", "m" * 1001),
        ("position_s", -0.1),
        ("position_s", math.nan),
        ("duration_s", math.inf),
        ("buffer_s", 1e12),
        ("extra", {"a": "x" * 2048}),
        ("extra", nested(33)),
        # Deeper than writers of JSON go.
        ("extra", nested(100_000)),
        ("extra", {"a": math.nan}),
        ("extra", {"a": "\0"}),
    ],
)
def test_what_no_player_says_is_refused(field: str, value: Any) -> None:
    with pytest.raises(Invalid) as refused:
        check_event(replace(EVENT, **{field: value}))

    assert refused.value.field == field
