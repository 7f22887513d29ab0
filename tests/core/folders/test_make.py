from dataclasses import replace

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid
from vitascope.core.access.model import ANONYMOUS, LoginRequired, Permission
from vitascope.core.folders.make import make_folder, make_path
from vitascope.core.folders.queries import get_folder, list_folders
from vitascope.db import Tx


def test_folders_lie_within_folders_and_are_listed_by_name(tx: Tx) -> None:
    user = make_user(tx)
    ada = actor_of(user)

    top = make_folder(tx, ada, " Films ", None, now=NOON)
    b = make_folder(tx, ada, "b", top.id, now=NOON)
    a = make_folder(tx, ada, "a", top.id, now=NOON)

    assert (top.name, top.parent_id, top.account_id) == ("Films", None, user.account.id)
    assert list_folders(tx, user.account.id, None) == [top]
    assert list_folders(tx, user.account.id, top.id) == [a, b]


def test_a_path_makes_only_what_is_missing(tx: Tx) -> None:
    user = make_user(tx)
    ada = actor_of(user)
    films = make_folder(tx, ada, "Films", None, now=NOON)

    deep = make_path(tx, ada, ["Films", "2026", "May"], now=NOON)
    again = make_path(tx, ada, ["Films", "2026", "May"], now=NOON)

    assert deep == again
    assert deep is not None
    may = get_folder(tx, deep)
    assert may.parent_id is not None
    assert get_folder(tx, may.parent_id).parent_id == films.id
    assert make_path(tx, ada, [], now=NOON) is None
    assert make_path(tx, ada, [], films.id, now=NOON) == films.id


@pytest.mark.parametrize("name", ["", "  ", "x" * 121])
def test_a_folder_needs_a_name_that_fits(tx: Tx, name: str) -> None:
    with pytest.raises(Invalid) as refused:
        make_folder(tx, actor_of(make_user(tx)), name, None, now=NOON)

    assert refused.value.field == "name"


def test_nobody_makes_folders_in_those_of_others(tx: Tx) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), actor_of(make_user(tx, "eve"))
    hers = make_folder(tx, ada, "Hers", None, now=NOON)
    reader = replace(ada, permissions=frozenset({Permission.READ}))

    with pytest.raises(Invalid, match="not one of your folders"):
        make_folder(tx, eve, "Mine", hers.id, now=NOON)
    with pytest.raises(Forbidden, match="may read"):
        make_folder(tx, reader, "Another", None, now=NOON)
    with pytest.raises(LoginRequired):
        make_folder(tx, ANONYMOUS, "Another", None, now=NOON)
