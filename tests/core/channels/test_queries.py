from datetime import timedelta

import pytest
from tests.factories import NOON, make_user

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, ChannelId
from vitascope.core.accounts.queries import take_name
from vitascope.core.channels.model import Channel
from vitascope.core.channels.queries import (
    default_channel,
    find_channel,
    find_channel_by_name,
    get_channel,
    get_channel_by_name,
    insert_channel,
    list_account_channels,
    list_channels_of,
    touch_channel,
)
from vitascope.db import Tx

LATER = NOON + timedelta(hours=1)


def make_channel(tx: Tx, account_id: AccountId, name: str) -> ChannelId:
    take_name(tx, name)
    return insert_channel(
        tx, account_id=account_id, name=name, display_name=name.title(), now=LATER
    )


def test_the_oldest_channel_is_the_default_one(tx: Tx) -> None:
    ada = make_user(tx, "ada").account
    first = default_channel(tx, ada.id)
    films = make_channel(tx, ada.id, "films")

    page = list_account_channels(tx, ada.id, count=1)

    assert default_channel(tx, ada.id) == first
    assert (page.total, page.items) == (2, [first])
    assert list_account_channels(tx, ada.id, start=1).items == [
        Channel(
            id=films,
            account_id=ada.id,
            name="films",
            display_name="Films",
            description=None,
            support=None,
            created_at=LATER,
            updated_at=LATER,
        )
    ]


def test_channels_are_their_accounts_own(tx: Tx) -> None:
    ada, eve = make_user(tx, "ada").account, make_user(tx, "eve").account

    assert [channel.name for channel in list_account_channels(tx, ada.id).items] == [
        "ada_channel"
    ]
    assert default_channel(tx, eve.id).name == "eve_channel"


def test_a_channel_is_found_by_number_and_by_name(tx: Tx) -> None:
    mine = default_channel(tx, make_user(tx, "ada").account.id)

    assert find_channel(tx, mine.id) == find_channel_by_name(tx, "ADA_channel") == mine
    assert (find_channel(tx, ChannelId(9)), find_channel_by_name(tx, "ada")) == (None, None)
    with pytest.raises(NotFound):
        get_channel(tx, ChannelId(9))
    with pytest.raises(NotFound):
        default_channel(tx, AccountId(9))


def test_a_channel_remembers_when_it_was_used(tx: Tx) -> None:
    mine = default_channel(tx, make_user(tx, "ada").account.id)

    touch_channel(tx, mine.id, LATER)

    assert get_channel(tx, mine.id).updated_at == LATER


def test_the_channels_of_several_accounts_are_listed_together(tx: Tx) -> None:
    ada, bob, _ = (make_user(tx, name).account for name in ("ada", "bob", "cleo"))

    found = list_channels_of(tx, [ada.id, bob.id])

    assert found == {
        account.id: [get_channel_by_name(tx, f"{account.name}_channel")]
        for account in (ada, bob)
    }
    assert list_channels_of(tx, []) == {}
