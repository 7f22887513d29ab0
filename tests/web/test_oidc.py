"""Single sign-on against a service on this machine that does what OpenID Connect says."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc.jwk import ECKey
from tests.web.identity_provider import CLIENT_ID, CLIENT_SECRET, IdentityProvider

from vitascope.base.errors import Unavailable
from vitascope.core.access.vault import Vault
from vitascope.core.login.external import ExternalIdentity
from vitascope.web.oidc import Began, Service, SignOnFailed, SingleSignOn

BACK = "http://127.0.0.1:1/login/sso/return"


@pytest.fixture
def provider() -> Iterator[IdentityProvider]:
    with IdentityProvider() as provider:
        yield provider


def sign_on(issuer: str, **changes: str) -> SingleSignOn:
    given: dict[str, Any] = {
        "issuer": issuer,
        "client_id": CLIENT_ID,
        "client_secret": CLIENT_SECRET,
        "name": "The Company",
        "redirect_uri": lambda: BACK,
        "creates_users": True,
    }
    return SingleSignOn(Service(**{**given, **changes}), Vault(b"a secret"))


async def there_and_back(sso: SingleSignOn) -> tuple[dict[str, str], str]:
    """Log in at the service; what the browser brings back, in the address and the cookie."""
    address, cookie = await sso.begin(next_path="/w/x", connects=False, now=datetime.now(UTC))
    async with httpx2.AsyncClient(trust_env=False) as browser:
        answer = await browser.get(address)
    query = parse_qs(urlsplit(answer.headers["location"]).query)
    return {name: values[0] for name, values in query.items()}, cookie


async def test_whom_the_service_vouches_for_is_known_by_issuer_and_subject(
    provider: IdentityProvider,
) -> None:
    sso = sign_on(provider.issuer)
    query, cookie = await there_and_back(sso)

    identity, began = await sso.finish(query, cookie, now=datetime.now(UTC))

    assert identity == ExternalIdentity(
        issuer=provider.issuer,
        subject="0815",
        username="Ada.Lovelace",
        display_name="Ada Lovelace",
        email="ada@example.org",
        is_email_verified=True,
    )
    assert isinstance(began, Began)
    assert (began.next_path, began.connects) == ("/w/x", False)


WRONG: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://evil.example"},
    "another audience": {"aud": "somebody else"},
    "another nonce": {"nonce": "of another login"},
    "expired": {"exp": 1_700_000_000},
    "no subject": {"sub": None},
}


@pytest.mark.parametrize("claims", WRONG.values(), ids=WRONG)
async def test_claims_that_are_not_about_this_login_are_refused(
    provider: IdentityProvider, claims: dict[str, Any]
) -> None:
    provider.claims = claims
    sso = sign_on(provider.issuer)
    query, cookie = await there_and_back(sso)

    with pytest.raises(SignOnFailed):
        await sso.finish(query, cookie, now=datetime.now(UTC))


async def test_a_token_signed_with_another_key_is_refused(provider: IdentityProvider) -> None:
    provider.key = ECKey.generate_key("P-256", parameters={"kid": "one"})
    sso = sign_on(provider.issuer)
    query, cookie = await there_and_back(sso)

    with pytest.raises(SignOnFailed):
        await sso.finish(query, cookie, now=datetime.now(UTC))


Change = Callable[[dict[str, str]], dict[str, str]]
CHANGED: dict[str, Change] = {
    "another state": lambda query: {**query, "state": "guessed"},
    "cancelled": lambda query: {"state": query["state"], "error": "access_denied"},
    "a made-up code": lambda query: {**query, "code": "made up"},
    "another service's answer": lambda query: {**query, "iss": "https://evil.example"},
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
async def test_an_address_that_this_login_did_not_lead_to_is_refused(
    provider: IdentityProvider, change: Change
) -> None:
    sso = sign_on(provider.issuer)
    query, cookie = await there_and_back(sso)

    with pytest.raises(SignOnFailed):
        await sso.finish(change(query), cookie, now=datetime.now(UTC))


async def test_a_code_is_good_once(provider: IdentityProvider) -> None:
    sso = sign_on(provider.issuer)
    query, cookie = await there_and_back(sso)
    await sso.finish(query, cookie, now=datetime.now(UTC))

    with pytest.raises(SignOnFailed):
        await sso.finish(query, cookie, now=datetime.now(UTC))


async def test_who_comes_back_too_late_or_without_the_cookie_begins_again(
    provider: IdentityProvider,
) -> None:
    sso = sign_on(provider.issuer)
    query, cookie = await there_and_back(sso)

    with pytest.raises(SignOnFailed):
        await sso.finish(query, cookie, now=datetime.now(UTC) + timedelta(minutes=11))
    with pytest.raises(SignOnFailed):
        await sso.finish(query, None, now=datetime.now(UTC))


async def test_a_service_that_is_away_is_said_to_be() -> None:
    with IdentityProvider() as gone:
        issuer = gone.issuer

    with pytest.raises(Unavailable) as refused:
        await sign_on(issuer).begin(next_path="/", connects=False, now=datetime.now(UTC))

    assert refused.value.message == "The Company does not answer: try again later"
