from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from tests.core.webhooks.making import make_delivery, make_endpoint
from tests.factories import make_user

from vitascope.core.webhooks.model import Delivery, Endpoint, Happening
from vitascope.db import Tx
from vitascope.notify.webhooks.avcaption import body_of, event_of

LANE = UUID("0198c5f0-0000-7000-8000-000000000001")
MADE = datetime(2026, 3, 1, 12, 0, 1, 234567, tzinfo=UTC)
USUAL = {"title": "A film", "embed_token": "e" * 32}
RENDITION = {"name": "720p", "width": 1280, "height": 720}


@pytest.mark.parametrize(
    ("happening", "details", "data"),
    [
        (
            Happening.VIDEO_UPLOADED,
            {**USUAL, "filename": "a.mp4", "size_bytes": 7},
            {"title": "A film", "filename": "a.mp4", "size": 7, "embed_token": "e" * 32},
        ),
        (
            Happening.VIDEO_ENCODED,
            {**USUAL, "duration_ms": 1500, "renditions": [RENDITION]},
            {"duration": 1.5, "renditions": [RENDITION], "embed_token": "e" * 32},
        ),
        (
            Happening.VIDEO_ENCODED,
            {**USUAL, "duration_ms": None, "renditions": []},
            {"duration": None, "renditions": [], "embed_token": "e" * 32},
        ),
        (
            Happening.VIDEO_FAILED,
            {**USUAL, "reason": "This is no video"},
            {"error": {"message": "This is no video", "code": "processing_failed"}},
        ),
        (
            Happening.VIEW_THRESHOLD,
            {**USUAL, "threshold": 100, "views": 102},
            {"threshold": 100, "views": 102},
        ),
        (
            Happening.SUBTITLE_TRANSLATED,
            {**USUAL, "source_language": "en", "target_language": "de"},
            {"subtitle_id": "de", "source_language": "en", "target_language": "de"},
        ),
    ],
)
def test_what_happens_to_a_video_is_told_in_the_documents_words(
    tx: Tx, happening: Happening, details: dict[str, Any], data: dict[str, Any]
) -> None:
    endpoint, delivery = _made(tx, happening, details)

    body = body_of(delivery, endpoint)

    assert body == {
        "id": str(delivery.uuid),
        "event": happening.value,
        "created_at": "2026-03-01T12:00:01.234Z",
        "data": {"video_id": str(LANE), **data},
    }


def test_a_test_is_about_the_webhook(tx: Tx) -> None:
    endpoint, delivery = _made(tx, Happening.TEST, {"a": 1})

    body = body_of(delivery, endpoint)

    assert body["event"] == event_of(Happening.TEST) == "webhook.test"
    assert body["data"] == {"webhook_id": str(endpoint.uuid)}


def _made(tx: Tx, happening: Happening, details: dict[str, Any]) -> tuple[Endpoint, Delivery]:
    endpoint = make_endpoint(tx, make_user(tx))
    made = make_delivery(tx, endpoint, LANE, happening=happening, details=details, now=MADE)
    return endpoint, made
