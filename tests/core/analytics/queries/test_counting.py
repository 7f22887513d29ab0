from tests.core.analytics.saying import keep, said
from tests.factories import make_user, make_video

from vitascope.core.analytics.queries.counting import (
    EventFilter,
    count_kinds,
    count_sessions,
)
from vitascope.db import Tx


def test_the_most_frequent_kind_comes_first(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))
    keep(tx, said(film, "seek"), said(film, "ended"), said(film), said(film))

    found = count_kinds(tx, EventFilter())

    assert list(found.items()) == [("play", 2), ("ended", 1), ("seek", 1)]


def test_an_owner_s_events_are_those_of_all_their_videos(tx: Tx) -> None:
    ada = make_user(tx)
    films = [make_video(tx, ada, content=name) for name in ("one", "two")]
    other = make_video(tx, make_user(tx, "bob"), content="other")
    keep(tx, *(said(film, session=film.video.uuid.hex) for film in [*films, other]))

    sessions = count_sessions(tx, EventFilter(owner=ada.account.id))

    assert (sessions, count_sessions(tx, EventFilter())) == (2, 3)
