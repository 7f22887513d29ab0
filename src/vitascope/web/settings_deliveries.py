"""Settings: one webhook, and what was sent to it."""

from dataclasses import dataclass
from uuid import UUID

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import ProductError
from vitascope.base.ids import parse_uuid
from vitascope.core.accounts.model import User
from vitascope.core.webhooks.keep import (
    EndpointChanges,
    change_endpoint,
    draw_secret,
    own_endpoint,
)
from vitascope.core.webhooks.log import list_own_deliveries, redeliver, send_test
from vitascope.core.webhooks.model import DeliveryState
from vitascope.core.webhooks.queries.attempts import list_attempts_of
from vitascope.web.account_views import FormView
from vitascope.web.desk import Answer, Desk, see_other, with_error
from vitascope.web.forms import Fields
from vitascope.web.problems import status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit
from vitascope.web.settings_webhooks import HERE
from vitascope.web.webhook_form import TICKS, form_of, read_changes, typed_form
from vitascope.web.webhook_views import STATES, delivery_view, endpoint_view

_ONE = f"{HERE}/{{webhook_id:str}}"
_PER_PAGE = 20
_DONE = {
    "saved": "The webhook is changed.",
    "test": "A test is on its way. It stands at the top of the deliveries.",
    "again": "It is sent again. It stands at the top of the deliveries.",
}


@dataclass(frozen=True, slots=True)
class DeliveryPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            shown_to_members(desk, _ONE, self.show),
            taken_from_members(desk, _ONE, self.change),
            taken_from_members(desk, f"{_ONE}/test", self.test),
            taken_from_members(desk, f"{_ONE}/again", self.again),
            taken_from_members(desk, f"{_ONE}/secret", self.renew_secret),
        ]

    def show(self, visit: Visit, _user: User) -> Answer:
        return self._page(visit, done=_DONE.get(visit.query("done")))

    def change(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        runtime, webhook = self.desk.runtime, _webhook(visit)
        policy = runtime.webhook_addresses
        try:
            with runtime.db.begin() as tx:
                changes = read_changes(fields, own_endpoint(tx, visit.actor, webhook).api)
                now = runtime.now()
                change_endpoint(tx, visit.actor, webhook, changes, policy=policy, now=now)
        except ProductError as error:
            form = with_error(typed_form(fields), error)
            return self._page(visit, form, status=status_of(error))
        return see_other(f"{HERE}/{webhook}?done=saved")

    def test(self, visit: Visit, _user: User, _fields: Fields) -> Answer:
        runtime, webhook = self.desk.runtime, _webhook(visit)
        with runtime.db.begin() as tx:
            send_test(tx, visit.actor, webhook, now=runtime.now())
        return see_other(f"{HERE}/{webhook}?done=test")

    def again(self, visit: Visit, _user: User, fields: Fields) -> Answer:
        runtime, delivery = self.desk.runtime, parse_uuid("delivery", fields.text("delivery"))
        with runtime.db.begin() as tx:
            redeliver(tx, visit.actor, delivery, now=runtime.now())
        return see_other(f"{HERE}/{_webhook(visit)}?done=again")

    def renew_secret(self, visit: Visit, _user: User, _fields: Fields) -> Answer:
        """The answer shows the secret, and is the only one that ever does."""
        runtime, secret = self.desk.runtime, draw_secret()
        try:
            with runtime.db.begin() as tx:
                changes = EndpointChanges(secret=secret)
                change_endpoint(tx, visit.actor, _webhook(visit), changes, now=runtime.now())
        except ProductError as error:
            return self._page(visit, error=error, status=status_of(error))
        return self._page(visit, secret=secret)

    def _page(
        self,
        visit: Visit,
        form: FormView | None = None,
        *,
        error: ProductError | None = None,
        status: int = 200,
        secret: str | None = None,
        done: str | None = None,
    ) -> Response[str]:
        webhook, state, number = _webhook(visit), _state(visit), _number(visit)
        start = (number - 1) * _PER_PAGE
        with self.desk.runtime.db.read() as tx:
            endpoint = own_endpoint(tx, visit.actor, webhook)
            found = list_own_deliveries(
                tx, visit.actor, webhook, start=start, count=_PER_PAGE, state=state
            )
            attempts = list_attempts_of(tx, [delivery.id for delivery in found.items])
        shown = form_of(endpoint) if form is None else form
        return self.desk.page(
            visit,
            "settings/webhook.html",
            status=status,
            form=shown if error is None else with_error(shown, error),
            endpoint=endpoint_view(endpoint),
            deliveries=[delivery_view(d, attempts.get(d.id, ())) for d in found.items],
            states={each.value: word for each, word in STATES.items()},
            state="" if state is None else state.value,
            page=number,
            has_more=start + _PER_PAGE < (found.total or 0),
            ticks=TICKS,
            secret=secret,
            done=done,
        )


def _webhook(visit: Visit) -> UUID:
    return parse_uuid("webhook", str(visit.request.path_params["webhook_id"]))


def _state(visit: Visit) -> DeliveryState | None:
    """Which deliveries are looked at; all of them unless the address names a state."""
    asked = visit.query("state")
    return DeliveryState(asked) if asked in set(DeliveryState) else None


def _number(visit: Visit) -> int:
    asked = visit.query("page")
    is_number = asked.isascii() and asked.isdigit() and len(asked) < 6
    return max(1, int(asked)) if is_number else 1
