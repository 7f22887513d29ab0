import pytest
from tests.core.library.trees import video_of
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.accounts.model import User
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.model import NothingSelected
from vitascope.core.library.show import show_videos
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx, "ada")


def privacy_of(tx: Tx, video_id: VideoId) -> Privacy:
    return get_entry(tx, video_id).video.privacy


def test_all_of_them_are_for_those_from_then_on(tx: Tx, ada: User) -> None:
    one, two, three = (video_of(tx, ada, title) for title in ("one", "two", "three"))

    show_videos(tx, actor_of(ada), [one, two, one], Privacy.INTERNAL, now=NOON)

    kinds = [privacy_of(tx, video_id) for video_id in (one, two, three)]
    assert kinds == [Privacy.INTERNAL, Privacy.INTERNAL, Privacy.PUBLIC]


def test_a_video_without_a_password_cannot_ask_for_one(tx: Tx, ada: User) -> None:
    video = video_of(tx, ada)

    with pytest.raises(Invalid) as error:
        show_videos(tx, actor_of(ada), [video], Privacy.PASSWORD, now=NOON)

    assert error.value.field == "passwords"


def test_nothing_that_is_not_the_actors_is_changed(tx: Tx, ada: User) -> None:
    mine, hers = video_of(tx, ada, "mine"), video_of(tx, make_user(tx, "eve"), "hers")

    with pytest.raises(ForeignItem):
        show_videos(tx, actor_of(ada), [mine, hers], Privacy.PRIVATE, now=NOON)
    with pytest.raises(NotFound):
        show_videos(tx, actor_of(ada), [mine, VideoId(12345)], Privacy.PRIVATE, now=NOON)
    with pytest.raises(NothingSelected):
        show_videos(tx, actor_of(ada), [], Privacy.PRIVATE, now=NOON)
    with pytest.raises(LoginRequired):
        show_videos(tx, ANONYMOUS, [mine], Privacy.PRIVATE, now=NOON)

    assert {privacy_of(tx, mine), privacy_of(tx, hers)} == {Privacy.PUBLIC}
