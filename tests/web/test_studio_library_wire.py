from tests.factories import NOON, make_user
from tests.web.libraries import REASON, asset_of, make_stages

from vitascope.base.ids import TagId, short_uuid
from vitascope.core.assets.queries import update_asset
from vitascope.core.tags.model import Tag
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx
from vitascope.web.studio_library_shelf import list_rows
from vitascope.web.studio_library_wire import RowOut, TagOut, WorkOut, row_out


def test_every_stage_has_its_word(tx: Tx) -> None:
    stages = make_stages(tx, make_user(tx))
    entries = [stages.waiting, stages.making, stages.watchable, stages.ready, stages.failed]

    rows = list_rows(tx, [get_entry(tx, entry.video.id) for entry in entries])

    assert [row.work for row in rows] == [
        WorkOut(state="waiting", is_open=True),
        WorkOut(state="making", percent=40, is_open=True),
        WorkOut(state="watchable", percent=60, resolution=480, is_open=True),
        WorkOut(state="ready"),
        WorkOut(state="failed", reason=REASON, can_retry=True),
    ]


def test_what_lacks_a_quality_can_be_tried_again(tx: Tx) -> None:
    ready = make_stages(tx, make_user(tx)).ready
    update_asset(tx, asset_of(ready), now=NOON, failure=REASON)

    row = list_rows(tx, [get_entry(tx, ready.video.id)])[0]

    assert row.work == WorkOut(state="incomplete", reason=REASON, can_retry=True)


def test_a_row_says_all_that_the_list_shows(tx: Tx) -> None:
    entry = make_stages(tx, make_user(tx)).waiting
    tag = Tag(id=TagId(5), name="bees", color="#112233")

    row = row_out(entry, [tag], [], [])

    short = short_uuid(entry.video.uuid)
    assert row == RowOut(
        id=entry.video.id,
        title="The waiting film",
        path=f"/w/{short}",
        embed_path=f"/videos/embed/{short}",
        poster=None,
        duration_s=None,
        privacy="public",
        size_bytes=1000,
        views=0,
        created_at=entry.video.created_at,
        folder_id=None,
        tags=[TagOut(id=5, name="bees", color="#112233")],
        work=WorkOut(state="waiting", is_open=True),
    )
