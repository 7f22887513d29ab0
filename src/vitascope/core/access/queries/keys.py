"""Reading and writing API keys, and what was done with them."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.ids import AccountId, UserId
from vitascope.core.access.model import (
    Actor,
    ApiKey,
    CredentialKind,
    KeyKind,
    KeyUse,
    Permission,
)
from vitascope.core.access.tables import api_keys, key_uses
from vitascope.core.accounts.tables import accounts, users
from vitascope.db import Tx, insert_row

_ALL = frozenset(Permission)


# Asked with every request, so it is put together once.
_ACTOR = (
    sa.select(
        api_keys.c.id.label("key_id"),
        api_keys.c.kind,
        api_keys.c.permission,
        api_keys.c.expires_at,
        users.c.id,
        users.c.role,
        accounts.c.id.label("account_id"),
    )
    .select_from(api_keys)
    .join(users, users.c.id == api_keys.c.user_id)
    .join(accounts, accounts.c.user_id == users.c.id)
    .where(api_keys.c.key_hash == sa.bindparam("key_hash"), users.c.is_blocked.is_(False))
)


def find_key_actor(tx: Tx, key_hash: bytes) -> tuple[Actor, datetime | None] | None:
    """The actor of a key whose user is not blocked, and when the key expires."""
    row = tx.execute(_ACTOR, {"key_hash": key_hash}).first()
    if row is None:
        return None
    # Whoever may write may read.
    permissions = _ALL if row.permission is Permission.WRITE else frozenset({Permission.READ})
    actor = Actor(
        user_id=UserId(row.id),
        account_id=AccountId(row.account_id),
        role=row.role,
        permissions=permissions,
        credential=CredentialKind(row.kind),
        credential_id=row.key_id,
    )
    return actor, row.expires_at


def insert_key(
    tx: Tx,
    *,
    user_id: UserId,
    kind: KeyKind,
    name: str,
    prefix: str,
    key_hash: bytes,
    permission: Permission,
    expires_at: datetime | None,
    now: datetime,
) -> int:
    values = {
        "user_id": user_id,
        "kind": kind,
        "name": name,
        "prefix": prefix,
        "key_hash": key_hash,
        "permission": permission,
        "expires_at": expires_at,
        "created_at": now,
    }
    return insert_row(tx, api_keys, values)


def find_key(tx: Tx, key_id: int) -> ApiKey | None:
    row = tx.execute(sa.select(api_keys).where(api_keys.c.id == key_id)).first()
    return None if row is None else _key(row)


def has_key(tx: Tx, key_hash: bytes) -> bool:
    """Whether somebody has this key, also one that has expired."""
    found = sa.select(api_keys.c.id).where(api_keys.c.key_hash == key_hash)
    return tx.execute(found).first() is not None


def list_keys(tx: Tx, user_id: UserId, *, kind: KeyKind | None = None) -> list[ApiKey]:
    """Keys of a user, of one kind or of all, oldest first."""
    query = sa.select(api_keys).where(api_keys.c.user_id == user_id)
    if kind is not None:
        query = query.where(api_keys.c.kind == kind)
    return [_key(row) for row in tx.execute(query.order_by(api_keys.c.id))]


def delete_key(tx: Tx, key_id: int) -> bool:
    return tx.execute(api_keys.delete().where(api_keys.c.id == key_id)).rowcount > 0


def insert_key_uses(tx: Tx, uses: Iterable[KeyUse]) -> None:
    """Write what was done with keys, all in one statement. Uses of keys that are gone are
    dropped."""
    given = list(uses)
    if not given:
        return
    wanted = {use.key_id for use in given}
    there = sa.select(api_keys.c.id).where(api_keys.c.id.in_(wanted)).order_by(api_keys.c.id)
    # Held until the uses are written: revoking one key must not lose those of all others.
    known = set(tx.execute(there.with_for_update()).scalars())
    rows = [
        {
            "key_id": use.key_id,
            "method": use.method,
            "path": use.path,
            "status": use.status,
            "address": use.address,
            "used_at": use.used_at,
        }
        for use in given
        if use.key_id in known
    ]
    if rows:
        tx.execute(key_uses.insert(), rows)
    latest = {use.key_id: use.used_at for use in given if use.key_id in known}
    for key_id, used_at in latest.items():
        note = api_keys.update().where(api_keys.c.id == key_id)
        tx.execute(note.values(last_used_at=used_at))


def list_key_uses(tx: Tx, key_id: int, *, limit: int = 100) -> list[KeyUse]:
    """What was done with a key, newest first."""
    rows = tx.execute(
        sa.select(key_uses)
        .where(key_uses.c.key_id == key_id)
        .order_by(key_uses.c.id.desc())
        .limit(limit)
    )
    return [KeyUse(**row._mapping) for row in rows]


def delete_key_uses(tx: Tx, before: datetime) -> int:
    """Forget what was done before that time. Return how many uses that were."""
    return tx.execute(key_uses.delete().where(key_uses.c.used_at < before)).rowcount


def _key(row: sa.Row[Any]) -> ApiKey:
    return ApiKey(
        id=row.id,
        user_id=UserId(row.user_id),
        kind=row.kind,
        name=row.name,
        prefix=row.prefix,
        permission=row.permission,
        created_at=row.created_at,
        expires_at=row.expires_at,
        last_used_at=row.last_used_at,
    )
