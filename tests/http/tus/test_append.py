import base64
import hashlib

import pytest
from tests.factories import NOON
from tests.http.tus.making import CHUNK, EXPIRES, Visitor, last_word
from tests.http.uploads.making import begun, leaving
from tests.settings import changed

from vitascope.core.accounts.queries.users import update_user
from vitascope.core.uploads.model import UploadState
from vitascope.core.uploads.queries import update_upload
from vitascope.http.asgi import Message
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.uploads.files import files_of

COMMON = {"Tus-Resumable": "1.0.0", "Tus-Max-Size": str(10 * 1024**2)}


def at(offset: int) -> dict[str, str]:
    return {**CHUNK, "Upload-Offset": str(offset)}


def checksum(algorithm: str, data: bytes) -> dict[str, str]:
    digest = base64.b64encode(hashlib.new(algorithm, data).digest()).decode()
    return {"Upload-Checksum": f"{algorithm} {digest}"}


def code(answer: TusAnswer) -> tuple[int, str]:
    return answer.status, answer.body.partition(b":")[0].decode()


async def unread() -> Message:
    raise AssertionError("the body was read")


async def test_bytes_go_on_where_the_others_end(ada: Visitor) -> None:
    ref = await ada.create(6)

    answers = [
        await ada.ask("PATCH", ref, at(0), data=b"abcd"),
        await ada.ask("PATCH", ref, at(4), data=b"ef"),
    ]

    assert answers == [
        TusAnswer(204, {**COMMON, "Upload-Offset": "4", "Upload-Expires": EXPIRES}),
        TusAnswer(204, {**COMMON, "Upload-Offset": "6", "Upload-Expires": EXPIRES}),
    ]
    assert ada.content(ref) == b"abcdef"


@pytest.mark.parametrize("offset", [0, 2, 4, 10**17])
async def test_bytes_for_another_place_are_refused_unread(ada: Visitor, offset: int) -> None:
    ref = await ada.create(6)
    await ada.ask("PATCH", ref, at(0), data=b"abc")

    answer = await ada.ask("PATCH", ref, at(offset), receive=unread)

    assert code(answer) == (409, "ERR_MISMATCHED_OFFSET")
    assert answer.headers["Upload-Offset"] == "3"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Upload-Offset": "0"}, "ERR_INVALID_CONTENT_TYPE"),
        ({"Upload-Offset": "0", "Content-Type": "text/plain"}, "ERR_INVALID_CONTENT_TYPE"),
        (CHUNK, "ERR_INVALID_OFFSET"),
        ({**CHUNK, "Upload-Offset": "-1"}, "ERR_INVALID_OFFSET"),
        ({**at(0), "Upload-Length": "x"}, "ERR_INVALID_UPLOAD_LENGTH"),
        ({**at(0), "Upload-Length": "7"}, "ERR_INVALID_UPLOAD_LENGTH"),
        ({**at(0), "Upload-Checksum": "crc32 AAAA"}, "ERR_UNSUPPORTED_CHECKSUM_ALGORITHM"),
        ({**at(0), "Upload-Checksum": "sha1 ?"}, "ERR_INVALID_CHECKSUM"),
    ],
)
async def test_a_broken_request_is_refused_unread(
    ada: Visitor, headers: dict[str, str], expected: str
) -> None:
    ref = await ada.create(6)

    answer = await ada.ask("PATCH", ref, headers, receive=unread)

    assert code(answer) == (400, expected)


@pytest.mark.parametrize("has_length", [True, False])
async def test_more_bytes_than_announced_are_refused_and_none_of_them_kept(
    ada: Visitor, has_length: bool
) -> None:
    ref = await ada.create(6)
    await ada.ask("PATCH", ref, at(0), data=b"abc")

    answer = await ada.ask("PATCH", ref, at(3), data=b"defg", has_length=has_length)

    assert code(answer) == (413, "ERR_UPLOAD_SIZE_EXCEEDED")
    assert ada.content(ref) == b"abc"


async def test_one_request_brings_no_more_than_the_edge_allows(ada: Visitor) -> None:
    ref = await ada.create(6)
    strict = ada.with_edge(most_body=lambda: 4)

    announced = await strict.ask("PATCH", ref, at(0), {"Content-Length": "5"}, receive=unread)
    enough = await strict.ask("PATCH", ref, at(0), data=b"abcd")

    assert code(announced) == (413, "ERR_MAX_BODY_EXCEEDED")
    assert (enough.status, ada.content(ref)) == (204, b"abcd")


async def test_a_body_that_does_not_say_its_length_is_measured_as_it_comes(
    ada: Visitor,
) -> None:
    size = 3 << 16
    ref = await ada.create(size)
    strict = ada.with_edge(most_body=lambda: size - 1)

    answer = await strict.ask("PATCH", ref, at(0), data=b"a" * size, has_length=False)

    assert code(answer) == (413, "ERR_MAX_BODY_EXCEEDED")
    # What came before it was too long is good and stays.
    assert ada.offset(ref) == 2 << 16


async def test_what_arrived_before_the_client_left_is_kept(ada: Visitor) -> None:
    ref = await ada.create(6)

    answer = await ada.ask("PATCH", ref, at(0), receive=leaving(b"abc"))
    rest = await ada.ask("PATCH", ref, at(3), data=b"def")

    assert code(answer) == (400, "ERR_BODY_CUT_OFF")
    assert (rest.status, ada.content(ref)) == (204, b"abcdef")


@pytest.mark.parametrize("offset", [0, 3])
async def test_only_one_writes_at_a_time(ada: Visitor, offset: int) -> None:
    ref = await ada.create(6)
    await ada.ask("PATCH", ref, at(0), data=b"abc")

    # Whoever began where the other did hears of the other, not of bytes that are arriving.
    with files_of(ada.edge.runtime).hold(ada.upload(ref).uuid):
        answer = await ada.ask("PATCH", ref, at(offset), receive=unread)

    assert code(answer) == (423, "ERR_UPLOAD_LOCKED")


