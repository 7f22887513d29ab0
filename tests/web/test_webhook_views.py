from tests.factories import NOON, make_user
from tests.webhooks import BODY, FAILED, make_delivery, make_endpoint

from vitascope.core.webhooks.model import DeliveryState
from vitascope.db import Tx
from vitascope.web.webhook_views import (
    AttemptView,
    DeliveryView,
    EndpointView,
    delivery_view,
    endpoint_view,
)


def test_a_webhook_is_told_in_words(tx: Tx) -> None:
    endpoint = make_endpoint(
        tx,
        make_user(tx),
        happenings=["video.encoded", "view.threshold"],
        view_thresholds=[5, 10],
    )

    assert endpoint_view(endpoint) == EndpointView(
        ref=str(endpoint.uuid),
        url="https://hooks.example/take",
        api="AVCaption",
        events=("A video is ready", "A video was watched so many times"),
        thresholds="5, 10",
        is_active=True,
        paused_at=None,
        failures=0,
        created_at=NOON,
    )


def test_a_delivery_is_told_with_its_attempts(tx: Tx) -> None:
    ada = make_user(tx)
    waiting = make_delivery(tx, ada, make_endpoint(tx, ada), FAILED)
    ended = make_delivery(tx, ada, make_endpoint(tx, ada), state=DeliveryState.FAILED)

    assert delivery_view(waiting, [FAILED]) == DeliveryView(
        ref=str(waiting.uuid),
        event="A test",
        state="waiting",
        word="Waiting",
        due_at=NOON,
        created_at=NOON,
        is_repeat=False,
        body=BODY,
        attempts=(
            AttemptView(
                at=NOON,
                duration_ms=12,
                status=500,
                error="The server answered 500",
                request_headers=FAILED.request_headers,
                response_headers=FAILED.response_headers,
                response_body="<b>broken</b>",
            ),
        ),
        version="waiting-1",
    )
    shown = delivery_view(ended, [])
    assert (shown.word, shown.due_at, shown.version) == ("Given up", None, "failed-0")
