import pytest
from tests.factories import actor_of, make_user

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.accounts.model import Role
from vitascope.core.videos.failures import all_failures
from vitascope.db import Tx


def test_administrators_see_what_failed(tx: Tx) -> None:
    root = actor_of(make_user(tx, "root", Role.ADMINISTRATOR))

    assert all_failures(tx, root, count=10) == []


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_nobody_else_does(tx: Tx, role: Role) -> None:
    other = actor_of(make_user(tx, "eve", role))

    with pytest.raises(Forbidden):
        all_failures(tx, other, count=10)


def test_a_key_of_an_administrator_does_not(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)

    with pytest.raises(Forbidden):
        all_failures(tx, actor_of(root, is_key=True), count=10)
    with pytest.raises(LoginRequired):
        all_failures(tx, ANONYMOUS, count=10)
