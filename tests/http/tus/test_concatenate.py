import uuid
from typing import Any

from tests.http.tus.making import CHUNK, EXPIRES, Visitor, last_word, metadata
from tests.http.uploads.making import uploader
from tests.settings import changed

from vitascope.core.uploads.model import UploadPart
from vitascope.http.tus.answer import TusAnswer

COMMON = {"Tus-Resumable": "1.0.0", "Tus-Max-Size": str(10 * 1024**2)}
ONE, OTHER = str(uuid.UUID(int=1)), str(uuid.UUID(int=2))


def code(answer: TusAnswer) -> tuple[int, str]:
    return answer.status, answer.body.partition(b":")[0].decode()


def final(*refs: str) -> dict[str, str]:
    return {"Upload-Concat": "final;" + " ".join(f"https://video.example/up/{r}" for r in refs)}


def of(file: str) -> dict[str, Any]:
    return {"Upload_Metadata": metadata(client_upload_uuid=file)["Upload-Metadata"]}


async def test_parts_become_one_file_in_the_order_that_is_told(ada: Visitor) -> None:
    parts = [await ada.part(data) for data in (b"abc", b"de", b"f")]

    answer = await ada.ask("POST", None, final(parts[2], parts[0], parts[1]))

    ref = last_word(answer)
    assert answer == TusAnswer(
        201,
        {
            **COMMON,
            "Location": f"https://video.example/up/{ref}",
            "Upload-Expires": EXPIRES,
        },
    )
    assert (ada.upload(ref).part, ada.upload(ref).size_bytes) == (UploadPart.FINAL, 6)
    assert ada.content(ref) == b"fabcde"


async def test_a_client_that_never_heard_the_answer_asks_again(ada: Visitor) -> None:
    part = await ada.part(b"abc")

    answers = [await ada.ask("POST", None, final(part)) for _ in range(2)]

    assert [ada.content(last_word(answer)) for answer in answers] == [b"abc", b"abc"]


async def test_a_part_that_is_not_all_here_makes_no_file(ada: Visitor) -> None:
    whole = await ada.part(b"abc")
    half = await ada.create(3, Upload_Concat="partial")
    await ada.ask("PATCH", half, CHUNK, {"Upload-Offset": "0"}, data=b"d")

    answer = await ada.ask("POST", None, final(whole, half))

    assert (code(answer), ada.uploads()) == ((400, "ERR_UPLOAD_NOT_FINISHED"), [])


async def test_only_parts_of_ones_own_make_a_file(ada: Visitor) -> None:
    part, whole = await ada.part(b"abc"), await ada.create(3)
    eve = Visitor(ada.edge, uploader(ada.edge.runtime.db, "eve"))
    hers = await eve.part(b"abc")

    answers = [
        await ada.ask("POST", None, final(part, ref)) for ref in (hers, whole, "0" * 32, "x")
    ]

    assert [code(answer) for answer in answers] == [(400, "ERR_UPLOAD_REJECTED")] * 4
    assert [upload.uuid.hex for upload in ada.uploads()] == [whole]


async def test_parts_of_different_files_make_none(ada: Visitor) -> None:
    one, other = await ada.part(b"abc", **of(ONE)), await ada.part(b"def", **of(OTHER))

    mixed = await ada.ask("POST", None, final(one, other))
    misnamed = await ada.ask("POST", None, final(one), metadata(client_upload_uuid=OTHER))

    assert [code(answer) for answer in (mixed, misnamed)] == [(400, "ERR_UPLOAD_REJECTED")] * 2


async def test_a_file_is_of_the_group_that_its_parts_name(ada: Visitor) -> None:
    named, unnamed = await ada.part(b"abc", **of(ONE)), await ada.part(b"def")

    answer = await ada.ask("POST", None, final(named, unnamed))

    assert ada.upload(last_word(answer)).group == ONE


async def test_parts_were_counted_and_what_they_make_is_not(ada: Visitor) -> None:
    rich = uploader(ada.edge.runtime.db, "just", quota_bytes=8)
    just = Visitor(ada.edge, rich)
    parts = [await just.part(data) for data in (b"abcd", b"ef", b"g")]

    answer = await just.ask("POST", None, final(*parts))

    # Three parts are as many uploads as the edge allows, too.
    assert answer.status == 201


async def test_parts_that_come_to_too_much_make_no_file(ada: Visitor) -> None:
    parts = [await ada.part(b"abcd"), await ada.part(b"efgh")]
    small = ada.with_edge(runtime=changed(ada.edge.runtime, max_upload_bytes=7))

    answer = await small.ask("POST", None, final(*parts))

    assert (code(answer), ada.uploads()) == ((413, "ERR_MAX_SIZE_EXCEEDED"), [])
