from collections.abc import Sequence
from functools import partial

import pytest
from tests.core.folders.test_queries import DEEP, dig
from tests.core.library.trees import folder_of, parents, video_of
from tests.core.making import race
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import NotFound, ProductError
from vitascope.base.ids import FolderId, VideoId
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired
from vitascope.core.accounts.model import Role, User
from vitascope.core.assets.queries import find_asset
from vitascope.core.folders.queries import list_all_folders
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.model import (
    NothingSelected,
    ParentsDiffer,
    RepeatedItem,
    TooManyItems,
)
from vitascope.core.library.move import move_items
from vitascope.core.library.remove import remove_folders, remove_items, remove_videos
from vitascope.core.videos.queries.entries import list_entries
from vitascope.db import Database, Tx
from vitascope.jobs import pending

MOST = 3
NOWHERE = 12345


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx, "ada")


def left_of(tx: Tx, video_ids: Sequence[VideoId]) -> list[VideoId]:
    return sorted(list_entries(tx, video_ids))


def test_a_folder_goes_with_all_that_is_in_it_and_nothing_else(tx: Tx, ada: User) -> None:
    top, beside = folder_of(tx, ada, "top"), folder_of(tx, ada, "beside")
    inner = folder_of(tx, ada, "inner", top)
    doomed = [video_of(tx, ada, "one", top), video_of(tx, ada, "two", inner)]
    kept = [video_of(tx, ada, "three", beside), video_of(tx, ada, "four")]
    assets = {entry.media.id for entry in list_entries(tx, doomed).values() if entry.media}
    seen = len(pending(tx))

    remove_folders(tx, actor_of(ada), [top], most_items=MOST)

    assert parents(tx, ada.account.id) == {beside: None}
    assert left_of(tx, [*doomed, *kept]) == sorted(kept)
    assert [find_asset(tx, asset_id) for asset_id in assets] == [None, None]
    told = pending(tx)[seen:]
    assert sorted(name for name, _ in told) == ["AssetRemoved"] * 2 + ["VideoDeleted"] * 2
    assert {said["video_id"] for name, said in told if name == "VideoDeleted"} == set(doomed)


def test_bytes_that_another_shows_as_well_stay(tx: Tx, ada: User) -> None:
    films = folder_of(tx, ada, "films")
    hers = make_video(tx, ada, folder_id=films)
    others = make_video(tx, make_user(tx, "eve"))
    assert hers.media is not None
    assert others.media is not None

    remove_folders(tx, actor_of(ada), [films], most_items=MOST)

    assert left_of(tx, [hers.video.id, others.video.id]) == [others.video.id]
    assert hers.media.id == others.media.id
    assert find_asset(tx, hers.media.id) is not None


def test_folders_side_by_side_go_together(tx: Tx, ada: User) -> None:
    top = folder_of(tx, ada, "top")
    inner = [folder_of(tx, ada, name, top) for name in "abc"]

    remove_folders(tx, actor_of(ada), inner, most_items=MOST)

    assert parents(tx, ada.account.id) == {top: None}


def test_no_depth_is_too_deep(tx: Tx, ada: User) -> None:
    levels = dig(tx, ada.account.id, DEEP)
    film = video_of(tx, ada, folder_id=levels[-1])

    remove_folders(tx, actor_of(ada), levels[:1], most_items=MOST)

    assert list_all_folders(tx, ada.account.id) == []
    assert left_of(tx, [film]) == []


def refused(tx: Tx, actor: Actor, folder_ids: Sequence[int]) -> ProductError:
    """What is said instead of removing anything."""
    before = list_all_folders(tx, actor.account_id) if actor.account_id else []
    ids = [FolderId(each) for each in folder_ids]
    with pytest.raises(ProductError) as caught:
        remove_folders(tx, actor, ids, most_items=MOST)
    after = list_all_folders(tx, actor.account_id) if actor.account_id else []
    assert after == before
    return caught.value


def test_a_selection_of_folders_has_to_be_sound(tx: Tx, ada: User) -> None:
    a, b = folder_of(tx, ada, "a"), folder_of(tx, ada, "b")
    inner = folder_of(tx, ada, "inner", a)
    actor = actor_of(ada)

    too_many, twice = refused(tx, actor, [a] * (MOST + 1)), refused(tx, actor, [a, b, a])
    missing = refused(tx, actor, [a, NOWHERE])

    assert isinstance(refused(tx, actor, []), NothingSelected)
    assert isinstance(too_many, TooManyItems)
    assert isinstance(twice, RepeatedItem)
    assert isinstance(missing, NotFound)
    assert (too_many.most, twice.kind, twice.ref) == (MOST, "folder", a)
    assert (missing.kind, missing.ref) == ("folder", str(NOWHERE))
    assert isinstance(refused(tx, actor, [inner, b]), ParentsDiffer)


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_nobody_removes_what_is_anothers(tx: Tx, ada: User, role: Role) -> None:
    mallory = actor_of(make_user(tx, "mallory", role))
    films = folder_of(tx, ada, "films")
    film = video_of(tx, ada, folder_id=films)

    assert isinstance(refused(tx, mallory, [films]), ForeignItem)
    assert isinstance(refused(tx, ANONYMOUS, [films]), LoginRequired)
    with pytest.raises(ForeignItem):
        remove_videos(tx, mallory, [film], most_items=MOST)

    assert parents(tx, ada.account.id) == {films: None}
    assert left_of(tx, [film]) == [film]


