from pathlib import Path

import pytest
from tests.http.uploads.making import begun, body, make_runtime, uploader
from tests.media.clips import Draw

from vitascope.base.errors import NotFound
from vitascope.core.uploads.model import UploadBusy, UploadProtocol, UploadState
from vitascope.core.uploads.queries import get_upload_row
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.http.uploads.cancel import cancel
from vitascope.http.uploads.chunks import receive_chunk
from vitascope.http.uploads.files import files_of
from vitascope.http.uploads.finish import finish
from vitascope.http.uploads.receive import receive_bytes
from vitascope.http.uploads.room import room_of


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


def left(runtime: Runtime) -> list[str]:
    return [path.name for path in runtime.uploads.iterdir()]


async def test_nothing_is_left_of_a_cancelled_upload(runtime: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), 10)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)

    await cancel(runtime, upload)
    await cancel(runtime, upload)

    with runtime.db.read() as tx:
        assert get_upload_row(tx, upload.id).state is UploadState.CANCELED
    assert left(runtime) == []


async def test_an_upload_that_is_written_to_cannot_be_cancelled(runtime: Runtime) -> None:
    upload = begun(runtime, uploader(runtime.db), 10)
    await receive_bytes(runtime, upload, body(b"hello"), offset=0)

    with files_of(runtime).hold(upload.uuid), pytest.raises(UploadBusy):
        await cancel(runtime, upload)

    assert files_of(runtime).received(upload.uuid) == 5


async def test_bytes_that_come_after_the_end_are_not_stored(runtime: Runtime) -> None:
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, 10)
    chunks = {"protocol": UploadProtocol.CHUNKS, "chunk_bytes": 10}
    chunked = begun(runtime, ada, 10, **chunks)
    await cancel(runtime, upload)
    await cancel(runtime, chunked)

    # Both were found before they were cancelled.
    with pytest.raises(NotFound):
        await receive_bytes(runtime, upload, body(b"hello"), offset=0)
    with pytest.raises(NotFound):
        await receive_chunk(runtime, chunked, 0, body(b"0123456789"))

    assert all(path.stat().st_size == 0 for path in runtime.uploads.iterdir())


@pytest.mark.media
async def test_what_has_become_a_video_stays_one(runtime: Runtime, draw_clip: Draw) -> None:
    film = draw_clip("film.mp4", duration_s=1).read_bytes()
    ada = uploader(runtime.db)
    upload = begun(runtime, ada, len(film))
    await receive_bytes(runtime, upload, body(film), offset=0)
    entry = await finish(runtime, ada, upload, room=room_of(runtime))

    # As one does who found the upload before it was finished.
    await cancel(runtime, upload)

    assert await finish(runtime, ada, upload, room=room_of(runtime)) == entry
    assert entry.media is not None
    assert b"".join(runtime.store.read(f"assets/{entry.media.uuid}/source")) == film
    assert left(runtime) == []
