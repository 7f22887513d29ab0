"""How long a credential is good."""

from datetime import datetime

from vitascope.core.access.credentials import CredentialRefused, Refusal
from vitascope.core.access.model import Actor
from vitascope.core.access.queries.keys import find_key_actor
from vitascope.core.access.queries.sessions import find_session_actor
from vitascope.core.access.tokens import hash_token
from vitascope.db import Tx


def credential_expiry(tx: Tx, actor: Actor, credential: str) -> datetime | None:
    """When ``credential``, which ``actor`` has just shown, expires; None for never.

    Raises:
        CredentialRefused: it was revoked since.
    """
    hashed = hash_token(credential)
    found = find_key_actor(tx, hashed) if actor.is_key else find_session_actor(tx, hashed)
    if found is None:
        raise CredentialRefused(actor.credential, Refusal.UNKNOWN)
    return found[1]
