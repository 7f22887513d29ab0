import pytest
import sqlalchemy as sa
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.listing import list_videos
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Tx
from vitascope.dialects.vsrc.media import own_media, own_selection, show_all


def test_one_video_and_three_cost_the_same_number_of_queries(tx: Tx) -> None:
    ada = make_user(tx)
    for title in ("one", "two", "three"):
        make_video(tx, ada, title=title, content=title, tags=[title, "all"])
    entries = list_videos(tx, own_selection(actor_of(ada))).items
    queries: list[str] = []
    sa.event.listen(tx, "before_cursor_execute", lambda *event: queries.append(event[2]))

    show_all(tx, entries[:1])
    for_one = len(queries)
    show_all(tx, entries)

    assert (len(entries), for_one, len(queries) - for_one) == (3, 2, 2)


def test_a_live_stream_is_no_vod(tx: Tx) -> None:
    ada = make_user(tx)
    entry = make_video(tx, ada)
    update_video(tx, entry.video.id, now=NOON, state=State.LIVE)

    listed = list_videos(tx, own_selection(actor_of(ada))).items
    with pytest.raises(NotFound):
        own_media(tx, actor_of(ada), entry.video.uuid)

    assert list(listed) == []
