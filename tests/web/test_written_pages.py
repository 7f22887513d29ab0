import re
from typing import Any

import pytest
from tests.dialects.runtimes import Client
from tests.factories import NOON, actor_of
from tests.hostile import HOSTILE, HOSTILE_MARKDOWN, acting
from tests.web.administrators import make_root
from tests.web.people import log_in

from vitascope.core.accounts.model import User
from vitascope.core.pages.model import PageFormat
from vitascope.core.pages.write import NewPage, add_page
from vitascope.db import Database


@pytest.fixture
def root(db: Database) -> User:
    return make_root(db)


def write(db: Database, root: User, **values: Any) -> None:
    given: dict[str, Any] = {
        "path": "terms",
        "title": "Terms",
        "format": PageFormat.MARKDOWN,
        "source": "Be *kind*",
    }
    with db.begin() as tx:
        add_page(tx, actor_of(root), NewPage(**{**given, **values}), now=NOON)


def content_of(html: str) -> str:
    return html.partition('<article class="prose">')[2].partition("</article>\n</main>")[0]


def test_everybody_reads_a_page(client: Client, db: Database, root: User) -> None:
    write(db, root, path="About/us", title="About <us>")

    answer = client.get("/p/About/us/")

    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
    assert content_of(answer.text).strip() == (
        "<h1><bdi>About &lt;us&gt;</bdi></h1><p>Be <em>kind</em></p>"
    )
    assert "<title>About &lt;us&gt; | Vitascope</title>" in answer.text
    assert 'href="https://video.example/p/About/us/"' in answer.text
    assert client.head("/p/About/us/").status_code == 200


def test_a_heading_of_its_own_is_the_only_one(client: Client, db: Database, root: User) -> None:
    write(db, root, source="# Our terms")

    assert client.get("/p/terms/").text.count("<h1") == 1


def test_without_its_slash_a_page_leads_to_itself(
    client: Client, db: Database, root: User
) -> None:
    write(db, root, path="About/us")

    answers = [client.get(path) for path in ("/p/About/us", "/p/About/us//")]

    assert [(answer.status_code, answer.headers.get("location")) for answer in answers] == [
        (301, "/p/About/us/")
    ] * 2


@pytest.mark.parametrize(
    "path", ["hidden", "hidden/", "Terms/", "other/", "terms/more/", "%00/", "terms%2F..%2F/"]
)
def test_hidden_and_unknown_pages_look_the_same(
    client: Client, db: Database, root: User, path: str
) -> None:
    write(db, root)
    write(db, root, path="hidden", is_published=False)

    answers = [client.get(f"/p/{path}"), client.get("/no/such/page")]

    assert [answer.status_code for answer in answers] == [404, 404]
    # The link to log in brings people back to the page they asked for.
    first, second = (re.sub(r'\?next=[^"]*', "", answer.text) for answer in answers)
    assert first == second


def test_every_page_links_to_what_belongs_under_it(
    client: Client, db: Database, root: User
) -> None:
    write(db, root, is_in_footer=True)
    write(db, root, path="aside", is_in_footer=False)
    write(db, root, path="hidden", is_in_footer=True, is_published=False)
    log_in(client, db, root)
    paths = ["/", "/p/aside/", "/settings/profile", "/no/such/page", "/admin/pages/new"]

    texts = [client.get(path).text for path in paths]

    feet = [text.partition('<footer class="foot">')[2] for text in texts]
    assert [foot.count("<li>") for foot in feet] == [1] * len(paths)
    assert all('<a href="/p/terms/"><bdi>Terms</bdi></a>' in foot for foot in feet)


def test_without_pages_there_is_no_footer(client: Client) -> None:
    assert "<footer" not in client.get("/").text


def test_nothing_hostile_acts_in_a_page_or_under_it(
    client: Client, db: Database, root: User
) -> None:
    written = [(PageFormat.HTML, each) for each in HOSTILE]
    written += [(PageFormat.MARKDOWN, each) for each in [*HOSTILE, *HOSTILE_MARKDOWN]]
    for number, (page_format, hostile) in enumerate(written):
        write(
            db,
            root,
            path=f"page-{number}",
            title=f"x{hostile[:120]}",
            format=page_format,
            source=f"before\n\n{hostile}",
            is_in_footer=True,
        )

    pages = [client.get(f"/p/page-{number}/").text for number in range(len(written))]

    contents = [content_of(page) for page in pages]
    assert [acting(content) for content in contents] == [[]] * len(written)
    assert all("before" in content for content in contents)
    foot = pages[0].partition('<footer class="foot">')[2]
    assert (acting(foot), foot.count("<li>")) == ([], len(written))
