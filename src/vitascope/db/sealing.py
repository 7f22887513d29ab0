"""Texts that have to be read back but must not be read from a copy of the database."""

import base64
from datetime import datetime, timedelta

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


class SealBroken(ValueError):
    """The text was not sealed with this secret, or too long ago."""


class Sealer:
    """Encrypts and authenticates (Fernet: AES-128-CBC with HMAC) under a secret that is kept
    outside of the database.
    """

    def __init__(self, secret: bytes) -> None:
        self._fernet = Fernet(base64.urlsafe_b64encode(derive_key(secret, "sealed texts")))

    def seal(self, text: str, *, now: datetime | None = None) -> str:
        """``text`` so that only :meth:`unseal` can read it; ``now`` is noted in it."""
        if now is None:
            return self._fernet.encrypt(text.encode()).decode()
        return self._fernet.encrypt_at_time(text.encode(), int(now.timestamp())).decode()

    def unseal(
        self, sealed: str, *, max_age: timedelta | None = None, now: datetime | None = None
    ) -> str:
        """What was sealed; with ``max_age``, at most so long before ``now``.

        Raises:
            SealBroken: it was not sealed with this secret, or is too old.
        """
        try:
            if max_age is None or now is None:
                return self._fernet.decrypt(sealed.encode()).decode()
            return self._fernet.decrypt_at_time(
                sealed.encode(), int(max_age.total_seconds()), int(now.timestamp())
            ).decode()
        except InvalidToken as error:
            raise SealBroken("sealed with another secret, or too long ago") from error


def derive_key(secret: bytes, purpose: str) -> bytes:
    """32 bytes for one purpose: knowing them tells nothing about another's."""
    return HKDF(hashes.SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret)
