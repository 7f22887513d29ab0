import hashlib
import io
import os
import socket
import struct
import time
from collections.abc import Callable, Iterator
from typing import TypeVar
from urllib.parse import urlsplit

import httpx
import pytest
from litestar import Litestar
from PIL import Image
from tests.dialects.peertube.conftest import Login, Serve
from tests.dialects.peertube.sending import (
    FIELDS,
    UPLOAD,
    announce,
    announcement,
    ask,
    begin,
    drawn_picture,
    left_behind,
    send,
    told,
)
from tests.dialects.runtimes import Client, Headers

from vitascope.base.ids import short_uuid
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import get_asset
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.dialects.peertube.parts import parts_for
from vitascope.http.runtime import Runtime

pytestmark = pytest.mark.media

PADDING_BYTES = 3 * 2**20
PATIENCE_S = 120
T = TypeVar("T")


@pytest.fixture
def headers(ada: User, login: Login) -> Headers:
    return login(ada)


@pytest.fixture
def large_clip(clip: bytes) -> bytes:
    """A clip with some megabytes that players skip."""
    return clip + struct.pack(">I4s", PADDING_BYTES, b"free") + os.urandom(PADDING_BYTES - 8)


@pytest.fixture
def live(app: Litestar, runtime: Runtime, serve: Serve) -> Iterator[httpx.Client]:
    """A client of the app on a real port of this machine."""
    app.state.parts = parts_for(runtime)
    host, port = serve(app)
    with httpx.Client(base_url=f"http://{host}:{port}", timeout=120) as client:
        yield client


def made(db: Database) -> dict[str, object]:
    with db.read() as tx:
        video = get_entry(tx, 1).video
    return {"id": 1, "shortUUID": short_uuid(video.uuid), "uuid": str(video.uuid)}


def sha256_of(db: Database) -> str:
    """Of the source of the video."""
    with db.read() as tx:
        entry = get_entry(tx, 1)
        assert entry.media is not None
        return get_asset(tx, entry.media.id).sha256


def test_pieces_become_a_private_video(
    client: Client, runtime: Runtime, db: Database, headers: Headers, clip: bytes
) -> None:
    location = begin(client, headers, len(clip), description="Words", tags=["one"])

    first = send(client, location, headers, clip[:1000], 0, len(clip))
    last = send(client, location, headers, clip[1000:], 1000, len(clip))

    shown = client.get("/api/v1/videos/1", headers=headers).json()
    assert told(first) == (308, "bytes=0-999")
    assert (last.status_code, last.json()) == (200, {"video": made(db)})
    assert (shown["name"], shown["description"], shown["tags"]) == ("A film", "Words", ["one"])
    assert (shown["privacy"]["id"], shown["state"]["id"]) == (3, 2)
    assert sha256_of(db) == hashlib.sha256(clip).hexdigest()
    assert left_behind(runtime) == []


def test_the_last_piece_sent_again_has_the_same_answer(
    client: Client, headers: Headers, clip: bytes
) -> None:
    location = begin(client, headers, len(clip))
    first = send(client, location, headers, clip, 0, len(clip))

    again = [
        send(client, location, headers, clip, 0, len(clip)),
        ask(client, location, headers, len(clip)),
        client.put(location, content=clip, headers=headers),
    ]
    ended = client.delete(location, headers=headers)

    assert first.status_code == 200
    assert [(a.status_code, a.json()) for a in again] == [(200, first.json())] * 3
    assert ended.status_code == 204
    assert client.get("/api/v1/videos/1", headers=headers).status_code == 200


def test_a_finished_file_announced_again_is_another_video(
    client: Client, headers: Headers, clip: bytes
) -> None:
    answers = []
    for _ in range(2):
        location = begin(client, headers, len(clip))
        answers.append(send(client, location, headers, clip, 0, len(clip)))

    assert [answer.json()["video"]["id"] for answer in answers] == [1, 2]


