"""The upload page, and its form for browsers without scripts: one file in one request."""

from dataclasses import dataclass

from litestar import post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, ProductError, QuotaExceeded
from vitascope.core.accounts.model import User
from vitascope.core.uploads.model import FileTooLarge
from vitascope.core.videos.model import VideoEntry
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.threads import on_thread
from vitascope.http.uploading import Arrived, accept_upload, check_announced
from vitascope.http.uploads.room import room_of
from vitascope.web.account_views import FormView
from vitascope.web.desk import Answer, Desk, hint_at_time, see_other, with_error
from vitascope.web.problems import status_of
from vitascope.web.routing import check_form, shown_to_members
from vitascope.web.sessions import Visit, WebRequest
from vitascope.web.studio_asking import typed
from vitascope.web.studio_fields import title_of, typed_fields
from vitascope.web.studio_page import UPLOAD_FORM, upload_page
from vitascope.web.translate import watch_path

PAGE = "/studio/upload"
_FILE = "file"
_KEPT = ("title", "description", "channel", "privacy", "folder")


@dataclass(frozen=True, slots=True)
class UploadForm:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        @post(PAGE)
        async def receive(request: WebRequest) -> Answer:
            return await self.receive(request)

        def home(_visit: Visit, _user: User) -> Answer:
            return see_other(PAGE)

        return [
            shown_to_members(self.desk, "/studio", home),
            shown_to_members(self.desk, PAGE, self.show),
            receive,
        ]

    def show(self, visit: Visit, user: User) -> Answer:
        values = {**UPLOAD_FORM.values, "folder": visit.query("folder")}
        form = FormView(UPLOAD_FORM.name, values)
        return upload_page(self.desk, visit, user, form=form)

    async def receive(self, request: WebRequest) -> Answer:
        """Who sends it, and whether there is room for it, is asked first."""
        runtime = self.desk.runtime
        visit = await on_thread(self.desk.visit, request)
        if visit.user is None:
            return see_other(visit.login_path)
        try:
            room = room_of(runtime)
            await check_announced(runtime, visit.actor, request.scope, room=room)
            form = await self._read(request)
        except ProductError as error:
            return await self._refuse(visit, visit.user, UPLOAD_FORM, error)
        try:
            return await self._take(visit, visit.user, form)
        finally:
            await form.discard()

    async def _read(self, request: WebRequest) -> Form:
        runtime = self.desk.runtime
        rule = FileRule(limit_bytes=runtime.max_upload_bytes, folder=runtime.incoming)
        try:
            return await read_form(request.scope, request.receive, files={_FILE: rule})
        except QuotaExceeded as error:
            raise FileTooLarge(error.used, error.limit) from error

    async def _take(self, visit: Visit, user: User, form: Form) -> Answer:
        fields = typed(form)
        check_form(self.desk, visit, fields)
        try:
            entry = await self._accept(visit, form)
        except ProductError as error:
            return await self._refuse(visit, user, fields.view("upload", *_KEPT), error)
        return see_other(watch_path(entry.video))

    async def _accept(self, visit: Visit, form: Form) -> VideoEntry:
        runtime = self.desk.runtime
        file = form.files.get(_FILE)
        if file is None:
            raise Invalid(_FILE, "No file was chosen")
        arrived = Arrived(
            path=file.path,
            size_bytes=file.size_bytes,
            sha256=file.sha256,
            content_type=file.content_type,
            filename=file.filename,
        )
        fields = typed_fields(typed(form), title=title_of(file.filename))
        return await accept_upload(runtime, visit.actor, arrived, fields, room=room_of(runtime))

    async def _refuse(
        self, visit: Visit, user: User, view: FormView, error: ProductError
    ) -> Answer:
        def page() -> Answer:
            again, status = with_error(view, error), status_of(error)
            answer = upload_page(self.desk, visit, user, form=again, status=status)
            return hint_at_time(answer, error)

        return await on_thread(page)
