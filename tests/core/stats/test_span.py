from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import NOON

from vitascope.core.stats.model import DAY_S, HOUR_S, MINUTE_S, MONTH_S
from vitascope.core.stats.span import (
    MOST_POINTS,
    Span,
    aligned,
    average,
    grain_for,
    lay,
    seconds,
    span,
)

NOON_S = 1_772_366_400
GRAINS_S = (MINUTE_S, HOUR_S, DAY_S, MONTH_S)
LATER = NOON + timedelta(days=1000)


def cut(since: datetime, until: datetime, points: int) -> Span:
    found = span(since, until, points)
    assert found is not None
    return found


def test_noon_is_a_number_of_seconds_since_1970() -> None:
    assert (seconds(NOON), seconds(NOON + timedelta(milliseconds=999))) == (NOON_S, NOON_S)


def test_buckets_are_as_long_as_whole_seconds_let_them() -> None:
    found = span(NOON - timedelta(seconds=1000), NOON, 3)

    # A third is 333.3 s; the last multiple of 334 s up to the start lies 78 s before it.
    assert found == Span(start_s=NOON_S - 1078, until_s=NOON_S, bucket_s=334, count=4)


def test_starts_are_milliseconds() -> None:
    found = Span(start_s=100, until_s=250, bucket_s=100, count=2)

    assert list(found.starts_ms()) == [100_000, 200_000]


def test_a_day_in_96_points_has_quarters_of_an_hour() -> None:
    found = cut(NOON - timedelta(days=1), NOON, 96)

    assert (found.bucket_s, found.count, found.start_s) == (900, 97, NOON_S - DAY_S)


def test_a_part_of_a_second_is_a_second() -> None:
    found = span(NOON, NOON + timedelta(milliseconds=1), 100)

    assert found == Span(start_s=NOON_S, until_s=NOON_S, bucket_s=1, count=1)


@pytest.mark.parametrize("length", [timedelta(0), timedelta(seconds=-1)])
def test_no_time_has_no_buckets(length: timedelta) -> None:
    assert span(NOON, NOON + length, 10) is None


def test_nobody_gets_more_points_than_there_may_be() -> None:
    found = [cut(NOON - timedelta(days=1), NOON, points) for points in (10**9, 0, -5)]

    assert [each.bucket_s for each in found] == [-(-DAY_S // MOST_POINTS), DAY_S, DAY_S]


@given(
    st.integers(0, 10**16),
    st.timedeltas(timedelta(microseconds=1), timedelta(days=4000)),
    st.integers(1, 5000),
)
def test_buckets_are_aligned_and_cover_what_is_asked(
    start_us: int, length: timedelta, points: int
) -> None:
    since = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(microseconds=start_us)
    until = since + length

    found = cut(since, until, points)

    assert found.start_s % found.bucket_s == 0
    assert found.start_s <= seconds(since) < found.start_s + found.bucket_s
    assert found.end_s - found.bucket_s <= seconds(until) < found.end_s
    assert found.bucket_s == max(1, -(-length // timedelta(seconds=points)))
    assert found.count <= points + 1


@pytest.mark.parametrize(
    ("days", "points", "grain_s"),
    [
        (1, 96, MINUTE_S),
        (3, 100, MINUTE_S),
        (4, 100, HOUR_S),
        (30, 100, HOUR_S),
        (99, 1000, HOUR_S),
        (100, 100, HOUR_S),
        (102, 100, DAY_S),
        (365, 50, DAY_S),
        (365, 2, MONTH_S),
        (2, 4, HOUR_S),
    ],
)
def test_sums_are_as_long_as_shows_the_shape_and_as_was_kept(
    days: int, points: int, grain_s: int
) -> None:
    wanted = cut(NOON - timedelta(days=days), NOON, points)

    assert grain_for(wanted, GRAINS_S, NOON) == grain_s


def test_what_nothing_was_kept_of_is_asked_of_the_longest_sums() -> None:
    wanted = cut(NOON - timedelta(days=200), NOON - timedelta(days=199), 10)

    assert grain_for(wanted, (MINUTE_S, HOUR_S), NOON) == HOUR_S


def test_a_sum_in_one_bucket_is_all_of_it() -> None:
    wanted = Span(start_s=0, until_s=299, bucket_s=100, count=3)

    assert lay([(0, 5), (110, 7), (120, 1)], 60, wanted, LATER) == [5, 8, 0]


def test_a_sum_in_several_buckets_is_shared_out_without_a_rest() -> None:
    wanted = Span(start_s=0, until_s=299, bucket_s=100, count=3)

    assert lay([(50, 1000)], 300, wanted, LATER) == [166, 334, 333]
    assert lay([(90, 10)], 60, wanted, LATER) == [1, 9, 0]


def test_what_lies_outside_is_left_out() -> None:
    wanted = Span(start_s=1000, until_s=1099, bucket_s=50, count=2)

    assert lay([(900, 60), (970, 60), (1090, 60), (1200, 60)], 60, wanted, LATER) == [30, 10]


def test_a_sum_that_is_not_over_has_happened_until_now() -> None:
    wanted = Span(start_s=NOON_S, until_s=NOON_S + 59, bucket_s=10, count=6)

    laid = lay([(NOON_S, 60)], 60, wanted, NOON + timedelta(seconds=29))

    assert laid == [20, 20, 20, 0, 0, 0]


def test_averages_weigh_samples_and_are_0_without_any() -> None:
    wanted = Span(start_s=0, until_s=399, bucket_s=100, count=4)

    averages = average([(0, 30.0, 3), (10, 50.0, 1), (100, 8.0, 4)], 60, wanted, LATER)

    assert averages == [20.0, 2.0, 0.0, 0.0]


def test_an_average_holds_for_all_buckets_it_lies_in() -> None:
    wanted = Span(start_s=0, until_s=59, bucket_s=20, count=3)

    assert average([(0, 30.0, 3)], 60, wanted, LATER) == [10.0, 10.0, 10.0]


def test_times_are_cut_downwards_before_1970_too() -> None:
    assert [aligned(second, 60) for second in (119, 60, 59, -1, -60)] == [60, 60, 0, -60, -60]
