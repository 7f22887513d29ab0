import pytest
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Forbidden, Invalid
from vitascope.core.assets.queries import get_asset, update_asset
from vitascope.core.videos.chapters import list_chapters, set_chapters
from vitascope.core.videos.model import State
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Tx


def test_given_chapters_take_the_place_of_those_in_the_source(tx: Tx) -> None:
    user = make_user(tx)
    entry = make_video(tx, user)
    assert entry.media is not None
    update_asset(tx, entry.media.id, now=NOON, chapters=[[0, "Found"]])
    asset, actor, video_id = get_asset(tx, entry.media.id), actor_of(user), entry.video.id
    before = list_chapters(tx, video_id, asset)

    set_chapters(tx, actor, video_id, [(5000, " End "), (0, "Beginning")])
    given = list_chapters(tx, video_id, asset)
    set_chapters(tx, actor, video_id, [])
    after = list_chapters(tx, video_id, asset)

    assert before == after == ((0, "Found"),)
    assert given == ((0, "Beginning"), (5000, "End"))


def test_a_video_without_source_has_the_chapters_it_was_given(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video

    set_chapters(tx, actor_of(user), video.id, [(0, "One")])

    assert list_chapters(tx, video.id, None) == ((0, "One"),)


@pytest.mark.parametrize(
    ("chapters", "reason"),
    [
        ([(0, "One"), (0, "Two")], "time of its own"),
        ([(0, " ")], "1 to 100 characters"),
        ([(0, "x" * 101)], "1 to 100 characters"),
        ([(-1, "Early")], "within the first"),
        ([(10**12, "Late")], "within the first"),
        ([(number, "x") for number in range(1001)], "at most 1000"),
    ],
)
def test_chapters_that_break_a_rule_change_nothing(
    tx: Tx, chapters: list[tuple[int, str]], reason: str
) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    set_chapters(tx, actor_of(user), video.id, [(0, "Kept")])

    with pytest.raises(Invalid, match=reason):
        set_chapters(tx, actor_of(user), video.id, chapters)

    assert list_chapters(tx, video.id, None) == ((0, "Kept"),)


def test_a_live_stream_has_no_chapters(tx: Tx) -> None:
    user = make_user(tx)
    video = make_video(tx, user).video
    update_video(tx, video.id, now=NOON, state=State.LIVE)

    with pytest.raises(Invalid, match="live stream"):
        set_chapters(tx, actor_of(user), video.id, [(0, "One")])


def test_others_cannot_set_chapters(tx: Tx) -> None:
    video = make_video(tx, make_user(tx)).video

    with pytest.raises(Forbidden):
        set_chapters(tx, actor_of(make_user(tx, "bob")), video.id, [(0, "One")])
