import asyncio
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http import viewing as module
from vitascope.http.viewing import Viewing

SECRET = b"a secret"


def noon() -> datetime:
    return NOON


class Clock:
    """Stands at noon until somebody moves it."""

    def __init__(self) -> None:
        self.at = NOON

    def __call__(self) -> datetime:
        return self.at

    def pass_by(self, passed_s: float) -> None:
        self.at += timedelta(seconds=passed_s)


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


def test_whoever_goes_on_watching_is_counted_once(db: Database, film: VideoId) -> None:
    clock = Clock()
    viewing = Viewing(db, SECRET, clock)

    for position_s in range(0, 60, 5):
        viewing.follow(film, "a", position_s, duration_s=600)
        viewing.write()
        clock.pass_by(5)

    assert views(db, film) == 1


def test_nobody_is_counted_before_enough_was_watched(db: Database, film: VideoId) -> None:
    clock = Clock()
    viewing = Viewing(db, SECRET, clock)
    viewing.follow(film, "a", 0, duration_s=600)
    clock.pass_by(60)
    viewing.follow(film, "a", 9, duration_s=600)
    viewing.follow(film, "a", 300, duration_s=600, has_jumped=True)

    viewing.write()

    assert views(db, film) == 0


def test_whoever_tells_of_a_minute_in_no_time_is_not_counted(
    db: Database, film: VideoId
) -> None:
    clock = Clock()
    viewing = Viewing(db, SECRET, clock)
    counted: list[int] = []

    for passed_s in (0, 0, 3, 1):
        clock.pass_by(passed_s)
        viewing.follow(film, "a", 60 if counted else 0, duration_s=600)
        viewing.write()
        counted.append(views(db, film))

    assert counted == [0, 0, 0, 1]


def test_of_one_network_thirty_viewers_count_for_a_video_and_hour(
    db: Database, film: VideoId
) -> None:
    clock = Clock()
    viewing = Viewing(db, SECRET, clock)
    counted: list[int] = []

    for address, after_s in (("2001:db8::1", 0), ("2001:db8::2", 1800), ("2001:db8::2", 1800)):
        clock.pass_by(after_s)
        for number in range(40):
            viewing.note(film, f"{number} of {len(counted)}", address=address)
        viewing.write()
        counted.append(views(db, film))
    viewing.note(film, "elsewhere", address="192.0.2.1")
    viewing.write()

    assert (counted, views(db, film)) == ([30, 30, 60], 61)


def test_a_viewer_who_goes_on_takes_no_place_of_another(
    db: Database, film: VideoId, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = replace(module.VIEWERS_OF_A_NETWORK, amount=2)
    monkeypatch.setattr(module, "VIEWERS_OF_A_NETWORK", policy)
    monkeypatch.setattr(module, "_NOTED_AGAIN_AFTER_S", 0)
    viewing = Viewing(db, SECRET, noon)

    for viewer in ("a", "a", "a", "b", "c"):
        viewing.note(film, viewer, address="192.0.2.1")
    viewing.write()

    assert views(db, film) == 2


def test_what_different_viewers_watch_does_not_add_up(db: Database, film: VideoId) -> None:
    clock = Clock()
    viewing = Viewing(db, SECRET, clock)
    for position_s in (0, 6):
        for viewer in ("a", "b"):
            viewing.follow(film, viewer, position_s, duration_s=600)
        clock.pass_by(60)

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
