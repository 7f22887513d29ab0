from collections.abc import Iterator

import pytest
from tests.dialects.runtimes import Client, Headers
from tests.dialects.videocms.answers import unknown, whole, words
from tests.factories import NOON

from vitascope.core.settings.queries import write_settings
from vitascope.http.runtime import Runtime

SIZE_BYTES = 70_000


def limit(runtime: Runtime, **sizes: int) -> None:
    """As an administrator may while the server runs."""
    with runtime.db.begin() as tx:
        write_settings(tx, sizes, now=NOON)
    runtime.settings.forget()


def pieces() -> Iterator[bytes]:
    """A body that does not say how long it is."""
    yield from (b"{" + b" " * 999 for _ in range(SIZE_BYTES // 1000))


def test_a_body_that_is_too_long_is_refused_as_soon_as_the_settings_say_so(
    client: Client, runtime: Runtime, his: Headers
) -> None:
    body = b"{" + b" " * SIZE_BYTES

    before = client.post("/api/apikey", content=body, headers=his)
    limit(runtime, max_body_bytes=SIZE_BYTES)
    after = client.post("/api/apikey", content=body, headers=his)
    unannounced = client.post("/api/apikey", content=pieces(), headers=his)
    limit(runtime, max_body_bytes=SIZE_BYTES + 1)
    again = client.post("/api/apikey", content=body, headers=his)

    assert whole(before) == whole(again) == words(400, "malformated request")
    assert whole(after) == unknown(413)
    assert whole(unannounced) == words(400, "malformated request")


def test_one_that_does_not_say_how_long_it_is_is_not_read_to_its_end(
    client: Client, runtime: Runtime, his: Headers
) -> None:
    limit(runtime, max_body_bytes=SIZE_BYTES - 1000)

    answer = client.post("/api/apikey", content=pieces(), headers=his)

    assert whole(answer) == unknown(413)


def test_strangers_learn_nothing_of_it(client: Client, runtime: Runtime) -> None:
    limit(runtime, max_body_bytes=SIZE_BYTES)

    answer = client.post("/api/apikey", content=b" " * 2 * SIZE_BYTES)

    assert whole(answer) == words(403, "No JWT Token")


@pytest.mark.parametrize("path", ["/api/p/page", "/captcha/challenge"])
def test_what_anybody_may_ask_is_short(client: Client, path: str) -> None:
    answer = client.request("GET", path, content=pieces())

    assert answer.status_code == 413


def test_files_and_pieces_of_them_have_limits_of_their_own(
    client: Client, runtime: Runtime, his: Headers
) -> None:
    limit(runtime, max_body_bytes=SIZE_BYTES, max_upload_bytes=100, max_chunk_bytes=200)
    tus = {**his, "Tus-Resumable": "1.0.0", "Content-Type": "application/offset+octet-stream"}
    beside = 1024**2

    answers = [
        client.post(
            "/api/file/upload", headers={**his, "Content-Length": str(100 + beside + 1)}
        ),
        client.post("/api/file", headers={**his, "Content-Length": str(100 + beside)}),
        client.patch(
            f"/api/uploads/{'0' * 32}",
            headers={**tus, "Upload-Offset": "0", "Content-Length": str(200 + beside + 1)},
        ),
        client.patch(
            f"/api/uploads/{'0' * 32}",
            headers={**tus, "Upload-Offset": "0", "Content-Length": str(200 + beside)},
        ),
    ]

    assert [answer.status_code for answer in answers] == [413, 413, 413, 404]
    assert whole(answers[1]) == words(413, "Exceeded max upload filesize: 100")
    assert whole(answers[0]) == whole(answers[2]) == unknown(413)


@pytest.mark.parametrize("size_bytes", [64 * 1024, 64 * 1024 + 1])
def test_a_login_is_shorter_than_anything_else(client: Client, size_bytes: int) -> None:
    answer = client.post("/api/auth/login", content=b" " * size_bytes)

    expected = 400 if size_bytes == 64 * 1024 else 413
    assert answer.status_code == expected
