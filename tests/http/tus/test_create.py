import uuid
from dataclasses import replace

import pytest
from tests.http.tus.making import CHUNK, EXPIRES, Visitor, last_word, metadata
from tests.http.uploads.making import leaving, uploader
from tests.settings import changed

from vitascope.base.errors import Invalid
from vitascope.core.access.model import Actor
from vitascope.core.uploads.model import UploadPart, UploadState
from vitascope.db import Tx
from vitascope.http.asgi import Message
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.edge import Announced, Described

COMMON = {"Tus-Resumable": "1.0.0", "Tus-Max-Size": str(10 * 1024**2)}
FILE = str(uuid.UUID(int=7))


def code(answer: TusAnswer) -> tuple[int, str]:
    return answer.status, answer.body.partition(b":")[0].decode()


def length(size_bytes: int) -> dict[str, str]:
    return {"Upload-Length": str(size_bytes)}


async def unread() -> Message:
    raise AssertionError("the body was read")


async def test_a_new_upload_has_an_address_and_a_day(ada: Visitor) -> None:
    answer = await ada.ask(
        "POST", None, length(5), metadata(filename="a.mp4", client_upload_uuid=FILE)
    )

    upload = ada.upload(last_word(answer))
    assert answer == TusAnswer(
        201,
        {
            **COMMON,
            "Location": f"https://video.example/up/{upload.uuid.hex}",
            "Upload-Expires": EXPIRES,
        },
    )
    assert (upload.filename, upload.size_bytes, upload.group) == ("a.mp4", 5, FILE)
    assert (upload.part, upload.state) == (UploadPart.WHOLE, UploadState.RECEIVING)


async def test_the_first_bytes_may_come_along(ada: Visitor) -> None:
    answer = await ada.ask("POST", None, length(5), CHUNK, data=b"abc")

    ref = last_word(answer)
    assert (answer.status, answer.headers["Upload-Offset"]) == (201, "3")
    assert ada.content(ref) == b"abc"


async def test_an_upload_whose_first_bytes_are_refused_is_none(ada: Visitor) -> None:
    answers = [
        await ada.ask("POST", None, length(5), CHUNK, data=b"abcdef"),
        await ada.ask(
            "POST", None, length(5), CHUNK, {"Upload-Checksum": "sha1 AAAA"}, data=b"abc"
        ),
        await ada.ask("POST", None, length(5), CHUNK, {"Upload-Checksum": "x"}, data=b"abc"),
    ]

    assert [code(answer) for answer in answers] == [
        (413, "ERR_UPLOAD_SIZE_EXCEEDED"),
        (460, "ERR_CHECKSUM_MISMATCH"),
        (400, "ERR_UNSUPPORTED_CHECKSUM_ALGORITHM"),
    ]
    assert (ada.uploads(), list(ada.edge.runtime.uploads.iterdir())) == ([], [])


async def test_a_client_that_left_with_the_first_bytes_finds_its_upload_again(
    ada: Visitor,
) -> None:
    await ada.ask("POST", None, length(5), CHUNK, receive=leaving(b"abc"))

    (upload,) = ada.uploads()
    assert ada.offset(upload.uuid.hex) == 3


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, (400, "ERR_INVALID_UPLOAD_LENGTH")),
        (length(0), (400, "ERR_INVALID_UPLOAD_LENGTH")),
        ({"Upload-Length": "-1"}, (400, "ERR_INVALID_UPLOAD_LENGTH")),
        ({**length(5), "Upload-Defer-Length": "1"}, (400, "ERR_AMBIGUOUS_UPLOAD_LENGTH")),
        ({"Upload-Defer-Length": "2"}, (400, "ERR_INVALID_UPLOAD_LENGTH_DEFER")),
        ({**length(5), "Upload-Metadata": "is_confidential"}, (201, "")),
        ({**length(5), "Upload-Metadata": "a ?"}, (400, "ERR_INVALID_METADATA")),
        (
            {**length(5), **metadata(client_upload_uuid="mine")},
            (400, "ERR_INVALID_METADATA"),
        ),
        ({**length(5), "Upload-Concat": "half"}, (400, "ERR_INVALID_CONCAT")),
        ({"Upload-Concat": "final;"}, (400, "ERR_INVALID_CONCAT")),
        ({**CHUNK, "Upload-Concat": "final;/up/1"}, (403, "ERR_MODIFY_FINAL")),
        (length(10 * 1024**2 + 1), (413, "ERR_MAX_SIZE_EXCEEDED")),
    ],
)
async def test_announcements_are_judged_by_their_headers(
    ada: Visitor, headers: dict[str, str], expected: tuple[int, str]
) -> None:
    answer = await ada.ask("POST", None, headers, receive=unread)

    assert code(answer) == expected


