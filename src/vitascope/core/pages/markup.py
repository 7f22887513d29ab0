"""From what was written to what is shown: no script, style, form or frame comes through."""

from copy import deepcopy

import nh3
from markdown_it import MarkdownIt

from vitascope.core.pages.model import PageFormat

_ATTRIBUTES = deepcopy(nh3.ALLOWED_ATTRIBUTES)
_ATTRIBUTES["*"] = {"lang", "dir", "title"}
_SCHEMES = {"http", "https", "mailto", "tel"}
_CLEANER = nh3.Cleaner(
    # It would let a page pretend to be our own menu.
    tags=nh3.ALLOWED_TAGS - {"area", "map"},
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
)
# HTML between the lines of Markdown is text: who wants HTML writes an HTML page.
_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def render_source(page_format: PageFormat, source: str) -> str:
    """Harmless HTML of what somebody has written."""
    html = _MARKDOWN.render(source) if page_format is PageFormat.MARKDOWN else source
    return clean_html(html)


def clean_html(html: str) -> str:
    """``html`` without everything that could act; what is clean already stays as it is."""
    return _CLEANER.clean(html)
