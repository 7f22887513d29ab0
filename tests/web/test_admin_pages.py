from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, actor_of
from tests.hostile import HOSTILE, acting
from tests.web.administrators import make_root
from tests.web.people import alerts_of, form_of, log_in, send

from vitascope.core.accounts.model import User
from vitascope.core.pages.model import Page, PageFormat
from vitascope.core.pages.queries import list_pages
from vitascope.core.pages.write import NewPage, add_page
from vitascope.db import Database

HERE, NEW = "/admin/pages", "/admin/pages/new"


@pytest.fixture
def root(client: Client, db: Database) -> User:
    """Who administrates, and has logged in here."""
    user = make_root(db)
    log_in(client, db, user)
    return user


def write(client: Client, **typed: str) -> Any:
    given = {"title": "Terms", "path": "terms", "format": "markdown", "source": "Be *kind*"}
    return send(client, NEW, NEW, **{**given, **typed})


def kept(db: Database, root: User, **values: Any) -> Page:
    given: dict[str, Any] = {
        "path": "terms",
        "title": "Terms",
        "format": PageFormat.HTML,
        "source": "<p>Be kind</p>",
    }
    with db.begin() as tx:
        return add_page(tx, actor_of(root), NewPage(**{**given, **values}), now=NOON)


def pages_in(db: Database) -> list[Page]:
    with db.read() as tx:
        return list_pages(tx)


def test_a_page_is_written_and_stands_under_every_page_at_once(
    client: Client, db: Database, root: User
) -> None:
    before = client.get("/").text

    answer = write(client, source="  first\r\n\r\n*second*")

    assert (answer.status_code, answer.headers["location"]) == (303, f"{HERE}?done=saved")
    (page,) = pages_in(db)
    assert (page.path, page.title, page.format) == ("terms", "Terms", PageFormat.MARKDOWN)
    assert (page.source, page.is_in_footer, page.is_published) == (
        "  first\n\n*second*",
        True,
        True,
    )
    link = '<a href="/p/terms/"><bdi>Terms</bdi></a>'
    assert (link in before, link in client.get("/").text) == (False, True)


def test_the_form_shows_a_page_as_it_was_written(
    client: Client, db: Database, root: User
) -> None:
    page = kept(db, root, source="<b>x</b>\n<script></script>", is_published=False)

    form = form_of(client.get(f"{HERE}/{page.id}").text, f"{HERE}/{page.id}")

    form.pop("form_token")
    assert form == {
        "title": "Terms",
        "path": "terms",
        "source": "<b>x</b>\n<script></script>",
        "selected": "html",
    }


def test_a_page_is_changed(client: Client, db: Database, root: User) -> None:
    page = kept(db, root, is_in_footer=True)
    here = f"{HERE}/{page.id}"

    answer = send(
        client,
        here,
        here,
        title="Rules",
        path="rules",
        format="markdown",
        source="New",
        in_footer="",
    )

    assert answer.status_code == 303
    (after,) = pages_in(db)
    assert (after.path, after.title, after.html) == ("rules", "Rules", "<p>New</p>\n")
    assert (after.is_in_footer, after.is_published) == (False, True)


@pytest.mark.parametrize("path", [NEW, f"{HERE}/1"])
def test_a_preview_shows_what_was_typed_and_saves_nothing(
    client: Client, db: Database, root: User, path: str
) -> None:
    page = kept(db, root)

    answer = send(client, path, path, format="markdown", source="Be *very* kind", preview="on")

    assert (answer.status_code, pages_in(db)) == (200, [page])
    assert "<p>Be <em>very</em> kind</p>" in answer.text
    assert form_of(answer.text, path)["source"] == "Be *very* kind"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"title": "x"}, "A title has 2 to 128 characters."),
        ({"path": "x"}, "A path has 2 to 50 characters."),
        ({"path": "a b"}, "A path has letters from a to z, digits,"),
        ({"source": " \r\n"}, "Write what the page says."),
        ({"source": "x" * 50_001}, "A page has at most 50,000 characters."),
        ({"format": "word"}, "Choose how the page is written."),
        ({"path": "old"}, "There is a page at old already. Choose another one."),
        ({"source": " ", "preview": "on"}, "Write what the page says."),
    ],
)
def test_a_page_that_cannot_be_is_told_why_and_what_was_typed_stays(
    client: Client, db: Database, root: User, typed: dict[str, str], told: str
) -> None:
    page = kept(db, root, path="old")

    answer = write(client, **typed)

    (alert,) = alerts_of(answer.text)
    assert (answer.status_code in {400, 409}, pages_in(db)) == (True, [page])
    assert alert.startswith(told)
    assert form_of(answer.text, NEW)["title"] == typed.get("title", "Terms")


