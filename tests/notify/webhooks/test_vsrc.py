from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from tests.core.webhooks.making import make_delivery, make_endpoint
from tests.factories import make_user

from vitascope.core.webhooks.model import Api, Happening
from vitascope.db import Tx
from vitascope.notify.webhooks.vsrc import body_of

LANE = UUID("0198c5f0-0000-7000-8000-000000000001")
MADE = datetime(2026, 3, 1, 12, 0, 1, 234567, tzinfo=UTC)
USUAL = {"title": "A film", "embed_token": "e" * 32}
RENDITION = {"name": "720p", "width": 1280, "height": 720}


@pytest.mark.parametrize(
    ("happening", "details", "event", "data"),
    [
        (
            Happening.VIDEO_UPLOADED,
            {**USUAL, "filename": "a.mp4", "size_bytes": 7},
            "media.uploaded",
            {"fileSize": 7, "encodingStatus": "pending"},
        ),
        (
            Happening.VIDEO_ENCODED,
            {**USUAL, "duration_ms": 1500, "renditions": [RENDITION]},
            "media.completed",
            {"encodingStatus": "completed", "duration": 1.5, "renditions": [RENDITION]},
        ),
        (
            Happening.VIDEO_ENCODED,
            {**USUAL, "duration_ms": None, "renditions": []},
            "media.completed",
            {"encodingStatus": "completed", "duration": None, "renditions": []},
        ),
        (
            Happening.VIDEO_FAILED,
            {**USUAL, "reason": "This is no video"},
            "media.failed",
            {"encodingStatus": "failed", "error": {"message": "This is no video"}},
        ),
    ],
)
def test_what_happens_to_media_is_told_in_words_of_the_api(
    tx: Tx, happening: Happening, details: dict[str, Any], event: str, data: dict[str, Any]
) -> None:
    endpoint = make_endpoint(tx, make_user(tx), api=Api.VSRC)
    made = make_delivery(tx, endpoint, LANE, happening=happening, details=details, now=MADE)

    body = body_of(made, endpoint)

    assert body == {
        "id": str(made.uuid),
        "event": event,
        "createdAt": "2026-03-01T12:00:01.234Z",
        "data": {"mediaId": f"vod_{LANE}", "title": "A film", **data},
    }


def test_a_test_is_about_the_webhook(tx: Tx) -> None:
    endpoint = make_endpoint(tx, make_user(tx), api=Api.VSRC)
    made = make_delivery(tx, endpoint, happening=Happening.TEST, now=MADE)

    body = body_of(made, endpoint)

    assert body == {
        "id": str(made.uuid),
        "event": "webhook.test",
        "createdAt": "2026-03-01T12:00:01.234Z",
        "data": {"webhookId": str(endpoint.uuid)},
    }
