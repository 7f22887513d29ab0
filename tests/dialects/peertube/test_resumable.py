import base64
import hashlib
from collections.abc import Iterator
from datetime import timedelta

import pytest
from tests.dialects.peertube.conftest import Change, Login
from tests.dialects.peertube.making import make_key
from tests.dialects.peertube.sending import (
    UPLOAD,
    announce,
    ask,
    begin,
    fault,
    left_behind,
    send,
    told,
)
from tests.dialects.runtimes import Client, Headers
from tests.factories import NOON, make_source

from vitascope.core.access.model import Permission
from vitascope.core.accounts.model import User
from vitascope.core.uploads.complete import begin_finishing, remember_source
from vitascope.core.uploads.model import Upload
from vitascope.core.uploads.queries import find_upload_by_key
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.files import files_of


@pytest.fixture
def headers(ada: User, login: Login) -> Headers:
    return login(ada)


@pytest.fixture
def location(client: Client, headers: Headers) -> str:
    """Where the 100 bytes of an announced file go."""
    return begin(client, headers, 100)


def upload_at(db: Database, location: str) -> Upload:
    with db.read() as tx:
        upload = find_upload_by_key(tx, location.rpartition("=")[2])
    assert upload is not None
    return upload


def content_of(runtime: Runtime, db: Database, location: str) -> bytes:
    return files_of(runtime).path(upload_at(db, location).uuid).read_bytes()


def md5_of(content: bytes) -> str:
    return base64.b64encode(hashlib.md5(content, usedforsecurity=False).digest()).decode()


