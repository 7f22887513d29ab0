from datetime import UTC, datetime, timedelta

import pytest
from tests.factories import NOON

from vitascope.base.errors import Invalid
from vitascope.base.ids import LARGEST_ROW_ID
from vitascope.dialects.videocms.input import Broken, Given, Malformed
from vitascope.dialects.videocms.stats_input import (
    Asked,
    read_coarse,
    read_fine,
    read_mode,
    read_month,
    read_rendition,
    read_user,
    read_video,
)

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MODES = {"users": 1, "files": 2}


@pytest.mark.parametrize(
    ("length", "points"),
    [
        (timedelta(minutes=1), 50),
        (timedelta(minutes=750), 50),
        (timedelta(minutes=765), 51),
        (DAY, 96),
        (DAY + timedelta(seconds=1), 100),
        (365 * DAY, 100),
    ],
)
def test_a_day_has_a_point_each_quarter_of_an_hour_and_50_at_least(
    length: timedelta, points: int
) -> None:
    since = (NOON - length).isoformat()

    assert read_fine(Given({"from": since}), NOON) == Asked(NOON - length, NOON, points)


def test_what_is_said_goes_before_what_is_usual() -> None:
    given = Given({"from": "2026-01-01T00:00:00Z", "to": "2026-02-01T00:00:00Z", "points": "7"})
    asked = Asked(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, tzinfo=UTC), 7)

    assert [read(given, NOON) for read in (read_fine, read_coarse, read_month)] == [asked] * 3


def test_the_interval_of_older_clients_is_a_length() -> None:
    lengths = [
        NOON - read_fine(Given({"interval": word}), NOON).since
        for word in ("5min", "1h", "7h", "", "x" * 1000)
    ]

    assert lengths == [4 * HOUR, DAY, 7 * DAY, DAY, DAY]


def test_a_beginning_that_is_not_said_lies_before_the_end() -> None:
    until = NOON - 100 * DAY

    asked = read_coarse(Given({"to": until.isoformat()}), NOON)

    assert asked == Asked(until - DAY, until, 100)


def test_remote_downloads_are_asked_for_a_month_and_a_day() -> None:
    assert read_month(Given(), NOON) == Asked(NOON - 30 * DAY, NOON + DAY, 20)


@pytest.mark.parametrize("name", ["from", "to"])
def test_remote_downloads_are_refused_a_time_that_is_none(name: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_month(Given({name: "soon"}), NOON)

    assert refused.value.message == f"Invalid {name} date (use RFC3339)"
    assert read_month(Given({name: ""}), NOON) == read_month(Given(), NOON)


@pytest.mark.parametrize("points", ["0", "-1", "1.5", "ten", ""])
def test_points_that_are_none_count_as_left_out(points: str) -> None:
    assert read_coarse(Given({"points": points}), NOON).points == 100


def test_of_several_modes_the_first_is_meant_and_of_one_always_that() -> None:
    found = [read_mode(Given({"mode": word}), MODES) for word in ("", "users", "files", "hats")]
    fixed = read_mode(Given({"mode": "hats"}), {"files": 2})

    assert (found, fixed) == ([1, 1, 2, None], 2)


def test_no_number_is_everybody_and_one_too_large_nobody() -> None:
    numbers = {"user_id": 10**15, "file_id": 10**15, "quality_id": 10**15}

    found = [
        (read_user(given), read_video(given), read_rendition(given))
        for given in (Given(), Given(dict.fromkeys(numbers, 0)), Given(numbers))
    ]

    assert found == [(None,) * 3, (None,) * 3, (LARGEST_ROW_ID,) * 3]


def test_a_number_that_is_none_is_refused() -> None:
    with pytest.raises(Malformed):
        read_user(Given({"user_id": "ada"}))
    with pytest.raises(Broken):
        read_video(Given({"file_id": "-1"}))
