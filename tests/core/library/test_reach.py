from dataclasses import replace

import pytest
from tests.core.library.trees import video_of
from tests.factories import actor_of, make_user

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import VideoId
from vitascope.core.access.model import ANONYMOUS, LoginRequired, Permission
from vitascope.core.accounts.model import Role
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.reach import reach_videos
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


def test_owners_and_administrators_reach_videos_in_the_order_asked(tx: Tx) -> None:
    ada, root = make_user(tx, "ada"), make_user(tx, "root", Role.ADMINISTRATOR)
    one, two = video_of(tx, ada, "one"), video_of(tx, ada, "two")

    for actor in (actor_of(ada), actor_of(root)):
        found = reach_videos(tx, actor, [two, one])
        assert found == [get_entry(tx, two), get_entry(tx, one)]


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_nobody_else_reaches_them(tx: Tx, role: Role) -> None:
    ada, eve = make_user(tx, "ada"), actor_of(make_user(tx, "eve", role))
    film = video_of(tx, ada)

    with pytest.raises(ForeignItem) as refused:
        reach_videos(tx, eve, [film])
    with pytest.raises(LoginRequired):
        reach_videos(tx, ANONYMOUS, [film])
    with pytest.raises(Forbidden, match="may read"):
        reach_videos(
            tx, replace(actor_of(ada), permissions=frozenset({Permission.READ})), [film]
        )

    assert (refused.value.kind, refused.value.ref) == ("video", film)


@pytest.mark.parametrize("number", [-1, 0, 12345, 2**31, 2**70])
def test_a_video_that_is_not_there_is_not_found(tx: Tx, number: int) -> None:
    with pytest.raises(NotFound) as missed:
        reach_videos(tx, actor_of(make_user(tx)), [VideoId(number)])

    assert (missed.value.kind, missed.value.ref) == ("video", str(number))
