import base64
import hashlib
import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from litestar.testing import TestClient
from tests.dialects.built import built
from tests.dialects.runtimes import Client, Headers, make_runtime
from tests.dialects.videocms.answers import unknown, whole, words
from tests.dialects.videocms.conftest import HeadersOf, allow
from tests.dialects.videocms.sending import (
    CHUNK,
    FILM,
    UPLOADS,
    VERSION,
    announce,
    begin,
    described,
    finalize,
    id_of,
    send,
    sent,
)
from tests.factories import NOON, make_user

from vitascope.core.accounts.model import User
from vitascope.db import Database
from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.files import files_of

FILE = str(uuid.UUID(int=7))
TOMORROW = "Mon, 02 Mar 2026 12:00:00 GMT"
COMMON = {"tus-resumable": "1.0.0", "tus-max-size": str(10 * 1024**2)}
HIS_TO_FINISH = "finalize"


def refusal(answer: httpx.Response) -> tuple[int, str]:
    assert answer.headers["tus-resumable"] == "1.0.0"
    return answer.status_code, answer.text


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", UPLOADS),
        ("HEAD", f"{UPLOADS}/{'0' * 32}"),
        ("PATCH", f"{UPLOADS}/{'0' * 32}"),
        ("DELETE", f"{UPLOADS}/{'0' * 32}"),
        ("GET", f"{UPLOADS}/sessions"),
        ("POST", f"{UPLOADS}/{'0' * 32}/finalize"),
    ],
)
def test_strangers_upload_nothing(client: Client, method: str, path: str) -> None:
    answer = client.request(method, path, headers=VERSION)

    assert answer.status_code == 403


def test_a_new_upload_is_on_the_public_origin_for_a_day(client: Client, his: Headers) -> None:
    headers = {"X-Forwarded-Host": "evil.example", "Host": "internal:8080"}

    answer = announce(client, his, 6, **headers)

    assert (answer.status_code, answer.content) == (201, b"")
    location = answer.headers["location"]
    assert location.startswith("https://video.example/api/uploads/")
    found = {name: answer.headers.get(name) for name in (*COMMON, "upload-expires")}
    assert found == {**COMMON, "upload-expires": TOMORROW}


def test_behind_an_untold_origin_it_is_where_the_client_asked(
    db: Database, tmp_path: Path, his: Headers
) -> None:
    runtime = make_runtime(db, tmp_path, public_url="http://localhost:8080")

    with TestClient(built(build, runtime)) as client:
        answer = announce(client, his, 6, Host="192.0.2.7:8080")

    assert answer.headers["location"].startswith("http://192.0.2.7:8080/api/uploads/")


def test_a_key_uploads_as_well(client: Client, his_key: Headers) -> None:
    assert announce(client, his_key, 6).status_code == 201


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Upload-Length": "0"}, (400, "ERR_INVALID_UPLOAD_LENGTH: ")),
        ({"Upload-Length": str(10 * 1024**2 + 1)}, (413, "ERR_MAX_SIZE_EXCEEDED: ")),
        ({"Upload-Metadata": ""}, (400, "ERR_INVALID_METADATA: ")),
        (described(filename=""), (400, "ERR_INVALID_METADATA: ")),
        (described(filename="a" * 125 + ".mp4"), (400, "ERR_INVALID_METADATA: ")),
        (described(filename=FILM, client_upload_uuid="7"), (400, "ERR_INVALID_METADATA: ")),
        (described(filename="notes.txt"), (400, "ERR_INVALID_METADATA: ")),
        (described(filename=FILM, parent_folder_id="7"), (400, "ERR_INVALID_PARENT: ")),
        (described(filename=FILM, parent_folder_id="x"), (400, "ERR_INVALID_PARENT: ")),
        (described(filename=FILM, parent_folder_id="9" * 30), (400, "ERR_INVALID_PARENT: ")),
        ({"Upload-Concat": "final;"}, (400, "ERR_INVALID_CONCAT: ")),
        ({"Upload-Concat": f"final;/{'0' * 32}"}, (400, "ERR_UPLOAD_REJECTED: ")),
        ({"Upload-Defer-Length": "1"}, (400, "ERR_AMBIGUOUS_UPLOAD_LENGTH: ")),
        ({"Tus-Resumable": "1.0"}, (412, "ERR_UNSUPPORTED_VERSION: ")),
    ],
)
def test_what_cannot_be_uploaded_is_refused_at_once(
    client: Client, his: Headers, headers: Headers, expected: tuple[int, str]
) -> None:
    status, text = refusal(announce(client, his, 6, **headers))

    assert (status, text.partition(": ")[0] + ": ", text[-1]) == (*expected, "\n")


