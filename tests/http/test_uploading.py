import hashlib
from pathlib import Path

import pytest
from tests.core.stats.counting import totals
from tests.http.uploads.making import make_runtime, uploader
from tests.media.clips import Draw

from vitascope.base.errors import Invalid, StorageFull
from vitascope.core.stats import model as stats
from vitascope.core.uploads.model import FileTooLarge
from vitascope.core.uploads.room import Room
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.videos.fields import VideoFields
from vitascope.db import Database
from vitascope.http.asgi import Scope
from vitascope.http.runtime import Runtime
from vitascope.http.uploading import Arrived, accept_upload, check_announced
from vitascope.http.uploads.room import room_of
from vitascope.media.probe import Probe

TITLED = VideoFields(title="A film")
ROOMY = Room(most_bytes=1000, free_bytes=10_000)


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


def arrived(runtime: Runtime, content: bytes) -> Arrived:
    runtime.incoming.mkdir(parents=True, exist_ok=True)
    path = runtime.incoming / "form"
    path.write_bytes(content)
    return Arrived(
        path=path,
        size_bytes=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content_type="video/mp4",
        filename="film.mp4",
    )


def announcing(length: object) -> Scope:
    return {"type": "http", "headers": [(b"content-length", str(length).encode())]}


@pytest.mark.parametrize(
    ("room", "quota_bytes", "error"),
    [
        (Room(most_bytes=900, free_bytes=10_000), None, FileTooLarge),
        (Room(most_bytes=1000, free_bytes=900), None, StorageFull),
        (ROOMY, 901, UserQuotaExceeded),
    ],
)
async def test_a_form_is_refused_by_what_its_file_has_at_least(
    runtime: Runtime, room: Room, quota_bytes: int | None, error: type[Exception]
) -> None:
    ada = uploader(runtime.db, quota_bytes=quota_bytes)

    await check_announced(runtime, ada, announcing(998), room=room, beside_bytes=100)
    with pytest.raises(error):
        await check_announced(runtime, ada, announcing(1001), room=room, beside_bytes=100)


@pytest.mark.parametrize("length", ["", "many"])
async def test_a_form_that_does_not_say_its_length_is_read(
    runtime: Runtime, length: str
) -> None:
    ada = uploader(runtime.db)

    await check_announced(runtime, ada, announcing(length), room=ROOMY)
    await check_announced(runtime, ada, {"type": "http", "headers": []}, room=ROOMY)


async def test_what_is_no_film_is_refused_and_gone(runtime: Runtime) -> None:
    file = arrived(runtime, b"Once upon a time")

    with pytest.raises(Invalid) as refused:
        await accept_upload(runtime, uploader(runtime.db), file, TITLED, room=room_of(runtime))

    assert refused.value.field == "file"
    assert not file.path.exists()


async def test_what_there_is_no_room_for_is_refused_and_gone(runtime: Runtime) -> None:
    file = arrived(runtime, b"x" * 1001)

    with pytest.raises(FileTooLarge):
        await accept_upload(runtime, uploader(runtime.db), file, TITLED, room=ROOMY)

    assert not file.path.exists()


@pytest.mark.media
async def test_a_film_is_stored_once_however_often_it_comes(
    runtime: Runtime, draw_clip: Draw
) -> None:
    film = draw_clip("film.mp4", duration_s=1).read_bytes()
    ada = uploader(runtime.db)

    entries = [
        await accept_upload(runtime, ada, arrived(runtime, film), TITLED, room=room_of(runtime))
        for _ in range(2)
    ]

    assert entries[0].video.id != entries[1].video.id
    assert entries[0].media == entries[1].media
    assert entries[0].media is not None
    key = f"assets/{entries[0].media.uuid}/source"
    assert list(runtime.store.list("assets")) == [key]
    assert b"".join(runtime.store.read(key)) == film
    assert list(runtime.incoming.iterdir()) == []


@pytest.mark.media
async def test_a_film_counts_as_it_arrives_and_for_its_video_once_it_is_one(
    runtime: Runtime, draw_clip: Draw
) -> None:
    film = draw_clip("film.mp4", duration_s=1).read_bytes()
    ada = uploader(runtime.db)
    nothing = arrived(runtime, b"no film at all")
    with pytest.raises(Invalid):
        await accept_upload(runtime, ada, nothing, TITLED, room=room_of(runtime))

    entry = await accept_upload(
        runtime, ada, arrived(runtime, film), TITLED, room=room_of(runtime)
    )

    runtime.metering.write()
    with runtime.db.read() as tx:
        assert {each: totals(tx, stats.Meter.UPLOAD, each) for each in stats.Scope} == {
            stats.Scope.ALL: {(0, 0): 14 + len(film)},
            stats.Scope.ACCOUNT: {(ada.account_id, 0): 14 + len(film)},
            stats.Scope.VIDEO: {(entry.video.id, ada.account_id): len(film)},
            stats.Scope.RENDITION: {},
            stats.Scope.HOST: {},
        }


@pytest.mark.media
async def test_an_api_may_refuse_what_was_found_inside(
    runtime: Runtime, draw_clip: Draw
) -> None:
    file = arrived(runtime, draw_clip("film.mp4", duration_s=1).read_bytes())

    def refuse(found: Probe) -> None:
        raise Invalid("file", f"{found.duration_ms} ms are too long")

    with pytest.raises(Invalid, match="are too long"):
        await accept_upload(
            runtime,
            uploader(runtime.db),
            file,
            TITLED,
            room=room_of(runtime),
            inspect=refuse,
        )

    assert not file.path.exists()
    assert list(runtime.store.list("assets")) == []
