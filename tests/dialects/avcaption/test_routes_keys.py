import re
from typing import Any

import pytest
from tests.dialects.avcaption.conftest import Client, KeyOf
from tests.dialects.runtimes import Headers
from tests.factories import NOON

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, Permission
from vitascope.core.access.queries.keys import list_keys
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.http.uses import Uses

KEYS = "/api/v1/api-keys"


def test_a_key_is_shown_once_and_opens(
    client: Client, db: Database, ada: User, logged_in: Headers
) -> None:
    given = {"name": "Uploads", "expires_at": "2026-04-01T14:00:00+02:00"}

    answer = client.post(KEYS, json=given, headers=logged_in)

    made = answer.json()
    secret = made.pop("key")
    with db.read() as tx:
        (kept,) = list_keys(tx, ada.id)
    shown = {
        "id": kept.id,
        "name": "Uploads",
        "prefix": secret[:12],
        "permission": "write",
        "created_at": "2026-03-01T12:00:00.000Z",
        "expires_at": "2026-04-01T12:00:00.000Z",
        "last_used_at": None,
    }
    assert (answer.status_code, answer.headers["cache-control"]) == (201, "no-store")
    assert re.fullmatch(r"avc_[0-9a-f]{64}", secret)
    assert made == shown
    assert client.get(KEYS, headers=logged_in).json() == {"api_keys": [shown]}
    assert client.get("/api/v1/stats", headers={"X-API-Key": secret}).status_code == 200


def test_a_key_may_be_for_reading_only(client: Client, logged_in: Headers) -> None:
    given = {"name": "Statistics", "permission": "read", "expires_at": None}

    made = client.post(KEYS, json=given, headers=logged_in).json()

    assert (made["permission"], made["expires_at"]) == ("read", None)


@pytest.mark.parametrize(
    ("given", "field", "error"),
    [
        ({}, "name", "name is required"),
        ({"name": "  "}, "name", "A key's name has 1 to 100 characters"),
        ({"name": "n" * 101}, "name", "name has at most 100 characters"),
        (
            {"name": "n", "permission": "all"},
            "permission",
            "permission must be one of read, write",
        ),
        (
            {"name": "n", "permission": ["read"]},
            "permission",
            "permission must be one of read, write",
        ),
        (
            {"name": "n", "expires_at": "2026-03-01T12:00:00Z"},
            "expires_at",
            "A key has to expire in the future",
        ),
        *(
            (
                {"name": "n", "expires_at": text},
                "expires_at",
                "expires_at must be a time like 2030-01-31T12:00:00Z",
            )
            for text in ("2030-01-31T12:00:00", "soon", 4, "9999-12-31T23:59:59-10:00")
        ),
    ],
)
def test_a_key_that_cannot_be_meant_is_refused(
    client: Client, logged_in: Headers, given: dict[str, Any], field: str, error: str
) -> None:
    headers = {**logged_in, "X-Request-ID": "request-0001"}

    answer = client.post(KEYS, json=given, headers=headers)

    assert (answer.status_code, answer.json()) == (
        400,
        {
            "error": error,
            "code": "validation_error",
            "request_id": "request-0001",
            "fields": {field: error},
        },
    )


def test_a_revoked_key_opens_nothing_from_then_on(
    client: Client, logged_in: Headers, keyed: Headers
) -> None:
    (key,) = client.get(KEYS, headers=logged_in).json()["api_keys"]

    answer = client.delete(f"{KEYS}/{key['id']}", headers=logged_in)

    assert (answer.status_code, answer.content) == (204, b"")
    assert client.get(KEYS, headers=logged_in).json() == {"api_keys": []}
    assert client.get("/api/v1/stats", headers=keyed).status_code == 401


def test_the_audit_tells_what_was_done_with_a_key(
    client: Client, uses: Uses, logged_in: Headers, keyed: Headers
) -> None:
    (key,) = client.get(KEYS, headers=logged_in).json()["api_keys"]
    client.get("/api/v1/videos/1", headers=keyed)
    uses.write()

    answer = client.get(f"{KEYS}/{key['id']}/audit", headers=logged_in)

    assert (answer.status_code, answer.json()) == (
        200,
        {
            "audit": [
                {
                    "method": "GET",
                    "path": "/api/v1/videos/1",
                    "status": 404,
                    "address": "testclient",
                    "used_at": "2026-03-01T12:00:00.000Z",
                }
            ]
        },
    )


def test_no_key_reaches_keys(client: Client, db: Database, ada: User, keyed: Headers) -> None:
    with db.read() as tx:
        (key,) = list_keys(tx, ada.id)
    one = f"{KEYS}/{key.id}"

    answers = [
        client.get(KEYS, headers=keyed),
        client.post(KEYS, json={"name": "Another"}, headers=keyed),
        client.delete(one, headers=keyed),
        client.get(f"{one}/audit", headers=keyed),
    ]

    assert [(a.status_code, a.json()["error"]) for a in answers] == [
        (403, "API keys may not do this; log in instead")
    ] * 4
    with db.read() as tx:
        assert [kept.id for kept in list_keys(tx, ada.id)] == [key.id]


def test_keys_of_others_and_of_other_apis_look_as_if_there_were_none(
    client: Client, db: Database, key_of: KeyOf, ada: User, bob: User, logged_in: Headers
) -> None:
    with db.begin() as tx:
        given: dict[str, Any] = {"name": "k", "permission": Permission.WRITE, "now": NOON}
        his = create_key(tx, bob.id, kind=KeyKind.AVCAPTION, **given).key.id
        vsrc = create_key(tx, ada.id, kind=KeyKind.VSRC, **given).key.id
    refs = [his, vsrc, 999, "nonsense", "9" * 30]

    revoked = [client.delete(f"{KEYS}/{ref}", headers=logged_in) for ref in refs]
    audits = [client.get(f"{KEYS}/{ref}/audit", headers=logged_in) for ref in refs]

    found = [(a.status_code, a.json()["code"], a.json()["error"]) for a in revoked + audits]
    assert found == [(404, "not_found", f"No such key: {ref}") for ref in refs] * 2
    assert client.get(KEYS, headers=logged_in).json() == {"api_keys": []}
    with db.read() as tx:
        kept = [key.id for user in (ada, bob) for key in list_keys(tx, user.id)]
    assert kept == [vsrc, his]
