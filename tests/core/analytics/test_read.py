from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from tests.core.analytics.saying import keep, said
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.accounts.model import User
from vitascope.core.analytics.model import (
    PlayerEventKind,
    Stalls,
    Stats,
    Summary,
    VideoPlays,
)
from vitascope.core.analytics.queries.counting import EventFilter
from vitascope.core.analytics.read import list_own_plays, read_stats, summarize
from vitascope.core.assets.queries import update_asset
from vitascope.core.videos.model import Privacy, VideoEntry
from vitascope.db import Tx

DAY = timedelta(days=1)
ALL = EventFilter()
NOTHING = Stats(events=0, sessions=0, by_kind={})


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx)


@pytest.fixture
def film(tx: Tx, ada: User) -> VideoEntry:
    """A public video of 100 seconds."""
    entry = make_video(tx, ada)
    assert entry.media is not None
    update_asset(tx, entry.media.id, now=NOON, duration_ms=100_000)
    return entry


def stats(events: int, sessions: int, **by_kind: int) -> Stats:
    kinds = {PlayerEventKind(kind): number for kind, number in by_kind.items()}
    return Stats(events=events, sessions=sessions, by_kind=kinds)


def test_stats_count_events_sessions_and_kinds(tx: Tx, ada: User, film: VideoEntry) -> None:
    keep(tx, said(film), said(film, "pause"), said(film, session="two"))

    found = read_stats(tx, actor_of(ada), ALL, film.video.uuid)

    assert found == stats(3, 2, play=2, pause=1)


def test_stats_are_of_what_was_asked_for(tx: Tx, ada: User, film: VideoEntry) -> None:
    keep(
        tx,
        said(film, viewer="vera"),
        said(film, session="two", at=NOON + DAY),
        said(film, "seek", session="two", at=NOON + 2 * DAY),
    )
    wishes: list[dict[str, Any]] = [
        {"session": "two"},
        {"viewer": "vera"},
        {"since": NOON + DAY},
        {"until": NOON + DAY},
        {"since": NOON + DAY, "until": NOON + DAY, "session": "one"},
    ]

    found = [
        read_stats(tx, actor_of(ada), replace(ALL, **wish), film.video.uuid) for wish in wishes
    ]

    assert found == [
        stats(2, 1, play=1, seek=1),
        stats(1, 1, play=1),
        stats(2, 1, play=1, seek=1),
        stats(2, 2, play=2),
        NOTHING,
    ]


def test_whoever_knows_a_session_of_a_video_learns_of_it(tx: Tx, film: VideoEntry) -> None:
    bob = actor_of(make_user(tx, "bob"))
    keep(tx, said(film), said(film, session="two"))

    found = [
        read_stats(tx, actor, EventFilter(session="two"), film.video.uuid)
        for actor in (ANONYMOUS, bob)
    ]

    assert found == [stats(1, 1, play=1)] * 2


@pytest.mark.parametrize(
    ("wanted", "names_video"),
    [
        (ALL, True),
        (EventFilter(viewer="vera"), True),
        (EventFilter(viewer="vera", session="two"), True),
        (EventFilter(session="two"), False),
        (EventFilter(viewer="vera"), False),
    ],
)
def test_more_than_a_session_of_a_video_is_for_its_owner(
    tx: Tx, ada: User, film: VideoEntry, wanted: EventFilter, names_video: bool
) -> None:
    bob = actor_of(make_user(tx, "bob"))
    keep(tx, said(film, session="two", viewer="vera"))
    video = film.video.uuid if names_video else None

    own = read_stats(tx, actor_of(ada), wanted, video)

    assert own == stats(1, 1, play=1)
    with pytest.raises(LoginRequired):
        read_stats(tx, ANONYMOUS, wanted, video)
    if names_video:
        with pytest.raises(NotFound):
            read_stats(tx, bob, wanted, video)
    else:
        assert read_stats(tx, bob, wanted, video) == NOTHING


