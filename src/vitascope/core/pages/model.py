"""What a page is."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vitascope.base.ids import PageId


class PageFormat(StrEnum):
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """``path`` is what stands after ``/p/``, without slashes around it. ``source`` is what
    was written, ``html`` what is shown: made from it and freed of everything that could act.
    """

    id: PageId
    path: str
    title: str
    format: PageFormat
    source: str
    html: str
    is_in_footer: bool
    is_published: bool
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page as others point to it."""

    path: str
    title: str
    is_in_footer: bool
