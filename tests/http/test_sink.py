import asyncio
import hashlib
import tempfile
import tracemalloc
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.base.errors import Conflict, QuotaExceeded, StorageFull
from vitascope.http.sink import BATCH_BYTES, AppendSink, Received

NO_LIMIT = 1 << 40


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


async def received(path: Path, chunks: list[bytes], offset: int = 0) -> tuple[Received, str]:
    digest = hashlib.sha256()
    sink = AppendSink(path, limit_bytes=NO_LIMIT, offset=offset, digests=[digest])
    for chunk in chunks:
        await sink.write(chunk)
    return await sink.finish(), digest.hexdigest()


SIZES = st.lists(st.one_of(st.integers(0, 50), st.integers(0, BATCH_BYTES + 50)), max_size=8)


@given(before=st.binary(max_size=50), sizes=SIZES)
def test_the_file_is_the_chunks_one_after_the_other(before: bytes, sizes: list[int]) -> None:
    chunks = [bytes([number]) * size for number, size in enumerate(sizes)]
    written = b"".join(chunks)

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(before)
        result = asyncio.run(received(path, chunks, offset=len(before)))
        content = path.read_bytes()

    assert content == before + written
    assert result == (Received(path=path, size_bytes=len(content)), sha256(written))


async def test_nothing_received_is_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "file"

    result = await received(path, [])

    assert path.read_bytes() == b""
    assert result == (Received(path=path, size_bytes=0), sha256(b""))


async def test_the_limit_itself_is_allowed_and_one_byte_more_is_not(tmp_path: Path) -> None:
    sink = AppendSink(tmp_path / "file", limit_bytes=10)
    await sink.write(b"0123456789")

    with pytest.raises(QuotaExceeded) as caught:
        await sink.write(b"x")

    error = caught.value
    assert (error.used, error.limit, error.unit) == (11, 10, "bytes")
    assert (await sink.finish()).size_bytes == 10


async def test_the_limit_counts_what_was_there_before(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"01234")
    sink = AppendSink(path, limit_bytes=8, offset=5)

    with pytest.raises(QuotaExceeded):
        await sink.write(b"6789")

    await sink.abort()
    assert path.read_bytes() == b"01234"


async def test_abort_removes_a_file_that_began_here(tmp_path: Path) -> None:
    sink = AppendSink(tmp_path / "file", limit_bytes=NO_LIMIT)
    await sink.write(bytes(BATCH_BYTES))
    await sink.write(b"rest")

    await sink.abort()

    assert list(tmp_path.iterdir()) == []


async def test_abort_leaves_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")
    sink = AppendSink(path, limit_bytes=NO_LIMIT, offset=6)
    await sink.write(bytes(3 * BATCH_BYTES))

    await sink.abort()

    assert path.read_bytes() == b"before"


@pytest.mark.parametrize("offset", [0, 5, 7])
async def test_a_file_that_ends_elsewhere_is_left_alone(tmp_path: Path, offset: int) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"before")

    with pytest.raises(Conflict, match="at byte 6"):
        AppendSink(path, limit_bytes=NO_LIMIT, offset=offset)

    assert path.read_bytes() == b"before"


async def test_a_digest_sees_the_same_bytes(tmp_path: Path) -> None:
    sha1 = hashlib.sha1(usedforsecurity=False)
    sink = AppendSink(tmp_path / "file", limit_bytes=NO_LIMIT, digests=[sha1])
    await sink.write(b"ab")
    await sink.write(b"c")

    await sink.finish()

    assert sha1.hexdigest() == "a9993e364706816aba3e25717850c26c9cd0d89d"


async def test_a_full_disk_is_heard_of_and_leaves_nothing_open() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no device that is always full")
    descriptors = psutil.Process().num_fds()
    sink = AppendSink(full, limit_bytes=NO_LIMIT)
    await sink.write(b"x")

    with pytest.raises(StorageFull, match="disk is full"):
        await sink.finish()

    assert psutil.Process().num_fds() == descriptors


async def test_cancelling_a_write_keeps_the_file_in_order(tmp_path: Path) -> None:
    path = tmp_path / "file"
    sink = AppendSink(path, limit_bytes=NO_LIMIT)
    await sink.write(bytes(BATCH_BYTES))
    writing = asyncio.create_task(sink.write(bytes(BATCH_BYTES)))
    await asyncio.sleep(0)
    writing.cancel()
    await asyncio.wait([writing])

    await sink.abort()

    assert not path.exists()


async def test_memory_holds_a_few_batches_only(tmp_path: Path) -> None:
    sink = AppendSink(tmp_path / "file", limit_bytes=NO_LIMIT)
    tracemalloc.start()
    try:
        for _ in range(64 * 16):
            await sink.write(bytes(64 << 10))
        _, peak_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    await sink.finish()
    assert peak_bytes < 6 * BATCH_BYTES
