"""Shapes of the answers about pages."""

from typing import Self

from msgspec import Struct

from vitascope.core.pages.model import Page, PageLink
from vitascope.dialects.videocms.wire import Record, go_name


class PageOut(Record, rename=go_name, kw_only=True):
    """``html`` is what is shown, however the page was written."""

    path: str
    title: str
    html: str
    list_in_footer: bool
    published: bool

    @classmethod
    def of(cls, page: Page) -> Self:
        return cls(
            id=page.id,
            created_at=page.created_at,
            updated_at=page.updated_at,
            path=wire_path(page.path),
            title=page.title,
            html=page.html,
            list_in_footer=page.is_in_footer,
            published=page.is_published,
        )


class PageLinkOut(Struct, rename=go_name):
    path: str
    title: str
    list_in_footer: bool

    @classmethod
    def of(cls, link: PageLink) -> Self:
        return cls(wire_path(link.path), link.title, link.is_in_footer)


class PublicPageOut(Struct, rename=go_name):
    path: str
    title: str
    html: str
    list_in_footer: bool

    @classmethod
    def of(cls, page: Page) -> Self:
        return cls(wire_path(page.path), page.title, page.html, page.is_in_footer)


def wire_path(path: str) -> str:
    """As VideoCMS keeps paths: with a slash at the end."""
    return f"{path}/"
