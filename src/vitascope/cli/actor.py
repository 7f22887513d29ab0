"""Whom the command line acts as, and on."""

from vitascope.base.errors import NotFound
from vitascope.core.access.model import Actor, Permission
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.users.queries import list_users_of
from vitascope.db import Tx


class NoAdministrator(ValueError):
    """There is nobody whose rights the command line could have."""

    def __init__(self) -> None:
        super().__init__(
            "There is no administrator yet: start the server once with vitascope serve"
        )


def operator(tx: Tx) -> Actor:
    """The first administrator: whoever reaches the data folder may do what that user may.

    Raises:
        NoAdministrator: the server was never started.
    """
    administrators = list_users_of(tx, Role.ADMINISTRATOR)
    if not administrators:
        raise NoAdministrator
    first = administrators[0]
    return Actor(
        user_id=first.id,
        account_id=first.account.id,
        role=first.role,
        permissions=frozenset(Permission),
    )


def named_user(tx: Tx, login: str) -> User:
    """By username or e-mail address. Raises NotFound when there is none."""
    user = find_user_by_login(tx, login)
    if user is None:
        raise NotFound("user", login)
    return user