def test_a_file_that_turns_out_smaller_ends_where_it_says(
    client: Client, db: Database, headers: Headers, clip: bytes
) -> None:
    location = begin(client, headers, len(clip) + 1000)

    answer = send(client, location, headers, clip, 0, len(clip))

    assert (answer.status_code, answer.json()) == (200, {"video": made(db)})


def test_the_video_shows_the_picture_of_the_announcement(
    client: Client, runtime: Runtime, headers: Headers, clip: bytes
) -> None:
    fields = {name: str(value) for name, value in FIELDS.items()}
    pictures = {
        name: ("a.webp", drawn_picture(), "image/webp")
        for name in ("thumbnailfile", "previewfile")
    }
    said = announcement(len(clip), headers)
    begun = client.post(UPLOAD, data=fields, files=pictures, headers=said)

    answer = send(client, begun.headers["location"], headers, clip, 0, len(clip))

    path = client.get("/api/v1/videos/1", headers=headers).json()["thumbnailPath"]
    with Image.open(io.BytesIO(client.get(path).content)) as picture:
        assert (picture.format, picture.size) == ("JPEG", (320, 180))
    assert (answer.status_code, left_behind(runtime)) == (200, [])


def test_a_channel_that_is_not_the_sender_s_is_refused_first(
    client: Client, headers: Headers, bob: User, clip: bytes
) -> None:
    answer = announce(client, headers, len(clip), channelId=2)

    assert (answer.status_code, list(answer.json()["invalid-params"])) == (400, ["channelId"])


def test_an_upload_survives_a_connection_that_breaks_in_the_middle(
    live: httpx.Client, db: Database, headers: Headers, large_clip: bytes
) -> None:
    total = len(large_clip)
    said = announcement(total, headers)
    begun = live.post(UPLOAD, json=FIELDS, headers=said)
    location = f"http:{begun.headers['location']}"

    arrived = break_off(live, location, headers, large_clip)
    answer = resumed(live, location, headers, large_clip)

    assert (begun.status_code, arrived >= 2**20) == (201, True)
    assert (answer.status_code, answer.json()) == (200, {"video": made(db)})
    assert sha256_of(db) == hashlib.sha256(large_clip).hexdigest()


def break_off(live: httpx.Client, location: str, headers: Headers, content: bytes) -> int:
    """Send most of the file, and hang up once some of it is there; how much that is."""
    address = urlsplit(location)
    lines = [
        f"PUT {address.path}?{address.query} HTTP/1.1",
        f"Host: {address.netloc}",
        f"Authorization: {headers['Authorization']}",
        f"Content-Range: bytes 0-{len(content) - 1}/{len(content)}",
        f"Content-Length: {len(content)}",
    ]
    with socket.create_connection((address.hostname, address.port)) as connection:
        connection.sendall("\r\n".join([*lines, "", ""]).encode() + content[: 2 * 2**20])
        return until(lambda: end_of(live, location, headers, len(content)))


def resumed(
    live: httpx.Client, location: str, headers: Headers, content: bytes
) -> httpx.Response:
    """Ask how much is there and send the rest, until nobody else is writing."""

    def attempt() -> httpx.Response | None:
        start = end_of(live, location, headers, len(content))
        span = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"}
        answer = live.put(location, content=content[start:], headers={**headers, **span})
        return None if answer.status_code in {409, 423} else answer

    return until(attempt)


def until(attempt: Callable[[], T | None]) -> T:
    """What ``attempt`` gives, once it gives something."""
    deadline = time.monotonic() + PATIENCE_S
    while not (found := attempt()):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return found


def end_of(live: httpx.Client, location: str, headers: Headers, total: int) -> int:
    status, span = told(
        live.put(location, headers={**headers, "Content-Range": f"bytes */{total}"})
    )
    assert (status, span is not None) == (308, True)
    return int(str(span).removeprefix("bytes=0-")) + 1


def test_a_public_upload_is_public(
    client: Client, db: Database, headers: Headers, clip: bytes
) -> None:
    location = begin(client, headers, len(clip), privacy=1)

    send(client, location, headers, clip, 0, len(clip))

    with db.read() as tx:
        assert get_entry(tx, 1).video.privacy is Privacy.PUBLIC
