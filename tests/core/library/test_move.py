from collections.abc import Sequence
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.core.library.trees import folder_of, parents, place_of, video_of
from tests.core.making import race
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import FolderId, VideoId
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired
from vitascope.core.accounts.model import Role, User
from vitascope.core.folders.queries import get_folder, insert_folder
from vitascope.core.folders.reach import ForeignItem
from vitascope.core.library.model import (
    IntoChild,
    IntoItself,
    NothingSelected,
    OwnersDiffer,
)
from vitascope.core.library.move import move_items
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database, Tx

LATER = NOON + timedelta(hours=1)
NOWHERE = 12345


def move(
    tx: Tx,
    actor: Actor,
    target_id: FolderId | None,
    folder_ids: Sequence[FolderId] = (),
    video_ids: Sequence[VideoId] = (),
) -> None:
    move_items(
        tx, actor, target_id=target_id, folder_ids=folder_ids, video_ids=video_ids, now=LATER
    )


@pytest.fixture
def ada(tx: Tx) -> User:
    return make_user(tx, "ada")


@pytest.fixture
def eve(tx: Tx) -> User:
    return make_user(tx, "eve")


def test_folders_and_videos_move_together_with_what_is_in_them(tx: Tx, ada: User) -> None:
    films, target = folder_of(tx, ada, "films"), folder_of(tx, ada, "target")
    inner = folder_of(tx, ada, "inner", films)
    within, loose = video_of(tx, ada, "one", inner), video_of(tx, ada, "two")

    move(tx, actor_of(ada), target, [films, films], [loose, loose])

    assert parents(tx, ada.account.id) == {films: target, target: None, inner: films}
    assert (place_of(tx, within), place_of(tx, loose)) == (inner, target)
    assert get_folder(tx, films).updated_at == get_entry(tx, loose).video.updated_at == LATER
    assert get_folder(tx, inner).updated_at == NOON


def test_no_target_is_the_top(tx: Tx, ada: User) -> None:
    films = folder_of(tx, ada, "films")
    inner, film = folder_of(tx, ada, "inner", films), video_of(tx, ada, "one", films)

    move(tx, actor_of(ada), None, [inner], [film])

    assert parents(tx, ada.account.id) == {films: None, inner: None}
    assert place_of(tx, film) is None


def test_something_has_to_be_selected(tx: Tx, ada: User) -> None:
    with pytest.raises(NothingSelected):
        move(tx, actor_of(ada), None)


def test_a_folder_never_comes_to_lie_within_itself(tx: Tx, ada: User) -> None:
    top = folder_of(tx, ada, "top")
    middle = folder_of(tx, ada, "middle", top)
    low, film = folder_of(tx, ada, "low", middle), video_of(tx, ada)
    before = parents(tx, ada.account.id)

    with pytest.raises(IntoItself):
        move(tx, actor_of(ada), top, [top], [film])
    for target in (middle, low):
        with pytest.raises(IntoChild):
            move(tx, actor_of(ada), target, [top], [film])

    assert (parents(tx, ada.account.id), place_of(tx, film)) == (before, None)


def test_what_is_not_there_moves_nothing(tx: Tx, ada: User) -> None:
    films, target, film = folder_of(tx, ada, "f"), folder_of(tx, ada, "t"), video_of(tx, ada)
    nowhere, nothing = FolderId(NOWHERE), VideoId(NOWHERE)
    before = parents(tx, ada.account.id)

    for kind, what in {
        "target folder": (nowhere, [films], [film]),
        "folder": (target, [films, nowhere], [film]),
        "video": (target, [films], [film, nothing]),
    }.items():
        with pytest.raises(NotFound) as missed:
            move(tx, actor_of(ada), *what)
        assert (missed.value.kind, missed.value.ref) == (kind, str(NOWHERE))

    assert (parents(tx, ada.account.id), place_of(tx, film)) == (before, None)


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_nobody_moves_what_is_anothers(tx: Tx, ada: User, role: Role) -> None:
    mallory = make_user(tx, "mallory", role)
    films, film = folder_of(tx, ada, "films"), video_of(tx, ada, "hers")
    own, mine = folder_of(tx, mallory, "own"), video_of(tx, mallory, "mine")

    for kind, what in {
        "target folder": (films, [own], [mine]),
        "folder": (own, [films], [mine]),
        "video": (own, [], [mine, film]),
    }.items():
        with pytest.raises(ForeignItem) as refused:
            move(tx, actor_of(mallory), *what)
        assert refused.value.kind == kind
    with pytest.raises(LoginRequired):
        move(tx, ANONYMOUS, None, [films])

    assert (parents(tx, ada.account.id), place_of(tx, film)) == ({films: None}, None)
    assert (parents(tx, mallory.account.id), place_of(tx, mine)) == ({own: None}, None)


