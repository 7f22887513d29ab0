import logging
from datetime import timedelta

import pytest
from tests.core.analytics.saying import keep, said
from tests.factories import NOON, make_user, make_video

from vitascope.core.analytics.amounts import Amounts
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Tx

DAY = timedelta(days=1)


@pytest.fixture
def film(tx: Tx) -> VideoEntry:
    return make_video(tx, make_user(tx))


def test_a_session_has_so_many_events_and_those_before_count(tx: Tx, film: VideoEntry) -> None:
    keep(tx, said(film, at=NOON - DAY), said(film))
    amounts = Amounts(most_of_session=3)

    first = amounts.admit(tx, [said(film), said(film), said(film, session="two")])
    second = amounts.admit(tx, [said(film), said(film, session="two")])

    assert (first, second) == ([True, False, True], [False, True])


def test_a_video_has_so_many_events_a_day(
    tx: Tx, film: VideoEntry, caplog: pytest.LogCaptureFixture
) -> None:
    other = make_video(tx, make_user(tx, "bob"), content="other")
    keep(tx, said(film, at=NOON - DAY), said(film))
    amounts = Amounts(most_of_day=2)
    events = [said(film, session=name) for name in "abc"]

    with caplog.at_level(logging.WARNING):
        today = [amounts.admit(tx, [*events, said(other)]) for _ in range(2)]
        tomorrow = amounts.admit(tx, [said(film, at=NOON + DAY) for _ in range(3)])

    assert today == [[True, False, False, True], [False, False, False, True]]
    assert tomorrow == [True, True, False]
    told = [(vars(record)["video"], vars(record)["day"]) for record in caplog.records]
    assert told == [(film.video.id, "2026-03-01"), (film.video.id, "2026-03-02")]


def test_what_others_keep_is_noticed_after_a_minute(tx: Tx, film: VideoEntry) -> None:
    amounts = Amounts(most_of_session=2)
    amounts.admit(tx, [said(film)])
    keep(tx, said(film), said(film))

    at_once = amounts.admit(tx, [said(film)])
    later = amounts.admit(tx, [said(film, at=NOON + timedelta(minutes=1))])

    assert (at_once, later) == ([True], [False])
