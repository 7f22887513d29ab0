import subprocess
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient
from msgspec import convert
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.factories import NOON, actor_of, make_video

from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.assets.queries import get_asset
from vitascope.core.profiles.keep import add_profile
from vitascope.core.profiles.model import NewProfile, ProfileRung, Recipe
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
    with TestClient(built(build, make_runtime(db, tmp_path, max_upload_bytes=1000))) as client:
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
def test_an_upload_is_encoded_by_the_profile_named_or_else_by_the_default(
    client: Client, db: Database, ada: User, writer: Headers, clip: Path
) -> None:
    usual, named = (
        Recipe(rungs=(ProfileRung(height=height, video_bps=400_000),)) for height in (480, 240)
    )
    with db.begin() as tx:
        for recipe in (usual, named):
            new = NewProfile(name="a profile", is_default=recipe is usual, recipe=recipe)
            profile = add_profile(tx, actor_of(ada), new, now=NOON)

    kept: list[object] = []
    for number in ({}, {"encodingProfileId": "1"}, {"encodingProfileId": str(profile.id + 1)}):
        # Other bytes each time: those that are here already keep what was made of them.
        content = clip.read_bytes() + b"\0" * len(kept)
        files = {"file": ("clip.mp4", content)}
        data = {"title": "A film", **number}
        answer = client.post(UPLOAD, data=data, files=files, headers=writer)
        video = uuid.UUID(answer.json()["data"]["mediaId"].removeprefix("vod_"))
        with db.read() as tx:
            media = own_video(tx, actor_of(ada), video).media
            assert media is not None
            by = get_asset(tx, media.id).recipe
        kept.append(by and convert(by, Recipe))

    assert kept == [usual, None, named]


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


def announced(client: Client, writer: Headers, size_bytes: int) -> tuple[int, str, str]:
    """Status, code and message for a form that says it holds a file of so many bytes. The one
    byte that follows is no form: whoever read it would say so.
    """
    length = size_bytes + 64 * 1024
    headers = {**writer, "Content-Length": str(length), "Content-Type": "video/mp4"}
    answer = client.post(UPLOAD, content=b"x", headers=headers)
    body = answer.json()
    return answer.status_code, body["error"]["code"], body["message"]


NO_FORM = (400, "VALIDATION_ERROR", "The body has to be multipart/form-data")


def test_a_file_of_more_than_ten_gibibytes_is_refused_before_its_bytes(
    db: Database, tmp_path: Path, writer: Headers
) -> None:
    most_bytes = 10 * 1024**3
    roomy = make_runtime(db, tmp_path, max_upload_bytes=2**50, min_free_bytes=-(2**50))

    with TestClient(built(build, roomy)) as client:
        found = [announced(client, writer, most_bytes + more) for more in (0, 1)]

    assert found == [
        NO_FORM,
        (
            413,
            "FILE_TOO_LARGE",
            "The file has 10737418241 bytes; this server takes at most 10737418240",
        ),
    ]


def test_the_server_s_own_limit_holds_where_it_is_less(
    strict_client: Client, writer: Headers
) -> None:
    found = [announced(strict_client, writer, size_bytes) for size_bytes in (1000, 1001)]

    message = "The file has 1001 bytes; this server takes at most 1000"
    assert found == [NO_FORM, (413, "FILE_TOO_LARGE", message)]


@pytest.mark.parametrize("quota", ["quota_bytes", "daily_quota_bytes"])
def test_a_full_quota_is_told_before_the_bytes_with_what_is_used_of_it(
    client: Client, db: Database, ada: User, writer: Headers, quota: str
) -> None:
    with db.begin() as tx:
        make_video(tx, ada)
        update_user(tx, ada.id, now=NOON, **{quota: 5000})

    found = [announced(client, writer, size_bytes) for size_bytes in (3999, 4000)]

    message = "The quota has no room for 4000 bytes: 1000 of 5000 are used"
    assert found == [NO_FORM, (413, "QUOTA_EXCEEDED", message)]


def test_a_full_disk_is_told_before_the_bytes(
    db: Database, tmp_path: Path, writer: Headers
) -> None:
    with TestClient(built(build, make_runtime(db, tmp_path, min_free_bytes=2**62))) as client:
        found = announced(client, writer, 1000)

    message = "The server has no room for 1000 bytes more: its disk is nearly full"
    assert found == (507, "STORAGE_FULL", message)


def test_nothing_is_announced_by_a_key_that_may_only_read(
    client: Client, reader: Headers
) -> None:
    status, code, _ = announced(client, reader, 2**60)

    assert (status, code) == (403, "INSUFFICIENT_PERMISSIONS")