def test_administrators_arrange_every_library_but_never_mix_two(
    tx: Tx, ada: User, eve: User
) -> None:
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))
    films, film = folder_of(tx, ada, "films"), video_of(tx, ada, "hers")
    target, inner = folder_of(tx, ada, "target"), folder_of(tx, eve, "inner")
    others = video_of(tx, eve, "others")

    move(tx, root, target, [films], [film])
    with pytest.raises(OwnersDiffer) as refused:
        move(tx, root, target, [inner], [])
    with pytest.raises(OwnersDiffer) as refused_too:
        move(tx, root, inner, [], [others, film])
    move(tx, root, None, [films, inner], [film, others])

    assert (refused.value.kind, refused_too.value.kind) == ("folder", "video")
    assert parents(tx, ada.account.id) == {films: None, target: None}
    assert parents(tx, eve.account.id) == {inner: None}
    assert (place_of(tx, film), place_of(tx, others)) == (None, None)


def test_a_key_of_an_administrator_arranges_their_own_library_only(tx: Tx, ada: User) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    own, inner = folder_of(tx, root, "own"), folder_of(tx, root, "inner")
    hers = folder_of(tx, ada, "hers")

    move(tx, actor_of(root, is_key=True), own, [inner])
    with pytest.raises(Forbidden):
        move(tx, actor_of(root, is_key=True), None, [hers])

    assert parents(tx, root.account.id) == {own: None, inner: own}


FOLDERS = 6
MOVES = st.lists(
    st.tuples(
        st.none() | st.integers(0, FOLDERS - 1),
        st.lists(st.integers(0, FOLDERS - 1), min_size=1, max_size=3),
    ),
    max_size=12,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=MOVES)
def test_whatever_is_moved_the_tree_stays_a_tree(
    tx: Tx, moves: list[tuple[int | None, list[int]]]
) -> None:
    outer = tx.begin_nested()
    user = make_user(tx, "tess")
    ids = [insert_folder(tx, user.account.id, None, "f", now=NOON).id for _ in range(FOLDERS)]
    expected: dict[FolderId, FolderId | None] = dict.fromkeys(ids)

    for number, numbers in moves:
        target = None if number is None else ids[number]
        moved = [ids[each] for each in numbers]
        makes_circle = not set(moved).isdisjoint(path_of(expected, target))
        if makes_circle:
            with pytest.raises((IntoItself, IntoChild)):
                move(tx, actor_of(user), target, moved)
        else:
            move(tx, actor_of(user), target, moved)
            expected.update(dict.fromkeys(moved, target))

    assert parents(tx, user.account.id) == expected
    assert all(path_of(expected, folder_id)[-1] is not None for folder_id in ids)
    outer.rollback()


def path_of(
    known: dict[FolderId, FolderId | None], folder_id: FolderId | None
) -> list[FolderId]:
    """The folder and all it lies in; more of them than there are would be a circle."""
    found: list[FolderId] = []
    while folder_id is not None:
        found.append(folder_id)
        assert len(found) <= len(known)
        folder_id = known[folder_id]
    return found


def test_two_who_move_folders_into_each_other_make_no_circle(db: Database) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        one, two = folder_of(tx, user, "one"), folder_of(tx, user, "two")

    def put(moved: FolderId, target: FolderId, tx: Tx) -> bool:
        move(tx, actor_of(user), target, [moved])
        return True

    found = race(db, partial(put, one, two), partial(put, two, one))

    assert sorted(map(str, found)) == sorted(map(str, [True, IntoChild]))
