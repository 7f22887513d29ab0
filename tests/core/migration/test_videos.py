from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOON, actor_of, make_source, make_user

from vitascope.base.ids import AccountId
from vitascope.core.accounts.model import User
from vitascope.core.migration.model import AlreadyCopied, Item, ItemKind, ItemState
from vitascope.core.migration.queries import list_items
from vitascope.core.migration.videos import end_copy, make_copy
from vitascope.core.uploads.model import FileTooLarge
from vitascope.core.uploads.room import Room
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx

SERVER = "https://tube.example"
ROOM = Room(most_bytes=10_000, free_bytes=10_000)
LATER = NOON + timedelta(hours=1)


def copy(
    tx: Tx, user: User, ref: str = "a", content: str = "a clip", **changes: Any
) -> tuple[VideoEntry, int, bool]:
    given = {"room": ROOM, "now": NOON, **changes}
    fields = VideoFields(title=f"Film {ref}")
    return make_copy(tx, actor_of(user), SERVER, ref, make_source(content), fields, **given)


def known(tx: Tx, account_id: AccountId) -> dict[str, Item]:
    return list_items(tx, account_id, SERVER, ItemKind.VIDEO)


def test_a_copy_is_remembered_until_all_of_it_is_here(tx: Tx) -> None:
    user = make_user(tx)

    entry, item_id, is_used = copy(tx, user)
    made = known(tx, user.account.id)["a"]
    end_copy(tx, item_id, now=LATER)
    copied = known(tx, user.account.id)["a"]

    assert is_used
    assert (made.state, made.video_id) == (ItemState.MADE, entry.video.id)
    assert (copied.state, copied.created_at, copied.updated_at) == (
        ItemState.COPIED,
        NOON,
        LATER,
    )


def test_a_video_is_copied_once_for_each_who_moves_in(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    copy(tx, ada)

    with pytest.raises(AlreadyCopied), tx.begin_nested():
        copy(tx, ada)
    _, _, is_used = copy(tx, bob)

    assert not is_used
    counts = [
        len(list_videos(tx, Selection(owner=user.account.id)).items) for user in (ada, bob)
    ]
    assert counts == [1, 1]


def test_two_videos_of_the_same_bytes_are_two(tx: Tx) -> None:
    user = make_user(tx)

    first, second = copy(tx, user, "a"), copy(tx, user, "b")

    assert [first[2], second[2]] == [True, False]
    assert set(known(tx, user.account.id)) == {"a", "b"}


def test_a_copy_that_was_deleted_here_stays_known(tx: Tx) -> None:
    user = make_user(tx)
    entry, _, _ = copy(tx, user)

    delete_video(tx, actor_of(user), entry.video.id)

    assert known(tx, user.account.id)["a"].video_id is None


def test_without_room_nothing_is_made(tx: Tx) -> None:
    user = make_user(tx)

    with pytest.raises(FileTooLarge):
        copy(tx, user, room=Room(most_bytes=10, free_bytes=10))

    assert known(tx, user.account.id) == {}
