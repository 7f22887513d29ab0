import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from tests.dialects.runtimes import VAULT, Client
from tests.factories import NOON, make_user
from tests.web.people import alerts_of, log_in, send

from vitascope.core.access.credentials import CredentialRefused, authenticate
from vitascope.core.access.keys import NewKey, create_key
from vitascope.core.access.model import KeyKind, KeyUse, Permission
from vitascope.core.access.queries.keys import insert_key_uses, list_keys
from vitascope.core.accounts.model import User
from vitascope.db import Database

HERE = "/settings/keys"


def make_key(db: Database, user: User, **values: Any) -> NewKey:
    given = {"kind": KeyKind.VSRC, "name": "Backup", "permission": Permission.READ}
    with db.begin() as tx:
        return create_key(tx, user.id, **{**given, **values}, now=NOON)


def create(client: Client, **typed: str) -> Any:
    given = {"name": "Backup", "kind": "vsrc", "permission": "write", "expires": ""}
    return send(client, HERE, HERE, **{**given, **typed})


def secrets_in(html: str) -> list[str]:
    return re.findall(r"\b(?:ak|avc|vsrc)_[0-9a-f]{48,}\b", html)


@pytest.mark.parametrize("kind", list(KeyKind))
@pytest.mark.parametrize("permission", list(Permission))
def test_a_key_is_shown_once_and_works(
    client: Client, db: Database, ada: User, kind: KeyKind, permission: Permission
) -> None:
    log_in(client, db, ada)

    answer = create(client, kind=kind.value, permission=permission.value)

    (secret,) = secrets_in(answer.text)
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, no-store"
    assert secrets_in(client.get(HERE).text) == []
    with db.read() as tx:
        actor = authenticate(tx, VAULT, secret, now=NOON)
    assert (actor.user_id, Permission.WRITE in actor.permissions) == (
        ada.id,
        permission is Permission.WRITE,
    )


def test_a_key_is_good_on_its_last_day(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    page = create(client, expires="2026-03-01").text

    with db.read() as tx:
        (key,) = list_keys(tx, ada.id)
    assert key.expires_at == datetime(2026, 3, 1, 23, 59, 59, tzinfo=UTC)
    assert "good until 1 March 2026, 23:59 UTC" in page


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"name": " "}, "A key's name has 1 to 100 characters."),
        ({"name": "n" * 101}, "A key's name has 1 to 100 characters."),
        ({"kind": "other"}, "Choose the API that the key is for."),
        ({"permission": "admin"}, "Choose what the key may do."),
        ({"expires": "2026-02-28"}, "A key has to expire in the future."),
        ({"expires": "31.1.2027"}, "Write the day as year-month-day, such as 2027-01-31."),
        ({"expires": "9999-12-31x"}, "Write the day as year-month-day, such as 2027-01-31."),
    ],
)
def test_a_key_that_cannot_be_is_told_why(
    client: Client, db: Database, ada: User, typed: dict[str, str], told: str
) -> None:
    log_in(client, db, ada)

    answer = create(client, **typed)

    assert (answer.status_code, alerts_of(answer.text)) == (400, [told])
    assert secrets_in(answer.text) == []
    with db.read() as tx:
        assert list_keys(tx, ada.id) == []


def test_what_was_chosen_stays_after_a_mistake(client: Client, db: Database, ada: User) -> None:
    log_in(client, db, ada)

    page = create(client, name="", kind="avc", permission="read", expires="2026-05-01").text

    assert '<option value="avc" selected>AVCaption</option>' in page
    assert '<option value="read" selected>Read only</option>' in page
    assert 'value="2026-05-01"' in page


