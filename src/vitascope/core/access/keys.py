"""API keys: shown once, kept as a hash."""

import re
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from vitascope.base.errors import Conflict, Invalid, NotFound
from vitascope.base.ids import UserId
from vitascope.core.access.credentials import classify
from vitascope.core.access.model import Actor, ApiKey, KeyKind, KeyUse, Permission
from vitascope.core.access.queries import keys as queries
from vitascope.core.access.tokens import hash_token
from vitascope.db import Tx

USES_KEPT = timedelta(days=30)
_LONGEST_NAME = 100
_MOST_KEYS = 100
# What fits behind the word Bearer.
_IMPORTED = re.compile(r"[!-~]{8,512}")


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
    _check(tx, user_id, name, expires_at, now)
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


def import_key(
    tx: Tx,
    user_id: UserId,
    secret: str,
    *,
    kind: KeyKind,
    name: str,
    permission: Permission,
    expires_at: datetime | None = None,
    now: datetime,
) -> ApiKey:
    """Take a key that another server gave out, for somebody whose right to it has been
    checked. It is as hard to guess as that server made it.

    Raises:
        Invalid: as :func:`create_key`; ``kind`` is one whose keys are known by their
            beginning, or ``secret`` is no key, or would be taken for another credential.
        Conflict: there is such a key already.
    """
    if kind is not KeyKind.VSRC:
        raise Invalid("kind", f"Only keys of {KeyKind.VSRC} can come from elsewhere")
    if not may_be_imported(secret):
        raise Invalid(
            "key",
            "A key from elsewhere has 8 to 512 printable characters without spaces, and looks"
            " like no key or token of this server",
        )
    _check(tx, user_id, name, expires_at, now)
    key_hash = hash_token(secret)
    if queries.has_key(tx, key_hash):
        raise Conflict("There is such a key already")
    key_id = queries.insert_key(
        tx,
        user_id=user_id,
        kind=kind,
        name=name.strip(),
        # Of a short key, less: what is shown must not help in guessing the rest.
        prefix=secret[: min(_SHAPES[kind].shown, len(secret) // 4)],
        key_hash=key_hash,
        permission=permission,
        expires_at=expires_at,
        now=now,
    )
    return get_key(tx, key_id)


def may_be_imported(credential: str) -> bool:
    """Whether it may be a key that another server gave out: it looks like nothing of ours."""
    return classify(credential) is None and _IMPORTED.fullmatch(credential) is not None


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


def _check(
    tx: Tx, user_id: UserId, name: str, expires_at: datetime | None, now: datetime
) -> None:
    """Raises Invalid when the user can have no such key."""
    if not 0 < len(name.strip()) <= _LONGEST_NAME:
        raise Invalid("name", f"A key's name has 1 to {_LONGEST_NAME} characters")
    if expires_at is not None and expires_at <= now:
        raise Invalid("expires_at", "A key has to expire in the future")
    if len(queries.list_keys(tx, user_id)) >= _MOST_KEYS:
        raise Invalid("name", f"Nobody has more than {_MOST_KEYS} keys: revoke one first")


def _person(actor: Actor) -> UserId:
    actor.check_is_person()
    return actor.known_user()
