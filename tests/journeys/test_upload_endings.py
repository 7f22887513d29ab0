"""Uploads that do not end as planned: nothing acknowledged is lost, nothing wrong is taken."""

import hashlib
import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from tests.journeys.people import Person, root
from tests.journeys.premises import arriving, files_in, running, stored_hashes
from tests.journeys.senders import (
    CHUNK_BYTES,
    FORMS,
    TUS,
    TUS_BODY,
    absolute,
    begin_chunks,
    begin_ranges,
    begin_tus,
    chunk,
    complete,
    patch,
    put,
)
from tests.journeys.server import Server, wait_for
from tests.journeys.small_disk import filled, small_disk
from tests.journeys.uploaders import Film, padded
from tests.journeys.ways import EDGE, FORM_END, Said, connect, form_head, hear
from tests.media.clips import Draw

pytestmark = [pytest.mark.journey, pytest.mark.media]

SIZE = CHUNK_BYTES + 1_000_000
HALF = SIZE // 2
AT_ONCE = 8
PIECE_BYTES = 64 << 10
DISK_BYTES = 96 << 20
SPARE_BYTES = 1_500_000


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("endings")) as server:
        yield server


@pytest.fixture(scope="module")
def ada(server: Server) -> Person:
    return root(server)


@pytest.fixture
def film(draw_clip: Draw, request: pytest.FixtureRequest) -> Film:
    """Another one for every test."""
    head = draw_clip("head.mp4", size="320x180", duration_s=1).read_bytes()
    return padded(head, request.node.name, SIZE)


def test_cancelled_uploads_leave_nothing(server: Server, ada: Person, film: Film) -> None:
    before = files_in(server)
    started = Started.by(ada, film.data)
    text = begin_tus(ada, "a.mp4", 5).headers["location"]
    patch(ada, text, 0, b"hello").raise_for_status()
    refused = ada.ask("POST", f"{text}/finalize")
    on_disk = arriving(server)

    ended = [
        ada.ask("DELETE", started.tus, headers=TUS),
        ada.ask("DELETE", started.part, headers=TUS),
        ada.ask("DELETE", started.ranges),
        ada.ask("DELETE", text, headers=TUS),
    ]

    assert refused.status_code == 400
    assert sorted(size for size in on_disk.values() if size) == [5, HALF, HALF, HALF]
    assert [answer.status_code for answer in ended] == [204] * len(ended)
    # What came in chunks cannot be cancelled by AVCaption's API; nothing of it has come.
    assert files_in(server) == before


def test_expired_uploads_leave_nothing(tmp_path: Path, film: Film) -> None:
    with running(tmp_path) as server:
        ada = root(server)
        before = files_in(server)
        started = Started.by(ada, film.data)
        upload_id = begin_chunks(ada, "a.mp4", SIZE).json()["upload_id"]
        chunk(ada, upload_id, 1, film.data[CHUNK_BYTES:]).raise_for_status()
        assert sum(arriving(server).values()) > 3 * HALF

        server.kill()
        with closing(sqlite3.connect(server.data / "vitascope.db")) as database, database:
            database.execute("UPDATE uploads SET expires_at = created_at")
        server.start()
        wait_for(lambda: not arriving(server), "the expired uploads are swept")

        asked = [
            ada.ask("HEAD", started.tus, headers=TUS),
            ada.ask("PUT", started.ranges, headers={"Content-Range": f"bytes */{SIZE}"}),
            chunk(ada, upload_id, 0, film.data[:CHUNK_BYTES]),
        ]
        assert [answer.status_code for answer in asked] == [410, 410, 410]
        assert files_in(server) == before


@pytest.mark.parametrize(
    "path", ["/api/file/upload", "/api/v1/videos/upload", "/api/v1/upload"]
)
def test_a_client_that_leaves_within_a_form_leaves_nothing(
    server: Server, ada: Person, film: Film, path: str
) -> None:
    before = arriving(server)
    name = "videofile" if "/videos/" in path else "file"
    body = form_head({"name": "Gone"}, name, "a.mp4", "video/mp4") + film.data[:HALF]
    kind = f"multipart/form-data; boundary={EDGE}"
    headers = {**ada.bearer, "Content-Type": kind, "Content-Length": str(SIZE)}

    with sending(ada, Said("POST", path, headers, body)):
        wait_for(lambda: arriving(server) != before, "bytes arrive")
    wait_for(lambda: arriving(server) == before, "the server heard that the client left")


