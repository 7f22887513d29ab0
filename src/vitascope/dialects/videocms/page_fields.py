"""What callers say about pages, checked as VideoCMS checks it."""

from msgspec import UNSET

from vitascope.base.ids import LARGEST_ROW_ID, PageId
from vitascope.core.pages.model import Page, PageFormat
from vitascope.core.pages.write import (
    LONGEST_PATH,
    LONGEST_SOURCE,
    LONGEST_TITLE,
    SHORTEST_PATH,
    SHORTEST_TITLE,
    NewPage,
    PageChanges,
)
from vitascope.dialects.videocms.input import Broken, Given

_LONGEST_TYPED = 1000


def read_path(given: Given) -> str:
    """A path without slashes around it: they do not count."""
    path = given.text("Path", longest=_LONGEST_TYPED, is_required=True).strip("/")
    if len(path) < SHORTEST_PATH:
        raise Broken("Path", "min", SHORTEST_PATH)
    if len(path) > LONGEST_PATH:
        raise Broken("Path", "max", LONGEST_PATH)
    return path


def read_page(given: Given) -> NewPage:
    """A page in HTML; who does not say whether it is published means that it is."""
    path = read_path(given)
    title = given.text(
        "Title", shortest=SHORTEST_TITLE, longest=LONGEST_TITLE, is_required=True
    )
    html = given.text("Html", longest=LONGEST_SOURCE, is_required=True)
    is_in_footer = given.flag("ListInFooter")
    if is_in_footer is None:
        raise Broken("ListInFooter", "required")
    return NewPage(
        path=path,
        title=title,
        format=PageFormat.HTML,
        source=html,
        is_in_footer=is_in_footer,
        is_published=given.flag("Published") is not False,
    )


def read_page_id(given: Given) -> PageId:
    number = given.number("WebPageID", least=0)
    if not number:
        raise Broken("WebPageID", "required")
    # PostgreSQL refuses to look for larger numbers than its column holds.
    return PageId(min(number, LARGEST_ROW_ID))


def changes_of(before: Page, given: Given) -> PageChanges:
    """What is to change in a page. HTML that comes back as it was sent is no change: a page
    that was written in Markdown stays one.
    """
    new = read_page(given)
    is_same = new.source == before.html
    return PageChanges(
        path=new.path,
        title=new.title,
        format=UNSET if is_same else new.format,
        source=UNSET if is_same else new.source,
        is_in_footer=new.is_in_footer,
        is_published=new.is_published if given.has("Published") else UNSET,
    )
