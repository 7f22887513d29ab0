import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.dialects.runtimes import make_runtime
from tests.factories import NOON, actor_of, make_user

from vitascope.base.errors import Invalid, ProductError, StorageFull
from vitascope.cli.add_finding import Found, find_files
from vitascope.cli.add_storing import find_stored, store_file
from vitascope.core.access.model import Actor
from vitascope.core.accounts.queries import update_user
from vitascope.core.folders.queries import get_folder, list_folders
from vitascope.core.uploads.model import FileTooLarge
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.media.ffmpeg import Tools

FIELDS = VideoFields(title="A film")


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Half a second of moving picture."""
    path = tmp_path_factory.mktemp("clips") / "clip.mp4"
    source = "testsrc2=size=128x96:rate=10:duration=0.5"
    subprocess.run(
        [Tools.find(None).ffmpeg, "-v", "error", "-f", "lavfi", "-i", source, str(path)],
        check=True,
    )
    return path.read_bytes()


@pytest.fixture
def ada(db: Database) -> Actor:
    with db.begin() as tx:
        return actor_of(make_user(tx))


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path / "data")


def place(folder: Path, name: str, content: bytes, *, within: str = "") -> Found:
    """A file as the search finds it: given by itself, or with the folder that it is in."""
    path = folder / within / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(content)
    return find_files([path.parent if within else path]).files[0]


def left_behind(runtime: Runtime) -> list[Path]:
    return list(runtime.uploads.glob("*"))


@pytest.mark.media
def test_a_file_is_copied_into_its_folder(
    db: Database, runtime: Runtime, ada: Actor, tmp_path: Path, clip: bytes
) -> None:
    found = place(tmp_path, "clip.mp4", clip, within="Course")
    heard: list[int] = []

    video = store_file(runtime, ada, found, FIELDS, on_bytes=heard.append)

    with db.read() as tx:
        entry = get_entry(tx, video.id)
        assert video.folder_id is not None
        folder = get_folder(tx, video.folder_id)
    assert (video.title, video.source_filename, folder.name, folder.parent_id) == (
        "A film",
        "clip.mp4",
        "Course",
        None,
    )
    assert entry.media is not None
    kept = b"".join(runtime.store.read(f"assets/{entry.media.uuid}/source"))
    assert (kept, found.path.read_bytes(), sum(heard)) == (clip, clip, len(clip))
    assert left_behind(runtime) == []


@pytest.mark.media
def test_a_file_is_known_again_by_folder_name_and_size(
    runtime: Runtime, ada: Actor, tmp_path: Path, clip: bytes
) -> None:
    found = place(tmp_path, "clip.mp4", clip, within="Course")
    before = find_stored(runtime, ada, found)
    video = store_file(runtime, ada, found, FIELDS, on_bytes=lambda _: None)

    (tmp_path / "again").mkdir()
    others = [
        place(tmp_path, "clip.mp4", clip),
        place(tmp_path, "clip.mp4", clip, within="Other"),
        place(tmp_path, "other.mp4", clip, within="Third"),
        place(tmp_path / "again", "clip.mp4", clip + b"1", within="Course"),
    ]
    assert before is None
    assert [find_stored(runtime, ada, other) for other in others] == [None] * 4
    assert find_stored(runtime, ada, found) == video


@pytest.mark.media
def test_an_odd_name_is_kept_as_far_as_text_can_and_known_again(
    runtime: Runtime, ada: Actor, tmp_path: Path, clip: bytes
) -> None:
    found = place(tmp_path, os.fsdecode(b"-caf\xe9:.mp4"), clip, within=os.fsdecode(b"\xe9"))

    video = store_file(runtime, ada, found, FIELDS, on_bytes=lambda _: None)

    assert video.source_filename == "-caf\N{REPLACEMENT CHARACTER}:.mp4"
    assert find_stored(runtime, ada, found) == video


@pytest.mark.media
@pytest.mark.parametrize("content", [b"", b"This is no film."])
def test_what_is_no_film_is_refused_and_leaves_neither_bytes_nor_folders(
    db: Database, runtime: Runtime, ada: Actor, tmp_path: Path, content: bytes
) -> None:
    found = place(tmp_path, "text.mp4", content, within="Course")
    copied: list[int] = []

    with pytest.raises(Invalid, match=r"empty|not a video"):
        store_file(runtime, ada, found, FIELDS, on_bytes=copied.append)

    assert copied == []
    assert ada.account_id is not None
    with db.read() as tx:
        assert list_folders(tx, ada.account_id, None) == []
    assert (left_behind(runtime), found.path.read_bytes()) == ([], content)


Limit = Callable[[Database, Path, Actor], Runtime]


def small_quota(db: Database, folder: Path, ada: Actor) -> Runtime:
    with db.begin() as tx:
        update_user(tx, ada.known_user(), now=NOON, quota_bytes=100)
    return make_runtime(db, folder)


def small_files_only(db: Database, folder: Path, _ada: Actor) -> Runtime:
    return make_runtime(db, folder, max_upload_bytes=100)


def full_disk(db: Database, folder: Path, _ada: Actor) -> Runtime:
    return make_runtime(db, folder, min_free_bytes=2**62)


@pytest.mark.parametrize(
    ("limit", "refusal"),
    [
        (small_quota, UserQuotaExceeded),
        (small_files_only, FileTooLarge),
        (full_disk, StorageFull),
    ],
)
def test_a_file_without_room_is_refused_before_it_is_read(
    db: Database, ada: Actor, tmp_path: Path, limit: Limit, refusal: type[ProductError]
) -> None:
    runtime = limit(db, tmp_path / "data", ada)
    found = place(tmp_path, "clip.mp4", bytes(101))
    copied: list[int] = []

    with pytest.raises(refusal):
        store_file(runtime, ada, found, FIELDS, on_bytes=copied.append)

    assert (copied, left_behind(runtime)) == ([], [])


@pytest.mark.media
def test_a_copy_that_is_stopped_half_way_leaves_nothing(
    runtime: Runtime, ada: Actor, tmp_path: Path, clip: bytes
) -> None:
    found = place(tmp_path, "clip.mp4", clip + bytes(3 << 20))

    def stop(_size_bytes: int) -> None:
        assert len(left_behind(runtime)) == 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store_file(runtime, ada, found, FIELDS, on_bytes=stop)

    assert (left_behind(runtime), find_stored(runtime, ada, found)) == ([], None)
