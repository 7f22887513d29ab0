"""Reading and writing users, accounts and names."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import AccountId, UserId
from vitascope.core.accounts.model import Account, Role, User
from vitascope.core.accounts.tables import accounts, handles, users
from vitascope.db import Tx, insert_row


def take_name(tx: Tx, name: str) -> None:
    """Reserve ``name`` for one account or channel.

    Raises:
        Conflict: somebody has it.
    """
    taken = tx.execute(sa.select(handles.c.name).where(handles.c.name == name)).first()
    if taken is not None:
        raise Conflict(f"The name {name} is taken by another account or channel")
    tx.execute(handles.insert().values(name=name))


def insert_user(
    tx: Tx,
    *,
    username: str,
    email: str,
    password_hash: str,
    role: Role,
    display_name: str,
    now: datetime,
) -> User:
    """Add a user with the account of the same name, which must be reserved already.

    Raises:
        Conflict: the e-mail address belongs to another user.
    """
    if tx.execute(sa.select(users.c.id).where(users.c.email == email)).first() is not None:
        raise Conflict(f"The address {email} belongs to another user")
    user_id = insert_row(
        tx,
        users,
        {
            "username": username,
            "email": email,
            "password_hash": password_hash,
            "role": role,
            "is_blocked": False,
            "created_at": now,
            "updated_at": now,
        },
    )
    tx.execute(
        accounts.insert().values(
            user_id=user_id,
            name=username,
            display_name=display_name,
            created_at=now,
            updated_at=now,
        )
    )
    user = find_user(tx, UserId(user_id))
    assert user is not None  # noqa: S101 -- inserted above, in this transaction
    return user


def find_user(tx: Tx, user_id: UserId) -> User | None:
    return _find(tx, users.c.id == user_id)


def find_user_by_login(tx: Tx, login: str) -> User | None:
    """By username in any case, or by e-mail address as it was given."""
    return _find(tx, sa.or_(users.c.username == login.lower(), users.c.email == login))


def get_account(tx: Tx, account_id: AccountId) -> Account:
    """Raises NotFound when there is none."""
    return _get_account(tx, accounts.c.id == account_id, account_id)


def get_account_by_name(tx: Tx, name: str) -> Account:
    """By name in any case. Raises NotFound when there is none."""
    return _get_account(tx, accounts.c.name == name.lower(), name)


def count_users(tx: Tx) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(users)).scalar_one()


def note_login(tx: Tx, user_id: UserId, now: datetime) -> None:
    tx.execute(users.update().where(users.c.id == user_id).values(last_login_at=now))


_SELECT_USER = sa.select(
    users,
    accounts.c.id.label("account_id"),
    accounts.c.name.label("account_name"),
    accounts.c.display_name,
    accounts.c.description,
    accounts.c.created_at.label("account_created_at"),
    accounts.c.updated_at.label("account_updated_at"),
).join_from(users, accounts, accounts.c.user_id == users.c.id)


def _find(tx: Tx, condition: sa.ColumnElement[bool]) -> User | None:
    row = tx.execute(_SELECT_USER.where(condition)).first()
    return None if row is None else _user(row)


def _get_account(tx: Tx, condition: sa.ColumnElement[bool], ref: object) -> Account:
    row = tx.execute(sa.select(accounts).where(condition)).first()
    if row is None:
        raise NotFound("account", ref)
    return Account(**row._mapping)


def _user(row: sa.Row[Any]) -> User:
    account = Account(
        id=AccountId(row.account_id),
        user_id=UserId(row.id),
        name=row.account_name,
        display_name=row.display_name,
        description=row.description,
        created_at=row.account_created_at,
        updated_at=row.account_updated_at,
    )
    return User(
        id=UserId(row.id),
        username=row.username,
        email=row.email,
        password_hash=row.password_hash,
        role=row.role,
        is_blocked=row.is_blocked,
        quota_bytes=row.quota_bytes,
        daily_quota_bytes=row.daily_quota_bytes,
        created_at=row.created_at,
        updated_at=row.updated_at,
        last_login_at=row.last_login_at,
        account=account,
    )
