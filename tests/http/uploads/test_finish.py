import hashlib
from pathlib import Path

import pytest
from tests.http.uploads.making import begun, body, make_runtime, uploader
from tests.media.clips import Draw

from vitascope.base.errors import Invalid
from vitascope.core.assets.queries import get_asset
from vitascope.core.uploads.model import (
    ChecksumMismatch,
    UploadIncomplete,
    UploadProtocol,
    UploadState,
)
from vitascope.core.uploads.queries import get_upload_row
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.chunks import receive_chunk
from vitascope.http.uploads.finish import finish
from vitascope.http.uploads.receive import receive_bytes
from vitascope.http.uploads.room import room_of


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


@pytest.mark.media
async def test_received_bytes_become_a_video_with_their_hash(
    runtime: Runtime, draw_clip: Draw
) -> None:
    film = draw_clip("film.mp4", duration_s=1).read_bytes()
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, len(film))
    half = len(film) // 2
    await receive_bytes(runtime, upload, body(film[:half]), offset=0)
    await receive_bytes(runtime, upload, body(film[half:]), offset=half)

    entry = await finish(runtime, ada, upload, room=room_of(runtime))
    again = await finish(runtime, ada, upload, room=room_of(runtime))

    assert entry.media is not None
    with runtime.db.read() as tx:
        asset = get_asset(tx, entry.media.id)
        state = get_upload_row(tx, upload.id).state
    assert (asset.sha256, asset.uuid) == (hashlib.sha256(film).hexdigest(), upload.uuid)
    assert b"".join(runtime.store.read(asset.source_key)) == film
    assert (again, state) == (entry, UploadState.DONE)
    assert list(runtime.uploads.iterdir()) == []


@pytest.mark.media
async def test_chunks_in_any_order_become_the_same_file(
    runtime: Runtime, draw_clip: Draw
) -> None:
    film = draw_clip("film.mp4", duration_s=1).read_bytes()
    ada, size = uploader(runtime.db), len(film) // 3 + 1
    chunks = {"protocol": UploadProtocol.CHUNKS, "chunk_bytes": size}
    upload = begun(runtime, ada, len(film), **chunks)
    pieces = [film[at : at + size] for at in range(0, len(film), size)]

    await receive_chunk(runtime, upload, 2, body(pieces[2]))
    with pytest.raises(UploadIncomplete) as incomplete:
        await finish(runtime, ada, upload, room=room_of(runtime))
    await receive_chunk(runtime, upload, 0, body(b"x" * size))
    await receive_chunk(runtime, upload, 0, body(pieces[0]))
    arrived = await receive_chunk(runtime, upload, 1, body(pieces[1]))
    entry = await finish(runtime, ada, upload, room=room_of(runtime))

    assert incomplete.value.missing == (0, 1)
    assert arrived == [0, 1, 2]
    assert entry.media is not None
    key = f"assets/{entry.media.uuid}/source"
    assert b"".join(runtime.store.read(key)) == film


async def test_what_is_no_film_is_refused_and_the_upload_says_why(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, 5)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)

    with pytest.raises(Invalid) as refused:
        await finish(runtime, ada, upload, room=room_of(runtime))

    with runtime.db.read() as tx:
        failed = get_upload_row(tx, upload.id)
    assert refused.value.field == "file"
    assert (failed.state, failed.failure) == (UploadState.FAILED, refused.value.message)


async def test_a_promised_hash_is_held_against_the_bytes(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, 5, sha256="0" * 64)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)

    with pytest.raises(ChecksumMismatch, match="SHA-256"):
        await finish(runtime, ada, upload, room=room_of(runtime))
