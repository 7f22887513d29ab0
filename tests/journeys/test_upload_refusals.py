"""What cannot be taken is refused in the words of each API, before its bytes are stored."""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from tests.journeys.people import Person, join, root
from tests.journeys.premises import arriving, running
from tests.journeys.senders import (
    SENDERS,
    TUS,
    absolute,
    begin_chunks,
    begin_ranges,
    begin_tus,
    chunk,
    complete,
    patch,
    put,
)
from tests.journeys.server import Server
from tests.journeys.ways import FORM_END, WAYS, Heard, connect, form_head, hear, say
from tests.media.clips import Draw

pytestmark = [pytest.mark.journey, pytest.mark.media]

MIB = 1 << 20
MOST_BYTES = 64 * MIB
QUOTA_BYTES = MIB
RESERVED_BYTES = 100_000
TEXT = b"Once upon a time, there was no film in here.\n" * 100

TOO_LARGE = {
    "PeerTube form": (413, "max_file_size_reached"),
    "PeerTube ranges": (413, "max_file_size_reached"),
    "VideoCMS form": (413, "Not found"),  # its words for every body that is too large
    "VideoCMS file": (413, "Not found"),
    "tus": (413, "ERR_MAX_SIZE_EXCEEDED"),
    "tus with bytes": (413, "ERR_MAX_SIZE_EXCEEDED"),
    "tus partial": (413, "ERR_MAX_SIZE_EXCEEDED"),
    "AVCaption form": (413, "file_too_large"),
    "AVCaption chunks": (413, "file_too_large"),
    "VSRC form": (413, "FILE_TOO_LARGE"),
}
OVER_QUOTA = {
    "PeerTube form": (413, "quota_reached"),
    "PeerTube ranges": (413, "quota_reached"),
    "VideoCMS form": (403, "storage quota exceeded"),
    "VideoCMS file": (403, "storage quota exceeded"),
    "tus": (403, "ERR_QUOTA_EXCEEDED"),
    "tus with bytes": (403, "ERR_QUOTA_EXCEEDED"),
    "tus partial": (403, "ERR_QUOTA_EXCEEDED"),
    "AVCaption form": (403, "quota_exceeded"),
    "AVCaption chunks": (403, "quota_exceeded"),
    "VSRC form": (413, "QUOTA_EXCEEDED"),
}
NO_ROOM = {
    "PeerTube form": (503, "The server has no room"),
    "PeerTube ranges": (503, "The server has no room"),
    "VideoCMS form": (507, "The server has no room"),
    "VideoCMS file": (507, "The server has no room"),
    "tus": (507, "ERR_STORAGE_FULL"),
    "tus with bytes": (507, "ERR_STORAGE_FULL"),
    "tus partial": (507, "ERR_STORAGE_FULL"),
    "AVCaption form": (507, "storage_full"),
    "AVCaption chunks": (507, "storage_full"),
    "VSRC form": (507, "STORAGE_FULL"),
}
# None where an API has no rule about names, and looks inside.
WRONG_TYPE = {
    "PeerTube form": (415, "This server does not take files of the type text/plain"),
    "PeerTube ranges": (415, "This server does not take files of the type text/plain"),
    "VideoCMS form": (400, "Video extension is not supported"),
    "VideoCMS file": (400, "Video extension is not supported"),
    "tus": (400, "ERR_INVALID_METADATA"),
    "AVCaption form": (422, "invalid_media"),
    "AVCaption chunks": (422, "invalid_media"),
    "VSRC form": (415, "UNSUPPORTED_FORMAT"),
}
UNREADABLE = {
    "PeerTube form": (422, "This file is not a video or audio file"),
    "PeerTube ranges": (422, "This file is not a video or audio file"),
    "VideoCMS form": (400, "Invalid data found when processing video"),
    "VideoCMS file": (400, "Invalid data found when processing video"),
    "tus": (400, "Invalid data found when processing video"),
    "AVCaption form": (422, "invalid_media"),
    "AVCaption chunks": (422, "invalid_media"),
    "VSRC form": (400, "VALIDATION_ERROR"),
}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("refusals")
    with running(folder, VITASCOPE_MAX_UPLOAD_BYTES=str(MOST_BYTES)) as server:
        yield server


