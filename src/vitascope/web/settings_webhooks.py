"""Settings: webhooks, and adding one."""

from dataclasses import dataclass

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.base.ids import parse_uuid
from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import (
    EndpointChanges,
    add_endpoint,
    change_endpoint,
    list_own_endpoints,
    remove_endpoint,
)
from vitascope.core.webhooks.model import Endpoint
from vitascope.web.account_views import FormView
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit
from vitascope.web.webhook_form import NAME, ON, TICKS, read_new, typed_form, usual_form
from vitascope.web.webhook_views import APIS, endpoint_view

HERE = "/settings/webhooks"
_DONE = {
    "on": "The webhook is on. What waits for it is sent now.",
    "off": "The webhook is off. What happens from now on is not told to it.",
    "removed": "The webhook is deleted, with everything that was noted about it.",
}


@dataclass(frozen=True, slots=True)
class WebhookPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, HERE, self.show),
            taken_from_members(desk, HERE, self.create),
            taken_from_members(desk, f"{HERE}/switch", self.switch),
            taken_from_members(desk, f"{HERE}/remove", self.remove),
        ]

    def show(self, visit: Visit, _user: User) -> Answer:
        return self._page(visit, usual_form(), done=_DONE.get(visit.query("done")))

    def create(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        """The answer shows the secret, and is the only one that ever does."""
        runtime = self.desk.runtime
        policy = runtime.webhook_addresses
        try:
            new = read_new(fields)
            with runtime.db.begin() as tx:
                made = add_endpoint(tx, visit.actor, new, policy=policy, now=runtime.now())
        except ProductError as error:
            form = with_error(typed_form(fields), error)
            return self._page(visit, form, status=status_of(error))
        return self._page(visit, usual_form(), made=made)

    def switch(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        """On or off. Switching one on that is paused ends the pause."""
        runtime, is_on = self.desk.runtime, fields.text("active") == ON
        try:
            with runtime.db.begin() as tx:
                change_endpoint(
                    tx,
                    visit.actor,
                    parse_uuid("webhook", fields.text("webhook")),
                    EndpointChanges(is_active=is_on),
                    policy=runtime.webhook_addresses,
                    now=runtime.now(),
                )
        except ProductError as error:
            form = with_error(FormView(NAME, usual_form().values), error)
            return self._page(visit, form, status=status_of(error))
        return see_other(f"{HERE}?done={'on' if is_on else 'off'}")

    def remove(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        with self.desk.runtime.db.begin() as tx:
            remove_endpoint(tx, visit.actor, parse_uuid("webhook", fields.text("webhook")))
        return see_other(f"{HERE}?done=removed")

    def _page(
        self,
        visit: Visit,
        form: FormView,
        *,
        status: int = 200,
        made: tuple[Endpoint, str] | None = None,
        done: str | None = None,
    ) -> Response[str]:
        with self.desk.runtime.db.read() as tx:
            endpoints = list_own_endpoints(tx, visit.actor)
        return self.desk.page(
            visit,
            "settings/webhooks.html",
            status=status,
            form=form,
            endpoints=[endpoint_view(endpoint) for endpoint in reversed(endpoints)],
            apis={api.value: name for api, name in APIS.items()},
            ticks=TICKS,
            made=None if made is None else endpoint_view(made[0]),
            secret=None if made is None else made[1],
            done=done,
        )
