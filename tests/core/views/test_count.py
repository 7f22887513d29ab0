import threading
import uuid
from datetime import timedelta

import pytest
import sqlalchemy as sa
from tests.factories import NOON, make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.accounts.tables import accounts
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.views.count import count_views, sweep_marks
from vitascope.core.views.tables import view_marks
from vitascope.core.webhooks.model import Api, Happening
from vitascope.core.webhooks.tables import webhook_deliveries, webhook_endpoints
from vitascope.db import Database, Tx

HOUR = timedelta(hours=1)


@pytest.fixture
def film(tx: Tx) -> VideoEntry:
    return make_video(tx, make_user(tx))


def views(tx: Tx, video: VideoId) -> int:
    return get_entry(tx, video).video.views


def test_each_viewer_counts_once_however_often_they_are_seen(tx: Tx, film: VideoEntry) -> None:
    video = film.video.id

    added = count_views(tx, [(video, "a"), (video, "b"), (video, "a")], now=NOON)
    again = count_views(tx, [(video, "a"), (video, "c")], now=NOON + HOUR / 2)

    assert (added, again, views(tx, video)) == ({video: 2}, {video: 1}, 3)


def test_a_viewer_counts_again_after_an_hour(tx: Tx, film: VideoEntry) -> None:
    video = film.video.id
    count_views(tx, [(video, "a")], now=NOON)

    early = count_views(tx, [(video, "a")], now=NOON + HOUR - timedelta(seconds=1))
    late = count_views(tx, [(video, "a")], now=NOON + HOUR)

    assert (early, late, views(tx, video)) == ({}, {video: 1}, 2)


def test_a_viewer_counts_for_every_video(tx: Tx, film: VideoEntry) -> None:
    other = make_video(tx, make_user(tx, "bob"), content="other").video.id

    added = count_views(tx, [(other, "a"), (film.video.id, "a")], now=NOON)

    assert added == {film.video.id: 1, other: 1}


def test_what_is_gone_is_passed_over(tx: Tx, film: VideoEntry) -> None:
    gone = VideoId(film.video.id + 1)

    added = count_views(tx, [(gone, "a"), (film.video.id, "a")], now=NOON)

    assert added == {film.video.id: 1}


def test_counting_changes_nothing_else_of_a_video(tx: Tx, film: VideoEntry) -> None:
    count_views(tx, [(film.video.id, "a")], now=NOON + HOUR)

    assert get_entry(tx, film.video.id).video.updated_at == film.video.updated_at


def test_webhooks_hear_of_every_threshold_that_was_passed(tx: Tx, film: VideoEntry) -> None:
    listen(tx, film, thresholds=[1, 3, 5])
    count_views(tx, [(film.video.id, "a")], now=NOON)

    count_views(tx, [(film.video.id, key) for key in "bcd"], now=NOON)

    assert told(tx) == [(1, 1), (3, 4)]


def listen(tx: Tx, film: VideoEntry, thresholds: list[int]) -> None:
    """Have the owner of the film told of its views."""
    owner = tx.execute(
        sa.select(accounts.c.user_id).where(accounts.c.id == film.owner_id)
    ).scalar_one()
    endpoint = {
        "uuid": uuid.uuid4(),
        "user_id": owner,
        "api": Api.AVCAPTION,
        "url": "https://hooks.example/",
        "sealed_secret": "",
        "happenings": (Happening.VIEW_THRESHOLD,),
        "view_thresholds": thresholds,
        "is_active": True,
        "failures": 0,
        "created_at": NOON,
        "updated_at": NOON,
    }
    tx.execute(webhook_endpoints.insert().values(endpoint))


def told(tx: Tx) -> list[tuple[int, int]]:
    """Threshold and views of what waits to be delivered."""
    rows = tx.execute(sa.select(webhook_deliveries).order_by(webhook_deliveries.c.id))
    return [(row.details["threshold"], row.details["views"]) for row in rows]


def test_two_servers_count_a_viewer_once(db: Database) -> None:
    with db.begin() as tx:
        video = make_video(tx, make_user(tx)).video.id
    start = threading.Barrier(4)

    def count() -> None:
        start.wait()
        with db.begin() as tx:
            count_views(tx, [(video, key) for key in "abcdefgh"], now=NOON)

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    with db.read() as tx:
        assert views(tx, video) == 8


def test_viewers_are_forgotten_when_they_would_count_again(tx: Tx, film: VideoEntry) -> None:
    count_views(tx, [(film.video.id, "old")], now=NOON)
    count_views(tx, [(film.video.id, "new")], now=NOON + HOUR / 2)

    swept = sweep_marks(tx, now=NOON + HOUR)

    left = tx.execute(sa.select(view_marks.c.viewer_key)).scalars().all()
    assert (swept, left) == (1, ["new"])


def test_no_more_viewers_are_forgotten_at_once_than_was_asked_for(
    tx: Tx, film: VideoEntry
) -> None:
    count_views(tx, [(film.video.id, key) for key in "abcde"], now=NOON)

    swept = [sweep_marks(tx, now=NOON + HOUR, most=3) for _ in range(3)]

    assert swept == [3, 2, 0]
