"""Logging in and out."""

from dataclasses import dataclass, replace

from litestar import post
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.core.access.sessions import end_session
from vitascope.core.captcha.rules import asks_at_login
from vitascope.core.login.password import Attempt, EmailUnverified
from vitascope.core.login.second_step import (
    SecondStep,
    SecondStepExpired,
    begin_login,
    finish_login,
)
from vitascope.http.caller import client_of
from vitascope.http.captcha import answer_field, check_answer
from vitascope.http.threads import on_password_thread
from vitascope.web.account_views import FormView
from vitascope.web.captcha import captcha_values
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import Fields, Form, local_path
from vitascope.web.routing import check_form, shown, taken
from vitascope.web.sessions import Visit, WebRequest

_LOGIN, _CODE = "account/login.html", "account/code.html"
_MISSING = {
    "username": "Type your username or your e-mail address.",
    "password": "Type your password.",
}


@dataclass(frozen=True, slots=True)
class LoginPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown(desk, "/login", self.ask),
            self._checked(),
            taken(desk, "/login/code", self.check_code),
            taken(desk, "/logout", self.leave),
        ]

    def _checked(self) -> HTTPRouteHandler:
        """By itself: the captcha may be a question to another server, and is weighed before
        a password costs anything.
        """

        @post("/login")
        async def check(request: WebRequest, data: Form) -> Answer:
            fields = Fields(data)
            problem = await self._captcha_problem(request, fields)
            return await on_password_thread(
                lambda: self.check(self.desk.visit(request), fields, problem)
            )

        return check

    def ask(self, visit: Visit) -> Answer:
        path = local_path(visit.query("next"))
        if visit.user is not None:
            return see_other(path)
        return self._ask(visit, FormView("login", {"next": path}))

    def check(self, visit: Visit, fields: Fields, refusal: ProductError | None) -> Answer:
        """The username and the password; a code is asked for on the next page. ``refusal`` is
        what was wrong with the captcha.
        """
        form = fields.view("login", "username", "next")
        missing = fields.empty(_MISSING)
        if missing:
            return self._ask(visit, replace(form, problems=missing))
        if refusal is not None:
            return self._refused(visit, form, refusal)
        runtime, path = self.desk.runtime, local_path(fields.text("next"))
        try:
            step = begin_login(
                runtime.db,
                runtime.vault,
                Attempt(login=fields.text("username"), password=fields.secret("password")),
                client=visit.client,
                verifies_email=runtime.signup.verifies_email,
                now=runtime.now(),
            )
        except ProductError as error:
            return self._refused(visit, form, error)
        if isinstance(step, SecondStep):
            asked = FormView("code", {"ticket": step.ticket, "next": path})
            return self.desk.form(visit, _CODE, asked)
        return self.desk.welcome(step, path)

    def check_code(self, visit: Visit, fields: Fields) -> Answer:
        """The code of the app, or one for recovery."""
        form = fields.view("code", "ticket", "next")
        code = fields.text("code") or fields.text("recovery")
        if not code:
            missing = fields.empty({"code": "Type the code that your app shows."})
            return self.desk.form(visit, _CODE, replace(form, problems=missing))
        runtime, ticket, now = self.desk.runtime, fields.text("ticket"), self.desk.runtime.now()
        try:
            tokens = finish_login(
                runtime.db, runtime.vault, ticket, code, client=visit.client, now=now
            )
        except SecondStepExpired as error:
            again = fields.view("login", "next")
            return self._refused(visit, again, error)
        except ProductError as error:
            return self.desk.refused(visit, _CODE, form, error)
        return self.desk.welcome(tokens, local_path(fields.text("next")))

    def leave(self, visit: Visit, fields: Fields) -> Answer:
        if visit.user is not None:
            check_form(self.desk, visit, fields)
            with self.desk.runtime.db.begin() as tx:
                end_session(tx, visit.session)
        return self.desk.farewell("/")

    def _ask(self, visit: Visit, form: FormView) -> Answer:
        shown = captcha_values(self.desk.runtime)
        return self.desk.form(visit, _LOGIN, form, **shown, is_unverified=False)

    def _refused(self, visit: Visit, form: FormView, error: ProductError) -> Answer:
        shown = captcha_values(self.desk.runtime)
        may_ask = isinstance(error, EmailUnverified)
        return self.desk.refused(visit, _LOGIN, form, error, **shown, is_unverified=may_ask)

    async def _captcha_problem(
        self, request: WebRequest, fields: Fields
    ) -> ProductError | None:
        runtime = self.desk.runtime
        if not asks_at_login(runtime.settings.current()):
            return None
        # Whoever has to type something first may keep the answer for then.
        if fields.empty(_MISSING):
            return None
        answer = fields.text(answer_field(runtime))
        try:
            await check_answer(runtime, answer, client_of(request.scope).address)
        except ProductError as error:
            return error
        return None
