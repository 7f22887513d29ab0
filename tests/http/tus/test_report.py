from dataclasses import replace
from datetime import timedelta

from tests.factories import NOON
from tests.http.tus.making import CHUNK, EXPIRES, Visitor, metadata

from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.report import report_progress


async def test_a_report_tells_everything_that_was_announced(ada: Visitor) -> None:
    told = metadata(filename="film.mp4", note="wörds")
    ref = await ada.create(5, Upload_Metadata=told["Upload-Metadata"])
    await ada.ask("PATCH", ref, CHUNK, {"Upload-Offset": "0"}, data=b"abc")

    answer = await report_progress(ada.edge, ada.actor, ref)

    assert answer == TusAnswer(
        200,
        {
            "Cache-Control": "no-store",
            "Upload-Offset": "3",
            "Upload-Expires": EXPIRES,
            "Upload-Length": "5",
            **told,
        },
    )


async def test_a_length_that_is_still_to_be_said_is_told_as_such(ada: Visitor) -> None:
    made = await ada.ask("POST", None, {"Upload-Defer-Length": "1"})
    ref = made.headers["Location"].rpartition("/")[2]

    answer = await report_progress(ada.edge, ada.actor, ref)

    assert answer.headers == {
        "Cache-Control": "no-store",
        "Upload-Offset": "0",
        "Upload-Expires": EXPIRES,
        "Upload-Defer-Length": "1",
    }


async def test_parts_and_what_they_make_tell_so(ada: Visitor) -> None:
    part = await ada.part(b"abc")
    final = await ada.create(0, Upload_Concat=f"final;/up/{part}")

    told = [await report_progress(ada.edge, ada.actor, ref) for ref in (part, final)]

    assert [answer.headers["Upload-Concat"] for answer in told] == [
        "partial",
        f"final;/up/{part}",
    ]
    assert [answer.headers["Upload-Length"] for answer in told] == ["3", "3"]
    assert [answer.headers["Upload-Offset"] for answer in told] == ["3", "3"]


async def test_an_upload_that_expired_is_gone(ada: Visitor) -> None:
    ref = await ada.create(5)
    runtime = replace(ada.edge.runtime, now=lambda: NOON + timedelta(days=2))

    answer = await ada.with_edge(runtime=runtime).ask("HEAD", ref)

    assert (answer.status, answer.body) == (410, b"")
