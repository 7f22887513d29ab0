"""How a delivery looks on the wire: its body, its headers, and what proves that it is ours."""

import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec

from vitascope.core.webhooks.model import Api, Delivery, Endpoint, Happening
from vitascope.fetch.client import USER_AGENT
from vitascope.notify.webhooks import avcaption, vsrc


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """What an API calls things. ``prefix`` begins the names of its headers."""

    prefix: str
    event_of: Callable[[Happening], str]
    body_of: Callable[[Delivery, Endpoint], dict[str, Any]]


TONGUES: Mapping[Api, Tongue] = {
    Api.AVCAPTION: Tongue(
        prefix=avcaption.PREFIX, event_of=avcaption.event_of, body_of=avcaption.body_of
    ),
    Api.VSRC: Tongue(prefix=vsrc.PREFIX, event_of=vsrc.event_of, body_of=vsrc.body_of),
}


def body_of(delivery: Delivery, endpoint: Endpoint) -> str:
    """The text that is sent: what was sent before, or what says it in the endpoint's API."""
    if delivery.body is not None:
        return delivery.body
    return msgspec.json.encode(TONGUES[endpoint.api].body_of(delivery, endpoint)).decode()


def headers_of(
    delivery: Delivery, api: Api, body: bytes, secret: str, *, prefix: str = "", now: datetime
) -> dict[str, str]:
    """What goes with ``body``. Another ``prefix`` takes the place of the API's own.

    The first signature is over the body alone. The second is over the time as well, so that
    who has seen a request cannot send it again later.
    """
    tongue, key = TONGUES[api], secret.encode()
    name, sent_at = prefix or tongue.prefix, str(int(now.timestamp()))
    signed = hmac.digest(key, body, "sha256").hex()
    with_time = hmac.digest(key, f"{sent_at}.".encode() + body, "sha256").hex()
    return {
        "Content-Type": "application/json",
        "User-Agent": USER_AGENT,
        "Accept-Encoding": "identity",
        f"{name}-Event": tongue.event_of(delivery.happening),
        f"{name}-Delivery": str(delivery.uuid),
        f"{name}-Timestamp": sent_at,
        f"{name}-Signature": f"sha256={signed}",
        f"{name}-Signature-V2": f"t={sent_at},v1={with_time}",
    }
