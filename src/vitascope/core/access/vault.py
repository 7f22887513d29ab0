"""What the server's secret is for: keys derived from it, and texts sealed with it.

A copy of the database alone opens nothing: what has to be read back is sealed, and everything
else is kept as a hash.
"""

import hashlib
import hmac
import uuid

from vitascope.base.ids import UserId
from vitascope.db.sealing import Sealer, derive_key


class Vault(Sealer):
    """Made once per process from the secret that all processes of a server share."""

    def __init__(self, secret: bytes) -> None:
        super().__init__(secret)
        self._feeds = derive_key(secret, "feed tokens")
        self.jwt_key = derive_key(secret, "signed session tokens")
        self.form_key = derive_key(secret, "forms of the pages")
        self._media = derive_key(secret, "signed media tokens")
        self.captcha_key = derive_key(secret, "captcha challenges")
        self.captcha_pass_key = derive_key(secret, "captcha passes")

    def media_key(self, word: str) -> bytes:
        """The key of media tokens. Another ``word`` of the administrator's ends all of them."""
        return hmac.digest(self._media, word.encode(), hashlib.sha256)

    def feed_token(self, user_id: UserId, serial: int) -> str:
        """The token for a user's private feeds, a UUID. It is computed rather than kept;
        another ``serial`` gives another token.
        """
        mac = hmac.digest(self._feeds, f"{user_id}:{serial}".encode(), hashlib.sha256)
        return str(uuid.UUID(bytes=mac[:16], version=4))