def test_refusals_are_in_the_words_that_clients_know(client: Client, his: Headers) -> None:
    answers = [
        announce(client, his, 6, **described(filename="notes.txt")),
        announce(client, his, 6, **described(filename=FILM, parent_folder_id="7")),
        announce(client, his, 11 * 1024**2),
        announce(client, his, 6, **{"Tus-Resumable": "2"}),
    ]

    assert [whole(answer)[1:] for answer in answers] == [
        ("text/plain; charset=utf-8", text)
        for text in (
            "ERR_INVALID_METADATA: Video extension is not supported\n",
            "ERR_INVALID_PARENT: parent folder doesn't exist\n",
            "ERR_MAX_SIZE_EXCEEDED: Exceeded max upload filesize: 10485760\n",
            "ERR_UNSUPPORTED_VERSION: missing, invalid or unsupported Tus-Resumable header\n",
        )
    ]


def test_a_folder_of_another_is_no_parent(client: Client, his: Headers, admin: Headers) -> None:
    folder = client.post("/api/folder", json={"Name": "Films"}, headers=admin).json()
    parent = described(filename=FILM, parent_folder_id=str(folder["ID"]))

    answers = [announce(client, headers, 6, **parent) for headers in (his, admin)]

    assert [answer.status_code for answer in answers] == [400, 201]


def test_a_quota_may_be_used_up_and_no_more(
    client: Client, db: Database, session_of: HeadersOf
) -> None:
    with db.begin() as tx:
        user = make_user(tx, "poor", quota_bytes=10)
    poor = session_of(user)

    answers = [announce(client, poor, size) for size in (11, 6, 5, 4)]

    assert [answer.status_code for answer in answers] == [403, 201, 403, 201]
    assert [answers[n].text for n in (0, 2)] == [
        "ERR_QUOTA_EXCEEDED: storage quota exceeded: 0/10 bytes used\n",
        "ERR_QUOTA_EXCEEDED: storage quota exceeded: 6/10 bytes used\n",
    ]


def test_an_eleventh_file_waits_until_another_is_done(client: Client, his: Headers) -> None:
    named = described(filename=FILM, client_upload_uuid=FILE)
    announced = [announce(client, his, 6, **named)]
    announced += [announce(client, his, 6) for _ in range(9)]

    refused = announce(client, his, 6)
    same_file = announce(client, his, 6, Upload_Concat="partial", **named)
    client.delete(announced[1].headers["location"], headers={**VERSION, **his})
    after_one_ended = announce(client, his, 6)

    assert refusal(refused) == (
        400,
        "ERR_UPLOAD_SESSION_LIMIT: exceeded max upload sessions\n",
    )
    assert [a.status_code for a in (same_file, after_one_ended)] == [201, 201]


def test_whoever_may_upload_more_files_at_once_does(
    client: Client, db: Database, bob: User, his: Headers
) -> None:
    allow(db, bob, max_upload_sessions=11)

    answers = [announce(client, his, 6).status_code for _ in range(12)]

    assert answers == [201] * 11 + [400]


