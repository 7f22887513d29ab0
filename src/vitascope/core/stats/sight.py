"""Who may see what."""

from vitascope.base.errors import Forbidden
from vitascope.base.ids import AccountId, UserId
from vitascope.core.access.model import Actor, Right
from vitascope.core.accounts.queries import find_user
from vitascope.db import Tx

_NOBODYS = AccountId(0)


def check_sees_server(actor: Actor) -> None:
    """Raises LoginRequired or Forbidden unless ``actor`` may see how the server is doing."""
    actor.known_user()
    actor.check_is_person()
    if not actor.may(Right.MANAGE_CONFIGURATION):
        raise Forbidden("Only administrators may see that")


def seen_account(tx: Tx, actor: Actor, user_id: UserId | None) -> AccountId | None:
    """The account whose sums are asked for: that of a user, or None for everybody's. One
    that nobody has for a user who does not exist.

    Raises:
        LoginRequired, Forbidden: the user is another one, and the actor no administrator.
    """
    if user_id is not None and actor.known_user() == user_id:
        return actor.account_id or _NOBODYS
    check_sees_server(actor)
    if user_id is None:
        return None
    user = find_user(tx, user_id)
    return _NOBODYS if user is None else user.account.id
