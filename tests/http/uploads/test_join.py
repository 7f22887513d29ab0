import errno
import os
from pathlib import Path

import pytest
from tests.http.uploads.making import begun, body, make_runtime, uploader

from vitascope.base.errors import StorageFull
from vitascope.core.uploads.model import Upload, UploadBusy, UploadIncomplete, UploadPart
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.cancel import cancel
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.join import join_uploads
from vitascope.http.uploads.receive import receive_bytes


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


async def parts_and_final(runtime: Runtime, *contents: bytes) -> tuple[list[Upload], Upload]:
    ada = uploader(runtime.db)
    parts = []
    for content in contents:
        part = begun(runtime, ada, len(content), part=UploadPart.PARTIAL)
        await receive_bytes(runtime, part, body(content), offset=0)
        parts.append(part)
    concat = "final;" + " ".join(f"/api/uploads/{part.uuid.hex}" for part in parts)
    size_bytes = sum(map(len, contents))
    return parts, begun(runtime, ada, size_bytes, part=UploadPart.FINAL, concat=concat)


def content(runtime: Runtime, upload: Upload) -> bytes:
    return files_of(runtime).path(upload.uuid).read_bytes()


async def test_parts_become_one_file_in_their_order_and_stay(runtime: Runtime) -> None:
    parts, final = await parts_and_final(runtime, b"one ", b"two ", b"three")

    await join_uploads(runtime, final, parts)
    await join_uploads(runtime, final, parts)

    assert content(runtime, final) == b"one two three"
    assert [content(runtime, part) for part in parts] == [b"one ", b"two ", b"three"]
    assert final.parts == tuple(part.uuid for part in parts)


@pytest.mark.parametrize("code", [errno.ENOSYS, errno.EXDEV, errno.EOPNOTSUPP])
async def test_where_the_system_does_not_copy_we_do(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    parts, final = await parts_and_final(runtime, b"one ", b"two ", b"three")
    known = os.copy_file_range
    calls = iter([False, True, True, False])

    def sometimes(source: int, target: int, count: int) -> int:
        if next(calls):
            return known(source, target, count)
        raise OSError(code, "not here")

    monkeypatch.setattr(os, "copy_file_range", sometimes)
    await join_uploads(runtime, final, parts)

    assert content(runtime, final) == b"one two three"


async def test_where_nobody_knows_the_call_we_copy(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, final = await parts_and_final(runtime, b"one ", b"two")

    monkeypatch.delattr(os, "copy_file_range")
    await join_uploads(runtime, final, parts)

    assert content(runtime, final) == b"one two"


async def test_a_part_that_is_gone_is_missed(runtime: Runtime) -> None:
    parts, final = await parts_and_final(runtime, b"one ", b"two")
    await cancel(runtime, parts[1])

    with pytest.raises(UploadIncomplete) as missed:
        await join_uploads(runtime, final, parts)

    assert (missed.value.received, missed.value.expected) == (0, 3)
    assert not files_of(runtime).path(final.uuid).exists()


async def test_a_part_that_somebody_is_at_work_on_is_waited_for(runtime: Runtime) -> None:
    parts, final = await parts_and_final(runtime, b"one ", b"two")

    with files_of(runtime).hold(parts[1].uuid), pytest.raises(UploadBusy):
        await join_uploads(runtime, final, parts)

    await join_uploads(runtime, final, parts)
    assert content(runtime, final) == b"one two"


async def test_a_full_disk_leaves_the_parts_and_nothing_else(
    runtime: Runtime, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts, final = await parts_and_final(runtime, b"one ", b"two")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "copy_file_range", full)
        with pytest.raises(StorageFull):
            await join_uploads(runtime, final, parts)
    was_there = files_of(runtime).path(final.uuid).exists()
    await join_uploads(runtime, final, parts)

    assert not was_there
    assert content(runtime, final) == b"one two"
