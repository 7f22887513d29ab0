"""Single sign-on with OpenID Connect: the authorization code flow with PKCE.

Facts: OpenID Connect Core 1.0 §3.1 and Discovery 1.0 §4; RFC 7636 and RFC 9207.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

import httpx2
import msgspec
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.httpx_client import AsyncOAuth2Client
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, KeySetSerialization

from vitascope.base.errors import Unavailable
from vitascope.core.access.vault import Vault
from vitascope.core.login.external import ExternalIdentity, ExternalLoginRefused
from vitascope.db.sealing import SealBroken

_LIFETIME = timedelta(minutes=10)
_TIMEOUT_S = 10.0
_LEEWAY_S = 60
_SCOPE = "openid profile email"
# Signatures with keys that the service publishes; never those with a shared or no secret.
_ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA"]


class Began(msgspec.Struct, frozen=True, kw_only=True):
    """What has to be the same when the person comes back; sealed in a cookie meanwhile."""

    state: str
    nonce: str
    verifier: str
    next_path: str
    connects: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """Who vouches. ``redirect_uri`` answers where it sends people back to now."""

    issuer: str
    client_id: str
    client_secret: str
    name: str
    redirect_uri: Callable[[], str]
    creates_users: bool


class SignOnFailed(ExternalLoginRefused):
    """The service did not vouch, or not in a way that can be believed."""


class SingleSignOn:
    """Talks to one service. Its addresses and keys are asked for when they are needed, so a
    service that is down keeps nobody from logging in with a password.
    """

    def __init__(self, service: Service, vault: Vault) -> None:
        self.service = service
        self._vault = vault

    async def begin(self, *, next_path: str, connects: bool, now: datetime) -> tuple[str, str]:
        """Where to send the person, and what to keep in a cookie until then.

        Raises:
            Unavailable: the service does not answer.
        """
        began = Began(
            state=secrets.token_urlsafe(24),
            nonce=secrets.token_urlsafe(24),
            verifier=secrets.token_urlsafe(48),
            next_path=next_path,
            connects=connects,
        )
        async with self._client() as client:
            found = await self._discover(client)
            address, _ = client.create_authorization_url(
                found["authorization_endpoint"],
                state=began.state,
                nonce=began.nonce,
                code_verifier=began.verifier,
            )
        return address, self._vault.seal(msgspec.json.encode(began).decode(), now=now)

    async def finish(
        self, query: dict[str, str], sealed: str | None, *, now: datetime
    ) -> tuple[ExternalIdentity, Began]:
        """Whom the service vouches for, when the person is back with ``query``.

        Raises:
            SignOnFailed: it does not, or it cannot be believed.
            Unavailable: it does not answer.
        """
        began = self._unseal(sealed, now)
        if not secrets.compare_digest(query.get("state", "").encode(), began.state.encode()):
            raise SignOnFailed("This login was begun in another window: begin again")
        if "code" not in query:
            raise SignOnFailed("The login was cancelled there")
        async with self._client() as client:
            found = await self._discover(client)
            if query.get("iss", self.service.issuer) != self.service.issuer:
                raise SignOnFailed("The answer came from another service")
            try:
                tokens = await client.fetch_token(
                    found["token_endpoint"],
                    grant_type="authorization_code",
                    code=query["code"],
                    code_verifier=began.verifier,
                )
            except (AuthlibBaseError, httpx2.HTTPError) as error:
                raise SignOnFailed(
                    "The service did not confirm the login: begin again"
                ) from error
            keys = await self._fetch(client, found["jwks_uri"])
        claims = self._claims(str(tokens.get("id_token", "")), keys, began.nonce, now)
        return _identity(self.service.issuer, claims), began

    def _client(self) -> AsyncOAuth2Client:
        service = self.service
        return AsyncOAuth2Client(
            service.client_id,
            service.client_secret,
            scope=_SCOPE,
            redirect_uri=service.redirect_uri(),
            code_challenge_method="S256",
            timeout=_TIMEOUT_S,
            trust_env=False,
        )

    async def _discover(self, client: AsyncOAuth2Client) -> dict[str, Any]:
        issuer = self.service.issuer
        found = await self._fetch(
            client, f"{issuer.rstrip('/')}/.well-known/openid-configuration"
        )
        if found.get("issuer") != issuer:
            raise Unavailable(f"{self.service.name} says it is another service")
        wanted = ("authorization_endpoint", "token_endpoint", "jwks_uri")
        if not all(isinstance(found.get(name), str) for name in wanted):
            raise Unavailable(f"{self.service.name} does not say where to log in")
        return found

    async def _fetch(self, client: AsyncOAuth2Client, address: str) -> dict[str, Any]:
        try:
            answer = await client.request("GET", address, withhold_token=True)
            answer.raise_for_status()
            found: dict[str, Any] = answer.json()
        except (httpx2.HTTPError, ValueError) as error:
            raise Unavailable(
                f"{self.service.name} does not answer: try again later"
            ) from error
        return found

    def _unseal(self, sealed: str | None, now: datetime) -> Began:
        try:
            text = self._vault.unseal(sealed or "", max_age=_LIFETIME, now=now)
        except SealBroken as error:
            raise SignOnFailed("This login took too long: begin again") from error
        return msgspec.json.decode(text, type=Began)

    def _claims(
        self, token: str, keys: dict[str, Any], nonce: str, now: datetime
    ) -> dict[str, Any]:
        registry = jwt.JWTClaimsRegistry(
            now=int(now.timestamp()),
            leeway=_LEEWAY_S,
            iss={"essential": True, "value": self.service.issuer},
            aud={"essential": True, "value": self.service.client_id},
            sub={"essential": True},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
        )
        try:
            key_set = KeySet.import_key_set(cast("KeySetSerialization", keys))
            found = jwt.decode(token, key_set, algorithms=_ALGORITHMS)
            registry.validate(found.claims)
        except (JoseError, ValueError, KeyError) as error:
            raise SignOnFailed("The service's answer could not be verified") from error
        return dict(found.claims)


def _identity(issuer: str, claims: dict[str, Any]) -> ExternalIdentity:
    def text(name: str) -> str:
        value = claims.get(name)
        return value if isinstance(value, str) else ""

    return ExternalIdentity(
        issuer=issuer,
        subject=text("sub"),
        username=text("preferred_username"),
        display_name=text("name"),
        email=text("email") or None,
        is_email_verified=claims.get("email_verified") is True,
    )
