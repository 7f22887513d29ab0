"""Signed session tokens (JWT), as VideoCMS and AVCaption hand them out.

A token is also a row among the sessions, by its hash: so it can be listed and ended, and its
claims are never believed beyond naming the session.
"""

import secrets
from datetime import datetime

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import Role, User

ISSUER = "vitascope"
AUDIENCE = ("videocms", "avcaption")
_ALGORITHM = "HS256"


def mint_jwt(vault: Vault, user: User, expires_at: datetime) -> str:
    """A token with VideoCMS's claims (facts: section 1.2) and who it is from and for."""
    claims = {
        "userid": user.id,
        "username": user.username,
        "admin": user.role is Role.ADMINISTRATOR,
        "exp": int(expires_at.timestamp()),
        "iss": ISSUER,
        "aud": list(AUDIENCE),
    }
    # Two logins in the same second are two sessions. The claims are VideoCMS's, which clients
    # may compare; the key's name is ours to give, as there is one key.
    header = {"alg": _ALGORITHM, "typ": "JWT", "kid": secrets.token_hex(8)}
    return jwt.encode(header, claims, OctKey.import_key(vault.jwt_key))


def is_our_jwt(vault: Vault, token: str) -> bool:
    """True when this server signed ``token`` for its sessions, expired or not."""
    try:
        found = jwt.decode(token, OctKey.import_key(vault.jwt_key), algorithms=[_ALGORITHM])
    except (JoseError, ValueError):
        return False
    return found.claims.get("iss") == ISSUER and found.claims.get("aud") == list(AUDIENCE)