@pytest.mark.parametrize("algorithm", ["sha1", "sha256", "md5"])
async def test_bytes_count_once_their_checksum_is_right(ada: Visitor, algorithm: str) -> None:
    ref = await ada.create(6)

    wrong = await ada.ask("PATCH", ref, at(0), checksum(algorithm, b"xyz"), data=b"abc")
    after_wrong = ada.offset(ref)
    right = await ada.ask("PATCH", ref, at(0), checksum(algorithm, b"abc"), data=b"abc")

    assert (code(wrong), after_wrong) == ((460, "ERR_CHECKSUM_MISMATCH"), 0)
    assert (right.status, ada.content(ref)) == (204, b"abc")


async def test_with_a_checksum_half_a_body_is_nothing(ada: Visitor) -> None:
    ref = await ada.create(6)

    answer = await ada.ask(
        "PATCH", ref, at(0), checksum("sha1", b"abcdef"), receive=leaving(b"abc")
    )

    assert (answer.status, ada.offset(ref)) == (400, 0)


async def test_a_length_may_be_said_with_any_bytes_but_only_once(ada: Visitor) -> None:
    made = await ada.ask("POST", None, {"Upload-Defer-Length": "1"})
    ref = made.headers["Location"].rpartition("/")[2]

    first = await ada.ask("PATCH", ref, at(0), data=b"abc")
    second = await ada.ask("PATCH", ref, at(3), {"Upload-Length": "6"}, data=b"de")
    other = await ada.ask("PATCH", ref, at(5), {"Upload-Length": "7"}, data=b"f")
    same = await ada.ask("PATCH", ref, at(5), {"Upload-Length": "6"}, data=b"f")

    assert [each.status for each in (first, second, other, same)] == [204, 204, 400, 204]
    assert (ada.upload(ref).size_bytes, ada.content(ref)) == (6, b"abcdef")


@pytest.mark.parametrize(
    ("size_bytes", "expected"),
    [
        (2, (400, "ERR_INVALID_UPLOAD_LENGTH")),
        (10**9, (413, "ERR_MAX_SIZE_EXCEEDED")),
    ],
)
async def test_a_length_that_cannot_be_is_refused_when_it_is_said(
    ada: Visitor, size_bytes: int, expected: tuple[int, str]
) -> None:
    made = await ada.ask("POST", None, {"Upload-Defer-Length": "1"})
    ref = made.headers["Location"].rpartition("/")[2]
    await ada.ask("PATCH", ref, at(0), data=b"abc")

    answer = await ada.ask(
        "PATCH", ref, at(3), {"Upload-Length": str(size_bytes)}, receive=unread
    )

    assert (code(answer), ada.upload(ref).size_bytes) == (expected, None)


async def test_without_a_length_a_file_is_no_larger_than_any_may_be(ada: Visitor) -> None:
    runtime = changed(ada.edge.runtime, max_upload_bytes=4)
    small = ada.with_edge(runtime=runtime)
    made = await small.ask("POST", None, {"Upload-Defer-Length": "1"})
    ref = made.headers["Location"].rpartition("/")[2]

    answer = await small.ask("PATCH", ref, at(0), data=b"abcde")

    assert (code(answer), ada.offset(ref)) == ((413, "ERR_MAX_SIZE_EXCEEDED"), 0)


async def test_without_a_length_a_file_does_not_outgrow_its_owners_quota(
    ada: Visitor,
) -> None:
    user_id = ada.actor.known_user()
    with ada.edge.runtime.db.begin() as tx:
        update_user(tx, user_id, now=NOON, quota_bytes=10)
    made = await ada.ask("POST", None, {"Upload-Defer-Length": "1"})
    ref = last_word(made)

    within = await ada.ask("PATCH", ref, at(0), {"Content-Length": "9"}, data=b"x" * 9)
    beyond = await ada.ask("PATCH", ref, at(9), {"Content-Length": "1"}, receive=unread)
    at_once = {**CHUNK, "Upload-Defer-Length": "1", "Content-Length": "10"}
    created = await ada.ask("POST", None, at_once, receive=unread)

    assert within.status == 204
    assert [code(answer) for answer in (beyond, created)] == [(403, "ERR_QUOTA_EXCEEDED")] * 2
    assert [upload.uuid.hex for upload in ada.uploads()] == [ref]


async def test_a_final_upload_is_not_written_to(ada: Visitor) -> None:
    part = await ada.part(b"abc")
    final = await ada.create(0, Upload_Concat=f"final;/up/{part}")

    answer = await ada.ask("PATCH", final, at(3), receive=unread)

    assert code(answer) == (403, "ERR_MODIFY_FINAL")


async def test_what_has_become_a_video_takes_no_more_bytes(ada: Visitor) -> None:
    runtime = ada.edge.runtime
    upload = begun(runtime, ada.actor, 3)
    with runtime.db.begin() as tx:
        update_upload(tx, upload.id, now=NOON, state=UploadState.DONE)
    ref = upload.uuid.hex

    nothing = await ada.ask("PATCH", ref, at(3))
    more = await ada.ask("PATCH", ref, at(3), {"Content-Length": "1"}, receive=unread)
    again = await ada.ask("PATCH", ref, at(0), receive=unread)

    assert nothing == TusAnswer(204, {**COMMON, "Upload-Offset": "3"})
    assert code(more) == (413, "ERR_UPLOAD_SIZE_EXCEEDED")
    assert code(again) == (409, "ERR_MISMATCHED_OFFSET")
