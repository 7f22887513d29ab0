from datetime import timedelta

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf, bearer, calling
from tests.factories import NOON

from vitascope.core.access.keys import create_key
from vitascope.core.access.model import KeyKind, KeyUse, Permission
from vitascope.core.access.queries.keys import insert_key_uses
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.entrance import Entrance
from vitascope.http.proxies import TrustedProxies
from vitascope.http.runtime import Runtime
from vitascope.http.uses import Uses

KEYS, KEY = "/api/apikeys", "/api/apikey"
REFUSED = words(403, "API Key Not Permitted to Manage API Keys")
AT_NOON, LATER = "2026-03-01T12:00:00Z", "2026-03-01T13:00:00Z"


def use_key(db: Database, key_id: int, times: int = 1) -> None:
    with db.begin() as tx:
        insert_key_uses(
            tx,
            [
                KeyUse(
                    key_id=key_id,
                    method="GET",
                    path=f"/api/files/{number}",
                    status=200,
                    address="192.0.2.7",
                    used_at=NOON + timedelta(hours=1),
                )
                for number in range(times)
            ],
        )


def test_a_new_key_is_shown_once(client: Client, his: Headers) -> None:
    made = client.post(KEY, json={"name": "backup"}, headers=his)
    listed = client.get(KEYS, headers=his)

    secret = made.json()["key"]
    assert (made.status_code, made.json()) == (201, {"id": 1, "name": "backup", "key": secret})
    assert (len(secret), secret[:3]) == (67, "ak_")
    assert (listed.status_code, listed.json()) == (
        200,
        [
            {
                "ID": 1,
                "CreatedAt": AT_NOON,
                "UpdatedAt": AT_NOON,
                "DeletedAt": None,
                "UserID": 1,
                "name": "backup",
                "prefix": f"{secret[:8]}...",
            }
        ],
    )


def test_a_key_that_expires_and_was_used_tells_both_dates(
    client: Client, db: Database, his: Headers
) -> None:
    fields = {"Name": "backup", "expires_at": "2026-03-01T14:00:00.000+01:00"}
    made = client.post(KEY, data=fields, headers=his).json()
    use_key(db, made["id"])

    listed = client.get(KEYS, headers=his).json()

    assert made == {"id": 1, "name": "backup", "key": made["key"], "expires_at": LATER}
    assert listed == [
        {
            "ID": 1,
            "CreatedAt": AT_NOON,
            "UpdatedAt": LATER,
            "DeletedAt": None,
            "UserID": 1,
            "name": "backup",
            "prefix": f"{made['key'][:8]}...",
            "expires_at": LATER,
            "last_used_at": LATER,
        }
    ]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Name [required] : "),
        ({"name": ""}, "Name [required] : "),
        ({"name": "ab"}, "Name [min] : 3"),
        ({"name": "a" * 33}, "Name [max] : 32"),
        ({"name": "backup", "expires_at": "tomorrow"}, "malformated request"),
        ({"name": "backup", "expires_at": "2026-04-01T12:00:00"}, "malformated request"),
        ({"name": "backup", "expires_at": AT_NOON}, "A key has to expire in the future"),
    ],
)
def test_a_key_that_breaks_a_rule_is_not_made(
    client: Client, his: Headers, fields: dict[str, str], told: str
) -> None:
    answer = client.post(KEY, json=fields, headers=his)

    assert whole(answer) == words(400, told)
    assert client.get(KEYS, headers=his).json() == []


def test_a_revoked_key_opens_nothing_and_is_forgotten(
    client: Client, his: Headers, his_key: Headers
) -> None:
    answer = client.delete(f"{KEY}/1", headers=his)

    assert (answer.status_code, answer.content) == (204, b"")
    refused = client.get("/api/account/settings", headers=his_key)
    assert whole(refused) == words(403, "Invalid or Expired API Key")
    assert client.get(KEYS, headers=his).json() == []
    audit = client.get(f"{KEY}/1/audit", headers=his)
    assert whole(audit) == words(404, "api key not found")


