"""Settings: the password, the sessions, and login with a code."""

from dataclasses import dataclass, replace
from functools import partial

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound, ProductError
from vitascope.core.access.model import Session, SessionKind
from vitascope.core.access.passwords import check_password_rules, hash_password
from vitascope.core.access.sessions import (
    end_other_sessions,
    end_user_session,
    list_user_sessions,
)
from vitascope.core.access.two_factor import recovery_codes_left
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import has_external_login
from vitascope.core.users.profile import ProfileChanges, change_me, confirm_password
from vitascope.web import words
from vitascope.web.account_joining import check_repeated
from vitascope.web.account_views import FormView, SessionView
from vitascope.web.desk import Answer, Desk, hint_at_time, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import found_problems, status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit

HERE = "/settings/security"
_MOST_SESSIONS = 100
_WAYS = {
    SessionKind.WEB: "This website",
    SessionKind.TOKEN: "An app, by the PeerTube API",
    SessionKind.JWT: "An app, by the VideoCMS API",
}
_DONE = {
    "password": "Your password is changed, and all your other sessions have ended.",
    "ended": "The session has ended.",
    "others": "All your other sessions have ended.",
    "disabled": "Two-factor login is off.",
    "connected": "The two are connected: you can log in either way.",
}


@dataclass(frozen=True, slots=True)
class SecurityPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, HERE, self.show),
            taken_from_members(desk, "/settings/password", self.change, hashes=True),
            taken_from_members(desk, f"{HERE}/end", self.end),
            taken_from_members(desk, f"{HERE}/end-others", self.end_others),
        ]

    def show(self, visit: Visit, user: User) -> Answer:
        return self._page(visit, user, done=_DONE.get(visit.query("done")))

    def change(self, visit: Visit, user: User, fields: Fields) -> Answer:
        """A new password. Whoever knew the old one is logged out everywhere."""
        form, password = FormView("password"), fields.secret("password")
        sentences = {"current_password": "Type the password that you log in with now."}
        problems = fields.empty(sentences) + found_problems(
            partial(check_password_rules, password), partial(check_repeated, fields)
        )
        if problems:
            return self._page(visit, user, replace(form, problems=problems), status=400)
        runtime, now = self.desk.runtime, self.desk.runtime.now()
        current, address = fields.secret("current_password"), visit.client.address
        try:
            confirm_password(runtime.db, user.id, current, address=address, now=now)
        except ProductError as error:
            return self._refused(visit, user, form, error)
        changes = ProfileChanges(password_hash=hash_password(password))
        with runtime.db.begin() as tx:
            change_me(tx, visit.actor, changes, verifies_email=False, now=now)
            end_other_sessions(tx, visit.actor)
        return see_other(f"{HERE}?done=password")

    def end(self, visit: Visit, user: User, fields: Fields) -> Answer:
        """End one session; one that has ended meanwhile is what was asked for."""
        session_id = fields.number("session") or 0
        try:
            with self.desk.runtime.db.begin() as tx:
                end_user_session(tx, visit.actor, user.id, session_id)
        except NotFound:
            return see_other(HERE)
        if session_id == visit.actor.credential_id:
            return self.desk.farewell("/")
        return see_other(f"{HERE}?done=ended")

    def end_others(self, visit: Visit, _user: User, _fields: Fields) -> Answer:
        with self.desk.runtime.db.begin() as tx:
            end_other_sessions(tx, visit.actor)
        return see_other(f"{HERE}?done=others")

    def _refused(self, visit: Visit, user: User, form: FormView, error: ProductError) -> Answer:
        again = with_error(form, error)
        answer = self._page(visit, user, again, status=status_of(error))
        return hint_at_time(answer, error)

    def _page(
        self,
        visit: Visit,
        user: User,
        filled: FormView | None = None,
        *,
        status: int = 200,
        done: str | None = None,
    ) -> Response[str]:
        runtime, now = self.desk.runtime, self.desk.runtime.now()
        with runtime.db.read() as tx:
            found = list_user_sessions(tx, visit.actor, user.id, count=_MOST_SESSIONS, now=now)
            codes_left = recovery_codes_left(tx, user.id)
            is_connected = has_external_login(tx, user.id)
        return self.desk.page(
            visit,
            "settings/security.html",
            status=status,
            user=user,
            form=filled or FormView("password"),
            filled=filled,
            sessions=[_view(session, visit) for session in found.items],
            codes_left=codes_left,
            is_connected=is_connected,
            now=now,
            done=done,
        )


def _view(session: Session, visit: Visit) -> SessionView:
    return SessionView(
        id=session.id,
        device=words.device(session.last.device),
        way=_WAYS[session.kind],
        address=session.last.address,
        began_at=session.created_at,
        last_active_at=session.last_active_at,
        is_this=session.id == visit.actor.credential_id,
    )
