import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from PIL import Image
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key
from tests.dialects.peertube.sending import left_behind
from tests.dialects.peertube.shapes import problem
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.factories import NOON

from vitascope.base.ids import short_uuid
from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.peertube.parts import parts_for
from vitascope.http.runtime import Runtime

UPLOAD = "/api/v1/videos/upload"
FIELDS = {"channelId": "1", "name": "A film"}


@pytest.fixture
def headers(ada: User, login: Login) -> Headers:
    return login(ada)


@pytest.fixture
def strict_client(app: Litestar, db: Database, tmp_path: Path) -> Iterator[Client]:
    """A server that takes files of 1000 bytes at most."""
    app.state.parts = parts_for(make_runtime(db, tmp_path, max_upload_bytes=1000))
    with TestClient(app) as client:
        yield client


def send(client: Client, headers: Headers, fields: Any, content: bytes, **files: Any) -> Any:
    video = {"videofile": ("clip.mp4", content, "video/mp4")}
    return client.post(UPLOAD, data=fields, files={**video, **files}, headers=headers)


@pytest.mark.media
def test_an_upload_becomes_a_private_video(
    client: Client, runtime: Runtime, db: Database, headers: Headers, clip: bytes
) -> None:
    fields = {
        **FIELDS,
        "description": "Words",
        "support": "null",
        "category": "2",
        "language": "null",
        "nsfw": "true",
        "commentsEnabled": "false",
        "waitTranscoding": "true",
        "tags[]": ["one", "two"],
    }

    answer = send(client, headers, fields, clip)

    with db.read() as tx:
        video = get_entry(tx, 1).video
    shown = client.get("/api/v1/videos/1", headers=headers).json()
    made = {"id": 1, "shortUUID": short_uuid(video.uuid), "uuid": str(video.uuid)}
    assert (answer.status_code, answer.json()) == (200, {"video": made})
    assert (video.privacy, video.description, video.support) == (
        Privacy.PRIVATE,
        "Words",
        None,
    )
    assert (video.category, video.language, video.is_nsfw) == (2, None, True)
    assert (video.comments_policy, video.waits_for_ready) == (2, True)
    assert (video.source_filename, shown["tags"]) == ("clip.mp4", ["one", "two"])
    assert shown["state"] == {"id": 2, "label": "To transcode"}
    assert left_behind(runtime) == []


