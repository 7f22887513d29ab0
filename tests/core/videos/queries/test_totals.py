from tests.factories import NOON, make_user, make_video

from vitascope.core.videos.model import Privacy, State, Totals
from vitascope.core.videos.queries.totals import sum_videos
from vitascope.core.videos.queries.writing import insert_video, update_video
from vitascope.db import Tx

ALL = tuple(State)


def test_totals_count_every_video_of_the_account_and_nobody_elses(tx: Tx) -> None:
    ada, bob = make_user(tx, "ada"), make_user(tx, "bob")
    first = make_video(tx, ada, content="one")
    second = make_video(tx, ada, content="two", privacy=Privacy.PRIVATE)
    make_video(tx, bob, content="three")
    update_video(tx, first.video.id, now=NOON, views=5)
    update_video(tx, second.video.id, now=NOON, views=2)

    found = sum_videos(tx, ada.account.id, ALL)

    assert found == Totals(videos=2, views=7, source_bytes=2000)


def test_totals_leave_out_other_states_and_need_no_source(tx: Tx) -> None:
    ada = make_user(tx, "ada")
    film = make_video(tx, ada).video
    for state in (State.WAITING, State.LIVE):
        insert_video(
            tx,
            channel_id=film.channel_id,
            asset_id=None,
            title="No source",
            state=state,
            privacy=Privacy.PRIVATE,
            is_nsfw=False,
            waits_for_ready=False,
            downloads_allowed=True,
            comments_policy=1,
            now=NOON,
        )

    found = sum_videos(tx, ada.account.id, (State.WAITING, State.PROCESSING))

    assert found == Totals(videos=2, views=0, source_bytes=1000)


def test_who_has_no_videos_has_nothing(tx: Tx) -> None:
    found = sum_videos(tx, make_user(tx).account.id, ALL)

    assert found == Totals(videos=0, views=0, source_bytes=0)
