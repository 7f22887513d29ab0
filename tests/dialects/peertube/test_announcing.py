from typing import Any

import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key
from tests.dialects.peertube.sending import (
    FIELDS,
    UPLOAD,
    announce,
    announcement,
    begin,
    drawn_picture,
    left_behind,
    send,
    told,
)
from tests.dialects.peertube.shapes import faults, problem
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON

from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User
from vitascope.core.accounts.queries import update_user
from vitascope.core.uploads.queries import find_upload_by_key
from vitascope.core.videos.fields_document import unpack_fields
from vitascope.core.videos.model import Privacy
from vitascope.db import Database
from vitascope.http.runtime import Runtime

OPERATION = "uploadResumableInit"


@pytest.fixture
def headers(ada: User, login: Login) -> Headers:
    return login(ada)


def test_an_announced_file_has_an_address_of_its_own(
    client: Client, runtime: Runtime, headers: Headers
) -> None:
    answer = announce(client, headers, 100)

    location = answer.headers["location"]
    path, _, upload_id = location.partition("?upload_id=")
    exposed = answer.headers.get_list("access-control-expose-headers")
    assert (answer.status_code, answer.content) == (201, b"")
    assert path == f"//video.example{UPLOAD}"
    assert len(upload_id.split("-")) == 4
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-length"] == "0"
    assert exposed == ["Location", "Retry-After"]
    assert left_behind(runtime) == []


@pytest.mark.parametrize(
    ("forwarded", "beginning"),
    [
        ({}, "//video.example/"),
        ({"X-Forwarded-Proto": "https"}, "https://video.example/"),
        # The word of a proxy that is not trusted did not change the scheme.
        ({"X-Forwarded-Proto": "http"}, "//video.example/"),
        ({"X-Forwarded-Host": "evil.example"}, "//video.example/"),
        ({"Host": "other.example:8080"}, "//other.example:8080/"),
    ],
)
def test_the_address_is_one_that_works_behind_proxies(
    client: Client, headers: Headers, forwarded: Headers, beginning: str
) -> None:
    answer = announce(client, {**headers, **forwarded}, 100)

    assert answer.headers["location"].startswith(f"{beginning}api/v1/")


def test_the_video_will_have_the_fields_of_the_announcement(
    client: Client, db: Database, headers: Headers
) -> None:
    location = begin(client, headers, 100, description="Words", tags=["one"])

    with db.read() as tx:
        upload = find_upload_by_key(tx, location.rpartition("=")[2])
        assert upload is not None
        fields = unpack_fields(tx, upload.fields)
    assert (upload.size_bytes, upload.content_type) == (100, "video/mp4")
    assert (upload.filename, fields.title) == ("clip.mp4", "A film")
    assert (fields.description, fields.tags) == ("Words", ["one"])
    assert (fields.privacy, fields.channel_id) == (Privacy.PRIVATE, 1)


def test_a_file_announced_again_goes_on_where_it_was(
    client: Client, db: Database, headers: Headers
) -> None:
    location = begin(client, headers, 100)
    send(client, location, headers, b"x" * 40, 0, 100)

    again = announce(client, headers, 100, description="Better words")

    exposed = again.headers.get_list("access-control-expose-headers")
    with db.read() as tx:
        upload = find_upload_by_key(tx, location.rpartition("=")[2])
        assert upload is not None
        fields = unpack_fields(tx, upload.fields)
    assert (told(again), again.content) == ((200, "bytes=0-39"), b"")
    assert (again.headers["location"], exposed) == (
        location,
        ["Location, Range", "Retry-After"],
    )
    assert fields.description == "Better words"


def test_a_file_without_a_date_is_another_every_time(client: Client, headers: Headers) -> None:
    first = begin(client, headers, 100, lastModified=None)

    second = begin(client, headers, 100, lastModified=None)

    assert first != second