def test_without_a_video_and_a_session_everybody_learns_of_their_own(
    tx: Tx, ada: User, film: VideoEntry
) -> None:
    bob = make_user(tx, "bob")
    other = make_video(tx, bob, content="other")
    keep(tx, said(film), said(other, "pause"))

    found = [read_stats(tx, actor_of(user), ALL) for user in (ada, bob)]

    assert found == [stats(1, 1, play=1), stats(1, 1, pause=1)]
    with pytest.raises(LoginRequired):
        read_stats(tx, ANONYMOUS, ALL)


def test_stats_of_what_one_may_not_see_are_not_found(tx: Tx, ada: User) -> None:
    private = make_video(tx, ada, privacy=Privacy.PRIVATE)
    keep(tx, said(private))

    own = read_stats(tx, actor_of(ada), ALL, private.video.uuid)

    assert own == stats(1, 1, play=1)
    with pytest.raises(NotFound):
        read_stats(tx, ANONYMOUS, EventFilter(session="one"), private.video.uuid)


def test_own_videos_are_listed_by_their_plays(tx: Tx, ada: User, film: VideoEntry) -> None:
    second = make_video(tx, ada, title="Second", content="second")
    make_video(tx, ada, title="Unplayed", content="unplayed")
    other = make_video(tx, make_user(tx, "bob"), content="other")
    keep(
        tx,
        said(film),
        *(said(second, session=name) for name in "abb"),
        said(second, "buffer"),
        said(second, "error"),
        said(other),
        said(film, at=NOON - DAY),
    )

    found = list_own_plays(tx, actor_of(ada), since=NOON, until=NOON + DAY)

    assert found == [plays(second, 3, 3, 1, 1), plays(film, 1, 1, 0, 0)]


def plays(
    entry: VideoEntry, number: int, sessions: int, stalls: int, errors: int
) -> VideoPlays:
    video = entry.video
    return VideoPlays(
        video_id=video.id,
        uuid=video.uuid,
        title=video.title,
        plays=number,
        sessions=sessions,
        stalls=stalls,
        errors=errors,
    )


def test_a_summary_tells_how_playing_went(tx: Tx, ada: User, film: VideoEntry) -> None:
    keep(
        tx,
        said(film, position_s=0.0, at=NOON - DAY),
        said(film, "ended", position_s=99.8),
        said(film, session="two", position_s=31.0),
        said(film, "buffer", session="two", position_s=30.0, buffer_s=1.5),
        said(film, "buffer", session="two", buffer_s=0.5),
        said(film, "error", session="two", message="no network"),
        said(film, "error", session="two"),
        said(film, "quality_change", quality="720p"),
        said(film, "quality_change", quality="720p"),
        said(film, "quality_change", quality="360p"),
    )

    found = summarize(tx, actor_of(ada), film.video.uuid, since=NOON - DAY, until=NOON)

    assert found == Summary(
        stats=stats(10, 2, quality_change=3, buffer=2, error=2, play=2, ended=1),
        days=[(date(2026, 2, 28), 1), (date(2026, 3, 1), 1)],
        reached=[2, 2, 2, 1, 1, 1, 1, 1, 1, 1],
        stalls=Stalls(number=2, length_s=2.0),
        errors=[("", 1), ("no network", 1)],
        qualities=[("720p", 2), ("360p", 1)],
    )


def test_a_length_that_only_players_know_is_taken_from_them(tx: Tx, ada: User) -> None:
    film = make_video(tx, ada)
    keep(tx, said(film, position_s=55.0, duration_s=100.0))

    found = summarize(tx, actor_of(ada), film.video.uuid, since=NOON, until=NOON)

    assert found.reached == [1, 1, 1, 1, 1, 0, 0, 0, 0, 0]


def test_of_a_length_that_nobody_knows_nothing_is_reached(tx: Tx, ada: User) -> None:
    film = make_video(tx, ada)

    found = summarize(tx, actor_of(ada), film.video.uuid, since=NOON, until=NOON)

    assert (found.reached, found.stats) == ([], NOTHING)


def test_a_summary_is_for_the_owner_only(tx: Tx, film: VideoEntry) -> None:
    bob = make_user(tx, "bob")

    with pytest.raises(NotFound):
        summarize(tx, actor_of(bob), film.video.uuid, since=NOON, until=NOON)
