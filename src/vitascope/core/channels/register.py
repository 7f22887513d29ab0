"""A new user, with the account and the channel that come along."""

from datetime import datetime

from vitascope.base.errors import Invalid
from vitascope.core.access.passwords import hash_password
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.names import check_handle
from vitascope.core.accounts.queries import insert_user, take_name
from vitascope.core.channels.queries import insert_channel
from vitascope.db import Tx

_SHORTEST_PASSWORD, _LONGEST_PASSWORD = 6, 255


def register_user(
    tx: Tx, *, username: str, email: str, password: str, role: Role, now: datetime
) -> User:
    """Add a user with an account of the same name and the channel ``<name>_channel``.

    Raises:
        Invalid: a name or password that breaks the rules.
        Conflict: the name or the e-mail address is taken.
    """
    check_handle("username", username)
    if not _SHORTEST_PASSWORD <= len(password) <= _LONGEST_PASSWORD:
        raise Invalid(
            "password",
            f"A password has {_SHORTEST_PASSWORD} to {_LONGEST_PASSWORD} characters",
        )
    return add_user(
        tx,
        username=username,
        email=email,
        password_hash=hash_password(password),
        role=role,
        now=now,
    )


def add_user(
    tx: Tx, *, username: str, email: str, password_hash: str, role: Role, now: datetime
) -> User:
    """As :func:`register_user`, for a password that is hashed already.

    Raises:
        Conflict: the name or the e-mail address is taken.
    """
    take_name(tx, username)
    user = insert_user(
        tx,
        username=username,
        email=email,
        password_hash=password_hash,
        role=role,
        display_name=username,
        now=now,
    )
    channel = f"{username}_channel"
    take_name(tx, channel)
    insert_channel(
        tx,
        account_id=user.account.id,
        name=channel,
        display_name=f"Main {username} channel",
        now=now,
    )
    return user
