from datetime import timedelta

import pytest
from tests.factories import NOON

from vitascope.core.views.progress import Progress, advance, is_view

SECOND = timedelta(seconds=1)
LATER = NOON + timedelta(hours=1)


def followed(*positions: float) -> Progress:
    """The player tells of a position a minute, the last one at noon."""
    progress = Progress()
    for before, position_s in zip(range(len(positions) - 1, -1, -1), positions, strict=True):
        progress = advance(progress, position_s, now=NOON - timedelta(minutes=before))
    return progress


def test_a_stretch_grows_as_long_as_nobody_jumps() -> None:
    progress = followed(0, 5, 12)

    assert (progress.sections, progress.watched_s) == (((0, 12),), 12)


def test_a_jump_begins_another_stretch() -> None:
    progress = advance(followed(0, 5), 60, now=LATER, has_jumped=True)

    after = advance(progress, 64, now=LATER + 4 * SECOND)

    assert (after.sections, after.watched_s) == (((0, 5), (60, 64)), 9)


def test_going_back_before_the_stretch_begins_another_one() -> None:
    progress = followed(30, 35, 10, 12)

    assert progress.sections == ((30, 35), (10, 12))


def test_going_back_a_little_watches_the_same_again() -> None:
    progress = followed(0, 20, 15)

    assert progress.sections == ((0, 15),)


def test_of_more_than_a_hundred_stretches_nothing_is_kept() -> None:
    progress = Progress()
    for position_s in range(150):
        progress = advance(progress, position_s, now=NOON, has_jumped=True)

    assert (len(progress.sections), progress.sections[-1]) == (100, (99, 99))


def test_nobody_watches_faster_than_time_passes() -> None:
    progress = followed(0)
    watched = []

    for position_s, after_s in ((600, 0), (600, 2), (600, 4), (12, 8)):
        progress = advance(progress, position_s, now=NOON + after_s * SECOND)
        watched.append(progress.watched_s)

    assert watched == [0, 5, 10, 12]


def test_a_clock_that_is_put_back_takes_nothing_away() -> None:
    progress = advance(followed(0, 5), 6, now=NOON - SECOND)

    after = advance(progress, 7, now=NOON)

    assert (progress.watched_s, after.watched_s) == (5, 7)


@pytest.mark.parametrize(
    ("watched_s", "duration_s", "counts"),
    [
        (9.9, 600, False),
        (10, 600, True),
        (10, None, True),
        (9, None, False),
        (3, 6, False),
        (3.1, 6, True),
        (5, 10, False),
    ],
)
def test_ten_seconds_count_and_more_than_half_of_what_is_shorter(
    watched_s: float, duration_s: float | None, counts: bool
) -> None:
    found = is_view(watched_s, duration_s)

    assert found is counts
