from datetime import timedelta

from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.core.folders.make import make_folder
from vitascope.core.videos.queries.arranging import (
    count_videos_within,
    list_videos_within,
    place_videos,
    touch_videos,
)
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)


def test_videos_lie_where_they_are_put(tx: Tx) -> None:
    user = make_user(tx)
    a = make_folder(tx, actor_of(user), "a", None, now=NOON).id
    b = make_folder(tx, actor_of(user), "b", a, now=NOON).id
    one, two, three = (make_video(tx, user, content=each).video.id for each in "123")

    place_videos(tx, [one, two], a, now=LATER)
    place_videos(tx, [three], b, now=LATER)
    place_videos(tx, [two], None, now=LATER)

    assert list_videos_within(tx, [a]) == [one]
    assert sorted(list_videos_within(tx, [a, b])) == [one, three]
    assert [count_videos_within(tx, each) for each in ([a], [a, b], [])] == [1, 2, 0]
    assert get_entry(tx, two).video.folder_id is None
    assert get_entry(tx, two).video.updated_at == LATER


def test_touching_a_video_moves_its_date_only(tx: Tx) -> None:
    user = make_user(tx)
    touched, other = make_video(tx, user), make_video(tx, user)

    touch_videos(tx, [touched.video.id], now=LATER)

    assert get_entry(tx, touched.video.id).video.updated_at == LATER
    assert get_entry(tx, other.video.id) == other
