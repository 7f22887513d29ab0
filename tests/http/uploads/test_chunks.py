import asyncio
import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from tests.http.uploads.making import begun, body, make_runtime, uploader

from vitascope.base.errors import StorageFull
from vitascope.core.uploads.model import Upload, UploadBusy, UploadProtocol
from vitascope.core.uploads.queries import list_chunks
from vitascope.db import Database
from vitascope.http.asgi import Message
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.chunks import ChunkSizeMismatch, receive_chunk
from vitascope.http.uploads.files import files_of


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.fixture
def upload(runtime: Runtime) -> Upload:
    """Of three chunks, the last of which is shorter."""
    chunks = {"protocol": UploadProtocol.CHUNKS, "chunk_bytes": 4}
    return begun(runtime, uploader(runtime.db), 10, **chunks)


def content(runtime: Runtime, upload: Upload) -> bytes:
    return files_of(runtime).path(upload.uuid).read_bytes()


def known(runtime: Runtime, upload: Upload) -> list[int]:
    with runtime.db.read() as tx:
        return list_chunks(tx, upload.id)


async def test_chunks_come_in_any_order(runtime: Runtime, upload: Upload) -> None:
    answers = [
        await receive_chunk(runtime, upload, 2, body(b"ij")),
        await receive_chunk(runtime, upload, 0, body(b"abcd", 3)),
        await receive_chunk(runtime, upload, 1, body(b"efgh")),
    ]

    assert answers == [[2], [0, 2], [0, 1, 2]]
    assert content(runtime, upload) == b"abcdefghij"
    assert [path.name for path in runtime.uploads.glob("*.[0-9]*")] == []


async def test_a_chunk_that_comes_again_takes_the_place_of_the_first(
    runtime: Runtime, upload: Upload
) -> None:
    await receive_chunk(runtime, upload, 0, body(b"abcd"))
    await receive_chunk(runtime, upload, 1, body(b"efgh"))

    again = await receive_chunk(runtime, upload, 0, body(b"ABCD"))

    assert again == [0, 1]
    assert content(runtime, upload) == b"ABCDefgh"


@pytest.mark.parametrize(
    ("piece", "is_larger"), [(b"abc", False), (b"abcde", True), (b"", False)]
)
async def test_a_chunk_of_another_size_changes_nothing(
    runtime: Runtime, upload: Upload, piece: bytes, is_larger: bool
) -> None:
    await receive_chunk(runtime, upload, 1, body(b"efgh"))

    for position in (0, 1):
        with pytest.raises(ChunkSizeMismatch) as refused:
            await receive_chunk(runtime, upload, position, body(piece))
        assert (refused.value.expected, refused.value.is_larger) == (4, is_larger)

    assert known(runtime, upload) == [1]
    assert content(runtime, upload)[4:8] == b"efgh"


async def test_of_two_who_send_one_chunk_the_second_has_to_wait(
    runtime: Runtime, upload: Upload
) -> None:
    started, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> Message:
        started.set()
        await go_on.wait()
        return {"type": "http.request", "body": b"abcd", "more_body": False}

    first = asyncio.create_task(receive_chunk(runtime, upload, 0, slowly))
    await started.wait()
    with pytest.raises(UploadBusy):
        await receive_chunk(runtime, upload, 0, body(b"ABCD"))
    beside = await receive_chunk(runtime, upload, 1, body(b"efgh"))
    go_on.set()

    assert (beside, await first) == ([1], [0, 1])
    assert content(runtime, upload) == b"abcdefgh"


async def test_without_room_on_the_disk_a_chunk_is_not_read(
    runtime: Runtime, upload: Upload
) -> None:
    full = replace(runtime, min_free_bytes=1 << 60)

    with pytest.raises(StorageFull, match="nearly full"):
        await receive_chunk(full, upload, 0, unread)

    assert not files_of(runtime).path(upload.uuid).exists()


async def test_a_disk_that_is_full_while_chunks_are_exchanged_makes_one_missing(
    runtime: Runtime, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    await receive_chunk(runtime, upload, 0, body(b"abcd"))
    await receive_chunk(runtime, upload, 1, body(b"efgh"))
    sync, seen = os.fdatasync, []

    def full(fd: int) -> None:
        seen.append(fd)
        if len(seen) == 2:  # the first is that of the new chunk beside the old one
            raise OSError(errno.ENOSPC, "No space left on device")
        sync(fd)

    with monkeypatch.context() as patched:
        patched.setattr(os, "fdatasync", full)
        with pytest.raises(StorageFull):
            await receive_chunk(runtime, upload, 0, body(b"ABCD"))
    missing = known(runtime, upload)
    arrived = await receive_chunk(runtime, upload, 0, body(b"ABCD"))

    assert (missing, arrived) == ([1], [0, 1])
    assert content(runtime, upload) == b"ABCDefgh"


async def unread() -> Message:
    raise AssertionError("the body was read")
