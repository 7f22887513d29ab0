from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from joserfc import jwt
from joserfc.jwk import OctKey
from tests.core.making import VAULT, make_session
from tests.factories import NOON, make_user

from vitascope.core.access.credentials import (
    CredentialRefused,
    Refusal,
    authenticate,
    classify,
)
from vitascope.core.access.jwt import mint_jwt
from vitascope.core.access.keys import create_key, revoke_key
from vitascope.core.access.model import (
    Actor,
    CredentialKind,
    KeyKind,
    Permission,
    SessionKind,
)
from vitascope.core.access.sessions import end_session
from vitascope.core.access.vault import Vault
from vitascope.core.accounts.model import Role, User
from vitascope.core.accounts.queries import update_user
from vitascope.db import Database, Tx

LONG_AFTER = NOON + timedelta(days=400)


@pytest.mark.parametrize(
    ("credential", "kind"),
    [
        ("0" * 40, CredentialKind.TOKEN),
        ("0123456789abcdef" * 2 + "01234567", CredentialKind.TOKEN),
        ("0" * 39, None),
        ("0" * 41, None),
        ("A" * 40, None),
        ("0" * 40 + "\n", None),
        ("a.b.c", CredentialKind.JWT),
        ("a-_.b-_.c-_", CredentialKind.JWT),
        ("a.b", None),
        ("a.b.", None),
        ("a.b.c.d", None),
        ("é.b.c", None),
        ("ak_" + "0" * 64, CredentialKind.VIDEOCMS_KEY),
        ("ak_", CredentialKind.VIDEOCMS_KEY),
        ("ak_a.b.c", CredentialKind.VIDEOCMS_KEY),
        ("avc_" + "0" * 64, CredentialKind.AVCAPTION_KEY),
        ("vsrc_" + "0" * 48, CredentialKind.VSRC_KEY),
        ("AK_" + "0" * 64, None),
        ("avc" + "0" * 64, None),
        ("", None),
        ("\0", None),
        ("nonsense", None),
    ],
)
def test_a_credential_is_known_by_its_shape(
    credential: str, kind: CredentialKind | None
) -> None:
    assert classify(credential) is kind


@dataclass(frozen=True)
class Shown:
    """A credential of one kind: how long it is good, and how to revoke it."""

    secret: str
    expires_at: datetime
    revoke: Callable[[Tx], object]


def show(tx: Tx, user: User, kind: CredentialKind) -> Shown:
    if kind in (CredentialKind.TOKEN, CredentialKind.JWT):
        tokens = make_session(tx, user, SessionKind(kind))
        secret = tokens.access_token
        return Shown(secret, tokens.access_expires_at, lambda tx: end_session(tx, secret))
    expires = NOON + timedelta(days=30)
    made = create_key(
        tx,
        user.id,
        kind=KeyKind(kind),
        name="mine",
        permission=Permission.WRITE,
        expires_at=expires,
        now=NOON,
    )
    return Shown(made.secret, expires, lambda tx: revoke_key(tx, made.key.id))


def refusal(tx: Tx, credential: str, now: datetime = NOON) -> CredentialRefused:
    with pytest.raises(CredentialRefused) as refused:
        authenticate(tx, VAULT, credential, now=now)
    return refused.value


@pytest.mark.parametrize("kind", CredentialKind)
def test_a_good_credential_is_its_user(tx: Tx, kind: CredentialKind) -> None:
    make_user(tx, "eve")
    ada = make_user(tx, "ada", Role.MODERATOR)
    shown = show(tx, ada, kind)

    actor = authenticate(tx, VAULT, shown.secret, now=NOON)

    assert actor == Actor(
        user_id=ada.id,
        account_id=ada.account.id,
        role=Role.MODERATOR,
        permissions=frozenset(Permission),
        credential=kind,
        credential_id=1,
    )


def test_the_cookie_of_the_pages_counts_as_a_token(tx: Tx) -> None:
    ada = make_user(tx)
    tokens = make_session(tx, ada, SessionKind.WEB)

    actor = authenticate(tx, VAULT, tokens.access_token, now=NOON)

    assert (actor.user_id, actor.credential) == (ada.id, CredentialKind.TOKEN)


@pytest.mark.parametrize("kind", CredentialKind)
def test_a_credential_is_good_until_it_expires(tx: Tx, kind: CredentialKind) -> None:
    shown = show(tx, make_user(tx), kind)
    last = shown.expires_at - timedelta(microseconds=1)

    actor = authenticate(tx, VAULT, shown.secret, now=last)
    refused = refusal(tx, shown.secret, now=shown.expires_at)

    assert actor.credential is kind
    assert (refused.kind, refused.reason) == (kind, Refusal.EXPIRED)
    assert refused.message.endswith(" has expired")


