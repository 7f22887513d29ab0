"""Administration: pages that everybody reads."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, ProductError
from vitascope.base.ids import PageId, parse_row_id
from vitascope.core.accounts.model import User
from vitascope.core.pages.model import Page, PageFormat
from vitascope.core.pages.write import (
    LONGEST_SOURCE,
    NewPage,
    PageChanges,
    add_page,
    change_page,
    preview_page,
    remove_page,
    see_page,
    see_pages,
)
from vitascope.db import Tx
from vitascope.web.account_views import FormView
from vitascope.web.admin_routing import shown_to_administrators, taken_from_administrators
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.sessions import Visit

_HERE = "/admin/pages"
_NEW = f"{_HERE}/new"
# Four bytes a character at most, each of which a form may write as three.
_MOST_BYTES = LONGEST_SOURCE * 12 + 64_000
_DONE = {
    "saved": "The page is saved.",
    "published": "Everybody can read the page now.",
    "hidden": "Nobody but administrators sees the page now.",
    "deleted": "The page is deleted.",
}
_FORMATS = {PageFormat.MARKDOWN.value: "Markdown", PageFormat.HTML.value: "HTML"}
_INPUTS = ("path", "title", "format", "source", "in_footer", "published")
_FRESH = {"format": PageFormat.MARKDOWN.value, "in_footer": "on", "published": "on"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    id: int
    path: str
    title: str
    format: str
    is_in_footer: bool
    is_published: bool


@dataclass(frozen=True, slots=True)
class PageForms:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk, one = self.desk, f"{_HERE}/{{page_id:str}}"
        return [
            shown_to_administrators(desk, _HERE, self.list),
            shown_to_administrators(desk, _NEW, self.begin),
            taken_from_administrators(desk, _NEW, self.add, most_bytes=_MOST_BYTES),
            shown_to_administrators(desk, one, self.edit),
            taken_from_administrators(desk, one, self.change, most_bytes=_MOST_BYTES),
            taken_from_administrators(desk, f"{one}/publish", self.publish),
            taken_from_administrators(desk, f"{one}/delete", self.delete),
        ]

    def list(self, visit: Visit, _user: User) -> Answer:
        with self.desk.runtime.db.read() as tx:
            pages = [_view(page) for page in see_pages(tx, visit.actor)]
        done = _DONE.get(visit.query("done"))
        return self.desk.page(visit, "admin/pages.html", pages=pages, done=done)

    def begin(self, visit: Visit, _user: User) -> Answer:
        return self._form(visit, None, FormView("page", _FRESH))

    def edit(self, visit: Visit, _user: User) -> Answer:
        with self.desk.runtime.db.read() as tx:
            page = see_page(tx, visit.actor, _page_id(visit))
        values = {
            "path": page.path,
            "title": page.title,
            "format": page.format.value,
            "source": page.source,
            "in_footer": "on" if page.is_in_footer else "",
            "published": "on" if page.is_published else "",
        }
        return self._form(visit, _view(page), FormView("page", values))

    def add(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        def deed(tx: Tx) -> None:
            add_page(tx, visit.actor, _typed(fields), now=self.desk.runtime.now())

        return self._save(visit, None, fields, deed)

    def change(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        with self.desk.runtime.db.read() as tx:
            page = see_page(tx, visit.actor, _page_id(visit))

        def deed(tx: Tx) -> None:
            typed = _typed(fields)
            changes = PageChanges(
                path=typed.path,
                title=typed.title,
                format=typed.format,
                source=typed.source,
                is_in_footer=typed.is_in_footer,
                is_published=typed.is_published,
            )
            change_page(tx, visit.actor, page.id, changes, now=self.desk.runtime.now())

        return self._save(visit, _view(page), fields, deed)

    def publish(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        """Or hide: the button says which."""
        runtime, is_on = self.desk.runtime, bool(fields.text("publish"))
        with runtime.db.begin() as tx:
            changes = PageChanges(is_published=is_on)
            change_page(tx, visit.actor, _page_id(visit), changes, now=runtime.now())
        runtime.footer.forget()
        return see_other(f"{_HERE}?done={'published' if is_on else 'hidden'}")

    def delete(self, visit: Visit, _user: User, _fields: Fields) -> Answer:
        with self.desk.runtime.db.begin() as tx:
            remove_page(tx, visit.actor, _page_id(visit))
        self.desk.runtime.footer.forget()
        return see_other(f"{_HERE}?done=deleted")

    def _save(
        self,
        visit: Visit,
        page: PageView | None,
        fields: Fields,
        deed: Callable[[Tx], None],
    ) -> Answer:
        """Save what was typed, or show it: two buttons of one form."""
        form = fields.view("page", *_INPUTS)
        form = replace(form, values={**form.values, "source": _source(fields)})
        try:
            if fields.text("preview"):
                html = preview_page(visit.actor, _format(fields), _source(fields))
                return self._form(visit, page, form, preview=html)
            with self.desk.runtime.db.begin() as tx:
                deed(tx)
        except ProductError as error:
            return self._form(visit, page, with_error(form, error), status=status_of(error))
        self.desk.runtime.footer.forget()
        return see_other(f"{_HERE}?done=saved")

    def _form(
        self,
        visit: Visit,
        page: PageView | None,
        form: FormView,
        *,
        status: int = 200,
        preview: str | None = None,
    ) -> Response[str]:
        return self.desk.form(
            visit,
            "admin/page.html",
            form,
            status=status,
            page=page,
            formats=_FORMATS,
            preview=preview,
            most=LONGEST_SOURCE,
        )


def _page_id(visit: Visit) -> PageId:
    return PageId(parse_row_id("page", str(visit.request.path_params["page_id"])))


def _typed(fields: Fields) -> NewPage:
    return NewPage(
        path=fields.text("path"),
        title=fields.text("title"),
        format=_format(fields),
        source=_source(fields),
        is_in_footer=bool(fields.text("in_footer")),
        is_published=bool(fields.text("published")),
    )


def _format(fields: Fields) -> PageFormat:
    try:
        return PageFormat(fields.text("format"))
    except ValueError:
        raise Invalid("format", "Choose how the page is written") from None


def _source(fields: Fields) -> str:
    """Forms end lines as mails do. Blanks at the beginning mean something in Markdown."""
    return fields.secret("source").replace("\0", "").replace("\r\n", "\n")


def _view(page: Page) -> PageView:
    return PageView(
        id=page.id,
        path=page.path,
        title=page.title,
        format=_FORMATS[page.format.value],
        is_in_footer=page.is_in_footer,
        is_published=page.is_published,
    )
