import io
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import pytest
from litestar import Litestar, get
from litestar.types import ASGIApp as LitestarApp

from vitascope.base.errors import NotFound
from vitascope.http.asgi import ASGIApp
from vitascope.http.files import SendBlob, SendBytes, SendFile
from vitascope.http.zerocopy import ZeroCopyProtocol
from vitascope.storage.blob import BlobMissing, BlobStore
from vitascope.storage.local import LocalStore

CONTENT = os.urandom(3 * (1 << 20) + 17)
MODIFIED_S = int(datetime(2026, 1, 2, 12, tzinfo=UTC).timestamp())
MODIFIED = "Fri, 02 Jan 2026 12:00:00 GMT"

Serve = Callable[..., tuple[str, int]]


class Elsewhere:
    """A store without paths, as an S3 store is; signs addresses too."""

    def __init__(self, store: BlobStore) -> None:
        self.read, self.put = store.read, store.put
        self.put_file, self.size = store.put_file, store.size
        self.delete, self.copy, self.list = store.delete, store.copy, store.list

    def signed_url(self, key: str, *, expires_s: int, filename: str | None = None) -> str:
        return f"https://elsewhere.example/{key}?expires={expires_s}&filename={filename}"


def new_file(folder: Path) -> Path:
    path = folder / "segment.mp4"
    path.write_bytes(CONTENT)
    os.utime(path, (MODIFIED_S, MODIFIED_S))
    return path


def new_store(folder: Path) -> LocalStore:
    store = LocalStore(folder / "store")
    store.put("a/b", io.BytesIO(CONTENT))
    os.utime(store.local_path("a/b"), (MODIFIED_S, MODIFIED_S))
    return store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return new_file(tmp_path)


@pytest.fixture
def store(tmp_path: Path) -> LocalStore:
    return new_store(tmp_path)


def answers(path: Path, store: LocalStore) -> dict[str, tuple[ASGIApp, Any]]:
    """Every way to send CONTENT, and the protocol that serves it."""
    whole: dict[str, Any] = {
        "media_type": "video/mp4",
        "etag": "tag",
        "cache_control": "private",
    }
    size_bytes, modified = len(CONTENT), datetime.fromtimestamp(MODIFIED_S, UTC)
    far = Elsewhere(store)
    return {
        "zero-copy": (SendFile(path, **whole), ZeroCopyProtocol),
        "read": (SendFile(path, **whole), "httptools"),
        "local blob": (SendBlob(store, "a/b", size_bytes, **whole), ZeroCopyProtocol),
        "far blob": (
            SendBlob(far, "a/b", size_bytes, modified=modified, **whole),
            ZeroCopyProtocol,
        ),
    }


@pytest.fixture(scope="module", params=["zero-copy", "read", "local blob", "far blob"])
def client(
    request: pytest.FixtureRequest, serve: Serve, tmp_path_factory: pytest.TempPathFactory
) -> "Client":
    folder = tmp_path_factory.mktemp("content")
    app, protocol = answers(new_file(folder), new_store(folder))[request.param]
    host, port = serve(app, http=protocol)
    return Client(f"http://{host}:{port}/")