async def test_a_first_body_is_no_longer_than_the_edge_allows(ada: Visitor) -> None:
    strict = ada.with_edge(most_body=lambda: 4)

    announced = await strict.ask(
        "POST", None, length(9), CHUNK, {"Content-Length": "5"}, receive=unread
    )

    assert (code(announced), ada.uploads()) == ((413, "ERR_MAX_BODY_EXCEEDED"), [])


async def test_what_the_edge_reads_in_the_announcement_is_kept(ada: Visitor) -> None:
    seen: list[Announced] = []

    def refusing(_tx: Tx, _actor: Actor, announced: Announced) -> Described:
        seen.append(announced)
        raise Invalid("folder", "There is no such folder")

    answer = await ada.with_edge(describe=refusing).ask(
        "POST", None, length(5), metadata(filename="a.mp4")
    )

    assert seen == [
        Announced(part=UploadPart.WHOLE, size_bytes=5, metadata={"filename": "a.mp4"})
    ]
    assert (answer.body, ada.uploads()) == (
        b"ERR_INVALID_PARENT: There is no such folder\n",
        [],
    )


async def test_nobody_uploads_more_files_at_once_than_allowed(ada: Visitor) -> None:
    named = {"Upload_Metadata": metadata(client_upload_uuid=FILE)["Upload-Metadata"]}
    await ada.create(5, **named)
    for _ in range(2):
        await ada.create(5)

    another = await ada.ask("POST", None, length(5))
    more_of_one = await ada.create(5, Upload_Concat="partial", **named)

    assert code(another) == (400, "ERR_UPLOAD_SESSION_LIMIT")
    assert ada.upload(more_of_one).group == FILE


async def test_what_others_of_mine_will_need_counts(ada: Visitor) -> None:
    poor = Visitor(ada.edge, uploader(ada.edge.runtime.db, "poor", quota_bytes=10))
    await poor.create(6)

    answer = await poor.ask("POST", None, length(6))

    assert answer.status == 403
    message = "The quota has no room for 6 bytes: 6 of 10 are used"
    assert answer.body == f"ERR_QUOTA_EXCEEDED: {message}\n".encode()


async def test_the_disk_is_asked_before_the_client(ada: Visitor) -> None:
    runtime = replace(ada.edge.runtime, min_free_bytes=2**62)

    answer = await ada.with_edge(runtime=runtime).ask("POST", None, length(5), receive=unread)

    assert code(answer) == (507, "ERR_STORAGE_FULL")


async def test_the_parts_of_a_file_are_no_more_than_a_file_may_be(ada: Visitor) -> None:
    runtime = changed(ada.edge.runtime, max_upload_bytes=10)
    small = ada.with_edge(runtime=runtime)
    named = metadata(client_upload_uuid=FILE)
    part = {"Upload-Concat": "partial", **named}

    answers = [await small.ask("POST", None, length(size), part) for size in (6, 5, 4)]

    assert [code(answer) for answer in answers] == [
        (201, ""),
        (413, "ERR_MAX_SIZE_EXCEEDED"),
        (201, ""),
    ]