def test_bytes_arrive_in_their_order(client: Client, his: Headers, runtime: Runtime) -> None:
    path = begin(client, his, 6)

    answers = [
        send(client, his, path, b"abcd"),
        send(client, his, path, b"ef", 2),
        send(client, his, path, b"efg", 4),
        send(client, his, path, b"ef", 4),
    ]

    assert [(a.status_code, a.headers.get("upload-offset")) for a in answers] == [
        (204, "4"),
        (409, "4"),
        (413, None),
        (204, "6"),
    ]
    assert answers[0].headers["upload-expires"] == TOMORROW
    assert [answers[n].text for n in (1, 2)] == [
        "ERR_MISMATCHED_OFFSET: The upload is at byte 4\n",
        "ERR_UPLOAD_SIZE_EXCEEDED: The upload has 6 bytes, and these would be 7\n",
    ]
    assert files_of(runtime).path(id_of(path)).read_bytes() == b"abcdef"


def test_head_tells_where_to_go_on(client: Client, his: Headers) -> None:
    path = begin(client, his, 6)
    send(client, his, path, b"abcd")

    answer = client.head(path, headers=his)

    told = ("upload-offset", "upload-length", "upload-expires", "upload-metadata")
    assert (answer.status_code, answer.content) == (200, b"")
    assert [answer.headers[name] for name in (*told, "cache-control")] == [
        "4",
        "6",
        TOMORROW,
        described(filename=FILM)["Upload-Metadata"],
        "no-store",
    ]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Content-Type": "video/mp4"}, "ERR_INVALID_CONTENT_TYPE"),
        ({"Upload-Offset": "x"}, "ERR_INVALID_OFFSET"),
    ],
)
def test_broken_patches_are_refused(
    client: Client, his: Headers, headers: Headers, expected: str
) -> None:
    path = begin(client, his, 6)

    answer = send(client, his, path, b"abc", 0, **headers)

    assert (answer.status_code, answer.text.partition(":")[0]) == (400, expected)


def test_a_patch_beyond_the_chunk_limit_is_refused_as_every_large_body_is(
    client: Client, his: Headers
) -> None:
    path = begin(client, his, 6)
    limit = client.get("/api/config").json()["MaxUploadChunkSize"] + 1024**2

    answer = send(client, his, path, b"abc", Content_Length=str(limit + 1))

    assert whole(answer) == unknown(413)


def test_only_one_request_writes_at_a_time(
    client: Client, his: Headers, runtime: Runtime
) -> None:
    path = begin(client, his, 6)

    with files_of(runtime).hold(id_of(path)):
        answers = [
            send(client, his, path, b"abc"),
            client.delete(path, headers={**VERSION, **his}),
        ]

    assert [(a.status_code, a.text.partition(":")[0]) for a in answers] == [
        (423, "ERR_UPLOAD_LOCKED")
    ] * 2


def test_a_checksum_is_held_against_the_bytes(client: Client, his: Headers) -> None:
    path = begin(client, his, 6)
    digest = base64.b64encode(hashlib.sha1(b"abc", usedforsecurity=False).digest()).decode()
    checked = {"Upload-Checksum": f"sha1 {digest}"}

    wrong = send(client, his, path, b"abd", 0, **checked)
    right = send(client, his, path, b"abc", 0, **checked)

    assert (wrong.status_code, right.status_code) == (460, 204)
    assert wrong.text.startswith("ERR_CHECKSUM_MISMATCH: ")


def test_a_length_may_be_said_later(client: Client, his: Headers) -> None:
    deferred = {**VERSION, **his, **described(filename=FILM), "Upload-Defer-Length": "1"}
    made = client.post(UPLOADS, headers=deferred)
    path = made.headers["location"].removeprefix("https://video.example")

    send(client, his, path, b"abc")
    early = finalize(client, his, path)
    late = send(client, his, path, b"def", 3, Upload_Length="6")

    assert (made.status_code, late.headers["upload-offset"]) == (201, "6")
    assert whole(early) == words(409, "upload is not complete")


