from typing import Any

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import whole, words
from tests.dialects.videocms.conftest import HeadersOf
from tests.factories import NOON, actor_of
from tests.hostile import HOSTILE, acting

from vitascope.base.ids import PageId
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.pages.model import Page, PageFormat
from vitascope.core.pages.write import NewPage, add_page, see_page
from vitascope.db import Database

TERMS = {"Path": "terms", "Title": "Terms", "Html": "<p>Be kind</p>", "ListInFooter": True}
OK = words(200, "ok")
ROW = {
    "ID": 1,
    "CreatedAt": "2026-03-01T12:00:00Z",
    "UpdatedAt": "2026-03-01T12:00:00Z",
    "DeletedAt": None,
    "Path": "terms/",
    "Title": "Terms",
    "Html": "<p>Be kind</p>",
    "ListInFooter": True,
    "Published": True,
}


def add(client: Client, admin: Headers, **values: Any) -> Any:
    return client.post("/api/page", json={**TERMS, **values}, headers=admin)


def rows(client: Client, admin: Headers) -> Any:
    return client.get("/api/pages", headers=admin).json()


def show(client: Client, path: str = "terms/", **headers: str) -> Any:
    return client.get("/api/p/page", params={"Path": path}, headers=headers)


def test_a_page_is_added_and_told_whole(client: Client, admin: Headers) -> None:
    answer = add(client, admin)

    assert whole(answer) == OK
    assert rows(client, admin) == [ROW]


def test_everybody_reads_what_is_published(client: Client, admin: Headers) -> None:
    add(client, admin)
    add(client, admin, Path="aside/", Title="Aside", ListInFooter=False)
    add(client, admin, Path="hidden", Published=False)

    links, page = client.get("/api/p/pages"), show(client)

    assert links.json() == [
        {"Path": "aside/", "Title": "Aside", "ListInFooter": False},
        {"Path": "terms/", "Title": "Terms", "ListInFooter": True},
    ]
    assert whole(page) == (200, "text/html; charset=utf-8", "<p>Be kind</p>")
    assert page.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert whole(show(client, "hidden")) == words(404, "Page not found")
    assert whole(show(client, "Terms")) == words(404, "Page not found")


@pytest.mark.parametrize("path", ["terms", "terms/", "/terms/"])
def test_slashes_around_a_path_do_not_count(client: Client, admin: Headers, path: str) -> None:
    add(client, admin, Path=path)

    assert [show(client, asked).status_code for asked in ("terms", "terms/")] == [200, 200]


def test_a_path_of_any_length_that_was_taken_is_found_as_it_is_told(
    client: Client, admin: Headers
) -> None:
    add(client, admin, Path="a" * 50)

    (link,) = client.get("/api/p/pages").json()

    assert (len(link["Path"]), show(client, link["Path"]).status_code) == (51, 200)


@pytest.mark.parametrize(
    ("accept", "is_json"),
    [
        ("application/json", True),
        ("application/json, text/plain, */*", True),
        ("Application/JSON;q=0.9", True),
        ("text/html, application/json", False),
        ("*/*", False),
        ("", False),
    ],
)
def test_json_is_for_those_who_name_it_first(
    client: Client, admin: Headers, accept: str, is_json: bool
) -> None:
    add(client, admin)

    answer = show(client, accept=accept)

    page = {"Path": "terms/", "Title": "Terms", "Html": "<p>Be kind</p>", "ListInFooter": True}
    assert (answer.json() if is_json else answer.text) == (
        page if is_json else "<p>Be kind</p>"
    )


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"Path": ""}, "Path [required] : "),
        ({"Path": "a"}, "Path [min] : 2"),
        ({"Path": "a" * 51}, "Path [max] : 50"),
        ({"Title": None}, "Title [required] : "),
        ({"Title": "a"}, "Title [min] : 2"),
        ({"Title": "a" * 129}, "Title [max] : 128"),
        ({"Html": ""}, "Html [required] : "),
        ({"Html": "a" * 50_001}, "Html [max] : 50000"),
        ({"ListInFooter": None}, "ListInFooter [required] : "),
        ({"ListInFooter": "maybe"}, "malformated request"),
        ({"Path": "TERMS"}, None),
        ({"Path": "terms"}, "Path already used"),
        ({"Path": "/terms/"}, "Path already used"),
    ],
)
def test_a_page_that_cannot_be_is_refused(
    client: Client, admin: Headers, changes: dict[str, Any], refusal: str | None
) -> None:
    add(client, admin)

    answer = add(client, admin, **changes)

    assert whole(answer) == (OK if refusal is None else words(400, refusal))
    assert len(rows(client, admin)) == (2 if refusal is None else 1)


