import pytest
from tests.factories import NOON, actor_of, make_rendition, make_user, make_video

from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.assets.queries import get_asset, list_renditions
from vitascope.core.channels.queries import get_channel
from vitascope.core.videos.details import VideoDetails, view_details
from vitascope.core.videos.model import Privacy, State
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import insert_video
from vitascope.db import Tx


def test_a_video_comes_with_all_that_belongs_to_it(tx: Tx) -> None:
    ada = make_user(tx)
    entry = make_video(tx, ada, tags=["b", "a"])
    assert entry.media is not None
    make_rendition(tx, entry.media.id)

    details = view_details(tx, ANONYMOUS, entry.video.uuid)

    assert details == VideoDetails(
        entry=entry,
        channel=get_channel(tx, entry.video.channel_id),
        account=ada.account,
        tags=details.tags,
        asset=get_asset(tx, entry.media.id),
        renditions=tuple(list_renditions(tx, entry.media.id)),
    )
    assert [tag.name for tag in details.tags] == ["b", "a"]
    assert len(details.renditions) == 1


def test_a_video_without_a_source_has_no_asset(tx: Tx) -> None:
    ada = make_user(tx)
    other = make_video(tx, ada).video
    video_id = insert_video(
        tx,
        channel_id=other.channel_id,
        asset_id=None,
        title="Nothing yet",
        state=State.WAITING,
        now=NOON,
        privacy=Privacy.PRIVATE,
        is_nsfw=False,
        waits_for_ready=False,
        downloads_allowed=True,
        comments_policy=1,
    )

    details = view_details(tx, actor_of(ada), video_id)

    assert (details.entry, details.asset, details.renditions) == (
        get_entry(tx, video_id),
        None,
        (),
    )


def test_details_are_for_those_who_may_see_the_video(tx: Tx) -> None:
    entry = make_video(tx, make_user(tx), privacy=Privacy.PRIVATE)

    with pytest.raises(LoginRequired):
        view_details(tx, ANONYMOUS, entry.video.uuid)
