"""Settings: the picture of oneself."""

import io
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from litestar import post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, QuotaExceeded
from vitascope.core.accounts.model import User, image_key
from vitascope.core.users.pictures import AVATAR_WIDTHS, set_my_avatar
from vitascope.http.multipart import FileRule, Form, read_form
from vitascope.http.threads import on_thread
from vitascope.media.pictures import UnreadablePicture, make_avatars
from vitascope.web.account_views import FormView, Problem
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import TOKEN_FIELD, Fields
from vitascope.web.routing import check_form, taken_from_members
from vitascope.web.sessions import Visit, WebRequest
from vitascope.web.settings_profile import ProfilePages

_FIELD = "picture"
_LARGEST_BYTES = 4 * 2**20
_ADVICE = "Choose a PNG, JPEG, WebP or GIF picture of at most 4 MB."


@dataclass(frozen=True, slots=True)
class AvatarForms:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        @post("/settings/avatar")
        async def receive(request: WebRequest) -> Answer:
            return await self.receive(request)

        return [receive, taken_from_members(self.desk, "/settings/avatar/remove", self.remove)]

    async def receive(self, request: WebRequest) -> Answer:
        """Who sends it is asked first: what may not be shown is not stored."""
        visit = await on_thread(self.desk.visit, request)
        if visit.user is None:
            return see_other(visit.login_path)
        rule = FileRule(limit_bytes=_LARGEST_BYTES, folder=self.desk.runtime.incoming)
        try:
            form = await read_form(request.scope, request.receive, files={_FIELD: rule})
        except (Invalid, QuotaExceeded):
            return await on_thread(self._refuse, visit, visit.user, "This file is too large.")
        try:
            return await on_thread(self._take, visit, visit.user, form)
        finally:
            await form.discard()

    def remove(self, visit: Visit, _user: User, _fields: Fields) -> Answer:
        with self.desk.runtime.db.begin() as tx:
            set_my_avatar(tx, visit.actor, (), now=self.desk.runtime.now())
        return see_other("/settings/profile?done=removed")

    def _take(self, visit: Visit, user: User, form: Form) -> Answer:
        token = form.fields.get(TOKEN_FIELD, [""])[0]
        check_form(self.desk, visit, Fields({TOKEN_FIELD: token}))
        if _FIELD not in form.files:
            return self._refuse(visit, user, "No picture was chosen.")
        try:
            self._keep(visit, form.files[_FIELD].path)
        except UnreadablePicture as error:
            return self._refuse(visit, user, f"{error.reason}.")
        return see_other("/settings/profile?done=picture")

    def _keep(self, visit: Visit, picture: Path) -> None:
        """Blobs before rows: a crash leaves stray bytes, no picture that is missing."""
        runtime = self.desk.runtime
        made = make_avatars(picture, AVATAR_WIDTHS)
        names = {width: f"{uuid.uuid4()}.jpg" for width in made}
        for width, content in made.items():
            runtime.store.put(image_key(names[width]), io.BytesIO(content))
        with runtime.db.begin() as tx:
            set_my_avatar(tx, visit.actor, list(names.items()), now=runtime.now())

    def _refuse(self, visit: Visit, user: User, sentence: str) -> Answer:
        problem = Problem(f"{sentence} {_ADVICE}", _FIELD)
        form = replace(FormView("avatar"), problems=(problem,))
        return ProfilePages(self.desk).page(visit, user, form, status=400)
