"""Webhooks in VSRC's words (facts: videocms-avcaption-vsrc, section 4)."""

from typing import Any

from vitascope.core.webhooks.model import Delivery, Endpoint, Happening
from vitascope.notify.webhooks.times import iso_time

PREFIX = "X-VSRC"
_EVENTS = {
    Happening.VIDEO_UPLOADED: "media.uploaded",
    Happening.VIDEO_ENCODED: "media.completed",
    Happening.VIDEO_FAILED: "media.failed",
    Happening.TEST: "webhook.test",
}


def event_of(happening: Happening) -> str:
    return _EVENTS[happening]


def body_of(delivery: Delivery, endpoint: Endpoint) -> dict[str, Any]:
    return {
        "id": str(delivery.uuid),
        "event": event_of(delivery.happening),
        "createdAt": iso_time(delivery.created_at),
        "data": _data(delivery, endpoint),
    }


def _data(delivery: Delivery, endpoint: Endpoint) -> dict[str, Any]:
    if delivery.happening is Happening.TEST:
        return {"webhookId": str(endpoint.uuid)}
    details = delivery.details
    media = {"mediaId": f"vod_{delivery.lane}", "title": details["title"]}
    if delivery.happening is Happening.VIDEO_UPLOADED:
        return {**media, "fileSize": details["size_bytes"], "encodingStatus": "pending"}
    if delivery.happening is Happening.VIDEO_FAILED:
        error = {"message": details["reason"]}
        return {**media, "encodingStatus": "failed", "error": error}
    duration_ms = details["duration_ms"]
    return {
        **media,
        "encodingStatus": "completed",
        "duration": None if duration_ms is None else duration_ms / 1000,
        "renditions": details["renditions"],
    }
