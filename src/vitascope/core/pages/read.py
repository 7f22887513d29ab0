"""Reading pages, which everybody does who may."""

from dataclasses import replace

from vitascope.base.errors import NotFound
from vitascope.core.pages import queries
from vitascope.core.pages.markup import clean_html
from vitascope.core.pages.model import Page
from vitascope.db import Tx


def published_page(tx: Tx, path: str) -> Page:
    """The page at ``path``, with or without slashes around it.

    Its HTML is cleaned again: stricter rules reach what was written before them.

    Raises:
        NotFound: there is none, or it is not published.
    """
    page = queries.find_page_at(tx, path.strip("/"))
    if page is None or not page.is_published:
        raise NotFound("page", path)
    return replace(page, html=clean_html(page.html))