@pytest.mark.media
def test_an_upload_may_bring_its_picture(
    client: Client, runtime: Runtime, headers: Headers, clip: bytes
) -> None:
    drawn = io.BytesIO()
    Image.new("RGB", (320, 180), "blue").save(drawn, "WEBP")
    pictures = {
        name: ("a.webp", drawn.getvalue(), "image/webp")
        for name in ("thumbnailfile", "previewfile")
    }

    answer = send(client, headers, {**FIELDS, "privacy": "1"}, clip, **pictures)

    path = client.get("/api/v1/videos/1", headers=headers).json()["thumbnailPath"]
    shown = client.get(path)
    assert answer.status_code == 200
    with Image.open(io.BytesIO(shown.content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (320, 180))
    assert left_behind(runtime) == []


@pytest.mark.media
def test_what_is_no_video_is_unreadable(
    client: Client, runtime: Runtime, headers: Headers
) -> None:
    answer = send(client, headers, FIELDS, b"no video at all" * 100)

    assert (answer.status_code, answer.json()["status"]) == (422, 422)
    assert left_behind(runtime) == []


def test_strangers_upload_nothing(client: Client, runtime: Runtime, ada: User) -> None:
    answer = send(client, {}, FIELDS, b"bytes")

    expected = problem(
        401,
        "Unauthorized",
        "Log in to do this",
        code="unauthorized_request",
        operation="uploadLegacy",
    )
    assert (answer.status_code, answer.json()) == (401, expected)
    assert left_behind(runtime) == []


@pytest.mark.parametrize("size_bytes", [1001, 2**21])
def test_a_file_over_the_limit_is_refused(
    strict_client: Client, runtime: Runtime, headers: Headers, size_bytes: int
) -> None:
    answer = send(strict_client, headers, FIELDS, b"x" * size_bytes)

    assert (answer.status_code, answer.json()["code"]) == (413, "max_file_size_reached")
    assert left_behind(runtime) == []


def test_a_picture_over_the_limit_is_a_faulty_field(
    client: Client, runtime: Runtime, headers: Headers
) -> None:
    large = ("a.png", b"x" * (4 * 2**20 + 1), "image/png")

    answer = send(client, headers, FIELDS, b"bytes", previewfile=large)

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (
        400,
        ["previewfile"],
    )
    assert left_behind(runtime) == []


def test_types_that_are_no_media_are_not_taken(
    client: Client, runtime: Runtime, headers: Headers
) -> None:
    files = {"videofile": ("a.html", b"<p>", "text/html")}

    answer = client.post(UPLOAD, data=FIELDS, files=files, headers=headers)

    detail = "This server does not take files of the type text/html"
    expected = problem(415, "Unsupported Media Type", detail, operation="uploadLegacy")
    assert (answer.status_code, answer.json()) == (415, expected)
    assert left_behind(runtime) == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"channelId": ""}, "channelId"),
        ({"channelId": "7"}, "channelId"),
        ({"privacy": "5"}, "videoPasswords"),
    ],
)
def test_a_faulty_field_is_named(
    client: Client, runtime: Runtime, headers: Headers, changes: dict[str, str], field: str
) -> None:
    fields = {name: text for name, text in {**FIELDS, **changes}.items() if text}

    answer = send(client, headers, fields, b"bytes")

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, [field])
    assert left_behind(runtime) == []


def test_an_upload_without_a_file_is_refused(client: Client, headers: Headers) -> None:
    answer = client.post(UPLOAD, data=FIELDS, headers=headers)

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, ["videofile"])


def test_a_form_that_cannot_fit_is_refused_before_it_is_read(
    client: Client, change: Change, db: Database, ada: User, headers: Headers
) -> None:
    change(max_upload_bytes=10**9)
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, quota_bytes=10**7)
    said = {
        **headers,
        "Content-Type": "multipart/form-data; boundary=x",
        "Content-Length": str(10**8),
    }

    answer = client.post(UPLOAD, headers=said)

    assert (answer.status_code, answer.json()["code"]) == (413, "quota_reached")


@pytest.mark.media
def test_pictures_do_not_count_as_a_file_that_is_too_large(
    client: Client, change: Change, headers: Headers, clip: bytes
) -> None:
    change(max_upload_bytes=len(clip))
    noise = io.BytesIO()
    Image.frombytes("RGB", (900, 900), os.urandom(900 * 900 * 3)).save(noise, "PNG")
    pictures = {
        name: ("a.png", noise.getvalue(), "image/png")
        for name in ("thumbnailfile", "previewfile")
    }

    answer = send(client, headers, FIELDS, clip, **pictures)

    assert answer.status_code == 200


@pytest.mark.media
def test_a_quota_is_reached_when_nothing_is_left_of_it(
    client: Client, db: Database, ada: User, headers: Headers, clip: bytes
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, quota_bytes=len(clip))
    full = send(client, headers, FIELDS, clip)
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, quota_bytes=len(clip) + 1)

    below = send(client, headers, FIELDS, clip)

    assert (full.status_code, full.json()["code"]) == (413, "quota_reached")
    assert below.status_code == 200


def test_a_key_for_reading_uploads_nothing(
    client: Client, runtime: Runtime, db: Database, ada: User
) -> None:
    answer = send(client, make_key(db, ada, Permission.READ), FIELDS, b"bytes")

    assert (answer.status_code, left_behind(runtime)) == (403, [])
