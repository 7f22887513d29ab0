"""Writing pages, which administrators do."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from msgspec import UNSET, UnsetType

from vitascope.base.errors import Conflict, Forbidden, Invalid
from vitascope.base.ids import PageId
from vitascope.core.access.model import Actor, Right
from vitascope.core.pages import queries
from vitascope.core.pages.markup import render_source
from vitascope.core.pages.model import Page, PageFormat
from vitascope.db import Tx

SHORTEST_PATH, LONGEST_PATH = 2, 50
SHORTEST_TITLE, LONGEST_TITLE = 2, 128
LONGEST_SOURCE = 50_000
_PATH = re.compile(r"[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*")
# Browsers take these for the folder itself and the one above.
_DOTS = {".", ".."}


class PathTaken(Conflict):
    """Another page has the path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"There is a page at {path} already")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPage:
    path: str
    title: str
    format: PageFormat
    source: str
    is_in_footer: bool = False
    is_published: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PageChanges:
    """UNSET leaves a value as it is."""

    path: str | UnsetType = UNSET
    title: str | UnsetType = UNSET
    format: PageFormat | UnsetType = UNSET
    source: str | UnsetType = UNSET
    is_in_footer: bool | UnsetType = UNSET
    is_published: bool | UnsetType = UNSET

    def columns(self) -> dict[str, Any]:
        values = {name: getattr(self, name) for name in self.__slots__}
        return {name: value for name, value in values.items() if value is not UNSET}


def check_writes_pages(actor: Actor) -> None:
    """Raises LoginRequired or Forbidden unless ``actor`` may see and change all pages."""
    actor.known_user()
    actor.check_is_person()
    if not actor.may(Right.MANAGE_INSTANCE_PAGE):
        raise Forbidden("Only administrators may do that")


def see_pages(tx: Tx, actor: Actor) -> list[Page]:
    """All pages, published or not. Raises LoginRequired or Forbidden."""
    check_writes_pages(actor)
    return queries.list_pages(tx)


def see_page(tx: Tx, actor: Actor, page_id: PageId) -> Page:
    """A page, published or not.

    Raises:
        LoginRequired, Forbidden: the actor does not administrate.
        NotFound: no such page.
    """
    check_writes_pages(actor)
    return queries.get_page(tx, page_id)


def add_page(tx: Tx, actor: Actor, new: NewPage, *, now: datetime) -> Page:
    """Write a page. Slashes around its path are left out.

    Raises:
        LoginRequired, Forbidden: the actor does not administrate.
        Invalid: a text breaks a rule.
        PathTaken: another page has the path.
    """
    check_writes_pages(actor)
    values = _checked(
        path=new.path,
        title=new.title,
        format=new.format,
        source=new.source,
        is_in_footer=new.is_in_footer,
        is_published=new.is_published,
    )
    _check_free(tx, values["path"], None)
    return queries.get_page(tx, queries.insert_page(tx, now, **values))


def change_page(
    tx: Tx, actor: Actor, page_id: PageId, changes: PageChanges, *, now: datetime
) -> Page:
    """Change a page. Its HTML is made anew, whatever is changed.

    Raises:
        NotFound: no such page.
        LoginRequired, Forbidden, Invalid, PathTaken: as :func:`add_page`.
    """
    before = see_page(tx, actor, page_id)
    kept = {name: getattr(before, name) for name in PageChanges.__slots__}
    values = _checked(**{**kept, **changes.columns()})
    _check_free(tx, values["path"], page_id)
    queries.update_page(tx, page_id, now, **values)
    return queries.get_page(tx, page_id)


def remove_page(tx: Tx, actor: Actor, page_id: PageId) -> None:
    """Remove a page for good.

    Raises:
        LoginRequired, Forbidden: the actor does not administrate.
        NotFound: no such page.
    """
    queries.delete_page(tx, see_page(tx, actor, page_id).id)


def preview_page(actor: Actor, page_format: PageFormat, source: str) -> str:
    """The HTML that a page would have. Nothing is kept.

    Raises:
        LoginRequired, Forbidden: the actor does not administrate.
        Invalid: there is nothing to show, or too much.
    """
    check_writes_pages(actor)
    return render_source(page_format, checked_source(source))


def checked_path(text: str) -> str:
    """A path without the slashes around it. Raises Invalid when it breaks a rule."""
    path = text.strip().strip("/")
    if not SHORTEST_PATH <= len(path) <= LONGEST_PATH:
        raise Invalid("path", f"A path has {SHORTEST_PATH} to {LONGEST_PATH} characters")
    if not _PATH.fullmatch(path) or _DOTS & set(path.split("/")):
        raise Invalid(
            "path",
            "A path has letters from a to z, digits, hyphens, underscores and dots, and "
            "single slashes between them",
        )
    return path


def checked_source(source: str) -> str:
    """Raises Invalid when there is nothing, or too much."""
    if not source.strip():
        raise Invalid("source", "Write what the page says")
    if len(source) > LONGEST_SOURCE:
        raise Invalid("source", f"A page has at most {LONGEST_SOURCE:,} characters")
    return source


def _checked(**values: Any) -> dict[str, Any]:
    title = values["title"].strip()
    if not SHORTEST_TITLE <= len(title) <= LONGEST_TITLE:
        raise Invalid("title", f"A title has {SHORTEST_TITLE} to {LONGEST_TITLE} characters")
    source = checked_source(values["source"])
    html = render_source(values["format"], source)
    return {**values, "path": checked_path(values["path"]), "title": title, "html": html}


def _check_free(tx: Tx, path: str, page_id: PageId | None) -> None:
    found = queries.find_page_at(tx, path)
    if found is not None and found.id != page_id:
        raise PathTaken(path)
