"""Random words that open something, and what is kept of them."""

import hashlib
import secrets


def hash_token(token: str) -> bytes:
    """Tokens have 160 random bits or more, so one unsalted SHA-256 is enough."""
    return hashlib.sha256(token.encode()).digest()


def draw_token() -> str:
    """40 hex characters: by this shape a PeerTube token is known."""
    return secrets.token_hex(20)
