"""Settings: how others see one, the e-mail address, and leaving for good."""

from dataclasses import dataclass, replace

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, ProductError
from vitascope.core.accounts.model import User
from vitascope.core.users.delete import delete_me
from vitascope.core.users.profile import ProfileChanges, change_me, confirm_password
from vitascope.http.session_cookie import gone_session_cookie
from vitascope.web.account_views import FormView
from vitascope.web.desk import Answer, Desk, hint_at_time, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit

_HERE = "/settings/profile"
_DONE = {
    "welcome": "Welcome! Say who you are, or go and watch something.",
    "profile": "Your profile is saved.",
    "picture": "Your new picture is shown everywhere now.",
    "removed": "Your picture is removed.",
    "email": "Your e-mail address is changed.",
    "pending": "Open the link in the mail that is on its way to the new address.",
}


@dataclass(frozen=True, slots=True)
class ProfilePages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, "/settings", lambda _visit, _user: see_other(_HERE)),
            shown_to_members(desk, _HERE, self.show),
            taken_from_members(desk, _HERE, self.save),
            taken_from_members(desk, "/settings/email", self.change_email, hashes=True),
            taken_from_members(desk, "/settings/delete", self.delete, hashes=True),
        ]

    def show(self, visit: Visit, user: User) -> Answer:
        return self.page(visit, user, done=_DONE.get(visit.query("done")))

    def save(self, visit: Visit, user: User, fields: Fields) -> Answer:
        form = fields.view("profile", "display_name", "description")
        changes = ProfileChanges(
            display_name=fields.text("display_name"),
            # Forms end lines as mails do.
            description=fields.text("description").replace("\r\n", "\n") or None,
        )
        try:
            self._change(visit, changes)
        except ProductError as error:
            return self._refused(visit, user, form, error)
        return see_other(f"{_HERE}?done=profile")

    def change_email(self, visit: Visit, user: User, fields: Fields) -> Answer:
        form = fields.view("email", "email")
        missing = fields.empty(
            {
                "email": "Type the new e-mail address.",
                "current_password": "Type your password, so that nobody else can do this.",
            }
        )
        if missing:
            return self.page(visit, user, replace(form, problems=missing), status=400)
        try:
            self._confirm(visit, user, fields)
            self._change(visit, ProfileChanges(email=fields.text("email")))
        except ProductError as error:
            return self._refused(visit, user, form, error)
        waits = self.desk.runtime.signup.verifies_email and fields.text("email") != user.email
        return see_other(f"{_HERE}?done={'pending' if waits else 'email'}")

    def delete(self, visit: Visit, user: User, fields: Fields) -> Answer:
        """Asks for the name in full: nobody types that by accident."""
        form = fields.view("delete", "username")
        try:
            if fields.text("username") != user.username:
                raise Invalid("username", f"Type {user.username} to delete this account")
            if user.password_hash is not None:
                self._confirm(visit, user, fields)
            with self.desk.runtime.db.begin() as tx:
                delete_me(tx, visit.actor)
        except ProductError as error:
            return self._refused(visit, user, form, error)
        answer = self.desk.page(
            Visit(request=visit.request),
            "account/said.html",
            heading="Your account is deleted",
            sentence="Your videos, channels and API keys went with it.",
            again=None,
        )
        cookie = gone_session_cookie(is_secure=self.desk.runtime.is_secure)
        answer.headers["set-cookie"] = cookie
        return answer

    def _change(self, visit: Visit, changes: ProfileChanges) -> None:
        runtime = self.desk.runtime
        verifies = runtime.signup.verifies_email
        with runtime.db.begin() as tx:
            change_me(tx, visit.actor, changes, verifies_email=verifies, now=runtime.now())

    def _confirm(self, visit: Visit, user: User, fields: Fields) -> None:
        runtime = self.desk.runtime
        password = fields.secret("current_password")
        address = visit.client.address
        confirm_password(runtime.db, user.id, password, address=address, now=runtime.now())

    def _refused(self, visit: Visit, user: User, form: FormView, error: ProductError) -> Answer:
        again = with_error(form, error)
        answer = self.page(visit, user, again, status=status_of(error))
        return hint_at_time(answer, error)

    def page(
        self,
        visit: Visit,
        user: User,
        filled: FormView | None = None,
        *,
        status: int = 200,
        done: str | None = None,
    ) -> Response[str]:
        """The page, with one of its forms ``filled`` in when it is shown again."""
        profile = {
            "display_name": user.account.display_name,
            "description": user.account.description or "",
        }
        forms = {
            "profile": FormView("profile", profile),
            "avatar": FormView("avatar"),
            "email": FormView("email", {"email": user.email or ""}),
            "delete": FormView("delete"),
        }
        if filled is not None:
            forms[filled.name] = filled
        return self.desk.page(
            visit,
            "settings/profile.html",
            status=status,
            user=user,
            forms=forms,
            filled=filled,
            done=done,
        )
