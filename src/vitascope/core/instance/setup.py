"""What a server needs before its first visitor."""

from datetime import datetime

from vitascope.core.access.sessions import make_client
from vitascope.core.accounts.model import Role
from vitascope.core.accounts.queries import count_users
from vitascope.core.users.add import register_user
from vitascope.core.users.manage import ROOT
from vitascope.db import Tx

ADMINISTRATOR = ROOT


def set_up(tx: Tx, *, email: str, password: str, now: datetime) -> bool:
    """Create the administrator and the OAuth client, unless there are users already.

    Returns whether it did.

    Raises:
        Invalid: the password breaks the rules.
    """
    make_client(tx)
    if count_users(tx) > 0:
        return False
    register_user(
        tx,
        username=ADMINISTRATOR,
        email=email,
        password=password,
        role=Role.ADMINISTRATOR,
        now=now,
    )
    return True
