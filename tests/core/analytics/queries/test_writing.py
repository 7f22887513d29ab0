from datetime import timedelta

from tests.core.analytics.saying import said
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.analytics.queries.writing import (
    delete_old_events,
    insert_events,
    lock_videos,
)
from vitascope.db import Tx


def test_videos_that_there_are_are_told_from_others(tx: Tx) -> None:
    film = make_video(tx, make_user(tx)).video.id

    found = lock_videos(tx, {film, VideoId(film + 1)})

    assert (found, lock_videos(tx, set())) == ({film}, set())


def test_more_events_than_one_statement_takes_have_their_numbers_in_order(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))

    numbers = insert_events(tx, [said(film, session=str(index)) for index in range(1200)])

    assert numbers == sorted(set(numbers))
    assert len(numbers) == 1200


def test_no_more_are_removed_than_was_asked_for(tx: Tx) -> None:
    film = make_video(tx, make_user(tx))
    insert_events(tx, [said(film) for _ in range(5)])

    removed = [delete_old_events(tx, NOON + timedelta(days=1), most=3) for _ in range(3)]

    assert removed == [3, 2, 0]