def test_a_client_that_leaves_goes_on_where_it_was(
    server: Server, ada: Person, film: Film
) -> None:
    tus = begin_tus(ada, "a.mp4", SIZE).headers["location"]
    ranges = absolute(ada, begin_ranges(ada, "a.mp4", SIZE).headers["location"])
    span = {"Content-Range": f"bytes 0-{SIZE - 1}/{SIZE}", "Content-Length": str(SIZE)}
    first = film.data[:HALF]

    with sending(ada, said(ada, "PATCH", tus, first, **tus_at(0), **length(SIZE))):
        pass
    with sending(ada, said(ada, "PUT", ranges, first, **span)) as leaving:
        # Says that the end is near, where the range said otherwise.
        leaving.shutdown(1)
        assert leaving.recv(1) == b""
    wait_for(lambda: tus_offset(ada, tus) == HALF, "half of it is kept")
    wait_for(lambda: ranges_offset(ada, ranges) == HALF, "half of it is kept")
    patiently(lambda: patch(ada, tus, HALF, film.data[HALF:]))
    patiently(lambda: put(ada, ranges, HALF, film.data[HALF:], SIZE))
    ada.ask("POST", f"{tus}/finalize").raise_for_status()

    assert stored_hashes(server).count(film.sha256) == 1
    assert arriving(server) == {}