def test_the_audit_has_the_last_hundred_uses(
    client: Client, db: Database, his: Headers, his_key: Headers
) -> None:
    assert his_key
    use_key(db, 1, times=101)

    answer = client.get(f"{KEY}/1/audit", headers=his)

    assert answer.status_code == 200
    assert answer.json() == [
        {
            "ID": number + 1,
            "CreatedAt": LATER,
            "UpdatedAt": LATER,
            "DeletedAt": None,
            "ApiKeyID": 1,
            "UserID": 1,
            "Method": "GET",
            "Path": f"/api/files/{number}",
            "IP": "192.0.2.7",
        }
        for number in range(100, 0, -1)
    ]


@pytest.mark.parametrize("path", [f"{KEY}/%s", f"{KEY}/%s/audit"])
def test_an_id_that_is_none_and_an_unknown_one_are_told_apart(
    client: Client, his: Headers, path: str
) -> None:
    method = "GET" if path.endswith("audit") else "DELETE"
    ids = ["abc", "-1", "1.0", "7", "9" * 30]

    answers = [client.request(method, path % key_id, headers=his) for key_id in ids]

    malformed = words(400, "Invalid API Key ID")
    missing = words(404, "api key not found")
    assert [whole(a) for a in answers] == [malformed] * 3 + [missing] * 2


def test_keys_of_others_and_of_other_apis_are_hidden(
    client: Client, db: Database, bob: User, admin: Headers, his: Headers, his_key: Headers
) -> None:
    assert his_key
    with db.begin() as tx:
        kind, permission = KeyKind.VSRC, Permission.WRITE
        create_key(tx, bob.id, kind=kind, name="k", permission=permission, now=NOON)

    calls = [(admin, 1), (his, 2)]
    answers = [client.get(f"{KEY}/{number}/audit", headers=who) for who, number in calls]
    answers += [client.delete(f"{KEY}/{number}", headers=who) for who, number in calls]

    assert [whole(a) for a in answers] == [words(404, "api key not found")] * 4
    assert [key["ID"] for key in client.get(KEYS, headers=his).json()] == [1]
    assert client.get(KEYS, headers=admin).json() == []


def test_a_key_does_not_manage_keys(client: Client, his_key: Headers) -> None:
    answers = [
        client.get(KEYS, headers=his_key),
        client.post(KEY, json={"name": "another"}, headers=his_key),
        client.delete(f"{KEY}/1", headers=his_key),
        client.get(f"{KEY}/1/audit", headers=his_key),
    ]

    assert [whole(answer) for answer in answers] == [REFUSED] * 4


async def test_what_a_key_was_used_for_appears_in_its_audit(
    db: Database, runtime: Runtime, ada: User, key_of: HeadersOf, session_of: HeadersOf
) -> None:
    key, session = key_of(ada), session_of(ada)
    uses = Uses(db, lambda: NOON)
    app = Entrance(build(runtime), TrustedProxies(()), uses)

    async with calling(app, "192.0.2.7") as client:
        await client.get("/api/account/settings?secret=1", headers=key)
        await client.get("/api/users", headers=key)
        await client.get("/api/no/such", headers=key)
        await client.get("/api/account/settings", headers=bearer(f"ak_{'0' * 64}"))
        uses.write()
        audit = (await client.get(f"{KEY}/1/audit", headers=session)).json()
        listed = (await client.get(KEYS, headers=session)).json()

    assert [(use["Method"], use["Path"], use["IP"]) for use in audit] == [
        ("GET", "/api/no/such", "192.0.2.7"),
        ("GET", "/api/users", "192.0.2.7"),
        ("GET", "/api/account/settings", "192.0.2.7"),
    ]
    assert [key["last_used_at"] for key in listed] == [AT_NOON]
