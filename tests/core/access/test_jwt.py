import base64
import json
from datetime import timedelta
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey
from tests.core.making import VAULT
from tests.factories import NOON, make_user

from vitascope.core.access.jwt import is_our_jwt, mint_jwt
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import Role, User
from vitascope.db import Tx

CLAIMS = {"iss": "vitascope", "aud": ["videocms", "avcaption"], "userid": 1, "exp": 9999999999}


def signed(claims: dict[str, Any], key: bytes = VAULT.jwt_key, alg: str = "HS256") -> str:
    return jwt.encode({"alg": alg}, claims, OctKey.import_key(key), algorithms=[alg])


def part(value: object) -> str:
    text = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(text).decode().rstrip("=")


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx, "ada", Role.ADMINISTRATOR)


def test_a_token_says_what_videocms_clients_read(user: User) -> None:
    expires = NOON + timedelta(days=7)

    token = mint_jwt(VAULT, user, expires)

    found = jwt.decode(token, OctKey.import_key(VAULT.jwt_key))
    assert found.header == {"alg": "HS256", "typ": "JWT", "kid": found.header["kid"]}
    assert found.claims == {
        "userid": user.id,
        "username": "ada",
        "admin": True,
        "exp": int(expires.timestamp()),
        "iss": "vitascope",
        "aud": ["videocms", "avcaption"],
    }
    assert is_our_jwt(VAULT, token)


def test_two_tokens_of_one_second_differ(user: User) -> None:
    assert mint_jwt(VAULT, user, NOON) != mint_jwt(VAULT, user, NOON)


def test_a_token_is_ours_after_it_has_expired_too(user: User) -> None:
    token = mint_jwt(VAULT, user, NOON - timedelta(days=9999))

    assert is_our_jwt(VAULT, token)


@pytest.mark.parametrize(
    "claims",
    [
        {},
        {**CLAIMS, "iss": "somebody"},
        {**CLAIMS, "aud": "videocms"},
        {**CLAIMS, "aud": ["videocms-media"]},
        {**CLAIMS, "aud": [*CLAIMS["aud"], "more"]},  # type: ignore[misc]  # a list, as above
    ],
)
def test_what_was_signed_for_another_end_is_not_a_session(claims: dict[str, Any]) -> None:
    assert is_our_jwt(VAULT, signed(CLAIMS))
    assert not is_our_jwt(VAULT, signed(claims))


@pytest.mark.parametrize("alg", ["HS384", "HS512"])
def test_another_algorithm_is_refused_though_the_key_is_right(alg: str) -> None:
    assert not is_our_jwt(VAULT, signed(CLAIMS, alg=alg))


@pytest.mark.parametrize(
    "key", [Vault(b"another").jwt_key, VAULT.form_key, b"a secret of the tests"]
)
def test_another_key_is_refused(key: bytes) -> None:
    token = signed(CLAIMS, key)

    assert not is_our_jwt(VAULT, token)


def test_a_token_without_a_signature_is_refused() -> None:
    body = part(CLAIMS)

    for head in ({"alg": "none"}, {"alg": "None"}, {"alg": None}, {}):
        assert not is_our_jwt(VAULT, f"{part(head)}.{body}.")
        assert not is_our_jwt(VAULT, f"{part(head)}.{body}.AAAA")


def test_a_changed_claim_breaks_the_signature(user: User) -> None:
    head, body, signature = mint_jwt(VAULT, user, NOON).split(".")
    claims = json.loads(base64.urlsafe_b64decode(body + "=="))

    changed = part({**claims, "userid": claims["userid"] + 1})

    assert not is_our_jwt(VAULT, f"{head}.{changed}.{signature}")


@pytest.mark.parametrize(
    "head",
    [
        [], "x", 1, None, b"\xff", b"{", {"alg": []}, {"alg": "HS256", "crit": ["x"]},
        {"alg": "HS256", "b64": False, "crit": ["b64"]}, {"alg": "HS256", "zip": "DEF"},
        {"alg": "RS256"}, {"alg": "HS256", "jwk": {"kty": "oct", "k": "AA"}},
    ],
)  # fmt: skip
@pytest.mark.parametrize("body", [CLAIMS, [], b"\xff"])
def test_nonsense_is_refused_and_never_an_error(head: object, body: object) -> None:
    for signature in ("", "A", "AAAA", "!"):
        assert not is_our_jwt(VAULT, f"{part(head)}.{part(body)}.{signature}")


@pytest.mark.parametrize("text", ["", ".", "..", "...", "a.b.c", "é.b.c", "a-b-c"])
def test_what_is_no_token_at_all_is_refused(text: str) -> None:
    assert not is_our_jwt(VAULT, text)
