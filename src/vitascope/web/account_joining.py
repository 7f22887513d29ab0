"""Joining: at once, or by a request that somebody answers."""

from dataclasses import dataclass, replace
from functools import partial

from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Invalid, ProductError
from vitascope.core.access.model import SessionKind
from vitascope.core.access.passwords import check_password_rules, hash_password
from vitascope.core.access.sessions import open_session
from vitascope.core.accounts.emails import check_email
from vitascope.core.accounts.names import check_display_name, check_handle
from vitascope.core.registration.model import SignupMode, SignupPolicy
from vitascope.core.registration.sign_up import (
    SignupRefused,
    ask_to_join,
    check_signup,
    sign_up,
)
from vitascope.core.users.add import Newcomer
from vitascope.web.account_views import FormView, Problem
from vitascope.web.allowance import NEWCOMERS, check_allowance
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import Fields
from vitascope.web.problems import found_problems, status_of
from vitascope.web.routing import shown, taken
from vitascope.web.sessions import Visit

_REGISTER, _CLOSED, _SENT = (
    "account/register.html",
    "account/closed.html",
    "account/joined.html",
)
_KEPT = ("username", "email", "display_name", "channel_name", "reason", "age")


@dataclass(frozen=True, slots=True)
class JoiningPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown(desk, "/register", self.ask),
            taken(desk, "/register", self.join, hashes=True),
        ]

    def ask(self, visit: Visit) -> Answer:
        if visit.user is not None:
            return see_other("/")
        try:
            self._check_open(visit)
        except SignupRefused as error:
            return self.desk.page(visit, _CLOSED, sentence=error.message)
        return self._form(visit, FormView("register"))

    def join(self, visit: Visit, fields: Fields) -> Answer:
        form = fields.view("register", *_KEPT)
        try:
            self._check_open(visit)
            problems = _problems(self.desk.runtime.signup, fields)
            if problems:
                return self._form(visit, replace(form, problems=problems))
            check_allowance(self.desk.runtime, visit, NEWCOMERS)
            return self._join(visit, fields)
        except SignupRefused as error:
            status = status_of(error)
            return self.desk.page(visit, _CLOSED, status=status, sentence=error.message)
        except ProductError as error:
            policy = self.desk.runtime.signup
            return self.desk.refused(visit, _REGISTER, form, error, policy=policy)

    def _check_open(self, visit: Visit) -> None:
        runtime = self.desk.runtime
        policy, address = runtime.signup, visit.client.address
        with runtime.db.read() as tx:
            by_request = policy.mode is SignupMode.APPROVAL
            check_signup(tx, policy, address=address, by_request=by_request)

    def _form(self, visit: Visit, form: FormView) -> Answer:
        return self.desk.form(visit, _REGISTER, form, policy=self.desk.runtime.signup)

    def _join(self, visit: Visit, fields: Fields) -> Answer:
        runtime, policy = self.desk.runtime, self.desk.runtime.signup
        newcomer, now, client = _newcomer(fields), runtime.now(), visit.client
        if policy.mode is SignupMode.APPROVAL:
            reason = fields.text("reason")
            with runtime.db.begin() as tx:
                ask_to_join(
                    tx, policy, newcomer, reason=reason, address=client.address, now=now
                )
            return self._sent(visit, newcomer, waits=True)
        with runtime.db.begin() as tx:
            user = sign_up(tx, policy, newcomer, address=client.address, now=now)
            if not policy.verifies_email:
                vault = runtime.vault
                tokens = open_session(tx, vault, user, SessionKind.WEB, client, now=now)
                return self.desk.welcome(tokens, "/settings/profile?done=welcome")
        return self._sent(visit, newcomer, waits=False)

    def _sent(self, visit: Visit, newcomer: Newcomer, *, waits: bool) -> Answer:
        return self.desk.page(
            visit,
            _SENT,
            email=newcomer.email,
            waits=waits,
            verifies=self.desk.runtime.signup.verifies_email,
            sends_mail=self.desk.runtime.instance.sends_mail,
        )


def _newcomer(fields: Fields) -> Newcomer:
    channel = _handle(fields, "channel_name")
    return Newcomer(
        username=_handle(fields, "username"),
        email=fields.text("email"),
        password_hash=hash_password(fields.secret("password")),
        display_name=fields.text("display_name"),
        channel_name=channel,
        channel_display_name=channel,
    )


def _problems(policy: SignupPolicy, fields: Fields) -> tuple[Problem, ...]:
    """Everything that can be told before anybody else's data is looked at."""
    display_name, channel = fields.text("display_name"), _handle(fields, "channel_name")
    password = fields.secret("password")
    checks = [
        partial(check_handle, "username", _handle(fields, "username")),
        partial(check_email, fields.text("email")),
        partial(check_password_rules, password),
        partial(check_repeated, fields),
    ]
    if display_name:
        checks.append(partial(check_display_name, "display_name", display_name))
    if channel:
        checks.append(partial(check_handle, "channel_name", channel))
    if policy.mode is SignupMode.APPROVAL:
        checks.append(partial(_check_reason, fields.text("reason")))
    if policy.minimum_age > 0:
        checks.append(partial(_check_age, fields.text("age"), policy.minimum_age))
    return found_problems(*checks)


def check_repeated(fields: Fields) -> None:
    """Raises Invalid unless both fields for a new password say the same."""
    if fields.secret("password") != fields.secret("password_again"):
        raise Invalid("password_again", "The two passwords differ: type the same one twice")


def _check_reason(reason: str) -> None:
    if not reason:
        raise Invalid("reason", "Say in a sentence why you would like to join")


def _check_age(given: str, minimum: int) -> None:
    if not given:
        raise Invalid("age", f"Only people who are at least {minimum} years old may join")


def _handle(fields: Fields, name: str) -> str:
    """Phones begin every word with a capital, and handles have none."""
    return fields.text(name).lower()