@pytest.fixture(scope="module")
def ada(server: Server) -> Person:
    return root(server)


def test_a_file_larger_than_the_server_takes(server: Server, ada: Person) -> None:
    with nothing_stays(server):
        heard = say_all(ada, 1024 * MIB, until_the_end=True)

    assert {way: told(answer) for way, answer in heard.items()} == TOO_LARGE
    assert all(
        str(MOST_BYTES) in answer.text
        for way, answer in heard.items()
        if TOO_LARGE[way] != (413, "Not found")
    )


def test_a_file_for_which_the_users_quota_has_no_room(server: Server) -> None:
    eve = join(server, "eve", quota_bytes=QUOTA_BYTES)
    begin_tus(eve, "a.mp4", RESERVED_BYTES).raise_for_status()

    with nothing_stays(server):
        heard = say_all(eve, 32 * MIB)

    assert {way: told(answer) for way, answer in heard.items()} == OVER_QUOTA
    # What is used and what may be used, in every answer.
    assert {
        way: {int(number) for number in re.findall(r"\b\d{6,7}\b", answer.text)}
        for way, answer in heard.items()
    } == {way: {RESERVED_BYTES, QUOTA_BYTES} for way in WAYS}


def test_any_file_when_the_disk_is_nearly_full(tmp_path: Path) -> None:
    needed = {"VITASCOPE_MIN_FREE_BYTES": str(1 << 60)}
    with running(tmp_path, **needed) as server, nothing_stays(server):
        heard = say_all(root(server), 32 * MIB)

    assert {way: told(answer) for way, answer in heard.items()} == NO_ROOM


def test_a_client_that_asks_first_is_not_told_to_go_on(server: Server, ada: Person) -> None:
    said = WAYS["PeerTube form"](ada, 1024 * MIB)
    headers = {**said.headers, "Expect": "100-continue"}
    head = type(said)(said.method, said.path, headers)

    with closing(connect(ada)) as connection:
        connection.sendall(head.encoded(urlsplit(ada.url).netloc))
        begin = connection.recv(64)

    assert begin.startswith(b"HTTP/1.1 413 ")


def test_a_client_that_asks_first_and_has_room_is_told_to_go_on(
    server: Server, ada: Person, draw_clip: Draw
) -> None:
    film = draw_clip("film.mp4", size="320x180", duration_s=1).read_bytes()
    fields = {"channelId": ada.channel, "name": "Asked first"}
    body = form_head(fields, "videofile", "film.mp4", "video/mp4") + film + FORM_END
    said = WAYS["PeerTube form"](ada, len(body))
    head = type(said)(said.method, said.path, {**said.headers, "Expect": "100-continue"})

    with closing(connect(ada)) as connection:
        connection.sendall(head.encoded(urlsplit(ada.url).netloc))
        begin = connection.recv(64)
        connection.sendall(body)
        heard = hear(connection)

    assert begin == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert heard.status == 200


def test_a_client_that_sends_slowly_all_the_same_hears_the_refusal(
    server: Server, ada: Person
) -> None:
    said = WAYS["VSRC form"](ada, 1024 * MIB)

    with nothing_stays(server), closing(connect(ada)) as connection:
        connection.sendall(said.encoded(urlsplit(ada.url).netloc))
        for byte in form_head({"title": "Slow"}, "file", "a.mp4", "video/mp4"):
            connection.sendall(bytes([byte]))
        heard = hear(connection)

    assert told(heard) == TOO_LARGE["VSRC form"]


def test_a_file_that_says_itself_that_it_is_no_film(server: Server, ada: Person) -> None:
    with nothing_stays(server, "AVCaption chunks"):
        heard = send_all(ada, "tale.txt", TEXT)

    assert {way: told(answer) for way, answer in heard.items()} == WRONG_TYPE


