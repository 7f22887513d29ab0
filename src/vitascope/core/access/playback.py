"""Playback tokens: a signed word that one video may be watched for some hours.

Players cannot send headers with every segment, so whoever passed the gate once carries this
in a cookie or an address instead.
"""

import base64
import hashlib
import hmac
import uuid
from datetime import UTC, datetime, timedelta

LIFETIME = timedelta(hours=8)
_MAC_BYTES = 16


def mint_playback_token(secret: bytes, video: uuid.UUID, *, now: datetime) -> str:
    """A token for ``video`` that holds for :data:`LIFETIME`."""
    expires = int((now + LIFETIME).timestamp())
    mac = _mac(secret, video, expires)
    return base64.urlsafe_b64encode(expires.to_bytes(8, "big") + mac).decode().rstrip("=")


def playback_token_holds(secret: bytes, video: uuid.UUID, token: str, *, now: datetime) -> bool:
    """True when ``token`` was minted for ``video`` with ``secret`` and has not expired."""
    try:
        raw = base64.urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        return False
    expires = int.from_bytes(raw[:8], "big")
    expected = _mac(secret, video, expires)
    return hmac.compare_digest(raw[8:], expected) and now.astimezone(UTC).timestamp() < expires


def _mac(secret: bytes, video: uuid.UUID, expires: int) -> bytes:
    text = b"playback" + video.bytes + expires.to_bytes(8, "big")
    return hmac.digest(secret, text, hashlib.sha256)[:_MAC_BYTES]