@pytest.mark.parametrize("kind", [*KeyKind])
def test_a_key_without_an_expiry_is_good_for_ever(tx: Tx, kind: KeyKind) -> None:
    made = create_key(
        tx, make_user(tx).id, kind=kind, name="mine", permission=Permission.READ, now=NOON
    )

    actor = authenticate(tx, VAULT, made.secret, now=LONG_AFTER)

    assert actor.permissions == frozenset({Permission.READ})


@pytest.mark.parametrize("kind", CredentialKind)
def test_a_revoked_credential_is_unknown_at_once(tx: Tx, kind: CredentialKind) -> None:
    shown = show(tx, make_user(tx), kind)
    authenticate(tx, VAULT, shown.secret, now=NOON)

    shown.revoke(tx)

    refused = refusal(tx, shown.secret)
    assert (refused.kind, refused.reason) == (kind, Refusal.UNKNOWN)


@pytest.mark.parametrize("kind", CredentialKind)
def test_nothing_a_blocked_user_shows_is_known(tx: Tx, kind: CredentialKind) -> None:
    ada = make_user(tx)
    shown = show(tx, ada, kind)

    update_user(tx, ada.id, NOON, is_blocked=True)

    refused = refusal(tx, shown.secret)
    assert (refused.kind, refused.reason) == (kind, Refusal.UNKNOWN)


@pytest.mark.parametrize(
    ("credential", "kind"),
    [
        ("0" * 40, CredentialKind.TOKEN),
        ("a.b.c", CredentialKind.JWT),
        ("ak_" + "0" * 64, CredentialKind.VIDEOCMS_KEY),
        ("ak_", CredentialKind.VIDEOCMS_KEY),
        ("avc_\0", CredentialKind.AVCAPTION_KEY),
        ("vsrc_" + "é" * 4000, CredentialKind.VSRC_KEY),
        ("", None),
        ("Bearer", None),
        ("'; DROP TABLE users; --", None),
    ],
)
def test_what_was_never_given_out_is_refused_by_its_shape(
    tx: Tx, credential: str, kind: CredentialKind | None
) -> None:
    refused = refusal(tx, credential)

    assert (refused.kind, refused.reason) == (kind, Refusal.UNKNOWN)


def test_a_refresh_token_opens_nothing(tx: Tx) -> None:
    tokens = make_session(tx, make_user(tx))
    assert tokens.refresh_token is not None

    refused = refusal(tx, tokens.refresh_token)

    assert refused.reason is Refusal.UNKNOWN


def test_a_jwt_that_nobody_logged_in_for_is_unknown_though_we_signed_it(tx: Tx) -> None:
    token = mint_jwt(VAULT, make_user(tx), LONG_AFTER)

    refused = refusal(tx, token)

    assert (refused.kind, refused.reason) == (CredentialKind.JWT, Refusal.UNKNOWN)


def test_a_session_dies_with_the_secret_that_signed_it(tx: Tx) -> None:
    tokens = make_session(tx, make_user(tx), SessionKind.JWT)

    with pytest.raises(CredentialRefused):
        authenticate(tx, Vault(b"another"), tokens.access_token, now=NOON)


def test_a_jwt_for_another_audience_is_refused(tx: Tx) -> None:
    key = OctKey.import_key(VAULT.jwt_key)
    token = jwt.encode({"alg": "HS256"}, {"iss": "vitascope", "aud": "media"}, key)

    assert refusal(tx, token).kind is CredentialKind.JWT


def test_a_refusal_says_key_or_token_and_not_more(tx: Tx) -> None:
    assert refusal(tx, "ak_x").message == "This API key is unknown or was revoked"
    assert refusal(tx, "0" * 40).message == "This token is unknown or was revoked"
    assert refusal(tx, "?").message == "This token is unknown or was revoked"


@pytest.mark.parametrize(
    ("credential", "most"),
    [(kind, 1) for kind in CredentialKind] + [("a.b.c", 0), ("nonsense", 0)],
)
def test_finding_the_caller_costs_one_query_at_most(
    db: Database, credential: str, most: int
) -> None:
    with db.begin() as tx:
        ada = make_user(tx)
        is_kind = isinstance(credential, CredentialKind)
        secret = show(tx, ada, CredentialKind(credential)).secret if is_kind else credential
    queries: list[str] = []

    with db.read() as tx:
        sa.event.listen(tx, "before_cursor_execute", lambda *args: queries.append(args[2]))
        try:
            authenticate(tx, VAULT, secret, now=NOON)
        except CredentialRefused:
            assert not is_kind

    assert len(queries) == most
