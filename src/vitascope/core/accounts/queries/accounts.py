"""Reading and writing accounts, and the names they share with channels."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import AccountId
from vitascope.base.page import Page
from vitascope.core.accounts.model import Account
from vitascope.core.accounts.tables import accounts, handles
from vitascope.db import Tx


def take_name(tx: Tx, name: str) -> None:
    """Reserve ``name`` for one account or channel.

    Raises:
        Conflict: somebody has it.
    """
    try:
        # Asking first would leave a moment in which somebody else takes it.
        with tx.begin_nested():
            tx.execute(handles.insert().values(name=name))
    except sa.exc.IntegrityError as error:
        message = f"The name {name} is taken by another account or channel"
        raise Conflict(message) from error


def is_name_free(tx: Tx, name: str) -> bool:
    return tx.execute(sa.select(handles.c.name).where(handles.c.name == name)).first() is None


def release_name(tx: Tx, name: str) -> None:
    """Free the name of an account or channel that is gone, with its pictures."""
    tx.execute(handles.delete().where(handles.c.name == name))


def get_account(tx: Tx, account_id: AccountId) -> Account:
    """Raises NotFound when there is none."""
    return _get_account(tx, accounts.c.id == account_id, account_id)


def get_account_by_name(tx: Tx, name: str) -> Account:
    """By name in any case. Raises NotFound when there is none."""
    return _get_account(tx, accounts.c.name == name.lower(), name)


def list_accounts(
    tx: Tx, *, newest_first: bool = True, start: int = 0, count: int = 15
) -> Page[Account]:
    """All accounts, by age."""
    age = accounts.c.id.desc() if newest_first else accounts.c.id
    rows = tx.execute(sa.select(accounts).order_by(age).offset(start).limit(count))
    total = tx.execute(sa.select(sa.func.count()).select_from(accounts)).scalar_one()
    return Page(items=[Account(**row._mapping) for row in rows], total=total)


def save_profile(tx: Tx, account_id: AccountId, now: datetime, **values: Any) -> None:
    """Change ``display_name`` or ``description``."""
    known = accounts.update().where(accounts.c.id == account_id)
    tx.execute(known.values(updated_at=now, **values))


def _get_account(tx: Tx, condition: sa.ColumnElement[bool], ref: object) -> Account:
    row = tx.execute(sa.select(accounts).where(condition)).first()
    if row is None:
        raise NotFound("account", ref)
    return Account(**row._mapping)
