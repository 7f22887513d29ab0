import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import unknown, whole, words
from tests.dialects.videocms.conftest import HeadersOf, calling
from tests.dialects.videocms.sending import begin
from tests.factories import make_user
from tests.media.clips import Draw
from tests.settings import changed

from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime

PATHS = {"/api/file/upload": "No file uploaded", "/api/file": "No File uploaded"}
LIMIT = 10 * 1024**2
each_way = pytest.mark.parametrize("path", PATHS)


def post(
    client: Client, his: Headers, path: str, data: bytes = b"no film", **fields: Any
) -> httpx.Response:
    given = {"Name": "film.mp4", **fields}
    files = {"file": ("clip.mp4", data, "video/mp4")}
    return client.post(path, data=given, files=files, headers=his)


def left(runtime: Runtime) -> list[str]:
    """What lies where files arrive."""
    folder = runtime.incoming
    return [path.name for path in folder.iterdir()] if folder.exists() else []


@each_way
@pytest.mark.media
def test_a_file_in_one_request_is_a_link(
    client: Client, his: Headers, draw_clip: Draw, runtime: Runtime, path: str
) -> None:
    folder = client.post("/api/folder", json={"Name": "Films"}, headers=his).json()["ID"]
    data = draw_clip(size="160x90", duration_s=1).read_bytes()

    answer = post(client, his, path, data, Name="My film.mp4", parentfolderid=str(folder))

    link = answer.json()
    assert (answer.status_code, link) == (
        200,
        {
            "ID": 1,
            "CreatedAt": "2026-03-01T12:00:00Z",
            "UpdatedAt": "2026-03-01T12:00:00Z",
            "DeletedAt": None,
            "UUID": link["UUID"],
            "Name": "My film.mp4",
            "ParentFolderID": folder,
            "Tags": None,
        },
    )
    detail = client.get("/api/file", params={"LinkID": link["ID"]}, headers=his).json()
    assert (detail["Size"], left(runtime)) == (len(data), [])


@pytest.mark.media
def test_the_same_file_twice_is_one_file_with_two_links(
    client: Client, his: Headers, draw_clip: Draw, runtime: Runtime
) -> None:
    data = draw_clip(size="160x90", duration_s=1).read_bytes()

    links = [post(client, his, "/api/file/upload", data).json() for _ in range(2)]

    kept = list(runtime.store.list("assets/"))
    assert (links[0]["UUID"] != links[1]["UUID"], len(kept)) == (True, 1)


@pytest.mark.media
@pytest.mark.parametrize(
    ("words_of_ffmpeg", "refusal"),
    [
        (("-s", "48x48"), "invalid video resolution"),
        (("-r", "144"), "invalid video framerate"),
        (("-vn",), "Invalid data found when processing video"),
    ],
)
def test_a_film_that_is_no_usual_one_is_refused(
    client: Client,
    his: Headers,
    draw_clip: Draw,
    runtime: Runtime,
    words_of_ffmpeg: tuple[str, ...],
    refusal: str,
) -> None:
    data = draw_clip("clip.mp4", *words_of_ffmpeg, size="160x90", duration_s=1).read_bytes()

    answer = post(client, his, "/api/file/upload", data)

    assert (whole(answer), left(runtime)) == (words(400, refusal), [])


@each_way
@pytest.mark.media
def test_what_is_no_film_is_refused(
    client: Client, his: Headers, runtime: Runtime, path: str
) -> None:
    answer = post(client, his, path)

    refused = words(400, "Invalid data found when processing video")
    assert (whole(answer), left(runtime)) == (refused, [])


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"Name": ""}, "Name [required] : "),
        ({"Name": "a" * 126 + ".mp4"}, "Name [max] : 128"),
        ({"Name": "film.txt"}, "Video extension is not supported"),
        ({"Name": "film"}, "Video extension is not supported"),
        ({"ParentFolderID": "77"}, "parent folder doesn't exist"),
        ({"ParentFolderID": "x"}, "malformated request"),
    ],
)
def test_fields_that_break_a_rule_are_refused(
    client: Client, his: Headers, runtime: Runtime, fields: Headers, refusal: str
) -> None:
    answer = post(client, his, "/api/file/upload", b"no film", **fields)

    assert (whole(answer), left(runtime)) == (words(400, refusal), [])


