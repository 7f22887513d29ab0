from datetime import timedelta

from tests.core.analytics.saying import keep, said
from tests.factories import NOON, make_user, make_video

from vitascope.core.analytics.queries.amounts import count_by_session, count_on_day
from vitascope.db import Tx


def test_events_are_counted_by_session(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))
    keep(tx, said(film), said(film), said(film, session="two"), said(film, session="three"))

    found = count_by_session(tx, ["one", "two", "none"])

    assert found == {"one": 2, "two": 1}


def test_events_are_counted_by_video_on_a_day(tx: Tx) -> None:
    ada = make_user(tx)
    film, other = make_video(tx, ada), make_video(tx, ada, content="other")
    midnight = NOON - timedelta(hours=12)
    times = [midnight - timedelta(seconds=1), midnight, NOON, midnight + timedelta(days=1)]
    keep(tx, *(said(film, at=at) for at in times), said(other))

    found = count_on_day(tx, [film.video.id], NOON.date())

    assert found == {film.video.id: 2}
