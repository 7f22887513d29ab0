"""Tokens for private feeds, which readers cannot send as a header."""

import hmac

from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.queries import find_user, get_feed_serial, set_feed_serial
from vitascope.db import Tx


def get_feed_token(tx: Tx, vault: Vault, actor: Actor) -> str:
    """The actor's feed token. Raises Forbidden for nobody known, or a key."""
    actor.check_is_person()
    user_id = actor.known_user()
    return vault.feed_token(user_id, get_feed_serial(tx, user_id))


def renew_feed_token(tx: Tx, vault: Vault, actor: Actor) -> str:
    """A new feed token; feeds with the old one stop. Raises as :func:`get_feed_token`."""
    actor.check_is_person()
    user_id = actor.known_user()
    set_feed_serial(tx, user_id, get_feed_serial(tx, user_id) + 1)
    return get_feed_token(tx, vault, actor)


def feed_token_holds(tx: Tx, vault: Vault, user_id: UserId, token: str) -> bool:
    """Whether ``token`` opens the private feeds of a user, who is not blocked."""
    user = find_user(tx, user_id)
    if user is None or user.is_blocked:
        return False
    expected = vault.feed_token(user_id, get_feed_serial(tx, user_id))
    return hmac.compare_digest(expected.encode(), token.encode())