@pytest.mark.parametrize("way", ["PeerTube form", "VSRC form"])
def test_a_file_of_the_wrong_type_is_refused_before_its_first_byte(
    server: Server, ada: Person, way: str
) -> None:
    said = WAYS[way](ada, MIB)
    field = "videofile" if way == "PeerTube form" else "file"

    with nothing_stays(server), closing(connect(ada)) as connection:
        connection.sendall(said.encoded(urlsplit(ada.url).netloc))
        connection.sendall(form_head({"title": "A tale"}, field, "tale.txt", "text/plain"))
        heard = hear(connection)

    assert told(heard) == WRONG_TYPE[way]


def test_a_text_that_calls_itself_a_film(server: Server, ada: Person) -> None:
    # These keep the bytes for a day, to try again: see the operator's page on uploads.
    with nothing_stays(server, "AVCaption chunks", "tus"):
        heard = send_all(ada, "tale.mp4", TEXT)

    assert {way: told(answer) for way, answer in heard.items()} == UNREADABLE


def test_bytes_that_are_not_those_that_were_meant(server: Server, ada: Person) -> None:
    wrong = base64.b64encode(hashlib.sha256(b"else").digest()).decode()
    tus = begin_tus(ada, "a.mp4", len(TEXT)).headers["location"]
    ranges = absolute(ada, begin_ranges(ada, "a.mp4", len(TEXT)).headers["location"])
    chunks = begin_chunks(ada, "a.mp4", len(TEXT), sha256="0" * 64).json()["upload_id"]

    refused = {
        "tus": patch(ada, tus, 0, TEXT, **{"Upload-Checksum": f"sha256 {wrong}"}),
        "PeerTube ranges": put(ada, ranges, 0, TEXT, len(TEXT), Digest=f"sha-256={wrong}"),
    }
    chunk(ada, chunks, 0, TEXT).raise_for_status()
    refused["AVCaption chunks"] = complete(ada, chunks)
    left = [
        ada.ask("HEAD", tus, headers=TUS).headers["upload-offset"],
        ada.ask("PUT", ranges, headers={"Content-Range": f"bytes */{len(TEXT)}"}).headers[
            "range"
        ],
    ]

    assert {way: told(heard_of(answer)) for way, answer in refused.items()} == {
        "tus": (460, "ERR_CHECKSUM_MISMATCH"),
        "PeerTube ranges": (460, "ChecksumMismatch"),
        "AVCaption chunks": (422, "checksum_mismatch"),
    }
    assert left == ["0", "bytes=0--1"]


def say_all(
    person: Person, size_bytes: int, *, until_the_end: bool = False
) -> dict[str, Heard]:
    """Announce a file in every way, and send not one byte of it."""
    with ThreadPoolExecutor(len(WAYS)) as pool:
        said = [way(person, size_bytes) for way in WAYS.values()]
        heard = pool.map(partial(say, person, until_the_end=until_the_end), said)
        return dict(zip(WAYS, heard, strict=True))


def send_all(person: Person, filename: str, content: bytes) -> dict[str, Heard]:
    return {way: heard_of(send(person, filename, content)) for way, send in SENDERS.items()}


def heard_of(answer: httpx.Response) -> Heard:
    return Heard(answer.status_code, dict(answer.headers), answer.text)


def told(heard: Heard) -> tuple[int, str]:
    """The status, and the word that tells programs why; or else how the sentence begins."""
    if heard.text.startswith("{"):
        body = json.loads(heard.text)
        error = body.get("error")
        word = error["code"] if isinstance(error, dict) else body.get("code") or str(error)
    else:
        word = heard.text.partition(":")[0].strip()
    known = (text for _, text in (*NO_ROOM.values(), *UNREADABLE.values()))
    return heard.status, next((text for text in known if word.startswith(text)), word)


@contextmanager
def nothing_stays(server: Server, *but: str) -> Iterator[None]:
    """Not one file more lies where bytes arrive, but for one each of the ways in ``but``."""
    before = arriving(server)
    yield
    more = arriving(server).keys() - before.keys()
    assert len({path.partition(".")[0] for path in more}) == len(but)
