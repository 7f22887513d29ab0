"""Reading and writing users."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from vitascope.base.errors import Conflict, NotFound
from vitascope.base.ids import AccountId, UserId
from vitascope.core.accounts.model import Account, Allowances, Preferences, Role, User
from vitascope.core.accounts.tables import accounts, users
from vitascope.db import Tx, insert_row

_DOCUMENTS = ("preferences", "allowances")


def insert_user(
    tx: Tx,
    *,
    username: str,
    email: str | None,
    password_hash: str | None,
    role: Role,
    display_name: str,
    now: datetime,
    **values: Any,
) -> User:
    """Add a user with the account of the same name, which must be reserved already.
    ``values`` are more columns.

    Raises:
        Conflict: the e-mail address belongs to another user.
    """
    _check_email_is_free(tx, email)
    row = {
        "username": username,
        "email": email,
        "password_hash": password_hash,
        "role": role,
        "is_blocked": False,
        "created_at": now,
        "updated_at": now,
        **_columns(values),
    }
    with _told_when_taken(tx, email):
        user_id = insert_row(tx, users, row)
    tx.execute(
        accounts.insert().values(
            user_id=user_id,
            name=username,
            display_name=display_name,
            created_at=now,
            updated_at=now,
        )
    )
    return get_user(tx, UserId(user_id))


def update_user(tx: Tx, user_id: UserId, now: datetime, **values: Any) -> User:
    """Change columns of a user.

    Raises:
        NotFound: no such user.
        Conflict: the e-mail address belongs to another user.
    """
    if "email" in values:
        _check_email_is_free(tx, values["email"], user_id)
    changed = users.update().where(users.c.id == user_id)
    with _told_when_taken(tx, values.get("email")):
        tx.execute(changed.values(updated_at=now, **_columns(values)))
    return get_user(tx, user_id)


def delete_user_row(tx: Tx, user_id: UserId) -> None:
    """Remove a user with the account, sessions and keys."""
    tx.execute(users.delete().where(users.c.id == user_id))


def find_user(tx: Tx, user_id: UserId) -> User | None:
    return _find(tx, users.c.id == user_id)


def get_user(tx: Tx, user_id: UserId) -> User:
    """Raises NotFound when there is none."""
    user = find_user(tx, user_id)
    if user is None:
        raise NotFound("user", user_id)
    return user


def find_user_by_login(tx: Tx, login: str) -> User | None:
    """By username in any case, or by e-mail address as it was given."""
    if "\0" in login:  # PostgreSQL refuses to look for it
        return None
    return _find(tx, sa.or_(users.c.username == login.lower(), users.c.email == login))


def find_user_by_email(tx: Tx, email: str) -> User | None:
    if "\0" in email:  # PostgreSQL refuses to look for it
        return None
    return _find(tx, users.c.email == email)


def count_users(tx: Tx) -> int:
    return tx.execute(sa.select(sa.func.count()).select_from(users)).scalar_one()


def note_login(tx: Tx, user_id: UserId, now: datetime) -> None:
    tx.execute(users.update().where(users.c.id == user_id).values(last_login_at=now))


SELECT_USER = sa.select(
    users,
    accounts.c.id.label("account_id"),
    accounts.c.name.label("account_name"),
    accounts.c.display_name,
    accounts.c.description,
    accounts.c.created_at.label("account_created_at"),
    accounts.c.updated_at.label("account_updated_at"),
).join_from(users, accounts, accounts.c.user_id == users.c.id)


def read_user(row: sa.Row[Any]) -> User:
    """The user in a row of :data:`SELECT_USER`."""
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
        pending_email=row.pending_email,
        email_verified=row.email_verified,
        is_email_public=row.is_email_public,
        password_hash=row.password_hash,
        role=row.role,
        is_blocked=row.is_blocked,
        blocked_reason=row.blocked_reason,
        skips_review=row.skips_review,
        quota_bytes=row.quota_bytes,
        daily_quota_bytes=row.daily_quota_bytes,
        preferences=msgspec.json.decode(row.preferences, type=Preferences),
        allowances=msgspec.json.decode(row.allowances, type=Allowances),
        has_two_factor=row.otp_secret is not None,
        created_at=row.created_at,
        updated_at=row.updated_at,
        last_login_at=row.last_login_at,
        account=account,
    )


def _find(tx: Tx, condition: sa.ColumnElement[bool]) -> User | None:
    row = tx.execute(SELECT_USER.where(condition)).first()
    return None if row is None else read_user(row)


def _check_email_is_free(tx: Tx, email: str | None, but: UserId | None = None) -> None:
    if email is None:
        return
    other = tx.execute(sa.select(users.c.id).where(users.c.email == email)).first()
    if other is not None and other.id != but:
        raise Conflict(f"The address {email} belongs to another user")


@contextmanager
def _told_when_taken(tx: Tx, email: str | None) -> Iterator[None]:
    """Between the question whether an address is free and the answer, another may take it."""
    if email is None:
        yield
        return
    try:
        with tx.begin_nested():
            yield
    except sa.exc.IntegrityError as error:
        raise Conflict(f"The address {email} belongs to another user") from error


def _columns(values: dict[str, Any]) -> dict[str, Any]:
    return {
        name: msgspec.json.encode(value).decode() if name in _DOCUMENTS else value
        for name, value in values.items()
    }
