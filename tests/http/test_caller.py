from typing import Any

import pytest
from tests.conftest import SECRET
from tests.factories import NOON, make_user

from vitascope.core.access.credentials import CredentialRefused, Refusal
from vitascope.core.access.keys import create_key
from vitascope.core.access.model import (
    ANONYMOUS,
    ClientInfo,
    CredentialKind,
    KeyKind,
    Permission,
    SessionKind,
)
from vitascope.core.access.sessions import open_session
from vitascope.core.access.vault import Vault
from vitascope.db import Database
from vitascope.http.caller import (
    Callers,
    Shown,
    client_of,
    cookie_credential,
    shown_credential,
    visitor_credential,
)

VAULT = Vault(SECRET)
TOKEN, KEY = "0" * 40, "avc_" + "1" * 64
KINDS = CredentialKind


def scope(query: bytes = b"", **headers: str) -> dict[str, Any]:
    given = [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return {"type": "http", "query_string": query, "headers": given, "client": ("192.0.2.1", 9)}


SHOWN: list[tuple[dict[str, Any], Shown | None]] = [
    (scope(), None),
    (scope(authorization=f"Bearer {TOKEN}"), Shown(TOKEN, KINDS.TOKEN)),
    (scope(authorization=f"bearer  {TOKEN}"), Shown(TOKEN, KINDS.TOKEN)),
    (scope(authorization="Bearer a.b.c"), Shown("a.b.c", KINDS.JWT)),
    (scope(authorization="Bearer ak_1"), Shown("ak_1", KINDS.VIDEOCMS_KEY)),
    (scope(authorization="Bearer vsrc_1"), Shown("vsrc_1", KINDS.VSRC_KEY)),
    (scope(authorization="Basic YTpi"), Shown("YTpi", None)),
    (scope(authorization=""), Shown("", None)),
    (scope(x_api_key=KEY), Shown(KEY, KINDS.AVCAPTION_KEY, as_api_key=True)),
    (scope(x_api_key="nonsense"), Shown("nonsense", None, as_api_key=True)),
    (
        scope(b"page=2&api_key=" + KEY.encode()),
        Shown(KEY, KINDS.AVCAPTION_KEY, as_api_key=True),
    ),
    (scope(b"my_api_key=x"), None),
    (
        scope(b"api_key=x", x_api_key=KEY, authorization=f"Bearer {TOKEN}"),
        Shown(KEY, KINDS.AVCAPTION_KEY, as_api_key=True),
    ),
]


@pytest.mark.parametrize(("request_scope", "shown"), SHOWN)
def test_what_a_request_shows(request_scope: dict[str, Any], shown: Shown | None) -> None:
    assert shown_credential(request_scope) == shown


def test_a_page_takes_the_cookie_and_an_api_does_not() -> None:
    visiting = scope(cookie=f"theme=dark; vitascope_session={TOKEN}")

    assert cookie_credential(visiting) == Shown(TOKEN, KINDS.TOKEN)
    assert shown_credential(visiting) is None


def test_what_a_program_shows_goes_before_the_cookie() -> None:
    both = scope(cookie=f"vitascope_session={'1' * 40}", authorization=f"Bearer {TOKEN}")

    assert visitor_credential(both) == Shown(TOKEN, KINDS.TOKEN)


def test_where_a_request_comes_from() -> None:
    found = client_of(scope(user_agent="x" * 300))

    assert found == ClientInfo(address="192.0.2.1", device="x" * 200)


@pytest.fixture
def callers(db: Database) -> Callers:
    return Callers(db, VAULT, lambda: NOON)


def test_a_kind_that_is_not_taken_is_refused_though_it_is_good(
    db: Database, callers: Callers
) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        key = create_key(
            tx,
            user.id,
            kind=KeyKind.VSRC,
            name="a key",
            permission=Permission.WRITE,
            now=NOON,
        )
    request = scope(authorization=f"Bearer {key.secret}")

    actor = callers.find(request, frozenset({KINDS.VSRC_KEY}))
    with pytest.raises(CredentialRefused) as refused:
        callers.find(scope(authorization=f"Bearer {key.secret}"), frozenset({KINDS.JWT}))

    assert (actor.user_id, actor.credential_id) == (user.id, key.key.id)
    assert request["state"] == {"actor": actor}
    assert (refused.value.kind, refused.value.reason) == (KINDS.VSRC_KEY, Refusal.UNKNOWN)


def test_a_visitor_with_a_stale_cookie_is_nobody_known(db: Database, callers: Callers) -> None:
    with db.begin() as tx:
        user = make_user(tx)
        opened = open_session(tx, VAULT, user, SessionKind.WEB, ClientInfo(), now=NOON)

    known = callers.find_visitor(scope(cookie=f"vitascope_session={opened.access_token}"))
    unknown = callers.find_visitor(scope(cookie=f"vitascope_session={TOKEN}"))

    assert (known.user_id, unknown) == (user.id, ANONYMOUS)
