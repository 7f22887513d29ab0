import gzip
from collections.abc import Sequence

import httpx
import pytest

from vitascope.http.asgi import ASGIApp, Headers, Receive, Scope, Send
from vitascope.http.compressing import Compressed

TEXT = b"words and words " * 100
GZIP = {"Accept-Encoding": "gzip, br"}


def saying(
    *pieces: bytes,
    content_type: bytes = b"application/json",
    headers: Sequence[tuple[bytes, bytes]] = (),
    status: int = 200,
) -> ASGIApp:
    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        length = (b"Content-Length", b"%d" % sum(map(len, pieces)))
        told: Headers = [(b"Content-Type", content_type), length, *headers]
        await send({"type": "http.response.start", "status": status, "headers": told})
        for number, piece in enumerate(pieces):
            more = number < len(pieces) - 1
            await send({"type": "http.response.body", "body": piece, "more_body": more})

    return app


async def ask(
    app: ASGIApp,
    headers: dict[str, str] = GZIP,
    *,
    method: str = "GET",
    path: str = "/",
) -> tuple[str | None, str | None, bytes]:
    """Encoding, Vary, and the body as it went over the wire."""
    whole = Compressed(app, lambda scope: scope["path"] == "/media")
    transport = httpx.ASGITransport(whole)
    async with (
        httpx.AsyncClient(transport=transport, base_url="http://server") as client,
        client.stream(method, path, headers=headers) as answer,
    ):
        body = b"".join([piece async for piece in answer.aiter_raw()])
    length = int(answer.headers["content-length"])
    assert method == "HEAD" or length == len(body)
    return answer.headers.get("content-encoding"), answer.headers.get("vary"), body


@pytest.mark.parametrize("size", [500, 200_000])
@pytest.mark.parametrize("kind", [b"application/json", b"text/html; charset=utf-8"])
async def test_texts_are_sent_as_gzip_to_those_who_take_it(size: int, kind: bytes) -> None:
    encoding, vary, body = await ask(saying(b"x" * size, content_type=kind))

    assert (encoding, vary, gzip.decompress(body)) == ("gzip", "Accept-Encoding", b"x" * size)
    assert len(body) < size


@pytest.mark.parametrize(
    "accepted", ["", "identity", "br", "gzip;q=0", "gzip; q=0.0, br", "GZIP ;q=0"]
)
async def test_others_get_them_as_they_are(accepted: str) -> None:
    found = await ask(saying(TEXT), {"Accept-Encoding": accepted})

    assert found == (None, "Accept-Encoding", TEXT)


async def test_a_weight_is_no_refusal() -> None:
    encoding, _, _ = await ask(saying(TEXT), {"Accept-Encoding": "gzip;q=0.5"})

    assert encoding == "gzip"


async def test_short_texts_and_those_in_pieces_are_sent_as_they_are() -> None:
    found = [await ask(saying(b"x" * 499)), await ask(saying(TEXT, TEXT))]

    assert found == [
        (None, "Accept-Encoding", b"x" * 499),
        (None, "Accept-Encoding", TEXT * 2),
    ]


@pytest.mark.parametrize(
    "app",
    [
        saying(TEXT, content_type=b"video/mp4"),
        saying(TEXT, content_type=b"text/event-stream"),
        saying(TEXT, status=206),
    ],
)
async def test_what_is_no_text_or_a_part_of_one_is_left_alone(app: ASGIApp) -> None:
    assert await ask(app) == (None, None, TEXT)


async def test_what_is_packed_already_is_left_alone() -> None:
    packed = gzip.compress(TEXT)

    found = await ask(saying(packed, headers=[(b"Content-Encoding", b"gzip")]))

    assert found == ("gzip", None, packed)


async def test_answers_that_are_to_be_left_are() -> None:
    assert await ask(saying(TEXT), path="/media") == (None, None, TEXT)


async def test_a_head_has_the_length_of_the_whole() -> None:
    encoding, vary, _ = await ask(saying(TEXT), method="HEAD")

    assert (encoding, vary) == (None, "Accept-Encoding")
