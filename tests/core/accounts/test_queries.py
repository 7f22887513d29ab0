import pytest
from tests.factories import make_user

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId
from vitascope.core.accounts.queries import get_account, get_account_by_name
from vitascope.core.channels.queries import default_channel, get_channel_by_name
from vitascope.db import Tx


def test_accounts_and_channels_are_found_by_name_in_any_case(tx: Tx) -> None:
    ada = make_user(tx, "ada").account

    assert get_account_by_name(tx, "ADA") == get_account(tx, ada.id) == ada
    assert get_channel_by_name(tx, "Ada_Channel") == default_channel(tx, ada.id)


def test_unknown_names_are_not_found(tx: Tx) -> None:
    make_user(tx, "ada")

    with pytest.raises(NotFound):
        get_account_by_name(tx, "ada_channel")
    with pytest.raises(NotFound):
        get_channel_by_name(tx, "ada")
    with pytest.raises(NotFound):
        get_account(tx, AccountId(9))
