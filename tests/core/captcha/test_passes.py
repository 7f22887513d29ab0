from base64 import urlsafe_b64encode
from datetime import timedelta

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from tests.core.making import VAULT
from tests.factories import NOON

from vitascope.core.access.vault import Vault
from vitascope.core.captcha.passes import LIFETIME, mint_pass, pass_holds

HERE = "192.0.2.7"


def test_a_pass_says_for_whom_and_how_long_it_is() -> None:
    token = mint_pass(VAULT, HERE, now=NOON)

    found = jwt.decode(token, OctKey.import_key(VAULT.captcha_pass_key))
    assert found.header == {"alg": "HS256", "typ": "JWT"}
    assert found.claims == {
        "ip": HERE,
        "exp": int((NOON + timedelta(minutes=20)).timestamp()),
    }


def test_a_pass_holds_for_twenty_minutes() -> None:
    token = mint_pass(VAULT, HERE, now=NOON)

    held = [
        pass_holds(VAULT, token, HERE, now=NOON + after)
        for after in (timedelta(), LIFETIME - timedelta(seconds=1), LIFETIME)
    ]

    assert held == [True, True, False]


def test_a_pass_holds_for_nobody_else_and_nowhere_else() -> None:
    token = mint_pass(VAULT, HERE, now=NOON)

    assert not pass_holds(VAULT, token, "192.0.2.8", now=NOON)
    assert not pass_holds(Vault(b"another secret"), token, HERE, now=NOON)


def test_a_session_is_no_pass() -> None:
    claims = {"ip": HERE, "exp": int((NOON + LIFETIME).timestamp())}
    other = jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(VAULT.jwt_key))
    unsigned = urlsafe_b64encode(b'{"alg":"none"}').decode() + "." + other.split(".")[1] + "."

    held = [pass_holds(VAULT, token, HERE, now=NOON) for token in (other, unsigned)]

    assert held == [False, False]


@pytest.mark.parametrize("claims", [{}, {"ip": HERE}, {"ip": HERE, "exp": "soon"}])
def test_a_pass_that_says_too_little_holds_for_nobody(claims: dict[str, str]) -> None:
    key = OctKey.import_key(VAULT.captcha_pass_key)
    token = jwt.encode({"alg": "HS256"}, claims, key)

    assert not pass_holds(VAULT, token, HERE, now=NOON)


@pytest.mark.parametrize("token", ["", "a", "a.b.c", "\u00e9.b.c"])
def test_what_is_no_token_holds_for_nobody(token: str) -> None:
    assert not pass_holds(VAULT, token, HERE, now=NOON)
