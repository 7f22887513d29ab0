import io
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar.testing import TestClient
from PIL import Image
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import unknown, whole, words
from tests.factories import make_video
from tests.settings import changed

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import VideoEntry
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime
from vitascope.storage.blob import StoreError

PATH = "/api/file/thumbnail"
DONE = words(200, "")
NO_PICTURE = words(400, "thumbnail must be a JPEG, PNG, or WebP image")
NO_THUMBNAIL = words(400, "No thumbnail uploaded")


@pytest.fixture
def film(db: Database, bob: User) -> VideoEntry:
    with db.begin() as tx:
        return make_video(tx, bob, title="film.mp4")


def picture(kind: str = "PNG", size: tuple[int, int] = (64, 36)) -> bytes:
    written = io.BytesIO()
    Image.new("RGB", size, "red").save(written, kind)
    return written.getvalue()


def put(client: Client, his: Headers, link: int, data: bytes) -> httpx.Response:
    files = {"thumbnail": ("poster.png", data, "image/png")}
    return client.put(PATH, data={"LinkID": str(link)}, files=files, headers=his)


def shown(client: Client, his: Headers, link: int) -> tuple[Any, Any]:
    detail = client.get("/api/file", params={"LinkID": link}, headers=his).json()
    return detail["CustomThumbnail"], detail["Thumbnail"] != ""


def kept(runtime: Runtime) -> list[str]:
    """What is stored of videos, and what still lies where files arrive."""
    arrived = runtime.incoming.iterdir() if runtime.incoming.exists() else []
    return [*runtime.store.list("videos/"), *(path.name for path in arrived)]


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_shown_no_larger_than_a_film(
    client: Client, his: Headers, runtime: Runtime, db: Database, film: VideoEntry, kind: str
) -> None:
    answer = put(client, his, film.video.id, picture(kind, (1000, 2160)))

    assert whole(answer) == DONE
    assert shown(client, his, film.video.id) == (True, True)
    with db.read() as tx:
        key = get_entry(tx, film.video.id).video.poster_key
    assert key is not None
    assert kept(runtime) == [key]
    with Image.open(io.BytesIO(b"".join(runtime.store.read(key)))) as stored:
        assert (stored.format, stored.size) == ("JPEG", (500, 1080))


def test_another_picture_takes_the_place_of_the_former(
    client: Client, his: Headers, runtime: Runtime, film: VideoEntry
) -> None:
    put(client, his, film.video.id, picture())
    [former] = kept(runtime)

    answer = put(client, his, film.video.id, picture("JPEG"))

    assert whole(answer) == DONE
    [present] = kept(runtime)
    assert present != former


@pytest.mark.parametrize("form", ["params", "json"])
def test_a_picture_is_taken_back(
    client: Client, his: Headers, runtime: Runtime, film: VideoEntry, form: str
) -> None:
    put(client, his, film.video.id, picture())
    sent: Any = {form: {"LinkID": film.video.id}}

    answers = [client.request("DELETE", PATH, headers=his, **sent) for _ in range(2)]

    assert [whole(answer) for answer in answers] == [DONE, DONE]
    assert shown(client, his, film.video.id) == (False, False)
    assert kept(runtime) == []


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (b"", words(400, "thumbnail is empty")),
        (b"GIF89a, or so it says", NO_PICTURE),
        (b"<svg/>", NO_PICTURE),
        (b"RIFF0000WAVE", NO_PICTURE),
        (picture()[:40], words(400, "failed to process thumbnail image")),
        (b"\xff\xd8\xff and no more", words(400, "failed to process thumbnail image")),
    ],
)
def test_what_is_no_picture_is_refused(
    client: Client,
    his: Headers,
    runtime: Runtime,
    film: VideoEntry,
    data: bytes,
    refused: tuple[int, str, str],
) -> None:
    answer = put(client, his, film.video.id, data)

    assert whole(answer) == refused
    assert (shown(client, his, film.video.id), kept(runtime)) == ((False, False), [])


