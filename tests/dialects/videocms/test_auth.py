from datetime import timedelta

import pytest
from tests.dialects.runtimes import VAULT, Client, Headers
from tests.dialects.videocms.answers import unknown, whole, words
from tests.dialects.videocms.conftest import HeadersOf, bearer
from tests.factories import NOON, make_user

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import ClientInfo, KeyKind, Permission, SessionKind
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.model import Role, User
from vitascope.db import Database

ACCOUNT = "/api/account"
KEY_REFUSED = words(403, "Invalid or Expired API Key")
JWT_REFUSED = words(403, "Invalid JWT Token")


@pytest.mark.parametrize(
    "path", [ACCOUNT, "/api/users", "/api/apikeys", "/api/no/such", "/api"]
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_nobody_gets_past_without_a_credential(client: Client, method: str, path: str) -> None:
    answer = client.request(method, path)

    assert whole(answer) == words(403, "No JWT Token")


@pytest.mark.parametrize("header", ["", "Bearer ", " "])
def test_an_empty_header_shows_nothing(client: Client, header: str) -> None:
    answer = client.get(ACCOUNT, headers={"Authorization": header})

    assert whole(answer) == words(403, "No JWT Token")


@pytest.mark.parametrize(
    ("credential", "refusal"),
    [
        (f"ak_{'0' * 64}", KEY_REFUSED),
        ("ak_", KEY_REFUSED),
        (f"avc_{'0' * 64}", KEY_REFUSED),
        (f"vsrc_{'0' * 48}", KEY_REFUSED),
        ("0" * 40, JWT_REFUSED),
        ("e30.e30.e30", JWT_REFUSED),
        ("Bearer", JWT_REFUSED),
        ("what ever", JWT_REFUSED),
    ],
)
def test_what_opens_nothing_is_refused_by_its_shape(
    client: Client, credential: str, refusal: tuple[int, str, str]
) -> None:
    answer = client.get(ACCOUNT, headers=bearer(credential))

    assert whole(answer) == refusal


@pytest.mark.parametrize("kind", [KeyKind.AVCAPTION, KeyKind.VSRC])
def test_keys_of_other_apis_open_nothing_here(
    client: Client, db: Database, bob: User, kind: KeyKind
) -> None:
    with db.begin() as tx:
        permission = Permission.WRITE
        key = create_key(tx, bob.id, kind=kind, name="k", permission=permission, now=NOON)

    answers = [
        client.get(ACCOUNT, headers=bearer(key.secret)),
        client.get(ACCOUNT, headers={"X-API-Key": key.secret}),
        client.get(ACCOUNT, params={"api_key": key.secret}),
    ]

    assert [whole(answer) for answer in answers] == [KEY_REFUSED] * 3


def test_a_token_of_peertube_opens_nothing_here(
    client: Client, db: Database, bob: User
) -> None:
    with db.begin() as tx:
        tokens = open_session(tx, VAULT, bob, SessionKind.TOKEN, ClientInfo(), now=NOON)

    answer = client.get(ACCOUNT, headers=bearer(tokens.access_token))

    assert whole(answer) == JWT_REFUSED


def test_what_has_expired_or_was_revoked_opens_nothing(
    client: Client, db: Database, bob: User
) -> None:
    ago, past = NOON - timedelta(days=8), NOON - timedelta(hours=1)
    with db.begin() as tx:
        old = open_session(tx, VAULT, bob, SessionKind.JWT, ClientInfo(), now=ago)
        key = create_key(
            tx,
            bob.id,
            kind=KeyKind.VIDEOCMS,
            name="old",
            permission=Permission.WRITE,
            expires_at=past,
            now=ago,
        )

    answers = [client.get(ACCOUNT, headers=bearer(c)) for c in (old.access_token, key.secret)]

    assert [whole(answer) for answer in answers] == [JWT_REFUSED, KEY_REFUSED]


def test_only_what_stands_last_in_the_header_counts(client: Client, his: Headers) -> None:
    token = his["Authorization"].partition(" ")[2]

    answers = [
        client.get("/api/account/settings", headers={"Authorization": header})
        for header in (token, f"bearer {token}", f"JWT of mine {token}")
    ]

    assert [answer.status_code for answer in answers] == [200, 200, 200]


@pytest.mark.parametrize("path", ["/api/nothing", "/api/account/no/such", "/api"])
def test_an_unknown_path_is_told_to_those_who_are_known(
    client: Client, his: Headers, his_key: Headers, path: str
) -> None:
    answers = [client.get(path, headers=headers) for headers in (his, his_key)]

    assert [whole(answer) for answer in answers] == [unknown(), unknown()]


def test_an_unknown_method_is_told_in_the_same_words(client: Client, his: Headers) -> None:
    answer = client.patch(ACCOUNT, headers=his)

    assert whole(answer) == unknown(405)


def test_keys_never_administrate(client: Client, ada: User, key_of: HeadersOf) -> None:
    answer = client.get("/api/users", headers=key_of(ada))

    assert whole(answer) == words(403, "API Key Not Permitted for Admin Routes")


def test_only_administrators_administrate(
    client: Client, db: Database, his: Headers, session_of: HeadersOf
) -> None:
    with db.begin() as tx:
        moderator = make_user(tx, "mo", Role.MODERATOR)

    answers = [client.get("/api/users", headers=h) for h in (his, session_of(moderator))]

    assert [whole(answer) for answer in answers] == [words(403, "Not Permitted")] * 2


def test_a_key_for_reading_changes_nothing(client: Client, db: Database, bob: User) -> None:
    with db.begin() as tx:
        key = create_key(
            tx,
            bob.id,
            kind=KeyKind.VIDEOCMS,
            name="reader",
            permission=Permission.READ,
            now=NOON,
        )

    headers = bearer(key.secret)

    assert client.get("/api/account/settings", headers=headers).status_code == 200
    assert whole(client.post("/api/anything", headers=headers)) == words(
        403, "This API key may read but not change anything"
    )
