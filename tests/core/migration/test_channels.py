from datetime import timedelta

import sqlalchemy as sa
from tests.factories import NOON, actor_of, make_user

from vitascope.core.channels.make import NewChannel, make_channel
from vitascope.core.channels.queries import list_account_channels
from vitascope.core.migration.channels import copy_channel
from vitascope.db import Tx

SERVER = "https://tube.example"
FILMS = NewChannel(name="films", display_name="Films", description="All of them")


def test_a_channel_is_copied_once(tx: Tx) -> None:
    ada = actor_of(make_user(tx))

    channel, is_new = copy_channel(tx, ada, SERVER, FILMS, now=NOON)
    again, is_new_again = copy_channel(tx, ada, SERVER, FILMS, now=NOON + timedelta(1))

    assert (channel.name, channel.description, is_new) == ("films", "All of them", True)
    assert (again, is_new_again) == (channel, False)


def test_a_channel_whose_name_others_have_gets_a_number(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    for name in ("films", "films_2"):
        make_channel(tx, actor_of(bob), NewChannel(name=name, display_name="His"), now=NOON)

    channel, is_new = copy_channel(tx, actor_of(ada), SERVER, FILMS, now=NOON)
    again, _ = copy_channel(tx, actor_of(ada), SERVER, FILMS, now=NOON)

    assert (channel.name, channel.display_name, is_new) == ("films_3", "Films", True)
    assert again == channel


def test_an_own_channel_of_that_name_goes_on(tx: Tx) -> None:
    user = make_user(tx)
    mine = make_channel(
        tx, actor_of(user), NewChannel(name="films", display_name="Mine"), now=NOON
    )

    channel, is_new = copy_channel(tx, actor_of(user), SERVER, FILMS, now=NOON)

    assert (channel, is_new) == (mine, False)
    assert len(list_account_channels(tx, user.account.id).items) == 2


def test_channels_of_two_servers_that_share_a_name_stay_one_or_two_as_their_owner_has_it(
    tx: Tx,
) -> None:
    ada, bob = actor_of(make_user(tx)), actor_of(make_user(tx, "bob"))

    one, _ = copy_channel(tx, ada, SERVER, FILMS, now=NOON)
    same, _ = copy_channel(tx, ada, "https://other.example", FILMS, now=NOON)
    other, _ = copy_channel(tx, bob, SERVER, FILMS, now=NOON)

    assert same == one
    assert (other.name, other.account_id) == ("films_2", bob.account_id)


def test_a_channel_that_was_deleted_here_is_made_again(tx: Tx) -> None:
    user = make_user(tx)
    first, _ = copy_channel(tx, actor_of(user), SERVER, FILMS, now=NOON)
    tx.execute(sa.text("DELETE FROM channels WHERE id = :id"), {"id": first.id})

    second, is_new = copy_channel(tx, actor_of(user), SERVER, FILMS, now=NOON)
    third, _ = copy_channel(tx, actor_of(user), SERVER, FILMS, now=NOON)

    # The name is not free again: addresses elsewhere may still lead to the first.
    assert (second.name, is_new) == ("films_2", True)
    assert third == second


def test_a_long_name_is_cut_for_its_number(tx: Tx) -> None:
    ada, bob = actor_of(make_user(tx)), actor_of(make_user(tx, "bob"))
    long = NewChannel(name="x" * 50, display_name="Long")
    make_channel(tx, bob, long, now=NOON)

    channel, _ = copy_channel(tx, ada, SERVER, long, now=NOON)

    assert channel.name == "x" * 48 + "_2"
