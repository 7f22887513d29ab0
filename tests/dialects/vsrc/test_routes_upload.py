import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.factories import actor_of

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.read import own_video
from vitascope.db import Database
from vitascope.dialects.vsrc import build
from vitascope.http.runtime import Runtime
from vitascope.media.ffmpeg import Tools

UPLOAD = "/api/public/v1/vod/upload"


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Half a second of moving picture."""
    path = tmp_path_factory.mktemp("clips") / "clip.mp4"
    source = "testsrc2=size=128x96:rate=10:duration=0.5"
    subprocess.run(
        [Tools.find(None).ffmpeg, "-v", "error", "-f", "lavfi", "-i", source, str(path)],
        check=True,
    )
    return path


@pytest.fixture
def strict_client(db: Database, tmp_path: Path) -> Iterator[Client]:
    """An app that takes files of 1000 bytes at most."""
    with TestClient(build(make_runtime(db, tmp_path, max_upload_bytes=1000))) as client:
        yield client


def left_behind(runtime: Runtime) -> list[Path]:
    return [path for path in runtime.incoming.rglob("*") if path.is_file()]


@pytest.mark.media
@pytest.mark.parametrize("path", ["/vod/upload", "/vod", "/media", "/media/upload"])
def test_an_uploaded_video_is_pending_and_unlisted(
    client: Client,
    runtime: Runtime,
    db: Database,
    ada: User,
    writer: Headers,
    clip: Path,
    path: str,
) -> None:
    fields = {
        "title": "A film",
        "description": "Of a harbour",
        "tags": " Sea, 2026,,sea",
        "encodingProfileId": "1",
    }

    answer = client.post(
        f"/api/public/v1{path}",
        data=fields,
        files={"file": ("clip.mp4", clip.read_bytes(), "application/octet-stream")},
        headers=writer,
    )

    media_id = answer.json()["data"]["mediaId"]
    assert (answer.status_code, answer.json()) == (
        201,
        {
            "success": True,
            "message": "Video uploaded successfully",
            "data": {
                "mediaId": media_id,
                "title": "A film",
                "description": "Of a harbour",
                "fileSize": clip.stat().st_size,
                "encodingStatus": "pending",
                "tags": ["Sea", "2026"],
                "uploadedAt": "2026-03-01T12:00:00.000Z",
            },
        },
    )
    with db.read() as tx:
        video = own_video(tx, actor_of(ada), uuid.UUID(media_id.removeprefix("vod_")))
    assert video.video.privacy is Privacy.UNLISTED
    assert left_behind(runtime) == []


@pytest.mark.media
def test_a_file_that_is_no_video_is_refused(
    client: Client, runtime: Runtime, writer: Headers
) -> None:
    answer = client.post(
        UPLOAD,
        data={"title": "A film"},
        files={"file": ("clip.mp4", b"no video at all", "video/mp4")},
        headers=writer,
    )

    error = answer.json()["error"]
    assert (answer.status_code, error["code"], error["details"][0]["field"]) == (
        400,
        "VALIDATION_ERROR",
        "file",
    )
    assert left_behind(runtime) == []


def test_every_wrong_field_is_told_and_the_file_removed(
    client: Client, runtime: Runtime, writer: Headers
) -> None:
    fields = {
        "title": " ",
        "description": "d" * 1001,
        "tags": "t" * 501,
        "encodingProfileId": "2",
    }

    answer = client.post(
        UPLOAD, data=fields, files={"file": ("clip.mp4", b"bytes")}, headers=writer
    )

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        {
            "code": "VALIDATION_ERROR",
            "details": [
                {"field": "title", "message": "title is required"},
                {
                    "field": "description",
                    "message": "description has at most 1000 characters",
                },
                {"field": "tags", "message": "tags has at most 500 characters"},
                {
                    "field": "encodingProfileId",
                    "message": "There is no encoding profile of this number",
                },
            ],
        },
    )
    assert left_behind(runtime) == []


def test_an_upload_without_a_file_is_refused(client: Client, writer: Headers) -> None:
    answer = client.post(
        UPLOAD, data={"title": "A film"}, files={"other": ("a", b"b")}, headers=writer
    )

    assert (answer.status_code, answer.json()["error"]["details"]) == (
        400,
        [{"field": "file", "message": "file is required"}],
    )


def test_a_body_that_is_no_form_is_refused(client: Client, writer: Headers) -> None:
    answer = client.post(UPLOAD, json={"title": "A film"}, headers=writer)

    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "VALIDATION_ERROR")


def test_a_file_of_another_format_is_unsupported(
    client: Client, runtime: Runtime, writer: Headers
) -> None:
    answer = client.post(
        UPLOAD,
        data={"title": "A film"},
        files={"file": ("notes.txt", b"text", "text/plain")},
        headers=writer,
    )

    message = "Videos may be MP4, WebM, MOV, AVI, MKV, FLV, WMV or M4V"
    assert (answer.status_code, answer.json()) == (
        415,
        {
            "success": False,
            "message": message,
            "error": {
                "code": "UNSUPPORTED_FORMAT",
                "details": [{"field": "file", "message": message}],
            },
        },
    )
    assert left_behind(runtime) == []


@pytest.mark.parametrize("size_bytes", [1001, 100_000])
def test_a_file_over_the_limit_is_too_large(
    strict_client: Client, tmp_path: Path, writer: Headers, size_bytes: int
) -> None:
    answer = strict_client.post(
        UPLOAD,
        data={"title": "A film"},
        files={"file": ("clip.mp4", b"x" * size_bytes)},
        headers=writer,
    )

    assert (answer.status_code, answer.json()["error"]) == (413, {"code": "FILE_TOO_LARGE"})
    assert not [path for path in (tmp_path / "media").rglob("*") if path.is_file()]
