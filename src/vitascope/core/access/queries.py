"""Reading and writing credentials."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AccountId, UserId
from vitascope.core.access.model import Actor, ApiKey, KeyKind, OauthClient, Permission
from vitascope.core.access.tables import api_keys, oauth_clients, sessions
from vitascope.core.accounts.tables import accounts, users
from vitascope.db import Tx

_ALL = frozenset(Permission)


def find_session_actor(tx: Tx, access_hash: bytes, now: datetime) -> Actor | None:
    """The actor of an unexpired access token whose user is not blocked."""
    row = tx.execute(
        sa.select(users.c.id, users.c.role, accounts.c.id.label("account_id"))
        .select_from(sessions)
        .join(users, users.c.id == sessions.c.user_id)
        .join(accounts, accounts.c.user_id == users.c.id)
        .where(
            sessions.c.access_hash == access_hash,
            sessions.c.access_expires_at > now,
            users.c.is_blocked.is_(False),
        )
    ).first()
    if row is None:
        return None
    return Actor(
        user_id=UserId(row.id),
        account_id=AccountId(row.account_id),
        role=row.role,
        permissions=_ALL,
    )


def find_key_actor(tx: Tx, kind: KeyKind, key_hash: bytes) -> tuple[Actor, int] | None:
    """The actor of a key whose user is not blocked, with the key's id."""
    row = tx.execute(
        sa.select(
            api_keys.c.id.label("key_id"),
            api_keys.c.permission,
            users.c.id,
            users.c.role,
            accounts.c.id.label("account_id"),
        )
        .select_from(api_keys)
        .join(users, users.c.id == api_keys.c.user_id)
        .join(accounts, accounts.c.user_id == users.c.id)
        .where(
            api_keys.c.key_hash == key_hash,
            api_keys.c.kind == kind,
            users.c.is_blocked.is_(False),
        )
    ).first()
    if row is None:
        return None
    # Whoever may write may read.
    permissions = _ALL if row.permission is Permission.WRITE else frozenset({Permission.READ})
    actor = Actor(
        user_id=UserId(row.id),
        account_id=AccountId(row.account_id),
        role=row.role,
        permissions=permissions,
        is_key=True,
    )
    return actor, row.key_id


def insert_session(
    tx: Tx,
    *,
    user_id: UserId,
    access_hash: bytes,
    refresh_hash: bytes,
    access_expires_at: datetime,
    refresh_expires_at: datetime,
    now: datetime,
) -> None:
    tx.execute(
        sessions.insert().values(
            user_id=user_id,
            access_hash=access_hash,
            refresh_hash=refresh_hash,
            access_expires_at=access_expires_at,
            refresh_expires_at=refresh_expires_at,
            created_at=now,
        )
    )


def take_refresh(tx: Tx, refresh_hash: bytes, now: datetime) -> UserId | None:
    """End the session of an unexpired refresh token and say whose it was."""
    row = tx.execute(
        sessions.delete()
        .where(sessions.c.refresh_hash == refresh_hash, sessions.c.refresh_expires_at > now)
        .returning(sessions.c.user_id)
    ).first()
    return None if row is None else UserId(row.user_id)


def delete_session(tx: Tx, access_hash: bytes) -> bool:
    return (
        tx.execute(sessions.delete().where(sessions.c.access_hash == access_hash)).rowcount > 0
    )


def delete_expired_sessions(tx: Tx, now: datetime) -> None:
    tx.execute(sessions.delete().where(sessions.c.refresh_expires_at <= now))


def find_client(tx: Tx) -> OauthClient | None:
    row = tx.execute(sa.select(oauth_clients)).first()
    return None if row is None else OauthClient(id=row.id, secret=row.secret)


def insert_client(tx: Tx, client: OauthClient) -> None:
    tx.execute(oauth_clients.insert().values(id=client.id, secret=client.secret))


def insert_key(
    tx: Tx,
    *,
    user_id: UserId,
    kind: KeyKind,
    name: str,
    prefix: str,
    key_hash: bytes,
    permission: Permission,
    now: datetime,
) -> None:
    tx.execute(
        api_keys.insert().values(
            user_id=user_id,
            kind=kind,
            name=name,
            prefix=prefix,
            key_hash=key_hash,
            permission=permission,
            created_at=now,
        )
    )


def list_keys(tx: Tx, user_id: UserId) -> list[ApiKey]:
    rows = tx.execute(
        sa.select(api_keys).where(api_keys.c.user_id == user_id).order_by(api_keys.c.id)
    )
    return [_key(row) for row in rows]


def delete_key(tx: Tx, key_id: int) -> bool:
    return tx.execute(api_keys.delete().where(api_keys.c.id == key_id)).rowcount > 0


def note_key_use(tx: Tx, key_id: int, now: datetime) -> None:
    tx.execute(api_keys.update().where(api_keys.c.id == key_id).values(last_used_at=now))


def _key(row: sa.Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        user_id=UserId(row.user_id),
        kind=row.kind,
        name=row.name,
        prefix=row.prefix,
        permission=row.permission,
        created_at=row.created_at,
        last_used_at=row.last_used_at,
    )
