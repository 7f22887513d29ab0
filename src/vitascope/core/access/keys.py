"""API keys: shown once, kept as a hash."""

import secrets
from datetime import datetime

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import UserId
from vitascope.core.access import queries
from vitascope.core.access.model import Actor, KeyKind, Permission
from vitascope.core.access.sessions import hash_token
from vitascope.db import Tx

_SHOWN = 12
_LONGEST_NAME = 100


def create_key(
    tx: Tx, user_id: UserId, *, kind: KeyKind, name: str, permission: Permission, now: datetime
) -> str:
    """Make a key and return it; nobody can read it again.

    Raises:
        Invalid: an empty or overlong name.
    """
    if not 0 < len(name) <= _LONGEST_NAME:
        raise Invalid("name", f"A key's name has 1 to {_LONGEST_NAME} characters")
    key = f"{kind}_{secrets.token_hex(24)}"
    queries.insert_key(
        tx,
        user_id=user_id,
        kind=kind,
        name=name,
        prefix=key[:_SHOWN],
        key_hash=hash_token(key),
        permission=permission,
        now=now,
    )
    return key


def revoke_key(tx: Tx, key_id: int) -> None:
    """Forget a key; calls that use it fail from now on.

    Raises:
        NotFound: no such key.
    """
    if not queries.delete_key(tx, key_id):
        raise NotFound("key", key_id)


def find_key_actor(tx: Tx, kind: KeyKind, key: str) -> tuple[Actor, int] | None:
    """Who holds this key, and the key's id; None when it is unknown or revoked."""
    return queries.find_key_actor(tx, kind, hash_token(key))
