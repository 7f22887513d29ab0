"""Programs that people upload with, against a real server on this machine."""

import io
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import httpx
import pytest
import uvicorn
from tests.dialects.runtimes import Headers
from tests.media.clips import Draw
from tests.settings import changed
from tusclient.client import TusClient
from tusclient.exceptions import TusUploadFailed
from tusclient.uploader.uploader import Uploader

from vitascope.dialects.videocms import build
from vitascope.http.runtime import Runtime

pytestmark = pytest.mark.media

_PATIENCE_S = 60.0
Clients: TypeAlias = Callable[[], TusClient]


@pytest.fixture
def url(runtime: Runtime) -> Iterator[str]:
    """Where the server is."""
    app = build(changed(runtime, public_url="http://localhost"))
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_config=None, lifespan="off"))
    thread = threading.Thread(target=server.run)
    thread.start()
    until = time.monotonic() + _PATIENCE_S
    while not server.started and time.monotonic() < until:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def new_client(url: str, his: Headers) -> Clients:
    """Clients that know nothing of each other."""
    return lambda: TusClient(f"{url}/api/uploads", headers=dict(his))


@pytest.fixture
def film(draw_clip: Draw) -> bytes:
    return draw_clip("film.mp4", size="320x180", duration_s=2).read_bytes()


def uploader(client: TusClient, film: bytes, **settings: Any) -> Uploader:
    given = {"chunk_size": 10_000, "metadata": {"filename": "film.mp4"}, **settings}
    return client.uploader(file_stream=io.BytesIO(film), **given)


def finalize(upload: Uploader, his: Headers) -> httpx.Response:
    return httpx.post(f"{upload.url}/finalize", headers=his)


def size_of(url: str, his: Headers, answer: httpx.Response) -> Any:
    detail = httpx.get(f"{url}/api/file?LinkID={answer.json()['ID']}", headers=his)
    return detail.json()["Size"]


@pytest.mark.parametrize("checks", [False, True])
def test_tuspy_uploads_a_film_in_chunks(
    url: str, new_client: Clients, his: Headers, film: bytes, checks: bool
) -> None:
    upload = uploader(new_client(), film, upload_checksum=checks)

    upload.upload()
    answer = finalize(upload, his)

    assert (answer.status_code, answer.json()["Name"]) == (200, "film.mp4")
    assert size_of(url, his, answer) == len(film)


def test_tuspy_goes_on_where_another_client_was_stopped(
    url: str, new_client: Clients, his: Headers, film: bytes
) -> None:
    stopped = uploader(new_client(), film)
    stopped.upload(stop_at=20_000)

    resumed = uploader(new_client(), film, url=stopped.url)
    offset = resumed.offset
    resumed.upload()
    answer = finalize(resumed, his)

    assert offset == 20_000
    assert size_of(url, his, answer) == len(film)


def test_tuspy_is_told_what_is_refused(new_client: Clients, film: bytes) -> None:
    upload = uploader(new_client(), film, chunk_size=1000)
    upload.upload(stop_at=1000)
    upload.offset = 500

    with pytest.raises(TusUploadFailed) as refusal:
        upload.upload(stop_at=2000)

    assert (refusal.value.status_code, refusal.value.response_content) == (
        409,
        b"ERR_MISMATCHED_OFFSET: The upload is at byte 1000\n",
    )