def test_a_picture_waits_beside_the_bytes_and_goes_with_them(
    client: Client, runtime: Runtime, headers: Headers
) -> None:
    fields = {name: str(value) for name, value in FIELDS.items()}
    picture = {"thumbnailfile": ("a.webp", drawn_picture(), "image/webp")}

    answer = client.post(UPLOAD, data=fields, files=picture, headers=announcement(100, headers))

    waiting = left_behind(runtime)
    ended = client.delete(answer.headers["location"], headers=headers)
    assert answer.status_code == 201
    assert [path.suffix for path in waiting] == [".jpg"]
    assert (ended.status_code, left_behind(runtime)) == (204, [])


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "x"}, "name"),
        ({"channelId": None}, "channelId"),
        ({"channelId": 7}, "channelId"),
        ({"filename": None}, "filename"),
        ({"filename": "x" * 1001}, "filename"),
        ({"privacy": 5}, "videoPasswords"),
    ],
)
def test_a_faulty_field_is_named_before_any_byte(
    client: Client, headers: Headers, fields: dict[str, Any], field: str
) -> None:
    answer = announce(client, headers, 100, **fields)

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, [field])


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("X-Upload-Content-Length", "", "Should be the number of bytes of the file"),
        ("X-Upload-Content-Length", "many", "Should be the number of bytes of the file"),
        ("X-Upload-Content-Length", "0", "Should be the number of bytes of the file"),
        ("X-Upload-Content-Length", "9" * 30, "Should be the number of bytes of the file"),
        ("X-Upload-Content-Type", None, "Is missing"),
    ],
)
def test_the_size_and_the_type_have_to_be_said(
    client: Client, headers: Headers, name: str, value: str | None, message: str
) -> None:
    said = {**announcement(100, headers), name: value}
    kept = {key: text for key, text in said.items() if text is not None}

    answer = client.post(UPLOAD, json=FIELDS, headers=kept)

    expected = faults(
        {name.lower(): message}, path=UPLOAD, operation=OPERATION, location="headers"
    )
    assert (answer.status_code, answer.json()) == (400, expected)


def test_a_type_that_is_no_media_is_not_taken(client: Client, headers: Headers) -> None:
    said = announcement(100, headers) | {"X-Upload-Content-Type": "text/html"}

    answer = client.post(UPLOAD, json=FIELDS, headers=said)

    detail = "This server does not take files of the type text/html"
    expected = problem(415, "Unsupported Media Type", detail, operation=OPERATION)
    assert (answer.status_code, answer.json()) == (415, expected)


def test_a_file_over_the_limit_is_refused_at_once(
    client: Client, change: Change, headers: Headers
) -> None:
    change(max_upload_bytes=99)

    answer = announce(client, headers, 100)

    detail = "The file has 100 bytes; this server takes at most 99"
    expected = problem(
        413,
        "Request Entity Too Large",
        detail,
        code="max_file_size_reached",
        operation=OPERATION,
    )
    assert (answer.status_code, answer.json()) == (413, expected)


@pytest.mark.parametrize("quota", ["quota_bytes", "daily_quota_bytes"])
def test_a_quota_is_reached_when_nothing_is_left_of_it(
    client: Client, db: Database, ada: User, headers: Headers, quota: str
) -> None:
    with db.begin() as tx:
        update_user(tx, ada.id, NOON, **{quota: 100})

    full = announce(client, headers, 100)
    below = announce(client, headers, 99)

    assert (full.status_code, full.json()["code"]) == (413, "quota_reached")
    message = "The quota has no room for 100 bytes: 0 of 100 are used"
    assert full.json()["detail"] == message
    assert below.status_code == 201


def test_a_full_disk_is_told_before_any_byte(
    client: Client, change: Change, headers: Headers
) -> None:
    change(min_free_bytes=2**60)

    answer = announce(client, headers, 100)

    assert (answer.status_code, answer.json()["status"]) == (503, 503)


def test_strangers_and_keys_for_reading_announce_nothing(
    client: Client, db: Database, ada: User
) -> None:
    reader = make_key(db, ada, Permission.READ)

    answers = [announce(client, {}, 100), announce(client, reader, 100)]

    assert [answer.status_code for answer in answers] == [401, 403]