def test_a_picture_and_a_link_have_to_be_named(
    client: Client, his: Headers, film: VideoEntry
) -> None:
    link, file = {"LinkID": str(film.video.id)}, {"thumbnail": ("a.png", picture())}
    nothing = {"other": ("a.png", b"")}

    answers = [
        client.put(PATH, json=link, headers=his),
        client.put(PATH, data=link, headers=his),
        client.put(PATH, headers=his),
        client.put(PATH, data=link, files=nothing, headers=his),
        client.put(PATH, files=file, headers=his),
        client.put(PATH, data={"LinkID": "77"}, files=file, headers=his),
        client.put(PATH, data={"LinkID": "one"}, files=file, headers=his),
        client.delete(PATH, headers=his),
        client.delete(PATH, params={"LinkID": 77}, headers=his),
    ]

    assert [whole(answer) for answer in answers] == [
        *[NO_THUMBNAIL] * 4,
        words(400, "LinkID [required] : "),
        words(400, "file doesn't exist"),
        words(400, "malformated request"),
        words(400, "LinkID [required] : "),
        words(400, "file doesn't exist"),
    ]


def test_a_picture_that_is_too_large_is_refused(
    client: Client, runtime: Runtime, his: Headers, film: VideoEntry
) -> None:
    data = picture() + b"\0" * 10 * 1024**2
    small = changed(runtime, max_body_bytes=1024)

    answer = put(client, his, film.video.id, data)
    with TestClient(built(build, small)) as other:
        limited = put(other, his, film.video.id, data[:2000])

    assert whole(answer) == words(413, "exceeded max thumbnail filesize: 10485760")
    assert whole(limited) in {words(413, "exceeded max thumbnail filesize: 1024"), unknown(413)}
    assert kept(runtime) == []


def test_a_broken_form_is_refused_whole(
    client: Client, his: Headers, film: VideoEntry, runtime: Runtime
) -> None:
    headers = {**his, "Content-Type": "multipart/form-data; boundary=x"}

    answer = client.put(PATH, content=b"--x\r\nContent-Disp", headers=headers)

    assert whole(answer) == words(400, "malformated request")
    assert kept(runtime) == []


def test_no_part_of_a_picture_stays_when_the_link_goes_meanwhile(
    runtime: Runtime, db: Database, his: Headers, film: VideoEntry, tmp_path: Path
) -> None:
    class Losing:
        """Loses the link at the moment in which the picture is stored."""

        def __getattr__(self, name: str) -> Any:
            return getattr(runtime.store, name)

        def put_file(self, key: str, path: Path) -> int:
            size_bytes = runtime.store.put_file(key, path)
            with TestClient(built(build, runtime)) as other:
                gone = other.delete("/api/file", params={"LinkID": film.video.id}, headers=his)
                assert whole(gone) == DONE
            return size_bytes

    losing = changed(runtime, store=Losing())
    with TestClient(built(build, losing)) as client:
        answer = put(client, his, film.video.id, picture())

    assert whole(answer) == words(400, "file doesn't exist")
    assert kept(runtime) == []


def test_a_picture_is_shown_also_when_the_former_cannot_be_deleted(
    client: Client, runtime: Runtime, his: Headers, film: VideoEntry
) -> None:
    put(client, his, film.video.id, picture())
    [former] = kept(runtime)

    class Keeping:
        """Deletes nothing: its server does not answer."""

        def __getattr__(self, name: str) -> Any:
            return getattr(runtime.store, name)

        def delete(self, key: str) -> None:
            raise StoreError(f"{key} not deleted")

    with TestClient(built(build, changed(runtime, store=Keeping()))) as other:
        answer = put(other, his, film.video.id, picture("JPEG"))

    detail = client.get("/api/file", params={"LinkID": film.video.id}, headers=his).json()
    assert (whole(answer), detail["CustomThumbnail"]) == (DONE, True)
    assert former in kept(runtime)
    assert len(kept(runtime)) == 2
