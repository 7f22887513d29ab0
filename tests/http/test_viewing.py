import asyncio
from datetime import datetime, timedelta

import pytest
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.viewing import Viewing

SECRET = b"a secret"


def noon() -> datetime:
    return NOON


@pytest.fixture
def film(db: Database) -> VideoId:
    with db.begin() as tx:
        return make_video(tx, make_user(tx)).video.id


@pytest.fixture
def viewing(db: Database) -> Viewing:
    return Viewing(db, SECRET, noon)


def views(db: Database, film: VideoId) -> int:
    with db.read() as tx:
        return get_entry(tx, film).video.views


def test_viewers_are_counted_when_they_are_written(
    db: Database, film: VideoId, viewing: Viewing
) -> None:
    for viewer in ("a", "b", "a"):
        viewing.note(film, viewer)
    before = views(db, film)

    viewing.write()
    viewing.write()

    assert (before, views(db, film)) == (0, 2)


def test_whoever_goes_on_watching_is_counted_once(
    db: Database, film: VideoId, viewing: Viewing
) -> None:
    for position_s in range(0, 60, 5):
        viewing.follow(film, "a", position_s, duration_s=600)
        viewing.write()

    assert views(db, film) == 1


def test_nobody_is_counted_before_enough_was_watched(
    db: Database, film: VideoId, viewing: Viewing
) -> None:
    viewing.follow(film, "a", 0, duration_s=600)
    viewing.follow(film, "a", 9, duration_s=600)
    viewing.follow(film, "a", 300, duration_s=600, has_jumped=True)

    viewing.write()

    assert views(db, film) == 0


def test_what_different_viewers_watch_does_not_add_up(
    db: Database, film: VideoId, viewing: Viewing
) -> None:
    for viewer in ("a", "b"):
        viewing.follow(film, viewer, 0, duration_s=600)
        viewing.follow(film, viewer, 6, duration_s=600)

    viewing.write()

    assert views(db, film) == 0


def test_two_processes_count_one_viewer_once(db: Database, film: VideoId) -> None:
    for viewing in (Viewing(db, SECRET, noon), Viewing(db, SECRET, noon)):
        viewing.note(film, "a")
        viewing.write()

    assert views(db, film) == 1


async def test_viewers_who_wait_are_written_at_the_end(db: Database, film: VideoId) -> None:
    viewing = Viewing(db, SECRET, noon, interval_s=3600)

    async with viewing.writing():
        viewing.note(film, "a")
        before = await asyncio.to_thread(views, db, film)

    assert (before, await asyncio.to_thread(views, db, film)) == (0, 1)


def test_whom_the_database_does_not_take_is_kept_for_later(db: Database, film: VideoId) -> None:
    broken = iter([OSError("no clock")])

    def broken_once() -> datetime:
        for error in broken:
            raise error
        return NOON

    viewing = Viewing(db, SECRET, broken_once)
    viewing.note(film, "a")

    with pytest.raises(OSError, match="no clock"):
        viewing.write()
    viewing.note(film, "b")
    viewing.write()

    assert views(db, film) == 2


def test_a_key_tells_no_address_and_changes_every_day(db: Database) -> None:
    now = [NOON]
    viewing = Viewing(db, SECRET, lambda: now[0])
    first = viewing.address_key("192.0.2.1")
    later = viewing.address_key("192.0.2.1")
    now[0] += timedelta(days=1)

    tomorrow = viewing.address_key("192.0.2.1")

    other_server = Viewing(db, b"another", noon).address_key("192.0.2.1")
    session = viewing.session_key("192.0.2.1")
    assert first == later
    assert len({first, tomorrow, other_server, session}) == 4
    assert "192.0.2.1" not in first
