"""The page of imports, for browsers without scripts as well, and what its script asks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from litestar import HttpMethod, Response, post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.base.ids import ImportId, parse_row_id
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.imports.model import Import
from vitascope.core.imports.queries import ImportSelection, list_imports
from vitascope.core.imports.steer import (
    cancel_import,
    delete_import,
    own_import,
    retry_import,
)
from vitascope.db import Tx
from vitascope.http.multipart import Form
from vitascope.http.threads import on_thread
from vitascope.web.account_views import FormView, Problem
from vitascope.web.api import answered, ordered, sender, told
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.routing import check_form, shown_to_members, taken_from_members
from vitascope.web.sessions import Visit, WebRequest
from vitascope.web.studio_asking import Asked, ask_for_all, read_asking, typed
from vitascope.web.studio_page import IMPORT_FORM, imports_page
from vitascope.web.studio_wire import ImportOut, import_out

PAGE = "/studio/imports"
_API = "/studio/api/imports"
_MOST_SHOWN = 50
_DONE = {
    "asked": "The imports are on their way.",
    "canceled": "The import is being canceled.",
    "again": "The import is tried again.",
    "deleted": "The import is forgotten. Its video, if there is one, stays.",
}

Steer: TypeAlias = Callable[[Tx, User, Actor, Import], object]


@dataclass(frozen=True, slots=True)
class ImportPages:
    """For a browser without scripts every deed is a form; the script has paths of its own."""

    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk

        @post(PAGE)
        async def ask(request: WebRequest) -> Answer:
            return await self.ask(request)

        @post(_API, status_code=200)
        async def ask_by_script(request: WebRequest) -> Response[bytes]:
            return await answered(self.ask_by_script(request))

        one = f"{_API}/{{import_id:str}}"
        return [
            shown_to_members(desk, PAGE, self.show),
            ask,
            taken_from_members(desk, f"{PAGE}/cancel", self._taking(self._cancel, "canceled")),
            taken_from_members(desk, f"{PAGE}/retry", self._taking(self._retry, "again")),
            taken_from_members(desk, f"{PAGE}/delete", self._taking(self._delete, "deleted")),
            told(desk, _API, self.overview),
            ask_by_script,
            ordered(desk, HttpMethod.POST, f"{one}/cancel", self._steering(self._cancel)),
            ordered(desk, HttpMethod.POST, f"{one}/retry", self._steering(self._retry)),
            ordered(desk, HttpMethod.DELETE, one, self._steering(self._delete)),
        ]

    def show(self, visit: Visit, user: User) -> Answer:
        return self._page(visit, user, IMPORT_FORM, done=_DONE.get(visit.query("done")))

    def overview(self, _visit: Visit, user: User) -> list[ImportOut]:
        """The newest imports."""
        selection = ImportSelection(user_id=user.id, count=_MOST_SHOWN)
        with self.desk.runtime.db.read() as tx:
            return [import_out(found) for found in list_imports(tx, selection).items]

    async def ask(self, request: WebRequest) -> Answer:
        """Who asks is asked first: what may not be imported is not stored."""
        visit = await on_thread(self.desk.visit, request)
        if visit.user is None:
            return see_other(visit.login_path)
        try:
            form = await read_asking(self.desk.runtime, request)
        except ProductError as error:
            return await on_thread(self._refuse, visit, visit.user, IMPORT_FORM, error)
        try:
            return await on_thread(self._take, visit, visit.user, form)
        finally:
            await form.discard()

    async def ask_by_script(self, request: WebRequest) -> object:
        visit, user = await on_thread(sender, self.desk, request)
        form = await read_asking(self.desk.runtime, request)
        try:
            asked = await on_thread(ask_for_all, self.desk.runtime, visit, user, form)
        finally:
            await form.discard()
        accepted = [import_out(found) for found in asked.accepted]
        return {"accepted": accepted, "refused": asked.refused}

    def _take(self, visit: Visit, user: User, form: Form) -> Answer:
        fields = typed(form)
        check_form(self.desk, visit, fields)
        view = fields.view("import", "addresses", "channel", "privacy")
        try:
            asked = ask_for_all(self.desk.runtime, visit, user, form)
        except ProductError as error:
            return self._refuse(visit, user, view, error)
        if not asked.refused:
            return see_other(f"{PAGE}?done=asked")
        return self._page(visit, user, _with_refused(view, asked), status=400)

    def _refuse(
        self, visit: Visit, user: User, view: FormView, error: ProductError
    ) -> Response[str]:
        return self._page(visit, user, with_error(view, error), status=status_of(error))

    def _page(
        self,
        visit: Visit,
        user: User,
        form: FormView,
        *,
        status: int = 200,
        done: str | None = None,
    ) -> Response[str]:
        imports = self.overview(visit, user)
        return imports_page(
            self.desk, visit, user, imports=imports, form=form, status=status, done=done
        )

    def _taking(self, steer: Steer, what: str) -> Callable[[Visit, User, Fields], Answer]:
        def take(visit: Visit, user: User, fields: Fields) -> Answer:
            try:
                self._steer(visit, user, fields.text("import"), steer)
            except ProductError as error:
                return self._refuse(visit, user, IMPORT_FORM, error)
            return see_other(f"{PAGE}?done={what}")

        return take

    def _steering(self, steer: Steer) -> Callable[[Visit, User], list[ImportOut]]:
        def change(visit: Visit, user: User) -> list[ImportOut]:
            self._steer(visit, user, str(visit.request.path_params["import_id"]), steer)
            return self.overview(visit, user)

        return change

    def _steer(self, visit: Visit, user: User, ref: str, steer: Steer) -> None:
        import_id = ImportId(parse_row_id("import", ref))
        with self.desk.runtime.db.begin() as tx:
            steer(tx, user, visit.actor, own_import(tx, visit.actor, import_id))

    def _cancel(self, tx: Tx, _user: User, actor: Actor, found: Import) -> None:
        cancel_import(tx, actor, found, now=self.desk.runtime.now())

    def _retry(self, tx: Tx, user: User, actor: Actor, found: Import) -> None:
        runtime = self.desk.runtime
        retry_import(
            tx,
            actor,
            found,
            policy=runtime.imports,
            most_active=user.allowances.max_imports,
            now=runtime.now(),
        )

    def _delete(self, tx: Tx, _user: User, actor: Actor, found: Import) -> None:
        delete_import(tx, actor, found)


def _with_refused(view: FormView, asked: Asked) -> FormView:
    """The form with only those addresses left that were not taken, and why."""
    lines = [refused.address for refused in asked.refused]
    problems = tuple(
        Problem(f"{refused.address}: {refused.sentence}", "addresses")
        for refused in asked.refused
    )
    values = {**view.values, "addresses": "\n".join(lines)}
    return replace(view, values=values, problems=problems)