class Client:
    def __init__(self, url: str) -> None:
        self._url = url

    def ask(self, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, our own headers, and content of an answer."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        with httpx.Client(headers={"accept-encoding": "identity"}) as client:
            answer = client.request(method, self._url, headers=named)
        ours = {
            name: value
            for name, value in answer.headers.items()
            if name not in {"date", "server"}
        }
        return answer.status_code, ours, answer.content


ALWAYS = {
    "accept-ranges": "bytes",
    "etag": '"tag"',
    "last-modified": MODIFIED,
    "cache-control": "private",
}


def test_the_whole_file_arrives_byte_for_byte(client: Client) -> None:
    answer = client.ask()

    headers = {"content-length": str(len(CONTENT)), "content-type": "video/mp4"}
    assert answer == (200, {**ALWAYS, **headers}, CONTENT)


@pytest.mark.parametrize(
    ("header", "start", "stop"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=5-1500000", 5, 1_500_001),
        ("bytes=1048576-", 1 << 20, len(CONTENT)),
        ("bytes=-7", len(CONTENT) - 7, len(CONTENT)),
    ],
)
def test_a_range_arrives_byte_for_byte(
    client: Client, header: str, start: int, stop: int
) -> None:
    answer = client.ask(range=header)

    headers = {
        "content-length": str(stop - start),
        "content-range": f"bytes {start}-{stop - 1}/{len(CONTENT)}",
        "content-type": "video/mp4",
    }
    assert answer == (206, {**ALWAYS, **headers}, CONTENT[start:stop])


def test_head_answers_as_get_does_without_the_bytes(client: Client) -> None:
    answer = client.ask("HEAD", range="bytes=0-0")

    headers = {"content-length": str(len(CONTENT)), "content-type": "video/mp4"}
    assert answer == (200, {**ALWAYS, **headers}, b"")


def test_what_the_client_has_already_is_not_sent_again(client: Client) -> None:
    by_tag = client.ask(if_none_match='"tag"')
    by_date = client.ask(if_modified_since=MODIFIED)

    assert by_tag == (304, ALWAYS, b"")
    assert by_date == (304, ALWAYS, b"")


def test_a_range_behind_the_end_tells_the_size(client: Client) -> None:
    answer = client.ask(range=f"bytes={len(CONTENT)}-")

    headers = {"content-length": "0", "content-range": f"bytes */{len(CONTENT)}"}
    assert answer == (416, {**ALWAYS, **headers}, b"")


def test_a_condition_that_fails_sends_nothing(client: Client) -> None:
    answer = client.ask(if_match='"other"')

    assert answer == (412, {**ALWAYS, "content-length": "0"}, b"")


def test_several_answers_share_one_connection(serve: Serve, path: Path) -> None:
    host, port = serve(SendFile(path))

    with httpx.Client() as client:
        found = [
            client.get(f"http://{host}:{port}/", headers={"range": f"bytes={at}-"}).content
            for at in (0, 1_000_000, 3_000_000)
        ]

    assert found == [CONTENT, CONTENT[1_000_000:], CONTENT[3_000_000:]]


def test_a_file_is_saved_under_its_name_and_its_own_headers_go_along(
    serve: Serve, path: Path
) -> None:
    app = SendFile(path, filename="Käse.mp4", headers=[(b"x-own", b"1")])
    host, port = serve(app)

    status, headers, _ = Client(f"http://{host}:{port}/").ask()

    changed_ns = path.stat().st_mtime_ns
    assert status == 200
    assert headers == {
        "accept-ranges": "bytes",
        "etag": f'"{changed_ns:x}-{len(CONTENT):x}"',
        "last-modified": MODIFIED,
        "content-length": str(len(CONTENT)),
        "content-type": "application/octet-stream",
        "content-disposition": 'attachment; filename="K_se.mp4"; '
        "filename*=UTF-8''K%C3%A4se.mp4",
        "x-own": "1",
    }


def test_an_empty_file_is_an_answer(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    host, port = serve(SendFile(tmp_path / "empty", etag="e"))

    status, headers, content = Client(f"http://{host}:{port}/").ask(range="bytes=-5")

    assert (status, headers["content-length"], content) == (200, "0", b"")


def test_bytes_answer_ranges_and_conditions_too(serve: Serve) -> None:
    host, port = serve(SendBytes(b"#EXTM3U", media_type="text/plain", etag="1"))
    client = Client(f"http://{host}:{port}/")

    whole = client.ask()
    part = client.ask(range="bytes=1-3")
    known = client.ask(if_none_match='"1"')

    tag = {"accept-ranges": "bytes", "etag": '"1"'}
    described = {**tag, "content-type": "text/plain"}
    assert whole == (200, {**described, "content-length": "7"}, b"#EXTM3U")
    assert part == (
        206,
        {**described, "content-length": "3", "content-range": "bytes 1-3/7"},
        b"EXT",
    )
    assert known == (304, tag, b"")


def test_nginx_is_told_where_the_blob_is(serve: Serve, tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "store")
    blob = SendBlob(
        store,
        "a/b c",
        5,
        media_type="video/mp4",
        cache_control="private",
        accel_prefix="/internal/",
    )
    host, port = serve(blob)

    answer = Client(f"http://{host}:{port}/").ask(range="bytes=1-2")

    assert answer == (
        200,
        {
            "x-accel-redirect": "/internal/a/b%20c",
            "content-type": "video/mp4",
            "cache-control": "private",
            "content-length": "0",
        },
        b"",
    )


def test_a_far_blob_can_be_left_to_its_store(serve: Serve, store: LocalStore) -> None:
    blob = SendBlob(Elsewhere(store), "a/b", 5, filename="clip.mp4", redirect_expires_s=600)
    host, port = serve(blob)

    answer = Client(f"http://{host}:{port}/").ask()

    assert answer == (
        302,
        {
            "location": "https://elsewhere.example/a/b?expires=600&filename=clip.mp4",
            "cache-control": "private, max-age=300",
            "content-length": "0",
        },
        b"",
    )


async def test_what_is_missing_is_told_before_anything_is_sent(
    tmp_path: Path, store: LocalStore
) -> None:
    scope = {"type": "http", "method": "GET", "headers": []}
    sent: list[object] = []

    async def receive() -> object:
        return {"type": "http.disconnect"}

    async def send(message: object) -> None:
        sent.append(message)

    with pytest.raises(NotFound):
        await SendFile(tmp_path / "missing")(scope, receive, send)
    with pytest.raises(NotFound):
        await SendFile(tmp_path)(scope, receive, send)
    with pytest.raises(BlobMissing):
        await SendBlob(store, "missing", 5)(scope, receive, send)
    with pytest.raises(BlobMissing):
        await SendBlob(Elsewhere(store), "missing", 5)(scope, receive, send)

    assert sent == []


def test_a_far_blob_is_no_longer_read_when_the_client_is_gone(
    serve: Serve, store: LocalStore
) -> None:
    far = Elsewhere(store)
    given: list[int] = []

    def endless(key: str, start: int, length: int) -> Any:
        for number in range(length >> 20):
            given.append(number)
            yield bytes(1 << 20)

    far.read = endless  # type: ignore[assignment]  # a blob larger than any buffer
    host, port = serve(SendBlob(far, "a/b", 1 << 40))

    with httpx.stream("GET", f"http://{host}:{port}/") as answer:
        next(answer.iter_raw())

    assert len(given) < 1 << 12


def test_a_litestar_handler_returns_it_like_any_answer(serve: Serve, path: Path) -> None:
    @get("/typed", sync_to_thread=False)
    def typed() -> SendFile:
        return SendFile(path, etag="tag")

    @get("/any", sync_to_thread=False)
    def either() -> LitestarApp:
        return SendBytes(b"abc")

    host, port = serve(Litestar([typed, either], openapi_config=None))

    part = httpx.get(f"http://{host}:{port}/typed", headers={"range": "bytes=1-3"})
    small = httpx.get(f"http://{host}:{port}/any")

    assert (part.status_code, part.content) == (206, CONTENT[1:4])
    assert (small.status_code, small.content) == (200, b"abc")
