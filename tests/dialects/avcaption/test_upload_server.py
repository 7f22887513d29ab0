"""Uploads in chunks on a real server: side by side, cut off, and as the document types them."""

import json
import shutil
import socket
import subprocess
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from tests.conftest import missing
from tests.dialects.avcaption.chunked import (
    CHUNK,
    CHUNK_BYTES,
    begin,
    complete,
    cut,
    draw_clip,
    padded,
    send,
)
from tests.dialects.runtimes import Headers
from tests.dialects.whole import Whole, whole_server
from tests.journeys.server import wait_for
from tests.web.site import serving

from vitascope.core.access.model import CredentialKind
from vitascope.core.videos.queries.entries import get_entry

pytestmark = pytest.mark.media

CHUNKS = 9
SIZE_BYTES = (CHUNKS - 1) * CHUNK_BYTES + 4321

# The document's lines; only its address, its key and the id it was answered are filled in.
DOCUMENTED = r"""
curl -X POST https://dashboard.avcaption.com/api/v1/upload/init \
-H "X-API-Key: avc_..." \
-d '{"filename":"course-lesson-1.mp4","size":1234567890,"title":"Lesson 1"}'
curl -X POST https://dashboard.avcaption.com/api/v1/upload/chunk \
-H "X-API-Key: avc_..." \
-H "X-Upload-ID: abc123" \
-H "X-Chunk-Index: 0" \
--data-binary @chunk-0.bin
curl -X POST https://dashboard.avcaption.com/api/v1/upload/complete \
-H "X-API-Key: avc_..." \
-d '{"upload_id":"abc123"}'
"""
_INIT, _CHUNK, _COMPLETE = (f"curl{text}" for text in DOCUMENTED.split("\ncurl")[1:])


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Of nine chunks."""
    return padded(draw_clip(tmp_path_factory.mktemp("clips") / "clip.mp4"), SIZE_BYTES)


@pytest.fixture
def whole(template: Path, tmp_path: Path) -> Iterator[Whole]:
    with whole_server(template, tmp_path) as whole:
        yield whole


@pytest.fixture
def origin(whole: Whole) -> Iterator[str]:
    with serving(whole.app) as origin:
        yield origin


@pytest.fixture
def client(origin: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=origin, timeout=120) as client:
        yield client


@pytest.fixture
def keyed(whole: Whole) -> Headers:
    return {"X-API-Key": whole.credential(whole.ada, CredentialKind.AVCAPTION_KEY)}


def stored(whole: Whole, answer: dict[str, Any]) -> bytes:
    with whole.parts.db.read() as tx:
        media = get_entry(tx, uuid.UUID(answer["video_id"])).media
    assert media is not None
    return b"".join(whole.parts.store.read(f"assets/{media.uuid}/source"))


def test_eight_threads_send_chunks_in_any_order(
    whole: Whole, client: httpx.Client, keyed: Headers, film: bytes
) -> None:
    chunks = cut(film)
    upload_id = begin(client, keyed, SIZE_BYTES)
    order = [7, 2, 8, 0, 5, 1, 6, 3, 4]

    with ThreadPoolExecutor(8) as threads:
        answers = list(
            threads.map(lambda n: send(client, keyed, upload_id, n, chunks[n]), order)
        )
    made = complete(client, keyed, upload_id)

    assert [answer.status_code for answer in answers] == [200] * CHUNKS
    assert max(answer.json()["received_chunks"] for answer in answers) == CHUNKS
    assert made.json()["status"] == "processing"
    assert stored(whole, made.json()) == film


@pytest.mark.parametrize("was_here", [True, False])
def test_a_client_that_leaves_within_a_chunk_changes_nothing(
    whole: Whole, client: httpx.Client, keyed: Headers, film: bytes, was_here: bool
) -> None:
    chunks = cut(film)
    upload_id = begin(client, keyed, SIZE_BYTES)
    for index, chunk in enumerate(chunks):
        if index != 1 or was_here:
            send(client, keyed, upload_id, index, chunk)

    # There while the server writes the chunk.
    lock = whole.parts.uploads / f"{uuid.UUID(upload_id).hex}.1.lock"
    with half_a_chunk(client, keyed, upload_id, 1):
        wait_for(lock.exists, "the server writes the chunk")
    wait_for(lambda: not lock.exists(), "the server heard that we left")
    told = complete(client, keyed, upload_id)
    send(client, keyed, upload_id, 1, chunks[1])
    made = complete(client, keyed, upload_id)

    if was_here:
        assert told.json() == made.json()
    else:
        assert (told.status_code, told.json()["missing_chunks"]) == (409, [1])
    assert stored(whole, made.json()) == film


@contextmanager
def half_a_chunk(
    client: httpx.Client, keyed: Headers, upload_id: str, index: int
) -> Iterator[None]:
    """Send half of a chunk of other bytes, and leave in the end."""
    headers = {
        "Host": "localhost",
        **keyed,
        "X-Upload-ID": upload_id,
        "X-Chunk-Index": str(index),
        "Content-Length": str(CHUNK_BYTES),
    }
    lines = [f"POST {CHUNK} HTTP/1.1", *(f"{name}: {text}" for name, text in headers.items())]
    address = urlsplit(str(client.base_url))
    with socket.create_connection((address.hostname, address.port)) as leaving:
        leaving.sendall("\r\n".join([*lines, "", ""]).encode())
        leaving.sendall(b"\xff" * (CHUNK_BYTES // 2))
        yield


def test_the_last_whole_chunk_of_a_number_wins(
    whole: Whole, client: httpx.Client, keyed: Headers, film: bytes
) -> None:
    chunks = cut(film)
    upload_id = begin(client, keyed, SIZE_BYTES)
    for index, chunk in enumerate(chunks):
        send(client, keyed, upload_id, index, bytes(len(chunk)))

    answers = [send(client, keyed, upload_id, n, chunk) for n, chunk in enumerate(chunks)]
    made = complete(client, keyed, upload_id)

    assert [answer.json()["received_chunks"] for answer in answers] == [CHUNKS] * CHUNKS
    assert stored(whole, made.json()) == film


def test_the_documented_lines_work_as_they_are_typed(
    whole: Whole, origin: str, keyed: Headers, film: bytes, tmp_path: Path
) -> None:
    for index, chunk in enumerate(cut(film)):
        (tmp_path / f"chunk-{index}.bin").write_bytes(chunk)
    known = {"https://dashboard.avcaption.com": origin, "avc_...": keyed["X-API-Key"]}

    begun = typed(_INIT, {**known, "1234567890": str(SIZE_BYTES)}, tmp_path)
    known["abc123"] = begun["upload_id"]
    sent = [
        typed(_CHUNK, {**known, "Index: 0": f"Index: {n}", "chunk-0": f"chunk-{n}"}, tmp_path)
        for n in range(CHUNKS)
    ]
    made = typed(_COMPLETE, known, tmp_path)

    assert begun["chunk_size"] == CHUNK_BYTES
    assert [answer["received_chunks"] for answer in sent] == list(range(1, CHUNKS + 1))
    with whole.parts.db.read() as tx:
        video = get_entry(tx, uuid.UUID(made["video_id"])).video
    assert video.title == "Lesson 1"
    assert made == {
        "video_id": str(video.uuid),
        "embed_token": video.embed_token,
        "status": "processing",
    }
    assert stored(whole, made) == film


def typed(line: str, filled: dict[str, str], folder: Path) -> dict[str, Any]:
    """What the server answers to the line."""
    if shutil.which("curl") is None:
        missing("curl")
    for printed, ours in filled.items():
        line = line.replace(printed, ours)
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", line], cwd=folder, capture_output=True, check=True
    )
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
