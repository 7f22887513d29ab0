"""Webhooks in AVCaption's words (facts: videocms-avcaption-vsrc, section 3.2)."""

from collections.abc import Callable, Mapping
from typing import Any

from vitascope.core.webhooks.model import Delivery, Endpoint, Happening
from vitascope.notify.webhooks.times import iso_time

PREFIX = "X-AVCaption"


def event_of(happening: Happening) -> str:
    return happening.value


def body_of(delivery: Delivery, endpoint: Endpoint) -> dict[str, Any]:
    data = _TOLD[delivery.happening](delivery.details)
    if delivery.happening is Happening.TEST:
        about = {"webhook_id": str(endpoint.uuid)}
    else:
        about = {"video_id": str(delivery.lane)}
    return {
        "id": str(delivery.uuid),
        "event": event_of(delivery.happening),
        "created_at": iso_time(delivery.created_at),
        "data": {**about, **data},
    }


def _uploaded(details: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": details["title"],
        "filename": details["filename"],
        "size": details["size_bytes"],
        "embed_token": details["embed_token"],
    }


def _encoded(details: dict[str, Any]) -> dict[str, Any]:
    duration_ms = details["duration_ms"]
    return {
        "duration": None if duration_ms is None else duration_ms / 1000,
        "renditions": details["renditions"],
        "embed_token": details["embed_token"],
    }


def _failed(details: dict[str, Any]) -> dict[str, Any]:
    return {"error": {"message": details["reason"], "code": "processing_failed"}}


def _views(details: dict[str, Any]) -> dict[str, Any]:
    return {"threshold": details["threshold"], "views": details["views"]}


def _translated(details: dict[str, Any]) -> dict[str, Any]:
    return {
        # What AVCaption's API calls the caption by.
        "subtitle_id": details["target_language"],
        "source_language": details["source_language"],
        "target_language": details["target_language"],
    }


_TOLD: Mapping[Happening, Callable[[dict[str, Any]], dict[str, Any]]] = {
    Happening.VIDEO_UPLOADED: _uploaded,
    Happening.VIDEO_ENCODED: _encoded,
    Happening.VIDEO_FAILED: _failed,
    Happening.VIEW_THRESHOLD: _views,
    Happening.SUBTITLE_TRANSLATED: _translated,
    Happening.TEST: lambda _: {},
}
