import pytest
from tests.factories import NOON, make_user

from vitascope.base.errors import Conflict, Invalid
from vitascope.core.accounts.model import Role
from vitascope.core.channels.queries import default_channel
from vitascope.core.channels.register import register_user
from vitascope.db import Tx


def test_a_new_user_has_an_account_and_a_channel(tx: Tx) -> None:
    user = make_user(tx, "ada")

    channel = default_channel(tx, user.account.id)

    assert (user.account.name, channel.name) == ("ada", "ada_channel")
    assert channel.display_name == "Main ada channel"


def test_accounts_and_channels_share_one_namespace(tx: Tx) -> None:
    make_user(tx, "ada")

    with pytest.raises(Conflict, match="ada_channel is taken"):
        make_user(tx, "ada_channel")


def test_an_address_belongs_to_one_user(tx: Tx) -> None:
    make_user(tx, "ada")

    with pytest.raises(Conflict, match="belongs to another user"):
        register_user(
            tx,
            username="eve",
            email="ada@example.org",
            password="long enough",
            role=Role.USER,
            now=NOON,
        )


@pytest.mark.parametrize("name", ["", "Ada", "a b", ".ada", "ada.", "ä", "a" * 51, "a/b"])
def test_a_name_that_cannot_travel_is_refused(tx: Tx, name: str) -> None:
    with pytest.raises(Invalid):
        make_user(tx, name)
