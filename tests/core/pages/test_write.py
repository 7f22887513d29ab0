from datetime import timedelta
from typing import Any

import pytest
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Forbidden, Invalid, NotFound
from vitascope.base.ids import PageId
from vitascope.core.access.model import ANONYMOUS, Actor, LoginRequired
from vitascope.core.accounts.model import Role
from vitascope.core.pages.model import Page, PageFormat
from vitascope.core.pages.write import (
    NewPage,
    PageChanges,
    PathTaken,
    add_page,
    change_page,
    preview_page,
    remove_page,
    see_page,
    see_pages,
)
from vitascope.db import Tx

BAD_PATHS = [
    *("", "/", "a", "/a/", "a" * 51, "a//b", "a b", "ä-b", "a?b", "a#b", "a%2fb", "a\\b"),
    *("..", "a/..", "../a", "./a", "a/./b", "a\nb", "a:b"),
]
LATER = NOON + timedelta(hours=1)


@pytest.fixture
def root(tx: Tx) -> Actor:
    return actor_of(make_user(tx, "root", Role.ADMINISTRATOR))


def terms(**values: Any) -> NewPage:
    given: dict[str, Any] = {
        "path": "terms",
        "title": "Terms",
        "format": PageFormat.MARKDOWN,
        "source": "Be *kind*.",
    }
    return NewPage(**{**given, **values})


def test_a_page_is_kept_as_written_and_as_shown(tx: Tx, root: Actor) -> None:
    made = add_page(tx, root, terms(path="/About/us/", title=" About us "), now=NOON)

    assert made == see_page(tx, root, made.id)
    assert made == Page(
        id=made.id,
        path="About/us",
        title="About us",
        format=PageFormat.MARKDOWN,
        source="Be *kind*.",
        html="<p>Be <em>kind</em>.</p>\n",
        is_in_footer=False,
        is_published=True,
        created_at=NOON,
        updated_at=NOON,
    )


@pytest.mark.parametrize(
    "path", ["ab", "a-b_c.d", "a/b/c", "A" * 50, "2026", "/terms/", " terms ", "a..b", "-a"]
)
def test_a_path_of_such_characters_is_taken(tx: Tx, root: Actor, path: str) -> None:
    assert add_page(tx, root, terms(path=path), now=NOON).path == path.strip().strip("/")


@pytest.mark.parametrize("path", BAD_PATHS)
def test_a_path_of_others_is_refused(tx: Tx, root: Actor, path: str) -> None:
    with pytest.raises(Invalid) as refused:
        add_page(tx, root, terms(path=path), now=NOON)

    assert (refused.value.field, see_pages(tx, root)) == ("path", [])


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("title", " x "),
        ("title", "x" * 129),
        ("source", ""),
        ("source", " \n"),
        ("source", "x" * 50_001),
    ],
)
def test_a_text_that_breaks_a_rule_is_named(
    tx: Tx, root: Actor, field: str, value: str
) -> None:
    page = add_page(tx, root, terms(), now=NOON)
    changes: dict[str, Any] = {field: value}

    with pytest.raises(Invalid) as at_first:
        add_page(tx, root, terms(path="other", **changes), now=NOON)
    with pytest.raises(Invalid) as later:
        change_page(tx, root, page.id, PageChanges(**changes), now=NOON)

    assert (at_first.value.field, later.value.field) == (field, field)
    assert see_pages(tx, root) == [page]


def test_a_path_is_used_once_and_its_case_counts(tx: Tx, root: Actor) -> None:
    first = add_page(tx, root, terms(), now=NOON)
    other = add_page(tx, root, terms(path="Terms"), now=NOON)

    with pytest.raises(PathTaken):
        add_page(tx, root, terms(path="terms/"), now=NOON)
    with pytest.raises(PathTaken):
        change_page(tx, root, other.id, PageChanges(path="terms"), now=NOON)
    same = change_page(tx, root, first.id, PageChanges(path="/terms/"), now=NOON)

    assert (same, {page.path for page in see_pages(tx, root)}) == (first, {"terms", "Terms"})


def test_a_change_leaves_what_it_does_not_name(tx: Tx, root: Actor) -> None:
    page = add_page(tx, root, terms(is_in_footer=True), now=NOON)

    hidden = change_page(tx, root, page.id, PageChanges(is_published=False), now=LATER)
    rewritten = change_page(
        tx,
        root,
        page.id,
        PageChanges(format=PageFormat.HTML, source="<b>Be kind</b><script></script>"),
        now=LATER,
    )

    assert (hidden.html, hidden.is_published, hidden.updated_at) == (page.html, False, LATER)
    assert (rewritten.title, rewritten.html) == ("Terms", "<b>Be kind</b>")
    assert (rewritten.is_in_footer, rewritten.is_published) == (True, False)
    assert rewritten.created_at == NOON


def test_a_removed_page_is_gone(tx: Tx, root: Actor) -> None:
    page = add_page(tx, root, terms(), now=NOON)
    other = add_page(tx, root, terms(path="other"), now=NOON)

    remove_page(tx, root, page.id)

    assert see_pages(tx, root) == [other]


def test_a_page_that_is_not_there_is_told(tx: Tx, root: Actor) -> None:
    nothing = PageId(77)

    with pytest.raises(NotFound):
        see_page(tx, root, nothing)
    with pytest.raises(NotFound):
        change_page(tx, root, nothing, PageChanges(title="New"), now=NOON)
    with pytest.raises(NotFound):
        remove_page(tx, root, nothing)


def test_a_preview_keeps_nothing(tx: Tx, root: Actor) -> None:
    html = preview_page(root, PageFormat.MARKDOWN, "Be *kind*.")

    assert (html, see_pages(tx, root)) == ("<p>Be <em>kind</em>.</p>\n", [])


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.USER])
def test_nobody_but_administrators_reads_or_writes_pages(
    tx: Tx, root: Actor, role: Role
) -> None:
    other = actor_of(make_user(tx, "eve", role))

    assert deeds_let_in(tx, root, other) == []


def test_a_key_of_an_administrator_writes_no_pages(tx: Tx, root: Actor) -> None:
    user = make_user(tx, "ada", Role.ADMINISTRATOR)

    assert deeds_let_in(tx, root, actor_of(user, is_key=True)) == []


def test_strangers_are_asked_to_log_in(tx: Tx, root: Actor) -> None:
    with pytest.raises(LoginRequired):
        see_pages(tx, ANONYMOUS)

    assert deeds_let_in(tx, root, ANONYMOUS) == []


def deeds_let_in(tx: Tx, root: Actor, actor: Actor) -> list[str]:
    """What ``actor`` may do to pages, by name; all of it is tried."""
    page = add_page(tx, root, terms(), now=NOON)
    deeds: dict[str, Any] = {
        "list": lambda: see_pages(tx, actor),
        "see": lambda: see_page(tx, actor, page.id),
        "add": lambda: add_page(tx, actor, terms(path="other"), now=NOON),
        "change": lambda: change_page(tx, actor, page.id, PageChanges(title="New"), now=NOON),
        "remove": lambda: remove_page(tx, actor, page.id),
        "preview": lambda: preview_page(actor, PageFormat.HTML, "x"),
    }
    let_in = []
    for name, deed in deeds.items():
        try:
            deed()
        except Forbidden:
            continue
        let_in.append(name)
    assert see_pages(tx, root) == [page] or let_in
    return let_in
