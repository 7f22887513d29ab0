import io
from pathlib import Path

import pytest
from PIL import Image
from tests.factories import NOON, actor_of, make_video
from tests.pipeline.importing import (
    a_picture,
    ada,
    ask,
    blobs,
    current,
    folder_of,
    open_desk,
    video_of,
)

from vitascope.core.accounts.queries import update_user
from vitascope.core.imports.model import Import, ImportState
from vitascope.core.imports.queries import update_import
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.update import edit_video
from vitascope.db import Database
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_findings import Findings
from vitascope.pipeline.import_folder import ImportFolder
from vitascope.pipeline.import_poster import adopt_thumbnail


@pytest.fixture
def desk(db: Database, tmp_path: Path, tools: Tools) -> ImportDesk:
    return open_desk(db, tmp_path, tools)


def done(desk: ImportDesk, picture: bytes) -> tuple[Import, ImportFolder]:
    """An import that is done, and a picture came along."""
    asked, user = ask(desk.db), ada(desk.db)
    folder = folder_of(desk, asked)
    (folder.part("site") / "video.jpg").write_bytes(picture)
    folder.keep(
        Findings(
            file="site/video.mp4",
            filename="Bird.mp4",
            content_type="video/mp4",
            thumbnail="site/video.jpg",
        )
    )
    with desk.db.begin() as tx:
        entry = make_video(tx, user)
        update_import(tx, asked.id, now=NOON, state=ImportState.DONE, video_id=entry.video.id)
    return current(desk.db, asked.id), folder


def test_the_picture_that_came_along_is_shown(desk: ImportDesk) -> None:
    found, folder = done(desk, a_picture())

    adopt_thumbnail(desk, found, folder)

    entry = video_of(desk.db, found)
    assert blobs(desk) == [entry.video.poster_key]
    assert blobs(desk)[0].startswith(f"videos/{entry.video.uuid}/")
    with Image.open(io.BytesIO(b"".join(desk.store.read(blobs(desk)[0])))) as shown:
        assert (shown.format, shown.size) == ("JPEG", (64, 36))


def test_a_second_time_changes_nothing(desk: ImportDesk) -> None:
    found, folder = done(desk, a_picture())
    adopt_thumbnail(desk, found, folder)
    before = blobs(desk)

    (folder.part("site") / "video.jpg").write_bytes(a_picture())
    adopt_thumbnail(desk, found, folder)

    assert blobs(desk) == before


def test_the_owners_own_picture_stays(desk: ImportDesk) -> None:
    found, folder = done(desk, a_picture())
    entry, actor = video_of(desk.db, found), actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        chosen = VideoFields(poster_key="videos/chosen.jpg")
        edit_video(tx, actor, entry.video.id, chosen, now=NOON)

    adopt_thumbnail(desk, found, folder)

    assert video_of(desk.db, found).video.poster_key == "videos/chosen.jpg"
    assert blobs(desk) == []


def test_what_is_no_picture_is_left_out(desk: ImportDesk) -> None:
    found, folder = done(desk, b"Dear Ada")

    adopt_thumbnail(desk, found, folder)

    assert video_of(desk.db, found).video.poster_key is None
    assert blobs(desk) == []


def test_for_somebody_who_is_blocked_nothing_is_changed_any_more(desk: ImportDesk) -> None:
    found, folder = done(desk, a_picture())
    with desk.db.begin() as tx:
        update_user(tx, found.user_id, NOON, is_blocked=True)

    adopt_thumbnail(desk, found, folder)

    assert video_of(desk.db, found).video.poster_key is None
    assert blobs(desk) == []
