"""What the links in our mails lead to: a proved address, a new password."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import Conflict, NotFound, ProductError
from vitascope.base.ids import UserId
from vitascope.core.access.mailed_codes import CodeRefused
from vitascope.core.access.passwords import check_password_rules, hash_password
from vitascope.core.accounts.emails import check_email
from vitascope.core.registration.answer import (
    ask_registration_verification,
    verify_registration,
)
from vitascope.core.users.mailboxes import (
    ask_password_reset,
    ask_verification,
    reset_password,
    verify_email,
)
from vitascope.web.account_joining import check_repeated
from vitascope.web.account_views import FormView
from vitascope.web.allowance import MAILS, check_allowance
from vitascope.web.desk import Answer, Desk
from vitascope.web.forms import Fields
from vitascope.web.problems import found_problems
from vitascope.web.routing import shown, taken
from vitascope.web.sessions import Visit

_VERIFY, _ASK_VERIFICATION, _RESET, _NEW_PASSWORD, _SAID = (
    f"account/{name}.html"
    for name in ("verify", "ask_verification", "reset", "new_password", "said")
)
# Names as PeerTube has them, since its clients send people here too.
_IDS = {"userId": "user_id", "registrationId": "registration_id", "verificationString": "code"}


@dataclass(frozen=True, slots=True)
class MailboxPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown(desk, "/verify-account/email", self.show_verification),
            taken(desk, "/verify-account/email", self.verify),
            shown(desk, "/verify-account/ask-send-email", self.show_asking),
            taken(desk, "/verify-account/ask-send-email", self.ask_again),
            shown(desk, "/reset-password", self.show_reset),
            taken(desk, "/reset-password", self.ask_reset),
            taken(desk, "/reset-password/new", self.reset, hashes=True),
        ]

    def show_verification(self, visit: Visit) -> Answer:
        """A button rather than the deed itself: programs that look into mails for viruses
        open every link, and would use the code up.
        """
        form = FormView("verify", _linked(visit) | {"pending": visit.query("isPendingEmail")})
        return self.desk.page(visit, _VERIFY, form=form)

    def verify(self, visit: Visit, fields: Fields) -> Answer:
        runtime, code, now = self.desk.runtime, fields.text("code"), self.desk.runtime.now()
        asked, user = fields.number("registration_id"), fields.number("user_id")
        is_pending = fields.text("pending") == "true"
        try:
            with runtime.db.begin() as tx:
                if asked is not None:
                    verify_registration(tx, asked, code, now=now)
                else:
                    user_id = UserId(user or 0)
                    verify_email(tx, user_id, code, is_pending=is_pending, now=now)
        except (NotFound, CodeRefused):
            return self._useless(visit, "/verify-account/ask-send-email")
        except Conflict as error:
            return self._say(visit, "This address cannot be used", error.message + ".", 409)
        if asked is not None:
            sentence = "The people who run this server will look at your request."
            return self._say(visit, "Your e-mail address is verified", sentence)
        sentence = "You can log in now." if visit.user is None else "There is nothing to do."
        return self._say(visit, "Your e-mail address is verified", sentence)

    def show_asking(self, visit: Visit) -> Answer:
        return self._asking(visit, _ASK_VERIFICATION, FormView("verification"))

    def ask_again(self, visit: Visit, fields: Fields) -> Answer:
        def ask(email: str) -> None:
            with self.desk.runtime.db.begin() as tx:
                ask_verification(tx, email)
                ask_registration_verification(tx, email)

        return self._mailed(visit, fields, "verification", _ASK_VERIFICATION, ask)

    def show_reset(self, visit: Visit) -> Answer:
        if visit.query("verificationString"):
            return self.desk.form(visit, _NEW_PASSWORD, FormView("password", _linked(visit)))
        return self._asking(visit, _RESET, FormView("reset"))

    def ask_reset(self, visit: Visit, fields: Fields) -> Answer:
        def ask(email: str) -> None:
            with self.desk.runtime.db.begin() as tx:
                ask_password_reset(tx, email)

        return self._mailed(visit, fields, "reset", _RESET, ask)

    def reset(self, visit: Visit, fields: Fields) -> Answer:
        form = fields.view("password", "user_id", "code")
        password = fields.secret("password")
        problems = found_problems(
            partial(check_password_rules, password), partial(check_repeated, fields)
        )
        if problems:
            return self.desk.form(visit, _NEW_PASSWORD, replace(form, problems=problems))
        runtime, user_id = self.desk.runtime, UserId(fields.number("user_id") or 0)
        hashed, now = hash_password(password), runtime.now()
        try:
            with runtime.db.begin() as tx:
                reset_password(tx, user_id, fields.text("code"), hashed, now=now)
        except (NotFound, CodeRefused):
            return self._useless(visit, "/reset-password")
        return self._say(visit, "Your password is changed", "Log in with the new one.")

    def _asking(self, visit: Visit, template: str, form: FormView) -> Answer:
        sends_mail = self.desk.runtime.instance.sends_mail
        return self.desk.form(visit, template, form, sends_mail=sends_mail)

    def _mailed(
        self, visit: Visit, fields: Fields, name: str, template: str, ask: Callable[[str], None]
    ) -> Answer:
        """Ask for a mail. The answer does not tell whether anybody has the address."""
        form, email = fields.view(name, "email"), fields.text("email")
        runtime = self.desk.runtime
        problems = found_problems(partial(check_email, email))
        if problems or not runtime.instance.sends_mail:
            return self._asking(visit, template, replace(form, problems=problems))
        try:
            check_allowance(runtime, visit, MAILS)
        except ProductError as error:
            return self.desk.refused(visit, template, form, error, sends_mail=True)
        ask(email)
        return self._say(
            visit,
            "Look into your mailbox",
            f"If {email} is known here, a mail with a link is on its way. The link is good "
            "for one hour. If nothing arrives, look into the folder for unwanted mail.",
        )

    def _useless(self, visit: Visit, again: str) -> Answer:
        """What is wrong with the link is not told: nobody learns which users there are."""
        return self._say(
            visit,
            "This link does not work",
            "It was used already, is too old, or was not copied whole. Ask for another one.",
            403,
            again=again,
        )

    def _say(
        self,
        visit: Visit,
        heading: str,
        sentence: str,
        status: int = 200,
        *,
        again: str | None = None,
    ) -> Answer:
        return self.desk.page(
            visit, _SAID, status=status, heading=heading, sentence=sentence, again=again
        )


def _linked(visit: Visit) -> dict[str, str]:
    """What the address of the page holds, by the names of our fields."""
    return {ours: visit.query(theirs) for theirs, ours in _IDS.items()}
