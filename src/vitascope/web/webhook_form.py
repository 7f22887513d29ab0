"""The form of a webhook: what it shows, and what was typed into it."""

import re

from vitascope.base.errors import Invalid
from vitascope.core.webhooks.keep import EndpointChanges, NewEndpoint
from vitascope.core.webhooks.model import TOLD, Api, Endpoint, Happening
from vitascope.web.account_views import FormView
from vitascope.web.forms import Fields
from vitascope.web.webhook_views import APIS, EVENTS

NAME = "webhook"
ON = "on"
TICKS = {happening.name.lower(): label for happening, label in EVENTS.items()}
"""The names of the boxes, and what stands beside them."""
_HAPPENINGS = {happening.name.lower(): happening for happening in EVENTS}
_FIELDS = ("api", "url", "view_thresholds", *TICKS)
_NUMBER = re.compile(r"[0-9]{1,12}")


def usual_form() -> FormView:
    values = {"api": Api.AVCAPTION.value, _box(Happening.VIDEO_ENCODED): ON}
    return FormView(NAME, values)


def form_of(endpoint: Endpoint) -> FormView:
    """What stands in the form while nobody types."""
    ticked = {_box(Happening(word)): ON for word in endpoint.happenings}
    thresholds = ", ".join(map(str, endpoint.view_thresholds))
    return FormView(
        NAME,
        {
            "api": endpoint.api.value,
            "url": endpoint.url,
            "view_thresholds": thresholds,
            **ticked,
        },
    )


def typed_form(fields: Fields) -> FormView:
    return fields.view(NAME, *_FIELDS)


def read_new(fields: Fields) -> NewEndpoint:
    """Raises Invalid when something typed cannot be meant."""
    try:
        api = Api(fields.text("api"))
    except ValueError:
        raise Invalid("api", "Choose the API in whose words it is told") from None
    return NewEndpoint(
        api=api,
        url=fields.text("url"),
        happenings=_happenings(fields, api),
        view_thresholds=_thresholds(fields),
    )


def read_changes(fields: Fields, api: Api) -> EndpointChanges:
    """Raises Invalid when something typed cannot be meant."""
    return EndpointChanges(
        url=fields.text("url"),
        happenings=_happenings(fields, api),
        view_thresholds=_thresholds(fields),
    )


def _happenings(fields: Fields, api: Api) -> list[str]:
    chosen = [each for box, each in _HAPPENINGS.items() if fields.text(box) == ON]
    for happening in chosen:
        if happening not in TOLD[api]:
            words = f"{APIS[api]} has no words for this: {EVENTS[happening]}"
            raise Invalid("happenings", words)
    return [happening.value for happening in chosen]


def _thresholds(fields: Fields) -> list[int]:
    words = fields.text("view_thresholds").replace(",", " ").split()
    if not all(_NUMBER.fullmatch(word) for word in words):
        raise Invalid(
            "view_thresholds", "Write numbers with commas between them, such as 100, 1000"
        )
    return [int(word) for word in words]


def _box(happening: Happening) -> str:
    return happening.name.lower()
