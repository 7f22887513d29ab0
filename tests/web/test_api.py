from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.web.people import log_in
from tests.web.studio import announce, page_headers

from vitascope.base.errors import Invalid
from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.web.api import answered, refusal

HERE = "/studio/api/uploads"
STRANGER = {"sentence": "You are not logged in any more. Load the page again.", "field": None}
STALE = "This page belongs to a login that has ended. Load the page again."


async def test_a_value_is_told_as_json_that_nobody_keeps() -> None:
    async def value() -> dict[str, Any]:
        return {"a": [1, None]}

    answer = await answered(value())

    assert (answer.status_code, answer.content) == (200, b'{"a":[1,null]}')
    assert answer.headers["cache-control"] == "private, no-store"


def test_a_refusal_says_what_is_wrong_and_where() -> None:
    answer = refusal(Invalid("title", "Too long"))

    assert (answer.status_code, answer.content) == (
        400,
        b'{"sentence":"Too long.","field":"title"}',
    )


LIBRARY = "/studio/api/library"


@pytest.mark.parametrize(
    "path",
    [
        HERE,
        f"{HERE}/1",
        "/studio/api/imports",
        LIBRARY,
        f"{LIBRARY}/overview",
        f"{LIBRARY}/rows?videos=1",
        f"{LIBRARY}/contents?folders=1",
        f"{LIBRARY}/videos/1",
    ],
)
def test_strangers_are_told_to_log_in(client: Client, path: str) -> None:
    answer = client.get(path)

    assert (answer.status_code, answer.json()) == (401, STRANGER)


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PATCH", f"{HERE}/1"),
        ("POST", "/studio/api/imports"),
        ("POST", "/studio/api/imports/1/cancel"),
        ("POST", "/studio/api/imports/1/retry"),
        ("DELETE", "/studio/api/imports/1"),
        ("POST", f"{LIBRARY}/folders"),
        ("PATCH", f"{LIBRARY}/folders/1"),
        ("POST", f"{LIBRARY}/move"),
        ("POST", f"{LIBRARY}/delete"),
        ("POST", f"{LIBRARY}/tag"),
        ("POST", f"{LIBRARY}/untag"),
        ("POST", f"{LIBRARY}/privacy"),
        ("PATCH", f"{LIBRARY}/videos/1"),
        ("POST", f"{LIBRARY}/videos/1/retry"),
    ],
)
def test_nothing_changes_without_the_token_of_the_page(
    client: Client, db: Database, ada: User, method: str, path: str
) -> None:
    stranger = client.request(method, path)
    log_in(client, db, ada)
    headers = {"x-form-token": "made up"}

    answers = [client.request(method, path), client.request(method, path, headers=headers)]

    assert (stranger.status_code, stranger.json()) == (401, STRANGER)
    assert [(answer.status_code, answer.json()["sentence"]) for answer in answers] == [
        (403, STALE)
    ] * 2


@pytest.mark.parametrize("body", [b"", b"{", b'{"title": 5}', b'{"title": "\xff"}'])
def test_what_is_no_such_document_is_refused(
    client: Client, db: Database, ada: User, body: bytes
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)

    answer = client.patch(f"{HERE}/{address.rpartition('/')[2]}", headers=headers, content=body)

    assert (answer.status_code, answer.json()["field"]) == (400, "body")


def test_a_document_that_is_too_long_is_refused(
    client: Client, db: Database, ada: User
) -> None:
    headers = page_headers(client, db, ada)
    address = announce(client, headers)

    answer = client.patch(
        f"{HERE}/{address.rpartition('/')[2]}",
        headers=headers,
        json={"description": "a" * 70_000},
    )

    assert (answer.status_code, answer.json()) == (
        400,
        {"sentence": "This is too much text.", "field": "body"},
    )
