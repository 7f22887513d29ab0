from datetime import UTC, datetime, timedelta

import pytest
from tests.core.analytics.saying import keep, said
from tests.factories import NOON, make_user, make_video

from vitascope.core.analytics.model import Stalls
from vitascope.core.analytics.queries.counting import EventFilter
from vitascope.core.analytics.queries.summing import (
    count_errors,
    count_plays_by_day,
    count_qualities,
    count_reached,
    day_of,
    find_longest,
    rank_videos,
    sum_stalls,
)
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx

ALL = EventFilter()


@pytest.fixture
def film(tx: Tx) -> VideoEntry:
    return make_video(tx, make_user(tx))


def test_days_end_at_midnight_utc(tx: Tx, film: VideoEntry) -> None:
    midnight = datetime(2026, 3, 2, tzinfo=UTC)
    moments = (midnight - timedelta(microseconds=1), midnight, midnight)
    keep(tx, *(said(film, at=at) for at in moments), said(film, "pause", at=midnight))

    found = count_plays_by_day(tx, ALL)

    assert found == {day_of(NOON): 1, day_of(midnight): 2}


def test_a_session_has_reached_its_furthest_place(tx: Tx, film: VideoEntry) -> None:
    keep(
        tx,
        said(film, position_s=99.1),
        said(film, "seek", position_s=5.0),
        said(film, session="two", position_s=25.0),
        said(film, session="three"),
    )

    found = count_reached(tx, ALL, 100.0)

    assert found == [2, 2, 1, 1, 1, 1, 1, 1, 1, 1]


def test_stalls_of_unknown_length_count_all_the_same(tx: Tx, film: VideoEntry) -> None:
    before = sum_stalls(tx, ALL)
    keep(tx, said(film, "buffer"), said(film, "buffer", buffer_s=2.5))

    after = sum_stalls(tx, ALL)

    assert (before, after) == (Stalls(number=0, length_s=0.0), Stalls(number=2, length_s=2.5))


def test_no_more_texts_are_told_than_was_asked_for(tx: Tx, film: VideoEntry) -> None:
    said_texts = [said(film, "error", message=text) for text in "abcb"]
    keep(tx, *said_texts, said(film, "quality_change", quality="720p"))

    errors, qualities = count_errors(tx, ALL, most=2), count_qualities(tx, ALL, most=2)

    assert (errors, qualities) == ([("b", 2), ("a", 1)], [("720p", 1)])


def test_the_length_is_the_longest_that_was_told(tx: Tx, film: VideoEntry) -> None:
    before = find_longest(tx, ALL)
    keep(tx, said(film, duration_s=9.0), said(film, duration_s=12.5), said(film))

    assert (before, find_longest(tx, ALL)) == (None, 12.5)


def test_a_ranking_ends_where_it_was_asked_to(tx: Tx, film: VideoEntry) -> None:
    second = make_video(tx, make_user(tx, "bob"), content="second")
    keep(tx, said(film), said(second), said(second))

    found = rank_videos(tx, ALL, most=1)

    assert [(each.video_id, each.plays) for each in found] == [(second.video.id, 2)]
