import pytest
from tests.http.tus.making import Visitor
from tests.http.uploads.making import uploader

from vitascope.http.asgi import Message
from vitascope.http.tus.answer import TusAnswer
from vitascope.http.tus.respond import discovery_headers

COMMON = {"Tus-Resumable": "1.0.0", "Tus-Max-Size": str(10 * 1024**2)}
TEXT = {"Content-Type": "text/plain; charset=utf-8"}
NOTHING = "0" * 32


async def unread() -> Message:
    raise AssertionError("the body was read")


async def test_options_tell_what_the_server_can_do(ada: Visitor) -> None:
    answer = await ada.ask("OPTIONS", None, {"Tus-Resumable": "9"})

    assert answer == TusAnswer(
        204,
        {
            **COMMON,
            "Tus-Version": "1.0.0",
            "Tus-Extension": (
                "creation,creation-with-upload,creation-defer-length,termination,expiration,"
                "checksum,concatenation"
            ),
            "Tus-Checksum-Algorithm": "sha1,sha256,md5",
        },
    )
    assert answer.headers == discovery_headers(ada.edge)


@pytest.mark.parametrize(
    ("method", "ref"), [("POST", None), ("PATCH", NOTHING), ("DELETE", NOTHING)]
)
async def test_another_version_is_refused_before_anything_else(
    ada: Visitor, method: str, ref: str | None
) -> None:
    answer = await ada.ask(method, ref, {"Tus-Resumable": "0.2"}, receive=unread)

    words = b"missing, invalid or unsupported Tus-Resumable header"
    assert answer == TusAnswer(
        412,
        {**COMMON, "Tus-Version": "1.0.0", **TEXT},
        b"ERR_UNSUPPORTED_VERSION: %s\n" % words,
    )


async def test_a_head_needs_no_version_and_its_refusal_has_no_body(ada: Visitor) -> None:
    answer = await ada.ask("HEAD", NOTHING, {"Tus-Resumable": ""})

    assert answer == TusAnswer(404, {**COMMON, **TEXT})


@pytest.mark.parametrize(
    ("method", "ref"), [("GET", NOTHING), ("POST", NOTHING), ("PATCH", None), ("PUT", None)]
)
async def test_other_methods_are_not_allowed(
    ada: Visitor, method: str, ref: str | None
) -> None:
    answer = await ada.ask(method, ref, receive=unread)

    assert (answer.status, answer.body) == (
        405,
        b"ERR_METHOD_NOT_ALLOWED: Uploads know no such method\n",
    )


async def test_a_post_says_in_a_header_what_it_means(ada: Visitor) -> None:
    ref = await ada.create(5)
    chunk = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}

    patched = await ada.ask(
        "POST", ref, chunk, {"X-HTTP-Method-Override": "PATCH"}, data=b"abc"
    )
    told = await ada.ask("POST", ref, {"X-HTTP-Method-Override": "HEAD"})
    ended = await ada.ask("POST", ref, {"X-HTTP-Method-Override": "DELETE"})

    assert (patched.status, patched.headers["Upload-Offset"]) == (204, "3")
    assert (told.status, told.headers["Upload-Offset"]) == (200, "3")
    assert (ended, ada.uploads()) == (TusAnswer(204, COMMON), [])


@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
async def test_nobody_is_let_at_the_upload_of_another(ada: Visitor, method: str) -> None:
    ref = await ada.create(5)
    eve = Visitor(ada.edge, uploader(ada.edge.runtime.db, "eve"))
    chunk = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}

    answer = await eve.ask(method, ref, chunk, receive=unread)

    words = b"" if method == "HEAD" else b"ERR_UPLOAD_FOREIGN: upload belongs to another user\n"
    assert (answer.status, answer.body) == (403, words)
    assert ada.offset(ref) == 0


@pytest.mark.parametrize("ref", [NOTHING, "film", "", "0" * 31, "..", "\x7f"])
@pytest.mark.parametrize("method", ["HEAD", "PATCH", "DELETE"])
async def test_what_is_unknown_is_not_found(ada: Visitor, method: str, ref: str) -> None:
    chunk = {"Content-Type": "application/offset+octet-stream", "Upload-Offset": "0"}

    answer = await ada.ask(method, ref, chunk, receive=unread)

    assert answer.status == 404
