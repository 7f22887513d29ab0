from typing import Any

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Conflict
from vitascope.core.access.credentials import authenticate
from vitascope.core.access.model import ClientInfo, SessionTokens
from vitascope.core.access.sessions import UserBlocked
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.queries import get_user, update_user
from vitascope.core.login.external import (
    ExternalIdentity,
    ExternalLoginRefused,
    connect,
    log_in_externally,
)
from vitascope.core.registration.model import SignupPolicy
from vitascope.db import Tx

VAULT = Vault(b"a secret")
BROWSER = ClientInfo(address="192.0.2.1", device="a browser")


def identity(**changes: Any) -> ExternalIdentity:
    given: dict[str, Any] = {
        "issuer": "https://login.example",
        "subject": "0815",
        "username": "Ada.Lovelace",
        "display_name": "Ada Lovelace",
        "email": "lovelace@example.org",
        "is_email_verified": True,
    }
    return ExternalIdentity(**{**given, **changes})


def log_in(tx: Tx, who: ExternalIdentity, *, creates_users: bool = True) -> SessionTokens:
    return log_in_externally(
        tx,
        VAULT,
        who,
        client=BROWSER,
        policy=SignupPolicy(quota_bytes=1000),
        creates_users=creates_users,
        now=NOON,
    )


def test_a_stranger_becomes_a_user_and_is_known_again(tx: Tx) -> None:
    first = log_in(tx, identity())
    again = log_in(tx, identity(username="renamed", email="new@example.org"))

    actors = [authenticate(tx, VAULT, t.access_token, now=NOON) for t in (first, again)]
    users = [get_user(tx, actor.known_user()) for actor in actors]
    assert users[0] == users[1]
    made = users[0]
    assert (made.username, made.account.display_name) == ("ada_lovelace", "Ada Lovelace")
    assert (made.email, made.email_verified) == ("lovelace@example.org", True)
    assert (made.password_hash, made.quota_bytes) == (None, 1000)


def test_a_taken_name_gets_a_number(tx: Tx) -> None:
    make_user(tx, "ada_lovelace")

    tokens = log_in(tx, identity())

    actor = authenticate(tx, VAULT, tokens.access_token, now=NOON)
    assert get_user(tx, actor.known_user()).username == "ada_lovelace_2"


def test_an_address_that_somebody_has_opens_nothing(tx: Tx) -> None:
    make_user(tx, "ada")

    with pytest.raises(Conflict):
        log_in(tx, identity(email="ada@example.org"))


def test_a_connected_user_logs_in_by_way_of_the_service(tx: Tx) -> None:
    ada = make_user(tx, "ada")

    connect(tx, actor_of(ada), identity(), now=NOON)
    connect(tx, actor_of(ada), identity(), now=NOON)
    tokens = log_in(tx, identity(), creates_users=False)

    assert authenticate(tx, VAULT, tokens.access_token, now=NOON).user_id == ada.id


def test_nobody_takes_the_login_of_somebody_else(tx: Tx) -> None:
    connect(tx, actor_of(make_user(tx, "ada")), identity(), now=NOON)

    with pytest.raises(Conflict):
        connect(tx, actor_of(make_user(tx, "eve")), identity(), now=NOON)


def test_strangers_stay_out_where_they_do_not_become_users(tx: Tx) -> None:
    with pytest.raises(ExternalLoginRefused):
        log_in(tx, identity(), creates_users=False)


def test_a_blocked_user_stays_out(tx: Tx) -> None:
    ada = make_user(tx, "ada")
    connect(tx, actor_of(ada), identity(), now=NOON)
    update_user(tx, ada.id, NOON, is_blocked=True)

    with pytest.raises(UserBlocked):
        log_in(tx, identity())
