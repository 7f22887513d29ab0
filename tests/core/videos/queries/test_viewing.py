from tests.factories import make_user, make_video

from vitascope.base.ids import VideoId
from vitascope.core.videos.queries.viewing import add_views, lock_views
from vitascope.db import Tx


def test_views_are_added_to_what_was_there(tx: Tx) -> None:
    ada = make_user(tx)
    first, second = (make_video(tx, ada, content=text).video.id for text in ("one", "two"))
    add_views(tx, second, 2)

    add_views(tx, second, 5)

    unknown = VideoId(second + 1)
    assert lock_views(tx, {unknown, second, first}) == {first: 0, second: 7}
