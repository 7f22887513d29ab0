from dataclasses import replace

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import FolderId
from vitascope.core.access.model import ANONYMOUS, LoginRequired, Permission
from vitascope.core.accounts.model import Role
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.reach import ForeignItem, reach_folders
from vitascope.db import Tx


def test_owners_and_administrators_reach_folders_in_the_order_asked(tx: Tx) -> None:
    root, ada = make_user(tx, "root", Role.ADMINISTRATOR), actor_of(make_user(tx, "ada"))
    one = make_folder(tx, ada, "one", None, now=NOON)
    two = make_folder(tx, ada, "two", one.id, now=NOON)

    assert reach_folders(tx, ada, [two.id, one.id]) == [two, one]
    assert reach_folders(tx, actor_of(root), [one.id]) == [one]
    assert reach_folders(tx, ada, []) == []


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_nobody_else_reaches_them(tx: Tx, role: Role) -> None:
    ada, eve = actor_of(make_user(tx, "ada")), make_user(tx, "eve", role)
    key = actor_of(make_user(tx, "root", Role.ADMINISTRATOR), is_key=True)
    hers = make_folder(tx, ada, "hers", None, now=NOON)

    for other in (actor_of(eve), key):
        with pytest.raises(ForeignItem) as refused:
            reach_folders(tx, other, [hers.id])
        assert (refused.value.kind, refused.value.ref) == ("folder", hers.id)
    with pytest.raises(LoginRequired):
        reach_folders(tx, ANONYMOUS, [hers.id])
    with pytest.raises(Forbidden, match="may read"):
        reach_folders(tx, replace(ada, permissions=frozenset({Permission.READ})), [hers.id])


@pytest.mark.parametrize("number", [-1, 0, 12345, 2**31, 2**70])
def test_a_folder_that_is_not_there_is_not_found(tx: Tx, number: int) -> None:
    ada = actor_of(make_user(tx))

    with pytest.raises(NotFound) as missed:
        reach_folders(tx, ada, [FolderId(number)], kind="target folder")

    assert (missed.value.kind, missed.value.ref) == ("target folder", str(number))