def test_keys_are_listed_with_what_is_known_of_them(
    client: Client, db: Database, ada: User
) -> None:
    old = make_key(db, ada, expires_at=NOON + timedelta(seconds=1))
    with db.begin() as tx:
        use = KeyUse(
            key_id=old.key.id, method="GET", path="/", status=200, address="", used_at=NOON
        )
        insert_key_uses(tx, [use])
    make_key(db, ada, kind=KeyKind.VIDEOCMS, name="<Moodle>")
    log_in(client, db, ada)

    page = client.get(HERE).text

    assert re.findall(r"<code>(\w+)…</code>", page)[1] == old.key.prefix
    assert ("&lt;Moodle&gt;" in page, "<Moodle>" in page) == (True, False)
    assert (page.count("never used"), page.count("last used just now")) == (1, 1)
    assert page.count("does not expire") == 1


def test_a_revoked_key_fails_at_once(client: Client, db: Database, ada: User) -> None:
    made = make_key(db, ada)
    log_in(client, db, ada)

    answer = send(client, HERE, f"{HERE}/revoke", key=str(made.key.id))

    assert "The key is revoked." in client.get(answer.headers["location"]).text
    with db.read() as tx, pytest.raises(CredentialRefused):
        authenticate(tx, VAULT, made.secret, now=NOON)


def test_requests_of_a_key_are_listed_newest_first(
    client: Client, db: Database, ada: User
) -> None:
    key = make_key(db, ada).key
    uses = [
        KeyUse(
            key_id=key.id,
            method="GET" if number % 2 else "DELETE",
            path=f"/api/public/v1/videos/{number}",
            status=200 if number % 2 else 404,
            address="203.0.113.9",
            used_at=NOON - timedelta(minutes=200 - number),
        )
        for number in range(120)
    ]
    with db.begin() as tx:
        insert_key_uses(tx, uses)
    log_in(client, db, ada)

    page = client.get(f"{HERE}/{key.id}").text

    rows = [
        re.sub(r"<[^>]+>", " ", row).split()
        for row in re.findall(r"<tr><td.*?</tr>", page, re.DOTALL)
    ]
    assert len(rows) == 100
    assert rows[0] == [
        "2026-03-01", "10:39:00", "GET", "/api/public/v1/videos/119", "200", "203.0.113.9"
    ]  # fmt: skip
    assert "The last 100 requests, newest first." in page


def test_a_key_that_did_nothing_says_so(client: Client, db: Database, ada: User) -> None:
    key = make_key(db, ada).key
    log_in(client, db, ada)

    page = client.get(f"{HERE}/{key.id}").text

    assert "Nothing was asked for with this key in the last 30 days." in page


@pytest.mark.parametrize("key", ["x", "0", "-1", "999", "1" * 30])
def test_a_key_that_does_not_exist_is_a_page_that_does_not(
    client: Client, db: Database, ada: User, key: str
) -> None:
    make_key(db, ada)
    log_in(client, db, ada)

    page = client.get(f"{HERE}/{key}")
    revoked = send(client, HERE, f"{HERE}/revoke", key=key)

    assert (page.status_code, revoked.status_code) == (404, 404)


def test_nobody_sees_or_revokes_the_keys_of_others(
    client: Client, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        eve = make_user(tx, "eve")
    of_ada = make_key(db, ada)
    make_key(db, eve)
    log_in(client, db, eve)

    page = client.get(f"{HERE}/{of_ada.key.id}")
    revoked = send(client, HERE, f"{HERE}/revoke", key=str(of_ada.key.id))

    assert (page.status_code, revoked.status_code) == (404, 404)
    with db.read() as tx:
        assert authenticate(tx, VAULT, of_ada.secret, now=NOON).user_id == ada.id


def test_a_key_in_a_header_opens_no_settings(client: Client, db: Database, ada: User) -> None:
    secret = make_key(db, ada, permission=Permission.WRITE).secret

    for headers in ({"x-api-key": secret}, {"cookie": f"vitascope_session={secret}"}):
        answer = client.get(HERE, headers=headers)
        assert (answer.status_code, answer.headers["location"]) == (303, f"/login?next={HERE}")
