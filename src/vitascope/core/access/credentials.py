"""Every credential becomes an actor here, and nowhere else."""

import re
from datetime import datetime
from enum import StrEnum

from vitascope.base.errors import Forbidden
from vitascope.core.access.jwt import is_our_jwt
from vitascope.core.access.model import SESSIONS, Actor, CredentialKind
from vitascope.core.access.queries.keys import find_key_actor
from vitascope.core.access.queries.sessions import find_session_actor
from vitascope.core.access.tokens import hash_token
from vitascope.core.access.vault import Vault
from vitascope.db import Tx

_TOKEN = re.compile(r"[0-9a-f]{40}")
_JWT = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)
_PREFIXES = {
    "ak_": CredentialKind.VIDEOCMS_KEY,
    "avc_": CredentialKind.AVCAPTION_KEY,
    "vsrc_": CredentialKind.VSRC_KEY,
}


class Refusal(StrEnum):
    UNKNOWN = "unknown"
    EXPIRED = "expired"


class CredentialRefused(Forbidden):
    """A credential was shown, and it opens nothing. ``kind`` is what its shape says, None
    when it looks like none of ours. A revoked credential is unknown.
    """

    def __init__(self, kind: CredentialKind | None, reason: Refusal) -> None:
        what = "API key" if kind is not None and kind not in SESSIONS else "token"
        said = "has expired" if reason is Refusal.EXPIRED else "is unknown or was revoked"
        super().__init__(f"This {what} {said}")
        self.kind = kind
        self.reason = reason


def classify(credential: str) -> CredentialKind | None:
    """What ``credential`` is by its shape alone (facts: section 6.4)."""
    for prefix, kind in _PREFIXES.items():
        if credential.startswith(prefix):
            return kind
    if _TOKEN.fullmatch(credential):
        return CredentialKind.TOKEN
    return CredentialKind.JWT if _JWT.fullmatch(credential) else None


def authenticate(
    tx: Tx,
    vault: Vault,
    credential: str,
    *,
    kind: CredentialKind | None = None,
    now: datetime,
) -> Actor:
    """Who shows this credential. ``kind`` is what it is taken for when its shape is none of
    ours, as that of a key that was imported.

    Raises:
        CredentialRefused: it is unknown, revoked or has expired, or its user is blocked.
    """
    kind = classify(credential) or kind
    is_foreign = kind is CredentialKind.JWT and not is_our_jwt(vault, credential)
    if kind is None or is_foreign:
        raise CredentialRefused(kind, Refusal.UNKNOWN)
    hashed = hash_token(credential)
    is_session = kind in SESSIONS
    found = find_session_actor(tx, hashed) if is_session else find_key_actor(tx, hashed)
    if found is None:
        raise CredentialRefused(kind, Refusal.UNKNOWN)
    actor, expires_at = found
    if expires_at is not None and expires_at <= now:
        raise CredentialRefused(kind, Refusal.EXPIRED)
    return actor
