import pytest
from tests.factories import NOON

from vitascope.base.errors import Invalid
from vitascope.core.access.sessions import get_client
from vitascope.core.accounts.model import Role
from vitascope.core.accounts.queries import count_users, find_user_by_login
from vitascope.core.instance.setup import set_up
from vitascope.db import Tx


def test_the_first_start_makes_the_administrator_and_later_ones_nothing(tx: Tx) -> None:
    first = set_up(tx, email="root@example.org", password="long enough", now=NOON)
    client = get_client(tx)
    second = set_up(tx, email="root@example.org", password="another one", now=NOON)

    root = find_user_by_login(tx, "root")
    assert (first, second, count_users(tx)) == (True, False, 1)
    assert root is not None
    assert (root.role, root.email) == (Role.ADMINISTRATOR, "root@example.org")
    assert get_client(tx) == client


def test_a_weak_password_is_refused(tx: Tx) -> None:
    with pytest.raises(Invalid, match="6 to 255"):
        set_up(tx, email="root@example.org", password="short", now=NOON)
