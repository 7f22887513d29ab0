"""Files in chunks: announced, sent in any order, completed."""

import hashlib
import uuid
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.dialects.avcaption.chunked import (
    CHUNK_BYTES,
    COMPLETE,
    INIT,
    begin,
    complete,
    cut,
    failure,
    left_behind,
    padded,
    send,
    stored,
)
from tests.dialects.avcaption.conftest import Client, Clock, KeyOf, OpenClient
from tests.dialects.runtimes import Headers

from vitascope.core.accounts.model import User
from vitascope.core.videos.model import Privacy, VideoEntry

SIZE_BYTES = 2 * CHUNK_BYTES + 1000


@pytest.fixture
def client(open_client: OpenClient, clock: Clock) -> Iterator[Client]:
    with open_client(now=clock, max_upload_bytes=20 * 1024**2) as client:
        yield client


def test_a_full_disk_is_told_before_the_bytes(open_client: OpenClient, keyed: Headers) -> None:
    with open_client(min_free_bytes=2**62) as client:
        answer = client.post(INIT, json={"filename": "a.mp4", "size": 7000}, headers=keyed)

    assert failure(answer) == (
        507,
        {
            "error": "The server has no room for 7000 bytes more: its disk is nearly full",
            "code": "storage_full",
        },
    )


def test_an_announced_file_is_cut_into_chunks_of_five_mebibytes(
    client: Client, keyed: Headers
) -> None:
    answer = client.post(
        INIT,
        content=b'{"filename": "lesson.mp4", "size": 10486760, "title": "Lesson 1"}',
        headers={**keyed, "Content-Type": "application/x-www-form-urlencoded"},
    )

    upload_id = answer.json()["upload_id"]
    assert (answer.status_code, answer.json()) == (
        200,
        {
            "upload_id": str(uuid.UUID(upload_id)),
            "chunk_size": 5242880,
            "total_chunks": 3,
            "expires_at": "2026-03-02T12:00:00.000Z",
        },
    )


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        ({}, {"filename": "filename is required", "size": "size must be a whole number"}),
        ({"filename": "a.mp4", "size": True}, {"size": "size must be a whole number"}),
        ({"filename": "a.mp4", "size": "7000"}, {"size": "size must be a whole number"}),
        ({"filename": "a.mp4", "size": 1.5}, {"size": "size must be a whole number"}),
        ({"filename": "a.mp4", "size": 0}, {"size": "size must be a whole number"}),
        (
            {"filename": 7, "size": 1, "sha256": "0" * 63, "allowed_domains": [7]},
            {
                "filename": "filename must be a text",
                "sha256": "sha256 must have 64 hexadecimal digits",
                "allowed_domains": "allowed_domains must be a list of texts",
            },
        ),
    ],
)
def test_every_wrong_field_of_an_announcement_is_told(
    client: Client, keyed: Headers, said: dict[str, Any], problems: dict[str, str]
) -> None:
    answer = client.post(INIT, json=said, headers=keyed)

    status, body = failure(answer)
    number = "size must be a whole number"
    expected = {
        field: f"{message} of bytes, at least 1" if message == number else message
        for field, message in problems.items()
    }
    assert (status, body["code"], body["fields"]) == (400, "validation_error", expected)


def test_a_file_over_the_server_s_limit_cannot_be_announced(
    client: Client, keyed: Headers
) -> None:
    answer = client.post(INIT, json={"filename": "a.mp4", "size": 10**12}, headers=keyed)

    assert failure(answer) == (
        413,
        {
            "error": "The file has 1000000000000 bytes; this server takes at most 20971520",
            "code": "file_too_large",
        },
    )


def test_chunks_come_in_any_order_and_are_counted_once(client: Client, keyed: Headers) -> None:
    chunks = cut(bytes(SIZE_BYTES))
    upload_id = begin(client, keyed, SIZE_BYTES)

    answers = [send(client, keyed, upload_id, n, chunks[n]) for n in (2, 0, 2)]
    early = complete(client, keyed, upload_id)

    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (
            200,
            {
                "upload_id": upload_id,
                "chunk_index": index,
                "received_chunks": received,
                "total_chunks": 3,
            },
        )
        for index, received in ((2, 1), (0, 2), (2, 2))
    ]
    assert failure(early) == (
        409,
        {
            "error": f"{CHUNK_BYTES + 1000} of {SIZE_BYTES} bytes have arrived",
            "code": "incomplete_upload",
            "missing_chunks": [1],
        },
    )


