"""API keys: shown once, kept as a hash."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from vitascope.base.errors import Invalid, NotFound
from vitascope.base.ids import UserId
from vitascope.core.access.model import Actor, ApiKey, KeyKind, KeyUse, Permission
from vitascope.core.access.queries import keys as queries
from vitascope.core.access.tokens import hash_token
from vitascope.db import Tx

USES_KEPT = timedelta(days=30)
_LONGEST_NAME = 100
_MOST_KEYS = 100


@dataclass(frozen=True, slots=True)
class _Shape:
    """How keys of a kind look: hex characters drawn, and characters shown afterwards."""

    drawn_bytes: int
    shown: int


# As the documents have them (facts: sections 1.2, 3.1 and 4.3).
_SHAPES = {
    KeyKind.VIDEOCMS: _Shape(32, 8),
    KeyKind.AVCAPTION: _Shape(32, 12),
    KeyKind.VSRC: _Shape(24, 12),
}


@dataclass(frozen=True, slots=True)
class NewKey:
    """``secret`` is the key in clear: nobody can read it again."""

    key: ApiKey
    secret: str


def create_key(
    tx: Tx,
    user_id: UserId,
    *,
    kind: KeyKind,
    name: str,
    permission: Permission,
    expires_at: datetime | None = None,
    now: datetime,
) -> NewKey:
    """Make a key for somebody whose right to it has been checked.

    Raises:
        Invalid: an empty or overlong name, an expiry in the past, too many keys.
    """
    if not 0 < len(name.strip()) <= _LONGEST_NAME:
        raise Invalid("name", f"A key's name has 1 to {_LONGEST_NAME} characters")
    if expires_at is not None and expires_at <= now:
        raise Invalid("expires_at", "A key has to expire in the future")
    if len(queries.list_keys(tx, user_id)) >= _MOST_KEYS:
        raise Invalid("name", f"Nobody has more than {_MOST_KEYS} keys: revoke one first")
    shape = _SHAPES[kind]
    secret = f"{kind}_{secrets.token_hex(shape.drawn_bytes)}"
    key_id = queries.insert_key(
        tx,
        user_id=user_id,
        kind=kind,
        name=name.strip(),
        prefix=secret[: shape.shown],
        key_hash=hash_token(secret),
        permission=permission,
        expires_at=expires_at,
        now=now,
    )
    return NewKey(get_key(tx, key_id), secret)


def create_own_key(
    tx: Tx,
    actor: Actor,
    *,
    kind: KeyKind,
    name: str,
    permission: Permission = Permission.WRITE,
    expires_at: datetime | None = None,
    now: datetime,
) -> NewKey:
    """Make a key for the actor.

    Raises:
        Forbidden: the actor is nobody known, or a key itself.
        Invalid: as :func:`create_key`.
    """
    owner = _person(actor)
    return create_key(
        tx,
        owner,
        kind=kind,
        name=name,
        permission=permission,
        expires_at=expires_at,
        now=now,
    )


def list_own_keys(tx: Tx, actor: Actor, *, kind: KeyKind | None = None) -> list[ApiKey]:
    """The actor's keys. Raises Forbidden for a key: it may not see the others."""
    return queries.list_keys(tx, _person(actor), kind=kind)


def own_key(tx: Tx, actor: Actor, key_id: int) -> ApiKey:
    """Raises Forbidden for a key, NotFound for a key of somebody else."""
    owner = _person(actor)
    key = queries.find_key(tx, key_id)
    if key is None or key.user_id != owner:
        raise NotFound("key", key_id)
    return key


def revoke_own_key(tx: Tx, actor: Actor, key_id: int) -> None:
    """Forget one of the actor's keys and its uses; calls with it fail from now on.

    Raises:
        Forbidden, NotFound: as :func:`own_key`.
    """
    revoke_key(tx, own_key(tx, actor, key_id).id)


def list_own_key_uses(tx: Tx, actor: Actor, key_id: int) -> list[KeyUse]:
    """The last hundred requests made with one of the actor's keys, newest first.

    Raises:
        Forbidden, NotFound: as :func:`own_key`.
    """
    return queries.list_key_uses(tx, own_key(tx, actor, key_id).id)


def get_key(tx: Tx, key_id: int) -> ApiKey:
    """Raises NotFound when there is none."""
    key = queries.find_key(tx, key_id)
    if key is None:
        raise NotFound("key", key_id)
    return key


def revoke_key(tx: Tx, key_id: int) -> None:
    """Forget a key; calls that use it fail from now on.

    Raises:
        NotFound: no such key.
    """
    if not queries.delete_key(tx, key_id):
        raise NotFound("key", key_id)


def _person(actor: Actor) -> UserId:
    actor.check_is_person()
    return actor.known_user()
