import hashlib
import hmac
from dataclasses import replace

import pytest
from tests.core.webhooks.making import make_delivery, make_endpoint
from tests.factories import NOON, make_user

from vitascope.core.webhooks.model import TOLD, Api, Happening
from vitascope.db import Tx
from vitascope.notify.webhooks.dress import TONGUES, body_of, headers_of

SECRET = "whsec_ü"
BODY = '{"title": "Größe", "a":1}'.encode()
AT_S = "1772366400"


def independent(text: bytes) -> str:
    """As a receiver works it out."""
    return hmac.new(SECRET.encode(), text, hashlib.sha256).hexdigest()


@pytest.mark.parametrize(
    ("api", "prefix", "shown", "event"),
    [
        (Api.AVCAPTION, "", "X-AVCaption", "video.uploaded"),
        (Api.VSRC, "", "X-VSRC", "media.uploaded"),
        (Api.VSRC, "X-Videos", "X-Videos", "media.uploaded"),
    ],
)
def test_headers_name_the_event_and_prove_who_sends_it(
    tx: Tx, api: Api, prefix: str, shown: str, event: str
) -> None:
    delivery = make_delivery(tx, make_endpoint(tx, make_user(tx), api=api))

    headers = headers_of(delivery, api, BODY, SECRET, prefix=prefix, now=NOON)

    assert headers == {
        "Content-Type": "application/json",
        "User-Agent": "Vitascope",
        "Accept-Encoding": "identity",
        f"{shown}-Event": event,
        f"{shown}-Delivery": str(delivery.uuid),
        f"{shown}-Timestamp": AT_S,
        f"{shown}-Signature": f"sha256={independent(BODY)}",
        f"{shown}-Signature-V2": f"t={AT_S},v1={independent(AT_S.encode() + b'.' + BODY)}",
    }


def test_what_was_sent_before_is_sent_as_it_was(tx: Tx) -> None:
    endpoint = make_endpoint(tx, make_user(tx))
    delivery = replace(make_delivery(tx, endpoint), body="as it was")

    assert body_of(delivery, endpoint) == "as it was"


def test_a_body_is_json_without_spaces_and_with_every_letter(tx: Tx) -> None:
    endpoint = make_endpoint(tx, make_user(tx))
    delivery = make_delivery(
        tx, endpoint, happening=Happening.VIDEO_FAILED, details={"reason": "Zu groß"}
    )

    body = body_of(delivery, endpoint)

    assert body == (
        f'{{"id":"{delivery.uuid}","event":"video.failed",'
        '"created_at":"2026-03-01T12:00:00.000Z",'
        f'"data":{{"video_id":"{delivery.lane}",'
        '"error":{"message":"Zu groß","code":"processing_failed"}}}'
    )


def test_every_api_has_words_for_what_it_tells_of() -> None:
    words = {
        api: {TONGUES[api].event_of(each) for each in (*told, Happening.TEST)}
        for api, told in TOLD.items()
    }

    assert {api: len(names) for api, names in words.items()} == {Api.AVCAPTION: 6, Api.VSRC: 4}