def test_a_post_may_stand_for_other_methods(client: Client, his: Headers) -> None:
    path = begin(client, his, 6)
    meant = [("PATCH", {**CHUNK, "Upload-Offset": "0"}), ("DELETE", {})]

    answers = [
        client.post(
            path,
            content=b"abc",
            headers={**VERSION, **his, **headers, "X-HTTP-Method-Override": method},
        )
        for method, headers in meant
    ]

    assert [answer.status_code for answer in answers] == [204, 204]


def test_downloads_are_no_part_of_tus(client: Client, his: Headers) -> None:
    path = begin(client, his, 6)

    assert client.get(path, headers=his).status_code == 405


Ask = Callable[[Client, Headers, str], httpx.Response]
EVERYTHING: dict[str, Ask] = {
    "HEAD": lambda client, who, path: client.head(path, headers={**VERSION, **who}),
    "PATCH": lambda client, who, path: send(client, who, path, b"x"),
    "DELETE": lambda client, who, path: client.delete(path, headers={**VERSION, **who}),
    HIS_TO_FINISH: finalize,
}


def told(method: str, status: int, code: str, sentence: str) -> tuple[int, str]:
    if method == "HEAD":
        return status, ""
    return status, sentence if method == HIS_TO_FINISH else f"{code}: {sentence}\n"


@pytest.mark.parametrize("method", EVERYTHING)
def test_the_upload_of_another_is_not_ones_own(
    client: Client, his: Headers, admin: Headers, method: str
) -> None:
    path = begin(client, his, 6)

    answer = EVERYTHING[method](client, admin, path)

    expected = told(method, 403, "ERR_UPLOAD_FOREIGN", "upload belongs to another user")
    assert (answer.status_code, answer.text) == expected


@pytest.mark.parametrize("name", ["0" * 32, "film", "9" * 50])
@pytest.mark.parametrize("method", EVERYTHING)
def test_an_unknown_upload_is_not_found(
    client: Client, his: Headers, method: str, name: str
) -> None:
    answer = EVERYTHING[method](client, his, f"{UPLOADS}/{name}")

    expected = told(method, 404, "ERR_UPLOAD_NOT_FOUND", "upload not found")
    assert (answer.status_code, answer.text) == expected


@pytest.mark.parametrize("method", EVERYTHING)
def test_an_upload_that_was_not_finished_in_a_day_is_gone(
    db: Database, tmp_path: Path, session_of: HeadersOf, bob: User, method: str
) -> None:
    now = [NOON]
    runtime = make_runtime(db, tmp_path, now=lambda: now[0])
    his = session_of(bob)

    with TestClient(built(build, runtime)) as client:
        path = begin(client, his, 6)
        now[0] += timedelta(hours=24)
        answer = EVERYTHING[method](client, his, path)

    expected = told(method, 410, "ERR_UPLOAD_EXPIRED", "upload expired")
    assert (answer.status_code, answer.text) == expected


def test_a_cancelled_upload_leaves_no_bytes_and_no_session(
    client: Client, his: Headers, runtime: Runtime
) -> None:
    path = sent(client, his, b"abcdef")

    ended = client.delete(path, headers={**VERSION, **his})
    sessions = client.get(f"{UPLOADS}/sessions", headers=his).json()

    assert (ended.status_code, sessions, list(runtime.uploads.iterdir())) == (204, [], [])


def test_a_full_disk_is_told_before_any_byte(
    db: Database, tmp_path: Path, his: Headers
) -> None:
    runtime = replace(make_runtime(db, tmp_path), min_free_bytes=2**62)

    with TestClient(built(build, runtime)) as client:
        answer = announce(client, his, 6)

    assert (answer.status_code, answer.text.partition(":")[0]) == (507, "ERR_STORAGE_FULL")