def test_each_piece_is_answered_with_what_is_here(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    first = send(client, location, headers, b"a" * 40, 0, 100)
    second = send(client, location, headers, b"b" * 40, 40, 100)

    exposed = first.headers.get_list("access-control-expose-headers")
    assert [told(first), told(second)] == [(308, "bytes=0-39"), (308, "bytes=0-79")]
    assert (first.content, first.headers["content-length"]) == (b"", "0")
    assert exposed == ["Range", "Retry-After"]
    assert content_of(runtime, db, location) == b"a" * 40 + b"b" * 40


def test_how_much_is_here_can_be_asked(client: Client, headers: Headers, location: str) -> None:
    before = ask(client, location, headers, 100)
    send(client, location, headers, b"a" * 40, 0, 100)

    after = ask(client, location, headers, 100)
    by_nothing = client.put(location, headers=headers)

    answers = (before, after, by_nothing)
    expected = [(308, "bytes=0--1"), (308, "bytes=0-39"), (308, "bytes=0-39")]
    assert [told(answer) for answer in answers] == expected


def test_a_piece_without_a_range_begins_at_the_start(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    answer = client.put(location, content=b"a" * 40, headers=headers)

    assert told(answer) == (308, "bytes=0-39")
    assert content_of(runtime, db, location) == b"a" * 40


@pytest.mark.parametrize(
    ("start", "length", "here"), [(0, 40, 40), (0, 20, 40), (20, 60, 80), (40, 20, 60)]
)
def test_a_piece_that_is_repeated_adds_only_what_is_new(
    client: Client,
    runtime: Runtime,
    db: Database,
    headers: Headers,
    location: str,
    start: int,
    length: int,
    here: int,
) -> None:
    whole = bytes(range(100))
    send(client, location, headers, whole[:40], 0, 100)

    answer = send(client, location, headers, whole[start : start + length], start, 100)

    assert told(answer) == (308, f"bytes=0-{here - 1}")
    assert content_of(runtime, db, location) == whole[:here]


@pytest.mark.parametrize(
    ("span", "code"),
    [
        ("bytes 50-89/100", (409, "FileConflict")),
        ("bytes 0-39/101", (409, "FileConflict")),
        ("bytes 90-129/*", (409, "FileConflict")),
        ("bytes 0-39/39", (409, "FileConflict")),
        ("bytes 0-38/100", (409, "FileConflict")),
        ("bytes 0-39", (400, "InvalidRange")),
    ],
)
def test_a_range_that_does_not_fit_is_refused(
    client: Client, runtime: Runtime, headers: Headers, location: str, span: str, code: object
) -> None:
    answer = client.put(location, content=b"a" * 40, headers={**headers, "Content-Range": span})

    kept = [path for path in left_behind(runtime) if path.stat().st_size]
    assert (fault(answer), kept) == (code, [])


def test_a_file_is_no_longer_than_it_was_announced(
    client: Client, headers: Headers, location: str
) -> None:
    answer = client.put(location, content=b"a" * 101, headers=headers)

    assert fault(answer) == (409, "FileConflict")
    assert told(ask(client, location, headers, 100)) == (308, "bytes=0--1")


def test_a_body_of_unknown_length_is_no_longer_than_the_file(
    client: Client, headers: Headers, location: str
) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"a" * 60
        yield b"a" * 60

    answer = client.put(location, content=pieces(), headers=headers)

    assert fault(answer) == (409, "FileConflict")
    assert told(ask(client, location, headers, 100)) == (308, "bytes=0--1")


def test_a_body_that_ends_before_its_range_keeps_what_came(
    client: Client, headers: Headers, location: str
) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"a" * 30

    span = {"Content-Range": "bytes 0-39/100"}
    answer = client.put(location, content=pieces(), headers={**headers, **span})

    assert fault(answer) == (409, "FileConflict")
    assert told(ask(client, location, headers, 100)) == (308, "bytes=0-29")


def test_a_smaller_total_shrinks_the_file(
    client: Client, db: Database, headers: Headers, location: str
) -> None:
    answer = send(client, location, headers, b"a" * 40, 0, 80)

    assert told(answer) == (308, "bytes=0-39")
    assert upload_at(db, location).size_bytes == 80


def test_a_total_below_what_is_here_is_refused(
    client: Client, db: Database, headers: Headers, location: str
) -> None:
    send(client, location, headers, b"a" * 40, 0, 100)

    answer = ask(client, location, headers, 39)

    assert fault(answer) == (409, "FileConflict")
    assert upload_at(db, location).size_bytes == 100


def test_a_piece_with_the_right_checksum_is_kept(
    client: Client, headers: Headers, location: str
) -> None:
    right = {**headers, "Content-MD5": md5_of(b"a" * 40)}

    answer = send(client, location, right, b"a" * 40, 0, 100)

    assert told(answer) == (308, "bytes=0-39")


def test_a_piece_with_a_wrong_checksum_leaves_the_file_as_it_was(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    send(client, location, headers, b"a" * 40, 0, 100)
    wrong = {**headers, "Digest": f"sha-256={base64.b64encode(b'0' * 32).decode()}"}

    answer = send(client, location, wrong, b"b" * 40, 40, 100)

    assert fault(answer) == (460, "ChecksumMismatch")
    assert told(ask(client, location, headers, 100)) == (308, "bytes=0-39")
    assert content_of(runtime, db, location) == b"a" * 40


def test_a_checksum_of_what_is_partly_here_sends_the_client_to_the_end(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    send(client, location, headers, b"a" * 40, 0, 100)
    right = {**headers, "Content-MD5": md5_of(b"b" * 60)}

    answer = send(client, location, right, b"b" * 60, 0, 100)

    assert told(answer) == (308, "bytes=0-39")
    assert content_of(runtime, db, location) == b"a" * 40


def test_two_cannot_write_at_once(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    with files_of(runtime).hold(upload_at(db, location).uuid):
        piece = send(client, location, headers, b"a" * 40, 0, 100)
        ended = client.delete(location, headers=headers)

    asked = ask(client, location, headers, 100)
    assert [fault(piece), fault(ended)] == [(423, "FileLocked"), (423, "FileLocked")]
    assert told(asked) == (308, "bytes=0--1")


def test_while_a_file_is_looked_into_others_are_told_to_wait(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    upload = upload_at(db, location)
    files_of(runtime).path(upload.uuid).write_bytes(b"a" * 100)

    with files_of(runtime).hold(upload.uuid):
        last = send(client, location, headers, b"a" * 40, 60, 100)
        asked = ask(client, location, headers, 100)

    answers = (last, asked)
    assert [fault(answer) for answer in answers] == [(503, "FileLocked")] * 2
    assert [answer.headers["retry-after"] for answer in answers] == ["300", "300"]


def test_a_file_whose_end_was_interrupted_is_finished_when_it_is_asked_for(
    client: Client, runtime: Runtime, db: Database, headers: Headers, location: str
) -> None:
    upload = upload_at(db, location)
    source = make_source(asset_uuid=upload.uuid, size_bytes=100)
    path = files_of(runtime).path(upload.uuid)
    path.write_bytes(b"a" * 100)
    with db.begin() as tx:
        remember_source(tx, begin_finishing(tx, upload, now=NOON), source, now=NOON)
    # The server stopped after the bytes were put away.
    runtime.store.put_file(f"assets/{upload.uuid}/source", path)

    answers = [ask(client, location, headers, 100) for _ in range(2)]

    made = [answer.json()["video"]["id"] for answer in answers]
    assert ([answer.status_code for answer in answers], made) == ([200, 200], [1, 1])


def test_an_upload_whose_time_is_over_is_gone(
    client: Client, change: Change, login: Login, ada: User, headers: Headers, location: str
) -> None:
    change(now=lambda: NOON + timedelta(hours=25))

    piece = send(client, location, headers, b"a" * 40, 0, 100)
    ended = client.delete(location, headers=headers)
    again = announce(client, headers, 100)

    assert (fault(piece), ended.status_code) == ((410, "Gone"), 204)
    assert (again.status_code, again.headers["location"] != location) == (201, True)


def test_every_piece_gives_a_day_for_the_next(
    client: Client, change: Change, headers: Headers, location: str
) -> None:
    change(now=lambda: NOON + timedelta(hours=23))
    send(client, location, headers, b"a" * 40, 0, 100)
    change(now=lambda: NOON + timedelta(hours=46))

    answer = ask(client, location, headers, 100)

    assert told(answer) == (308, "bytes=0-39")


def test_a_cancelled_upload_leaves_nothing(
    client: Client, runtime: Runtime, headers: Headers, location: str
) -> None:
    send(client, location, headers, b"a" * 40, 0, 100)

    answers = [client.delete(location, headers=headers) for _ in range(2)]
    piece = send(client, location, headers, b"a" * 40, 0, 100)

    assert [answer.status_code for answer in answers] == [204, 204]
    assert (fault(piece), left_behind(runtime)) == ((404, "FileNotFound"), [])


@pytest.mark.parametrize("upload_id", ["", "0-0-0-0", "x" * 300])
def test_an_id_that_was_not_given_to_the_caller_is_refused(
    client: Client, headers: Headers, upload_id: str
) -> None:
    address = f"{UPLOAD}?upload_id={upload_id}"

    piece = send(client, address, headers, b"a" * 40, 0, 100)
    ended = client.delete(address, headers=headers)

    if upload_id:
        assert [fault(piece), fault(ended)] == [(403, "Forbidden"), (403, "Forbidden")]
    else:
        assert (fault(piece), ended.status_code) == ((404, "FileNotFound"), 204)


def test_nobody_sends_for_another(
    client: Client, location: str, headers: Headers, login: Login, bob: User
) -> None:
    send(client, location, headers, b"a" * 40, 0, 100)

    piece = send(client, location, login(bob), b"b" * 40, 40, 100)
    ended = client.delete(location, headers=login(bob))

    assert [fault(piece), fault(ended)] == [(403, "Forbidden"), (403, "Forbidden")]
    assert told(ask(client, location, headers, 100)) == (308, "bytes=0-39")


def test_strangers_and_keys_for_reading_send_nothing(
    client: Client, db: Database, ada: User, location: str
) -> None:
    reader = make_key(db, ada, Permission.READ)

    strange = send(client, location, {}, b"a" * 40, 0, 100)
    reading = send(client, location, reader, b"a" * 40, 0, 100)

    assert (strange.status_code, strange.json()["code"]) == (401, "unauthorized_request")
    assert fault(reading) == (403, "Forbidden")


@pytest.mark.media
def test_a_file_that_is_no_video_is_refused_and_gone(
    client: Client, runtime: Runtime, headers: Headers, location: str
) -> None:
    last = send(client, location, headers, b"x" * 100, 0, 100)

    again = ask(client, location, headers, 100)
    assert (last.status_code, last.json()["status"]) == (422, 422)
    assert fault(again) == (404, "FileNotFound")
    assert left_behind(runtime) == []