def test_a_long_page_in_any_script_is_taken(client: Client, db: Database, root: User) -> None:
    answer = write(client, source="\N{CJK UNIFIED IDEOGRAPH-20000}" * 50_000)

    assert answer.status_code == 303
    assert len(pages_in(db)[0].source) == 50_000


def test_a_page_is_hidden_and_published_again(client: Client, db: Database, root: User) -> None:
    page = kept(db, root, is_in_footer=True)
    action = f"{HERE}/{page.id}/publish"

    seen = []
    for _turn in range(2):
        answer = send(client, HERE, action)
        is_linked = '"/p/terms/"' in client.get("/").text
        seen.append((answer.headers["location"], pages_in(db)[0].is_published, is_linked))

    assert seen == [
        (f"{HERE}?done=hidden", False, False),
        (f"{HERE}?done=published", True, True),
    ]


def test_a_page_is_deleted(client: Client, db: Database, root: User) -> None:
    page, other = kept(db, root, is_in_footer=True), kept(db, root, path="other")

    answer = send(client, HERE, f"{HERE}/{page.id}/delete")

    assert (answer.headers["location"], pages_in(db)) == (f"{HERE}?done=deleted", [other])
    assert "/p/terms/" not in client.get("/").text


@pytest.mark.parametrize("number", ["77", "0", "x", "9" * 30])
def test_a_page_that_is_not_there_is_missing(
    client: Client, db: Database, root: User, number: str
) -> None:
    kept(db, root)
    token = form_of(client.get(NEW).text, NEW)["form_token"]
    actions = [f"{HERE}/{number}{deed}" for deed in ("", "/publish", "/delete")]

    answers = [client.post(path, data={"form_token": token}) for path in actions]

    assert client.get(f"{HERE}/{number}").status_code == 404
    assert [answer.status_code for answer in answers] == [404] * 3
    assert len(pages_in(db)) == 1


def test_nothing_hostile_acts_in_the_administration(
    client: Client, db: Database, root: User
) -> None:
    ours = forms_of(client, kept(db, root, path="harmless"), "harmless")
    pages = [
        kept(
            db,
            root,
            path=f"page-{number}",
            title=f"x{hostile[:120]}",
            source=f"<p>x</p>{hostile}",
        )
        for number, hostile in enumerate(HOSTILE)
    ]

    theirs = [
        forms_of(client, page, hostile) for page, hostile in zip(pages, HOSTILE, strict=True)
    ]

    # Only our own elements are there, whatever was typed.
    assert theirs == [ours] * len(HOSTILE)
    row = acting(client.get(HERE).text.split("<li>\n<div>")[1])
    assert [acting(each) for each in client.get(HERE).text.split("<li>\n<div>")[1:-1]] == [
        row
    ] * len(HOSTILE)


def forms_of(client: Client, page: Page, source: str) -> list[list[str]]:
    """What acts in the form of a page and in a preview of ``source``."""
    here = f"{HERE}/{page.id}"
    form = client.get(here).text
    sent = {**form_of(form, here), "format": "html", "source": source, "preview": "on"}
    return [acting(html) for html in (form, client.post(here, data=sent).text)]