def test_the_older_way_has_shorter_names(client: Client, his: Headers) -> None:
    answer = post(client, his, "/api/file", Name="a" * 117 + ".mp4")

    assert whole(answer) == words(400, "Name [max] : 120")


@each_way
def test_without_a_file_nothing_is_uploaded(client: Client, his: Headers, path: str) -> None:
    form = {"files": {"Name": (None, "film.mp4")}}

    answers = [
        client.post(path, headers=his, **form),  # type: ignore[arg-type] # a form without files
        client.post(path, headers=his, json={"Name": "film.mp4"}),
        client.post(path, headers=his),
    ]

    assert [whole(answer) for answer in answers] == [words(400, PATHS[path])] * 3


@each_way
def test_a_broken_form_is_refused(
    client: Client, his: Headers, runtime: Runtime, path: str
) -> None:
    headers = {**his, "Content-Type": "multipart/form-data; boundary=b"}
    cut = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.mp4"\r\n\r\nabc'

    answer = client.post(path, headers=headers, content=cut)

    assert (whole(answer), left(runtime)) == (words(400, "malformated request"), [])


@each_way
def test_a_body_longer_than_any_file_is_refused_before_it_is_read(
    client: Client, his: Headers, path: str
) -> None:
    headers = {**his, "Content-Length": str(LIMIT + 1024**2 + 1)}

    answer = client.post(path, content=b"", headers=headers)

    assert whole(answer) == unknown(413)


@each_way
def test_a_file_that_is_too_large_is_told_the_limit(
    runtime: Runtime, his: Headers, path: str
) -> None:
    with TestClient(built(build, changed(runtime, max_upload_bytes=100_000))) as client:
        announced = post(client, his, path, b"a" * 300_000)
        counted = post(client, his, path, b"a" * 100_001)

    refused = words(413, "Exceeded max upload filesize: 100000")
    assert [whole(answer) for answer in (announced, counted)] == [refused] * 2
    assert left(runtime) == []


@each_way
def test_a_quota_is_told_with_its_use(
    client: Client, db: Database, session_of: HeadersOf, path: str
) -> None:
    with db.begin() as tx:
        user = make_user(tx, "poor", quota_bytes=10)
    poor = session_of(user)
    begin(client, poor, 6)

    answer = post(client, poor, path, b"abcde")

    assert whole(answer) == words(403, "storage quota exceeded: 6/10 bytes used")


@each_way
def test_files_that_are_being_uploaded_count(client: Client, his: Headers, path: str) -> None:
    for _ in range(10):
        begin(client, his, 6)

    answer = post(client, his, path)

    assert whole(answer) == words(400, "exceeded max upload sessions")


@each_way
async def test_a_second_file_waits_until_the_first_has_arrived(
    runtime: Runtime, his: Headers, admin: Headers, path: str
) -> None:
    begun, go_on = asyncio.Event(), asyncio.Event()
    headers = {**his, "Content-Type": "multipart/form-data; boundary=b"}
    form = {"files": {"Name": (None, "film.mp4")}}

    async def slowly() -> AsyncIterator[bytes]:
        yield b'--b\r\nContent-Disposition: form-data; name="Name"\r\n\r\n'
        begun.set()
        await go_on.wait()
        yield b"film.mp4\r\n--b--\r\n"

    async with calling(build(runtime), "192.0.2.7") as client:
        first = asyncio.create_task(client.post(path, content=slowly(), headers=headers))
        await begun.wait()
        second = await client.post(path, headers=his, **form)  # type: ignore[arg-type] # no files
        hers = await client.post(path, headers=admin, **form)  # type: ignore[arg-type] # no files
        go_on.set()
        answers = [second, hers, await first]

    no_file = words(400, PATHS[path])
    assert [whole(answer) for answer in answers] == [
        words(429, "wait until the previous delete request finished"),
        no_file,
        no_file,
    ]
