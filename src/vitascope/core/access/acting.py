"""Doing for users what they asked for earlier."""

from vitascope.base.errors import NotFound
from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor, Permission
from vitascope.core.accounts.queries import find_user
from vitascope.db import Tx


def act_for(tx: Tx, user_id: UserId) -> Actor:
    """The user as an actor, for work that goes on without them.

    Raises:
        NotFound: the user is gone, or blocked since.
    """
    user = find_user(tx, user_id)
    if user is None or user.is_blocked:
        raise NotFound("user", user_id)
    return Actor(
        user_id=user.id,
        account_id=user.account.id,
        role=user.role,
        permissions=frozenset(Permission),
    )
