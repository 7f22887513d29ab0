import uuid

import pytest
from tests.core.making import VAULT
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden
from vitascope.base.ids import UserId
from vitascope.core.access.feeds import feed_token_holds, get_feed_token, renew_feed_token
from vitascope.core.access.model import ANONYMOUS, LoginRequired
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.db import Tx


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


def test_a_feed_token_is_a_uuid_that_stays(tx: Tx, user: User) -> None:
    token = get_feed_token(tx, VAULT, actor_of(user))

    assert str(uuid.UUID(token)) == token
    assert get_feed_token(tx, VAULT, actor_of(user)) == token
    assert feed_token_holds(tx, VAULT, user.id, token)


def test_a_new_feed_token_ends_the_old_one(tx: Tx, user: User) -> None:
    old = get_feed_token(tx, VAULT, actor_of(user))

    new = renew_feed_token(tx, VAULT, actor_of(user))

    assert not feed_token_holds(tx, VAULT, user.id, old)
    assert feed_token_holds(tx, VAULT, user.id, new)
    assert get_feed_token(tx, VAULT, actor_of(user)) == new


def test_a_feed_token_opens_the_feeds_of_one_user_on_one_server(tx: Tx, user: User) -> None:
    eve = make_user(tx, "eve")
    token = get_feed_token(tx, VAULT, actor_of(user))

    assert get_feed_token(tx, VAULT, actor_of(eve)) != token
    assert not feed_token_holds(tx, VAULT, eve.id, token)
    assert not feed_token_holds(tx, Vault(b"another"), user.id, token)
    assert not feed_token_holds(tx, VAULT, UserId(999), token)


@pytest.mark.parametrize("token", ["", "é", "0" * 36])
def test_nonsense_opens_no_feed(tx: Tx, user: User, token: str) -> None:
    assert not feed_token_holds(tx, VAULT, user.id, token)


def test_the_feeds_of_a_blocked_user_are_closed(tx: Tx, user: User) -> None:
    token = get_feed_token(tx, VAULT, actor_of(user))

    update_user(tx, user.id, NOON, is_blocked=True)

    assert not feed_token_holds(tx, VAULT, user.id, token)


def test_neither_keys_nor_nobody_get_a_feed_token(tx: Tx, user: User) -> None:
    for actor, error in ((actor_of(user, is_key=True), Forbidden), (ANONYMOUS, LoginRequired)):
        with pytest.raises(error):
            get_feed_token(tx, VAULT, actor)
        with pytest.raises(error):
            renew_feed_token(tx, VAULT, actor)