def test_a_client_that_leaves_within_a_chunk_sends_that_chunk_again(
    server: Server, ada: Person, film: Film
) -> None:
    upload_id = begin_chunks(ada, "a.mp4", SIZE).json()["upload_id"]
    chunk(ada, upload_id, 1, film.data[CHUNK_BYTES:]).raise_for_status()
    lock = f"uploads/{upload_id.replace('-', '')}.0.lock"
    headers = {"X-Upload-ID": upload_id, "X-Chunk-Index": "0", **length(CHUNK_BYTES)}
    half = film.data[: CHUNK_BYTES // 2]

    with sending(ada, said(ada, "POST", "/api/v1/upload/chunk", half, **headers)):
        wait_for(lambda: lock in arriving(server), "the chunk arrives")
    wait_for(lambda: lock not in arriving(server), "the server heard that the client left")
    early = complete(ada, upload_id)
    chunk(ada, upload_id, 0, film.data[:CHUNK_BYTES]).raise_for_status()
    made = complete(ada, upload_id)

    assert (early.status_code, early.json()["missing_chunks"]) == (409, [0])
    assert made.status_code == 200
    assert stored_hashes(server).count(film.sha256) == 1


def test_of_two_writers_one_is_told_to_wait(server: Server, ada: Person, film: Film) -> None:
    tus = begin_tus(ada, "a.mp4", SIZE).headers["location"]
    ranges = absolute(ada, begin_ranges(ada, "a.mp4", SIZE).headers["location"])
    span = {"Content-Range": f"bytes 0-{SIZE - 1}/{SIZE}"}
    first, rest, other = film.data[:HALF], film.data[HALF:], bytes(SIZE)
    before = arriving(server)

    with sending(ada, said(ada, "PATCH", tus, first, **tus_at(0), **length(SIZE))) as one:
        wait_for(lambda: arriving(server) != before, "the first one writes")
        second = patch(ada, tus, 0, other)
        removed = ada.ask("DELETE", tus, headers=TUS)
        one.sendall(rest)
        by_tus = hear(one, "PATCH")
    before = arriving(server)
    with sending(ada, said(ada, "PUT", ranges, first, **span, **length(SIZE))) as one:
        wait_for(lambda: arriving(server) != before, "the first one writes")
        third = put(ada, ranges, 0, other, SIZE)
        one.sendall(rest)
        by_ranges = hear(one, "PUT")
    finished = ada.ask("POST", f"{tus}/finalize")

    assert (second.status_code, removed.status_code, third.status_code) == (423, 423, 423)
    assert third.json()["error"]["code"] == "FileLocked"
    assert (by_tus.status, by_ranges.status, finished.status_code) == (204, 200, 200)
    assert stored_hashes(server).count(film.sha256) == 1


def test_a_chunk_that_comes_twice_at_once_is_one_of_the_two(
    server: Server, ada: Person, film: Film
) -> None:
    upload_id = begin_chunks(ada, "a.mp4", SIZE).json()["upload_id"]
    chunk(ada, upload_id, 0, film.data[:CHUNK_BYTES]).raise_for_status()
    ours = film.data[CHUNK_BYTES:]
    theirs = bytes(byte ^ 0xFF for byte in ours)
    together = threading.Barrier(AT_ONCE)

    def send(piece: bytes) -> int:
        together.wait()
        return chunk(ada, upload_id, 1, piece).status_code

    with ThreadPoolExecutor(AT_ONCE) as pool:
        statuses = set(pool.map(send, [ours, theirs] * (AT_ONCE // 2)))
    made = complete(ada, upload_id)

    either = {
        hashlib.sha256(film.data[:CHUNK_BYTES] + piece).hexdigest() for piece in (ours, theirs)
    }
    assert 200 in statuses
    assert statuses <= {200, 409}
    assert made.status_code == 200
    assert len(either & set(stored_hashes(server))) == 1


def test_finishing_eight_times_at_once_makes_one_video(
    server: Server, ada: Person, film: Film
) -> None:
    tus = begin_tus(ada, "a.mp4", SIZE).headers["location"]
    patch(ada, tus, 0, film.data).raise_for_status()
    ranges = absolute(ada, begin_ranges(ada, "a.mp4", SIZE).headers["location"])
    put(ada, ranges, 0, film.data[:-1], SIZE)
    upload_id = begin_chunks(ada, "a.mp4", SIZE).json()["upload_id"]
    chunk(ada, upload_id, 0, film.data[:CHUNK_BYTES]).raise_for_status()
    chunk(ada, upload_id, 1, film.data[CHUNK_BYTES:]).raise_for_status()
    before = videos_of(ada)

    finalized = at_once(lambda: ada.ask("POST", f"{tus}/finalize"))
    after_tus = videos_of(ada)
    completed = at_once(lambda: complete(ada, upload_id))
    after_chunks = videos_of(ada)
    last = at_once(lambda: put(ada, ranges, SIZE - 1, film.data[-1:], SIZE))
    after_ranges = videos_of(ada)

    assert [after_tus, after_chunks, after_ranges] == [before + 1, before + 2, before + 3]
    assert {answer.status_code for answer in finalized} <= {200, 409}
    assert {answer.status_code for answer in completed} <= {200, 409}
    assert {answer.status_code for answer in last} <= {200, 423, 503}
    for answers in (finalized, completed, last):
        assert len({video_in(answer) for answer in answers if answer.is_success}) == 1
    assert all(
        answer.headers["retry-after"] == "300" for answer in last if answer.status_code == 503
    )


def test_what_is_finished_stays_when_it_is_cancelled(
    server: Server, ada: Person, film: Film
) -> None:
    tus = begin_tus(ada, "a.mp4", SIZE).headers["location"]
    patch(ada, tus, 0, film.data).raise_for_status()
    made = ada.ask("POST", f"{tus}/finalize")
    before = videos_of(ada)

    ended = ada.ask("DELETE", tus, headers=TUS)
    again = ada.ask("POST", f"{tus}/finalize")

    assert ended.status_code == 204
    assert (again.status_code, video_in(again)) == (200, video_in(made))
    assert (videos_of(ada), arriving(server)) == (before, {})


def test_a_disk_that_fills_up_loses_nothing(tmp_path: Path, film: Film) -> None:
    first, rest = film.data[:HALF], film.data[HALF:]
    with small_disk(tmp_path / "disk", DISK_BYTES) as disk, running(disk) as server:
        ada = root(server)
        tus = begin_tus(ada, "a.mp4", SIZE).headers["location"]
        ranges = absolute(ada, begin_ranges(ada, "a.mp4", SIZE).headers["location"])
        upload_id = begin_chunks(ada, "a.mp4", SIZE).json()["upload_id"]
        patch(ada, tus, 0, first).raise_for_status()
        put(ada, ranges, 0, first, SIZE)
        chunk(ada, upload_id, 1, film.data[CHUNK_BYTES:]).raise_for_status()
        before = arriving(server)

        with filled(disk, but_bytes=SPARE_BYTES):
            # Known to have no room before a byte of it is read.
            announced = [
                patch(ada, tus, HALF, rest),
                put(ada, ranges, HALF, rest, SIZE),
                chunk(ada, upload_id, 0, film.data[:CHUNK_BYTES]),
                FORMS["VideoCMS form"](ada, "a.mp4", film.data),
            ]
            untouched = arriving(server)
            # Not known: the disk says so in the middle.
            cut_off = [
                form_in_pieces(ada, "/api/file/upload", film.data),
                patch(ada, tus, HALF, pieces(rest)),
            ]
        kept = tus_offset(ada, tus)
        patch(ada, tus, kept, film.data[kept:]).raise_for_status()
        made = [
            ada.ask("POST", f"{tus}/finalize"),
            put(ada, ranges, HALF, rest, SIZE),
            chunk(ada, upload_id, 0, film.data[:CHUNK_BYTES]),
            complete(ada, upload_id),
        ]

        assert [answer.status_code for answer in announced] == [507, 503, 507, 507]
        assert [answer.status_code for answer in cut_off] == [507, 507]
        assert untouched == before
        assert HALF < kept < SIZE
        assert [answer.status_code for answer in made] == [200] * len(made)
        assert stored_hashes(server) == [film.sha256]
        assert arriving(server) == {}


class Started:
    """Half of a film by every protocol that can be cancelled."""

    def __init__(self, tus: str, part: str, ranges: str) -> None:
        self.tus = tus
        self.part = part
        self.ranges = ranges

    @classmethod
    def by(cls, person: Person, content: bytes) -> "Started":
        tus = begin_tus(person, "a.mp4", SIZE).headers["location"]
        patch(person, tus, 0, content[:HALF]).raise_for_status()
        partial = {"Upload-Concat": "partial"}
        part = begin_tus(person, "a.mp4", HALF, **partial).headers["location"]
        patch(person, part, 0, content[:HALF]).raise_for_status()
        ranges = absolute(person, begin_ranges(person, "a.mp4", SIZE).headers["location"])
        assert put(person, ranges, 0, content[:HALF], SIZE).status_code == 308
        return cls(tus, part, ranges)


@contextmanager
def sending(person: Person, request: Said) -> Iterator[socket.socket]:
    """Send this much, and leave in the end."""
    with closing(connect(person)) as connection:
        connection.sendall(request.encoded(urlsplit(person.url).netloc))
        yield connection


def said(person: Person, method: str, url: str, body: bytes, **headers: str) -> Said:
    address = urlsplit(url)
    path = f"{address.path}?{address.query}" if address.query else address.path
    return Said(method, path, {**person.bearer, **headers}, body)


def tus_at(offset: int) -> dict[str, str]:
    return {**TUS_BODY, "Upload-Offset": str(offset)}


def length(size_bytes: int) -> dict[str, str]:
    return {"Content-Length": str(size_bytes)}


def tus_offset(person: Person, location: str) -> int:
    return int(person.ask("HEAD", location, headers=TUS).headers["upload-offset"])


def ranges_offset(person: Person, location: str) -> int:
    known = person.ask("PUT", location, headers={"Content-Range": f"bytes */{SIZE}"})
    return int(known.headers["range"].removeprefix("bytes=0-")) + 1


def patiently(deed: Callable[[], httpx.Response]) -> None:
    """Again until nobody else is at work on it: the server may not know yet that the other
    one has left.
    """
    answers: list[httpx.Response] = []

    def is_let() -> bool:
        answers.append(deed())
        return answers[-1].status_code != 423

    wait_for(is_let, "the other one is gone")
    answers[-1].raise_for_status()


def at_once(deed: Callable[[], httpx.Response]) -> list[httpx.Response]:
    together = threading.Barrier(AT_ONCE)

    def run(_: int) -> httpx.Response:
        together.wait()
        return deed()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(run, range(AT_ONCE)))


def pieces(content: bytes) -> Iterator[bytes]:
    """A body that does not say how long it is."""
    for at in range(0, len(content), PIECE_BYTES):
        yield content[at : at + PIECE_BYTES]


def form_in_pieces(person: Person, path: str, content: bytes) -> httpx.Response:
    head = form_head({"Name": "a.mp4"}, "file", "a.mp4", "video/mp4")
    kind = {"Content-Type": f"multipart/form-data; boundary={EDGE}"}
    body = pieces(head + content + FORM_END)
    return person.ask("POST", path, headers=kind, content=body)


def video_in(answer: httpx.Response) -> str:
    """Its UUID, in an answer of any API."""
    body = answer.json()
    found: str = body.get("UUID") or body.get("video_id") or body["video"]["uuid"]
    return found


def videos_of(person: Person) -> int:
    total: int = person.ask("GET", "/api/v1/users/me/videos").json()["total"]
    return total