def test_administrators_who_log_in_remove_what_is_anothers(tx: Tx, ada: User) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    films, film = folder_of(tx, ada, "films"), video_of(tx, ada)
    key = actor_of(root, is_key=True)

    assert isinstance(refused(tx, key, [films]), ForeignItem)
    with pytest.raises(ForeignItem):
        remove_videos(tx, key, [film], most_items=MOST)
    remove_folders(tx, actor_of(root), [films], most_items=MOST)
    remove_videos(tx, actor_of(root), [film], most_items=MOST)

    assert (parents(tx, ada.account.id), left_of(tx, [film])) == ({}, [])


def test_videos_go_together_or_not_at_all(tx: Tx, ada: User) -> None:
    videos = [video_of(tx, ada, title) for title in ("one", "two", "three", "four")]
    actor, nothing = actor_of(ada), VideoId(NOWHERE)

    for problem, ids in {
        NothingSelected: [],
        TooManyItems: videos,
        RepeatedItem: [videos[0], videos[0]],
        NotFound: [videos[0], nothing],
    }.items():
        with pytest.raises(problem):
            remove_videos(tx, actor, ids, most_items=MOST)
    assert left_of(tx, videos) == videos
    remove_videos(tx, actor, videos[:MOST], most_items=MOST)

    assert left_of(tx, videos) == videos[MOST:]


def test_folders_and_videos_go_together_or_not_at_all(tx: Tx, ada: User) -> None:
    films, kept = folder_of(tx, ada, "films"), folder_of(tx, ada, "kept")
    within, loose = video_of(tx, ada, "one", films), video_of(tx, ada, "two")
    actor, nowhere = actor_of(ada), FolderId(NOWHERE)

    def remove(folder_ids: list[FolderId], video_ids: list[VideoId]) -> None:
        with tx.begin_nested():
            remove_items(tx, actor, folder_ids=folder_ids, video_ids=video_ids, most_items=MOST)

    with pytest.raises(NothingSelected):
        remove([], [])
    with pytest.raises(NotFound):
        remove([films, nowhere], [loose])
    assert left_of(tx, [within, loose]) == [within, loose]
    remove([films], [within, loose])

    assert parents(tx, ada.account.id) == {kept: None}
    assert left_of(tx, [within, loose]) == []


def test_removing_a_folder_while_another_is_moved_into_it_loses_no_order(db: Database) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        doomed, moved = folder_of(tx, user, "doomed"), folder_of(tx, user, "moved")
        film = video_of(tx, user, folder_id=moved)
    actor = actor_of(user)

    def remove(tx: Tx) -> bool:
        remove_folders(tx, actor, [doomed], most_items=MOST)
        return True

    def move(tx: Tx) -> bool:
        move_items(tx, actor, target_id=doomed, folder_ids=[moved], video_ids=[], now=NOON)
        return True

    found = race(db, remove, move)

    # Either the folder was moved first and went along, or there was no target any more.
    went_along = found == [True, True]
    assert went_along or found == [True, NotFound]
    with db.read() as tx:
        assert parents(tx, user.account.id) == ({} if went_along else {moved: None})
        assert left_of(tx, [film]) == ([] if went_along else [film])


def test_removing_the_same_folder_twice_at_once_harms_nobody(db: Database) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        doomed = folder_of(tx, user, "doomed")
        video_of(tx, user, folder_id=doomed)

    def remove(_: int, tx: Tx) -> bool:
        remove_folders(tx, actor_of(user), [doomed], most_items=MOST)
        return True

    found = race(db, *(partial(remove, number) for number in range(3)))

    assert True in found
    assert set(found) <= {True, NotFound}
    with db.read() as tx:
        assert parents(tx, user.account.id) == {}
        assert [name for name, _ in pending(tx)].count("VideoDeleted") == 1


def test_folders_and_videos_go_together(tx: Tx, ada: User) -> None:
    top = folder_of(tx, ada, "top")
    within, beside = video_of(tx, ada, "one", top), video_of(tx, ada, "two")
    kept = video_of(tx, ada, "three")

    remove_items(
        tx, actor_of(ada), folder_ids=[top], video_ids=[within, beside], most_items=MOST
    )

    assert parents(tx, ada.account.id) == {}
    assert left_of(tx, [within, beside, kept]) == [kept]


def test_nothing_at_all_cannot_be_removed(tx: Tx, ada: User) -> None:
    with pytest.raises(NothingSelected):
        remove_items(tx, actor_of(ada), folder_ids=[], video_ids=[], most_items=MOST)