@pytest.mark.parametrize(
    ("index", "length", "status", "code"),
    [
        ("3", 1000, 400, "invalid_chunk_index"),
        ("-1", CHUNK_BYTES, 400, "invalid_chunk_index"),
        ("one", CHUNK_BYTES, 400, "invalid_chunk_index"),
        ("1e1", CHUNK_BYTES, 400, "invalid_chunk_index"),
        ("9" * 50, CHUNK_BYTES, 400, "invalid_chunk_index"),
        ("", CHUNK_BYTES, 400, "validation_error"),
        ("0", CHUNK_BYTES - 1, 400, "chunk_size_mismatch"),
        ("0", 0, 400, "chunk_size_mismatch"),
        ("2", 999, 400, "chunk_size_mismatch"),
        ("0", CHUNK_BYTES + 1, 413, "chunk_too_large"),
        ("2", 1001, 413, "chunk_too_large"),
    ],
)
@pytest.mark.parametrize("says_length", [True, False])
def test_a_chunk_that_does_not_fit_is_refused_and_does_not_count(
    client: Client,
    keyed: Headers,
    index: str,
    length: int,
    status: int,
    code: str,
    says_length: bool,
) -> None:
    upload_id = begin(client, keyed, SIZE_BYTES)
    body = b"x" * length

    content = body if says_length else iter([body[:100], body[100:]])
    answer = send(client, keyed, upload_id, index, content)

    assert (answer.status_code, answer.json()["code"]) == (status, code)
    missing = complete(client, keyed, upload_id).json()["missing_chunks"]
    assert missing == [0, 1, 2]


@pytest.mark.parametrize("kind", ["unknown", "malformed", "another's"])
def test_only_who_began_an_upload_finds_it(
    client: Client, keyed: Headers, key_of: KeyOf, bob: User, kind: str
) -> None:
    theirs = begin(client, {"X-API-Key": key_of(bob)}, 4)
    upload_id = {"unknown": str(uuid.uuid4()), "malformed": "abc123"}.get(kind, theirs)

    answers = [
        send(client, keyed, upload_id, 0, b"four"),
        complete(client, keyed, upload_id),
    ]

    assert [failure(answer) for answer in answers] == [
        (404, {"error": f"No such upload: {upload_id}", "code": "upload_not_found"})
    ] * 2


def test_an_upload_expires_a_day_after_its_last_chunk(
    client: Client, keyed: Headers, clock: Clock
) -> None:
    upload_id = begin(client, keyed, SIZE_BYTES)

    clock.now += timedelta(hours=23)
    in_time = send(client, keyed, upload_id, 2, bytes(1000))
    clock.now += timedelta(hours=23)
    again = send(client, keyed, upload_id, 2, bytes(1000))
    clock.now += timedelta(hours=24)
    answers = [
        send(client, keyed, upload_id, 2, bytes(1000)),
        complete(client, keyed, upload_id),
    ]

    assert (in_time.status_code, again.status_code) == (200, 200)
    assert [failure(answer) for answer in answers] == [
        (
            410,
            {
                "error": "This upload expired. Please start it again.",
                "code": "upload_expired",
            },
        )
    ] * 2


@pytest.mark.parametrize("said", [{}, {"upload_id": 7}])
def test_completing_needs_the_id_of_the_upload(
    client: Client, keyed: Headers, said: dict[str, Any]
) -> None:
    answer = client.post(COMPLETE, json=said, headers=keyed)

    assert (answer.status_code, list(answer.json()["fields"])) == (400, ["upload_id"])


@pytest.mark.media
def test_the_last_chunk_makes_the_file_whole_and_completing_twice_makes_one_video(
    client: Client,
    tmp_path: Path,
    keyed: Headers,
    clip: bytes,
    video_of: Callable[[Any], VideoEntry],
) -> None:
    content = padded(clip, SIZE_BYTES)
    sha256 = hashlib.sha256(content).hexdigest().upper()
    upload_id = begin(client, keyed, SIZE_BYTES, title="Lesson 1", sha256=sha256)
    for index, chunk in reversed(list(enumerate(cut(content)))):
        send(client, keyed, upload_id, index, chunk)

    answers = [complete(client, keyed, upload_id) for _ in range(2)]
    late = send(client, keyed, upload_id, 0, cut(content)[0])

    entry = video_of(answers[0])
    assert [(answer.status_code, answer.json()) for answer in answers] == [
        (
            200,
            {
                "video_id": str(entry.video.uuid),
                "embed_token": entry.video.embed_token,
                "status": "processing",
            },
        )
    ] * 2
    assert (entry.video.title, entry.video.privacy) == ("Lesson 1", Privacy.UNLISTED)
    assert stored(tmp_path, entry) == content
    assert failure(late) == (
        409,
        {
            "error": "This upload is complete and takes no more chunks",
            "code": "upload_completed",
        },
    )
    assert left_behind(tmp_path) == []


@pytest.mark.media
def test_a_broken_file_is_mended_by_sending_its_chunk_again(
    client: Client,
    tmp_path: Path,
    keyed: Headers,
    clip: bytes,
    video_of: Callable[[Any], VideoEntry],
) -> None:
    content = padded(clip, SIZE_BYTES)
    chunks = cut(content)
    sha256 = hashlib.sha256(content).hexdigest()
    upload_id = begin(client, keyed, SIZE_BYTES, sha256=sha256)
    for index, chunk in enumerate([chunks[0], bytes(CHUNK_BYTES), chunks[2]]):
        send(client, keyed, upload_id, index, chunk)

    broken = complete(client, keyed, upload_id)
    send(client, keyed, upload_id, 1, chunks[1])
    mended = complete(client, keyed, upload_id)

    assert failure(broken) == (
        422,
        {
            "error": "The file's SHA-256 is not the one that was promised",
            "code": "checksum_mismatch",
        },
    )
    assert mended.status_code == 200
    assert stored(tmp_path, video_of(mended)) == content
