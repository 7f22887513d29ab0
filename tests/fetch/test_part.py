import asyncio
import os
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vitascope.fetch.part import BATCH_BYTES, Part, Source, record_path

URL = "https://a.example/v.mp4"


def source(**changes: object) -> Source:
    plain = Source(url=URL, final_url=URL, filename="v.mp4", total_bytes=10, etag='"1"')
    return msgspec.structs.replace(plain, **changes)


@pytest.mark.parametrize(
    ("etag", "last_modified", "validator"),
    [
        ('"1"', "Mon, 01 Jan 2024 00:00:00 GMT", '"1"'),
        ('W/"1"', "Mon, 01 Jan 2024 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 GMT"),
        ('W/"1"', None, None),
        (None, "Mon, 01 Jan 2024 00:00:00 GMT", "Mon, 01 Jan 2024 00:00:00 GMT"),
        (None, None, None),
    ],
)
def test_only_a_strong_validator_is_one(
    etag: str | None, last_modified: str | None, validator: str | None
) -> None:
    known = source(etag=etag, last_modified=last_modified)

    found = known.validator

    assert found == validator


@given(
    sizes=st.lists(st.one_of(st.integers(0, 9), st.integers(0, 2 * BATCH_BYTES)), max_size=5)
)
def test_the_file_is_the_chunks_one_after_the_other(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int]
) -> None:
    path = tmp_path_factory.mktemp("part") / "file"
    chunks = [bytes([number]) * size for number, size in enumerate(sizes)]

    async def write() -> int:
        part = await Part.open(path, URL)
        await part.begin(source())
        for chunk in chunks:
            await part.write(chunk)
        await part.close()
        return part.size_bytes

    size_bytes = asyncio.run(write())

    assert path.read_bytes() == b"".join(chunks)
    assert size_bytes == sum(sizes)


async def test_a_part_goes_on_where_it_was_closed(tmp_path: Path) -> None:
    first = await Part.open(tmp_path / "v.bin", URL)
    await first.begin(source())
    await first.write(b"01234")
    await first.close()

    again = await Part.open(tmp_path / "v.bin", URL)

    assert (again.size_bytes, again.source, again.is_complete) == (5, source(), False)
    await again.write(b"56789")
    await again.finish()
    await again.close()
    assert (tmp_path / "v.bin").read_bytes() == b"0123456789"
    assert again.is_complete is True


@pytest.mark.parametrize(
    "record",
    [
        None,
        b"",
        b"nonsense",
        b'{"url": 1}',
        msgspec.json.encode(source(url="https://a.example/other.mp4")),
    ],
)
async def test_bytes_from_elsewhere_are_dropped(tmp_path: Path, record: bytes | None) -> None:
    path = tmp_path / "v.bin"
    path.write_bytes(b"01234")
    if record is not None:
        record_path(path).write_bytes(record)

    part = await Part.open(path, URL)

    await part.close()
    assert (part.size_bytes, part.source, path.read_bytes()) == (0, None, b"")


async def test_beginning_again_drops_what_is_there(tmp_path: Path) -> None:
    part = await Part.open(tmp_path / "v.bin", URL)
    await part.begin(source())
    await part.write(b"old" * BATCH_BYTES)
    await part.write(b"old")

    await part.begin(source(etag='"2"'))
    await part.write(b"new")
    await part.close()

    assert (tmp_path / "v.bin").read_bytes() == b"new"
    assert msgspec.json.decode(record_path(part.path).read_bytes(), type=Source) == source(
        etag='"2"'
    )


async def test_the_end_of_a_file_of_unknown_length_is_noted(tmp_path: Path) -> None:
    part = await Part.open(tmp_path / "v.bin", URL)
    await part.begin(source(total_bytes=None))
    await part.write(b"0123")

    await part.finish()
    await part.close()

    again = await Part.open(tmp_path / "v.bin", URL)
    await again.close()
    assert (again.source, again.is_complete) == (source(total_bytes=4), True)


async def test_a_discarded_part_leaves_nothing(tmp_path: Path) -> None:
    part = await Part.open(tmp_path / "v.bin", URL)
    await part.begin(source())
    await part.write(b"0123")

    await part.discard()
    await part.close()

    assert list(tmp_path.iterdir()) == []


async def test_a_signed_url_is_for_the_owner_only(tmp_path: Path) -> None:
    part = await Part.open(tmp_path / "v.bin", URL)

    await part.begin(source())
    await part.close()

    assert record_path(part.path).stat().st_mode & 0o777 == 0o600


async def test_a_full_disk_is_told_and_the_file_closed() -> None:
    fd = os.open("/dev/full", os.O_WRONLY)
    part = Part(Path("/dev/full"), fd, None)
    await part.write(b"x")

    with pytest.raises(OSError, match="No space left"):
        await part.finish()
    with pytest.raises(OSError, match="No space left"):
        await part.close()

    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(fd)
