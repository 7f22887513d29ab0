import pytest
from tests.factories import make_user
from tests.webhooks import make_endpoint

from vitascope.base.errors import Invalid
from vitascope.core.webhooks.keep import EndpointChanges, NewEndpoint
from vitascope.core.webhooks.model import Api, Happening
from vitascope.db import Tx
from vitascope.web.forms import Fields
from vitascope.web.webhook_form import TICKS, form_of, read_changes, read_new, typed_form

TYPED = {"api": "avcaption", "url": " https://a.example/ ", "video_failed": "on"}


def test_every_event_has_a_box_of_its_own() -> None:
    assert set(TICKS) == {each.name.lower() for each in Happening} - {"test"}


def test_what_is_typed_is_a_webhook() -> None:
    typed = Fields({**TYPED, "view_threshold": "on", "view_thresholds": "5, 10 20,"})

    assert read_new(typed) == NewEndpoint(
        api=Api.AVCAPTION,
        url="https://a.example/",
        happenings=["video.failed", "view.threshold"],
        view_thresholds=[5, 10, 20],
    )


def test_a_change_says_all_but_the_api() -> None:
    assert read_changes(Fields(TYPED), Api.VSRC) == EndpointChanges(
        url="https://a.example/", happenings=["video.failed"], view_thresholds=[]
    )


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"api": ""}, "api"),
        ({"api": "vsrc", "view_threshold": "on", "view_thresholds": "5"}, "happenings"),
        ({"view_thresholds": "-5"}, "view_thresholds"),
        ({"view_thresholds": "9" * 13}, "view_thresholds"),
    ],
)
def test_what_cannot_be_meant_is_told_at_its_field(typed: dict[str, str], field: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_new(Fields({**TYPED, **typed}))

    assert caught.value.field == field


def test_a_form_shows_what_it_would_send_again(tx: Tx) -> None:
    endpoint = make_endpoint(tx, make_user(tx), Api.VSRC, happenings=["video.failed"])

    form = form_of(endpoint)

    sent = Fields(form.values)
    assert read_changes(sent, Api.VSRC) == EndpointChanges(
        url=endpoint.url, happenings=["video.failed"], view_thresholds=[]
    )
    shown = {name: value for name, value in typed_form(sent).values.items() if value}
    assert shown == {name: value for name, value in form.values.items() if value}
