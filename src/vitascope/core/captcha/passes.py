"""What somebody carries who has solved a captcha: a signed token, good for a while and for the
network address it was given to.
"""

from datetime import datetime, timedelta

from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import OctKey

from vitascope.core.access.vault import Vault

LIFETIME = timedelta(minutes=20)
_ALGORITHM = "HS256"


def mint_pass(vault: Vault, address: str, *, now: datetime) -> str:
    claims = {"ip": address, "exp": int((now + LIFETIME).timestamp())}
    return jwt.encode({"alg": _ALGORITHM, "typ": "JWT"}, claims, _key(vault))


def pass_holds(vault: Vault, token: str, address: str, *, now: datetime) -> bool:
    """Whether ``token`` was given to ``address``, and not too long ago."""
    try:
        claims = jwt.decode(token, _key(vault), algorithms=[_ALGORITHM]).claims
    except (JoseError, ValueError):
        return False
    expiry = claims.get("exp")
    is_fresh = isinstance(expiry, int) and now.timestamp() < expiry
    return is_fresh and claims.get("ip") == address


def _key(vault: Vault) -> OctKey:
    return OctKey.import_key(vault.captcha_pass_key)
