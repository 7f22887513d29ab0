"""Reading and writing pages."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import PageId
from vitascope.core.pages.model import Page, PageLink
from vitascope.core.pages.tables import pages
from vitascope.db import Tx, insert_row


def find_page(tx: Tx, page_id: PageId) -> Page | None:
    return _first(tx, pages.c.id == page_id)


def get_page(tx: Tx, page_id: PageId) -> Page:
    """Raises NotFound when there is none."""
    page = find_page(tx, page_id)
    if page is None:
        raise NotFound("page", page_id)
    return page


def find_page_at(tx: Tx, path: str) -> Page | None:
    return _first(tx, pages.c.path == path)


def list_pages(tx: Tx) -> list[Page]:
    """All of them, by path."""
    return [_page(row) for row in tx.execute(sa.select(pages).order_by(pages.c.path))]


def list_published_links(tx: Tx) -> list[PageLink]:
    """What everybody may know of the pages, by path."""
    rows = tx.execute(
        sa.select(pages.c.path, pages.c.title, pages.c.is_in_footer)
        .where(pages.c.is_published)
        .order_by(pages.c.path)
    )
    return [PageLink(*row) for row in rows]


def insert_page(tx: Tx, now: datetime, **values: Any) -> PageId:
    return PageId(insert_row(tx, pages, {**values, "created_at": now, "updated_at": now}))


def update_page(tx: Tx, page_id: PageId, now: datetime, **values: Any) -> None:
    tx.execute(pages.update().where(pages.c.id == page_id).values(**values, updated_at=now))


def delete_page(tx: Tx, page_id: PageId) -> None:
    tx.execute(pages.delete().where(pages.c.id == page_id))


def _first(tx: Tx, same: sa.ColumnElement[bool]) -> Page | None:
    row = tx.execute(sa.select(pages).where(same)).first()
    return None if row is None else _page(row)


def _page(row: sa.Row[Any]) -> Page:
    return Page(**row._mapping)
