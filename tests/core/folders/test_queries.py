from dataclasses import asdict

from tests.factories import NOON, actor_of, make_user

from vitascope.base.ids import AccountId, FolderId
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.queries import (
    delete_folders,
    find_folders,
    insert_folder,
    list_all_folders,
    list_descendants,
    list_folder_path,
)
from vitascope.core.schema import metadata
from vitascope.db import Tx

# More than SQLite follows by itself when the folder at the top goes.
DEEP = 1100


def dig(tx: Tx, account_id: AccountId, levels: int) -> list[FolderId]:
    """A folder in a folder in a folder."""
    top = insert_folder(tx, account_id, None, "level 0", now=NOON)
    ids = [FolderId(top.id + level) for level in range(levels)]
    rows = [
        {**asdict(top), "id": folder_id, "parent_id": folder_id - 1} for folder_id in ids[1:]
    ]
    tx.execute(metadata.tables["folders"].insert(), rows)
    return ids


def test_all_folders_of_an_account_come_by_name(tx: Tx) -> None:
    user, other = make_user(tx, "ada"), make_user(tx, "eve")
    ada = actor_of(user)
    b = make_folder(tx, ada, "b", None, now=NOON)
    a = make_folder(tx, ada, "a", b.id, now=NOON)
    make_folder(tx, actor_of(other), "hers", None, now=NOON)

    assert list_all_folders(tx, user.account.id) == [a, b]
    assert find_folders(tx, [a.id, FolderId(12345)]) == {a.id: a}


def test_a_path_leads_from_the_top_down_to_the_folder(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    top = make_folder(tx, ada, "top", None, now=NOON)
    beside = make_folder(tx, ada, "beside", None, now=NOON)
    middle = make_folder(tx, ada, "middle", top.id, now=NOON)
    low = make_folder(tx, ada, "low", middle.id, now=NOON)

    assert list_folder_path(tx, low.id) == [top, middle, low]
    assert list_folder_path(tx, beside.id) == [beside]
    assert list_folder_path(tx, FolderId(12345)) == []


def test_what_lies_below_comes_after_what_it_lies_in(tx: Tx) -> None:
    ada = actor_of(make_user(tx))
    top = make_folder(tx, ada, "top", None, now=NOON)
    make_folder(tx, ada, "beside", None, now=NOON)
    middle = make_folder(tx, ada, "middle", top.id, now=NOON)
    low = make_folder(tx, ada, "low", middle.id, now=NOON)

    assert list_descendants(tx, [top.id]) == [top.id, middle.id, low.id]
    assert list_descendants(tx, [low.id, top.id]) == [top.id, middle.id, low.id]
    assert list_descendants(tx, []) == []


def test_a_tree_may_be_deeper_than_any_engine_follows_by_itself(tx: Tx) -> None:
    user = make_user(tx)
    levels = dig(tx, user.account.id, DEEP)

    assert [folder.id for folder in list_folder_path(tx, levels[-1])] == levels
    assert list_descendants(tx, levels[:1]) == levels
    delete_folders(tx, levels)
    assert list_all_folders(tx, user.account.id) == []
