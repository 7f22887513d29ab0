import pytest
from tests.factories import actor_of, make_user

from vitascope.base.errors import Forbidden
from vitascope.base.ids import UserId
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.accounts.model import Role
from vitascope.core.stats.sight import check_sees_server, seen_account
from vitascope.db import Tx


def test_everybody_sees_their_own_account_with_a_key_too(tx: Tx) -> None:
    make_user(tx, "root", Role.ADMINISTRATOR)
    ada = make_user(tx, "ada")

    seen = [seen_account(tx, actor_of(ada, is_key=key), ada.id) for key in (False, True)]

    assert seen == [ada.account.id, ada.account.id]


def test_an_administrator_sees_everybodys_and_each_ones(tx: Tx) -> None:
    root, ada = make_user(tx, "root", Role.ADMINISTRATOR), make_user(tx, "ada")

    seen = [seen_account(tx, actor_of(root), each) for each in (None, ada.id, root.id)]

    assert seen == [None, ada.account.id, root.account.id]


def test_of_a_user_who_is_not_there_an_administrator_sees_nobodys(tx: Tx) -> None:
    root = make_user(tx, "root", Role.ADMINISTRATOR)

    assert seen_account(tx, actor_of(root), UserId(root.id + 1)) == 0


@pytest.mark.parametrize("role", [Role.USER, Role.MODERATOR])
def test_nobody_else_sees_anothers_or_everybodys(tx: Tx, role: Role) -> None:
    ada, eve = make_user(tx, "ada"), make_user(tx, "eve", role)

    for user_id in (ada.id, UserId(ada.id + 10), None):
        with pytest.raises(Forbidden):
            seen_account(tx, actor_of(eve), user_id)


def test_a_key_of_an_administrator_sees_its_own_only(tx: Tx) -> None:
    root, ada = make_user(tx, "root", Role.ADMINISTRATOR), make_user(tx, "ada")

    for user_id in (ada.id, None):
        with pytest.raises(Forbidden):
            seen_account(tx, actor_of(root, is_key=True), user_id)


def test_nobody_known_sees_nothing(tx: Tx) -> None:
    ada = make_user(tx, "ada")

    for user_id in (ada.id, None):
        with pytest.raises(LoginRequired):
            seen_account(tx, ANONYMOUS, user_id)


def test_how_the_server_does_is_for_administrators(tx: Tx) -> None:
    root, ada = make_user(tx, "root", Role.ADMINISTRATOR), make_user(tx, "ada")

    check_sees_server(actor_of(root))

    for actor in (actor_of(ada), actor_of(root, is_key=True), ANONYMOUS):
        with pytest.raises(Forbidden):
            check_sees_server(actor)
