"""Settings: login with the codes of an app, and codes for the day the app is lost."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import segno
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.core.access.two_factor import (
    TwoFactorRequest,
    confirm_two_factor,
    disable_two_factor,
    recovery_codes_left,
    renew_recovery_codes,
    request_two_factor,
)
from vitascope.core.accounts.model import User
from vitascope.core.users.profile import confirm_password
from vitascope.web.account_views import FormView, TwoFactorView
from vitascope.web.desk import Answer, Desk, hint_at_time, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit
from vitascope.web.settings_security import HERE as SECURITY

_HERE = f"{SECURITY}/two-factor"
_STATE, _SCAN, _CODES = (
    f"settings/{name}.html" for name in ("two_factor", "two_factor_scan", "recovery_codes")
)
_FORMS = ("begin", "renew", "disable")
# Longer than any address of ours, and still fits into a QR code.
_LONGEST_URI = 1000


@dataclass(frozen=True, slots=True)
class TwoFactorPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, _HERE, self.show),
            taken_from_members(desk, _HERE, self.begin, hashes=True),
            taken_from_members(desk, f"{_HERE}/confirm", self.confirm),
            taken_from_members(desk, f"{_HERE}/codes", self.renew, hashes=True),
            taken_from_members(desk, f"{_HERE}/disable", self.disable, hashes=True),
        ]

    def show(self, visit: Visit, user: User) -> Answer:
        """Turn it on, or what can be done once it is."""
        return self._state(visit, user, None)

    def begin(self, visit: Visit, user: User, fields: Fields) -> Answer:
        """Show the secret to somebody who knows the password."""
        runtime = self.desk.runtime

        def ask() -> Answer:
            issuer, now = runtime.instance.name, runtime.now()
            request = request_two_factor(runtime.vault, user, issuer=issuer, now=now)
            return self._scan(visit, FormView("confirm"), request)

        return self._confirmed(visit, user, fields, "begin", ask)

    def confirm(self, visit: Visit, user: User, fields: Fields) -> Answer:
        """The first code of the app came: turn it on, and show the recovery codes once."""
        runtime, code = self.desk.runtime, fields.text("code")
        form = FormView("confirm")
        request = TwoFactorRequest(
            token=fields.text("token"), secret=fields.text("secret"), uri=fields.text("uri")
        )
        if not request.uri.startswith("otpauth://"):
            return see_other(_HERE)
        missing = fields.empty({"code": "Type the code that the app shows."})
        if missing:
            return self._scan(visit, replace(form, problems=missing), request)
        try:
            with runtime.db.begin() as tx:
                codes = confirm_two_factor(
                    tx, runtime.vault, user, request.token, code, now=runtime.now()
                )
        except ProductError as error:
            return self._scan(visit, form, request, error)
        return self._codes(visit, codes, is_new=True)

    def renew(self, visit: Visit, user: User, fields: Fields) -> Answer:
        def draw() -> Answer:
            with self.desk.runtime.db.begin() as tx:
                codes = renew_recovery_codes(tx, user.id)
            return self._codes(visit, codes, is_new=False)

        return self._confirmed(visit, user, fields, "renew", draw)

    def disable(self, visit: Visit, user: User, fields: Fields) -> Answer:
        def disable() -> Answer:
            with self.desk.runtime.db.begin() as tx:
                disable_two_factor(tx, user)
            return see_other(f"{SECURITY}?done=disabled")

        return self._confirmed(visit, user, fields, "disable", disable)

    def _confirmed(
        self, visit: Visit, user: User, fields: Fields, name: str, deed: Callable[[], Answer]
    ) -> Answer:
        """Do it for somebody who types the current password."""
        runtime, form = self.desk.runtime, FormView(name)
        missing = fields.empty(
            {"current_password": "Type your password, so that nobody else can do this."}
        )
        if missing:
            return self._state(visit, user, replace(form, problems=missing))
        password, address = fields.secret("current_password"), visit.client.address
        try:
            confirm_password(runtime.db, user.id, password, address=address, now=runtime.now())
            return deed()
        except ProductError as error:
            return self._state(visit, user, form, error)

    def _state(
        self,
        visit: Visit,
        user: User,
        filled: FormView | None,
        error: ProductError | None = None,
    ) -> Answer:
        with self.desk.runtime.db.read() as tx:
            codes_left = recovery_codes_left(tx, user.id)
        form = FormView("") if filled is None else filled
        form = form if error is None else with_error(form, error)
        forms = {name: FormView(name) for name in _FORMS} | {form.name: form}
        status = 200 if error is None else status_of(error)
        answer = self.desk.form(
            visit, _STATE, form, status=status, forms=forms, user=user, codes_left=codes_left
        )
        return answer if error is None else hint_at_time(answer, error)

    def _scan(
        self,
        visit: Visit,
        form: FormView,
        request: TwoFactorRequest,
        error: ProductError | None = None,
    ) -> Answer:
        view = TwoFactorView(
            token=request.token, secret=request.secret, uri=request.uri, qr=_qr(request.uri)
        )
        if error is None:
            return self.desk.form(visit, _SCAN, form, asked=view)
        return self.desk.refused(visit, _SCAN, form, error, asked=view)

    def _codes(self, visit: Visit, codes: tuple[str, ...], *, is_new: bool) -> Answer:
        return self.desk.page(visit, _CODES, codes=codes, is_new=is_new)


def _qr(uri: str) -> str:
    """An SVG, dark on light in both themes: cameras do not read it the other way round."""
    code = segno.make(uri[:_LONGEST_URI], error="m", micro=False)
    return code.svg_inline(border=3, dark="#000", light="#fff", omitsize=True, svgclass="qr")