def test_a_page_is_changed_and_its_own_path_is_free(client: Client, admin: Headers) -> None:
    add(client, admin)
    new = {"Path": "terms/", "Title": "New", "Html": "<b>New</b>", "ListInFooter": False}

    answer = client.put("/api/page", json={"WebPageID": 1, **new}, headers=admin)

    assert whole(answer) == OK
    assert rows(client, admin) == [{**ROW, **new}]


def test_a_change_that_does_not_say_so_leaves_a_page_hidden(
    client: Client, admin: Headers
) -> None:
    add(client, admin, Published=False)

    client.put("/api/page", json={"WebPageID": 1, **TERMS}, headers=admin)
    after = [row["Published"] for row in rows(client, admin)]
    client.put("/api/page", json={"WebPageID": 1, "Published": True, **TERMS}, headers=admin)

    assert (after, [row["Published"] for row in rows(client, admin)]) == ([False], [True])


def test_a_page_in_markdown_stays_one_until_other_html_comes(
    client: Client, admin: Headers, db: Database, ada: User
) -> None:
    written = NewPage(
        path="terms", title="Terms", format=PageFormat.MARKDOWN, source="Be *kind*"
    )
    with db.begin() as tx:
        page = add_page(tx, actor_of(ada), written, now=NOON)
    (row,) = rows(client, admin)

    client.put("/api/page", json={**row, "WebPageID": row["ID"], "Title": "New"}, headers=admin)
    renamed = page_of(db, actor_of(ada), page.id)
    client.put("/api/page", json={"WebPageID": row["ID"], **TERMS}, headers=admin)

    assert (renamed.title, renamed.source, row["Html"]) == ("New", "Be *kind*", page.html)
    rewritten = page_of(db, actor_of(ada), page.id)
    assert (rewritten.format, rewritten.source) == (PageFormat.HTML, "<p>Be kind</p>")


def page_of(db: Database, actor: Actor, page_id: PageId) -> Page:
    with db.read() as tx:
        return see_page(tx, actor, page_id)


def test_a_removed_page_is_gone(client: Client, admin: Headers) -> None:
    add(client, admin)

    answer = client.request("DELETE", "/api/page", json={"webpageid": 1}, headers=admin)

    assert (whole(answer), rows(client, admin)) == (OK, [])
    assert show(client).status_code == 404


@pytest.mark.parametrize(
    ("sent", "refusal", "statuses"),
    [
        ({}, "WebPageID [required] : ", (400, 400)),
        ({"WebPageID": 0}, "WebPageID [required] : ", (400, 400)),
        ({"WebPageID": 77}, "Webpage not found", (404, 400)),
        ({"WebPageID": 2**62}, "Webpage not found", (404, 400)),
    ],
)
def test_a_page_that_is_not_there_is_told(
    client: Client, admin: Headers, sent: dict[str, Any], refusal: str, statuses: Any
) -> None:
    add(client, admin)
    others = {**TERMS, "Path": "other"}

    put = client.put("/api/page", json={**sent, **others}, headers=admin)
    deleted = client.request("DELETE", "/api/page", json=sent, headers=admin)

    assert whole(put) == words(statuses[0], refusal)
    assert whole(deleted) == words(statuses[1], refusal)
    assert rows(client, admin) == [ROW]


def test_nobody_but_administrators_who_logged_in_reads_or_writes(
    client: Client, his: Headers, key_of: HeadersOf, ada: User, admin: Headers
) -> None:
    add(client, admin)
    sent = {"WebPageID": 1, **TERMS}

    answers = [
        client.request(method, path, json=sent, headers=headers)
        for headers in (his, key_of(ada))
        for method, path in [("GET", "/api/pages"), *ONE_BY_ONE]
    ]

    key_refused = words(403, "API Key Not Permitted for Admin Routes")
    assert [whole(answer) for answer in answers] == [
        *[words(403, "Not Permitted")] * 4,
        *[key_refused] * 4,
    ]
    assert rows(client, admin) == [ROW]


ONE_BY_ONE = [("POST", "/api/page"), ("PUT", "/api/page"), ("DELETE", "/api/page")]


def test_nothing_hostile_comes_out(
    client: Client, admin: Headers, db: Database, ada: User
) -> None:
    with db.begin() as tx:
        for number, hostile in enumerate(HOSTILE):
            page = NewPage(
                path=f"page-{number}",
                title=f"x{hostile[:120]}",
                format=PageFormat.HTML,
                source=f"<p>before</p>{hostile}",
            )
            add_page(tx, actor_of(ada), page, now=NOON)

    shown = [show(client, f"page-{number}").text for number in range(len(HOSTILE))]
    shown += [row["Html"] for row in rows(client, admin)]

    assert [acting(html) for html in shown] == [[]] * 2 * len(HOSTILE)
    assert all("<p>before</p>" in html for html in shown)
