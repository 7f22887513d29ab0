from typing import Any
from uuid import UUID

import pytest
import sqlalchemy as sa
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import NotFound
from vitascope.core.videos.model import Privacy, State
from vitascope.core.videos.queries.listing import list_videos
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Tx
from vitascope.dialects.vsrc.ids import media_id
from vitascope.dialects.vsrc.media import open_media, own_media, own_selection, show_all


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


@pytest.mark.parametrize(
    ("fields", "is_open"),
    [
        ({"privacy": Privacy.PUBLIC}, True),
        ({"privacy": Privacy.UNLISTED}, True),
        ({"privacy": Privacy.INTERNAL}, False),
        ({"privacy": Privacy.PRIVATE}, False),
        ({"privacy": Privacy.PASSWORD, "passwords": ["a secret"]}, False),
        ({"privacy": Privacy.PUBLIC, "allowed_domains": ["school.example"]}, False),
    ],
)
def test_what_is_open_is_for_everybody_wherever_they_are(
    tx: Tx, fields: dict[str, Any], is_open: bool
) -> None:
    entry = make_video(tx, make_user(tx), **fields)

    try:
        found = open_media(tx, media_id(entry.video.uuid)) == entry
    except NotFound:
        found = False

    assert found == is_open


@pytest.mark.parametrize("text", ["", "12", "vod_12", "live_12", f"vod_{UUID(int=7)}"])
def test_what_is_no_media_looks_like_what_is_not_open(tx: Tx, text: str) -> None:
    with pytest.raises(NotFound) as caught:
        open_media(tx, text)

    assert caught.value.message == f"No such media: {text}"


def test_a_live_stream_is_no_vod(tx: Tx) -> None:
    ada = make_user(tx)
    entry = make_video(tx, ada)
    update_video(tx, entry.video.id, now=NOON, state=State.LIVE)

    listed = list_videos(tx, own_selection(actor_of(ada))).items
    with pytest.raises(NotFound):
        own_media(tx, actor_of(ada), entry.video.uuid)

    assert list(listed) == []
