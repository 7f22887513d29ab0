from datetime import datetime, timedelta

import pytest
from tests.factories import NOON, make_user

from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.expiry import credential_expiry
from vitascope.core.access.keys import create_key, revoke_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.sessions import JWT_LIFETIME, end_session, open_session
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import User
from vitascope.db import Tx

VAULT = Vault(b"a secret")


@pytest.fixture
def user(tx: Tx) -> User:
    return make_user(tx)


def test_a_session_is_good_for_its_lifetime(tx: Tx, user: User) -> None:
    token = open_session(tx, VAULT, user, SessionKind.JWT, ClientInfo(), now=NOON).access_token
    actor = authenticate(tx, VAULT, token, now=NOON)

    assert credential_expiry(tx, actor, token) == NOON + JWT_LIFETIME

    end_session(tx, token)
    with pytest.raises(CredentialRefused):
        credential_expiry(tx, actor, token)


@pytest.mark.parametrize("expires_at", [None, NOON + timedelta(hours=1)])
def test_a_key_is_good_until_it_expires_if_ever(
    tx: Tx, user: User, expires_at: datetime | None
) -> None:
    made = create_key(
        tx,
        user.id,
        kind=KeyKind.VIDEOCMS,
        name="a key",
        permission=Permission.READ,
        expires_at=expires_at,
        now=NOON,
    )
    actor = authenticate(tx, VAULT, made.secret, now=NOON)

    assert credential_expiry(tx, actor, made.secret) == expires_at

    revoke_key(tx, made.key.id)
    with pytest.raises(CredentialRefused):
        credential_expiry(tx, actor, made.secret)
