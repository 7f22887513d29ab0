"""What is noted and moved in which order, and what a crash between two of these leaves."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import NOON, actor_of, make_video
from tests.pipeline.importing import (
    ada,
    ask,
    blobs,
    current,
    folder_of,
    open_desk,
    recording,
    video_of,
)

from vitascope.base.errors import NotFound, StorageFull
from vitascope.core.imports.advance import begin_import
from vitascope.core.imports.model import Import, ImportState
from vitascope.core.imports.steer import cancel_import
from vitascope.core.uploads.finish import Source
from vitascope.core.uploads.usual import Unusual
from vitascope.core.users.usage import UserQuotaExceeded
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import State
from vitascope.db import Database
from vitascope.media.ffmpeg import Tools
from vitascope.media.probe import Probe, VideoStream, probe
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import NoLongerWanted
from vitascope.pipeline.import_findings import Findings
from vitascope.pipeline.import_finish import begin_again, remember, source_at_hand, store
from vitascope.pipeline.import_folder import ImportFolder

pytestmark = pytest.mark.media

BODY = recording()
FINDINGS = Findings(file="file", filename="bird.wav", content_type="audio/x-wav")
FILM_FINDINGS = Findings(file="file", filename="bird.mp4", content_type="video/mp4")
PICTURE = VideoStream(
    index=0,
    codec="h264",
    pix_fmt="yuv420p",
    width=640,
    height=360,
    coded_width=640,
    coded_height=360,
    fps=30.0,
    bit_rate_bps=1,
)


@pytest.fixture
def desk(db: Database, tmp_path: Path, tools: Tools) -> ImportDesk:
    return open_desk(db, tmp_path, tools)


@pytest.fixture
async def found_in_it(tools: Tools, tmp_path: Path) -> Probe:
    path = tmp_path / "bird.wav"
    path.write_bytes(BODY)
    return await probe(tools, path)


def fetched(desk: ImportDesk, asked: Import) -> tuple[Import, ImportFolder]:
    """An import whose file has just arrived."""
    folder = folder_of(desk, asked)
    folder.path.mkdir(parents=True)
    (folder.path / "file").write_bytes(BODY)
    with desk.db.begin() as tx:
        found = begin_import(tx, asked.id, now=NOON)
    assert found is not None
    return found, folder


def test_a_remembered_file_becomes_a_video(desk: ImportDesk, found_in_it: Probe) -> None:
    found, folder = fetched(desk, ask(desk.db))

    source = remember(desk, found, folder, FINDINGS, found_in_it)
    remembered = current(desk.db, found.id)
    store(desk, found, folder, source)

    assert source == Source(
        asset_uuid=found.uuid,
        sha256=hashlib.sha256(BODY).hexdigest(),
        size_bytes=len(BODY),
        content_type="audio/x-wav",
        filename="bird.wav",
        probe=found_in_it.to_json(),
    )
    assert (remembered.state, remembered.name) == (ImportState.FINISHING, "bird.wav")
    assert current(desk.db, found.id).state is ImportState.DONE
    entry = video_of(desk.db, found)
    assert (entry.video.title, entry.video.source_filename) == ("bird.wav", "bird.wav")
    assert blobs(desk) == [f"assets/{found.uuid}/source"]
    assert b"".join(desk.store.read(blobs(desk)[0])) == BODY


def test_a_video_that_waited_gets_its_source_and_what_was_learned(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    found, folder = fetched(desk, ask(desk.db, waiting=True))
    findings = Findings(
        file="file",
        filename="bird.wav",
        content_type="audio/x-wav",
        title="Bird",
        description="It sings.",
    )

    store(desk, found, folder, remember(desk, found, folder, findings, found_in_it))

    entry = video_of(desk.db, found)
    assert entry.video.id == found.video_id
    assert (entry.video.title, entry.video.description) == ("Bird", "It sings.")
    assert entry.video.state is State.PROCESSING


@pytest.mark.parametrize("crash", ["before the file is moved", "after"])
def test_after_a_crash_the_same_source_is_at_hand(
    desk: ImportDesk, found_in_it: Probe, crash: str
) -> None:
    found, folder = fetched(desk, ask(desk.db))
    source = remember(desk, found, folder, FINDINGS, found_in_it)
    if crash == "after":
        desk.store.put_file(f"assets/{found.uuid}/source", folder.path / "file")
    again = current(desk.db, found.id)

    at_hand = source_at_hand(desk, again, folder)
    store(desk, again, folder, source)

    assert at_hand == source
    assert current(desk.db, found.id).state is ImportState.DONE
    assert blobs(desk) == [f"assets/{found.uuid}/source"]


def lose(folder: ImportFolder) -> None:
    folder.remove()


def cut(folder: ImportFolder) -> None:
    (folder.path / "file").write_bytes(BODY[:-1])


@pytest.mark.parametrize("harm", [lose, cut])
def test_what_is_gone_or_not_whole_is_fetched_anew(
    desk: ImportDesk,
    found_in_it: Probe,
    harm: Callable[[ImportFolder], None],
) -> None:
    found, folder = fetched(desk, ask(desk.db))
    remember(desk, found, folder, FINDINGS, found_in_it)
    again = current(desk.db, found.id)

    harm(folder)
    at_hand = source_at_hand(desk, again, folder)
    begin_again(desk, again)

    now = current(desk.db, found.id)
    assert at_hand is None
    assert (now.state, now.source) == (ImportState.DOWNLOADING, None)


def test_nothing_is_at_hand_at_first(desk: ImportDesk) -> None:
    found, folder = fetched(desk, ask(desk.db))

    assert source_at_hand(desk, found, folder) is None


def test_bytes_that_are_here_already_are_not_kept_twice(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    first, folder = fetched(desk, ask(desk.db))
    store(desk, first, folder, remember(desk, first, folder, FINDINGS, found_in_it))
    second, folder = fetched(desk, ask(desk.db, waiting=True))

    store(desk, second, folder, remember(desk, second, folder, FINDINGS, found_in_it))

    one, two = video_of(desk.db, first), video_of(desk.db, second)
    assert one.video.id != two.video.id
    assert one.video.asset_id == two.video.asset_id
    assert blobs(desk) == [f"assets/{first.uuid}/source"]


def test_what_there_is_no_room_for_is_not_moved(desk: ImportDesk, found_in_it: Probe) -> None:
    ada(desk.db, quota_bytes=len(BODY))
    found, folder = fetched(desk, ask(desk.db))

    with pytest.raises(UserQuotaExceeded):
        remember(desk, found, folder, FINDINGS, found_in_it)

    assert current(desk.db, found.id).state is ImportState.DOWNLOADING
    assert folder.file() == folder.path / "file"
    assert blobs(desk) == []


def test_where_only_usual_videos_are_wanted_others_are_refused_in_words(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    found, folder = fetched(desk, ask(desk.db, usual_only=True))
    film = replace(found_in_it, video=PICTURE)

    refusals = []
    for findings, seen in (
        (FINDINGS, film),
        (FILM_FINDINGS, replace(film, duration_ms=36_000_001)),
    ):
        with pytest.raises(Unusual) as refusal:
            remember(desk, found, folder, findings, seen)
        refusals.append(refusal.value.message)

    assert refusals == ["Video extension is not supported", "invalid video duration"]


def test_where_only_usual_videos_are_wanted_the_quota_may_be_used_up(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    ada(desk.db, quota_bytes=len(BODY))
    found, folder = fetched(desk, ask(desk.db, usual_only=True))

    film = replace(found_in_it, video=PICTURE)
    store(desk, found, folder, remember(desk, found, folder, FILM_FINDINGS, film))

    assert current(desk.db, found.id).state is ImportState.DONE


def test_a_disk_that_is_nearly_full_keeps_what_is_fetched_out(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    full = replace(desk, min_free_bytes=10**18)
    found, folder = fetched(desk, ask(desk.db))

    with pytest.raises(StorageFull):
        remember(full, found, folder, FINDINGS, found_in_it)

    assert current(desk.db, found.id).state is ImportState.DOWNLOADING


def test_a_quota_used_up_meanwhile_leaves_nothing_in_the_store(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    user = ada(desk.db, quota_bytes=len(BODY) + 500)
    found, folder = fetched(desk, ask(desk.db))
    source = remember(desk, found, folder, FINDINGS, found_in_it)
    with desk.db.begin() as tx:
        make_video(tx, user)

    with pytest.raises(UserQuotaExceeded):
        store(desk, found, folder, source)

    assert blobs(desk) == []


def test_what_was_canceled_becomes_no_video(desk: ImportDesk, found_in_it: Probe) -> None:
    found, folder = fetched(desk, ask(desk.db))
    source = remember(desk, found, folder, FINDINGS, found_in_it)
    cancel(desk, found)

    with pytest.raises(NoLongerWanted) as caught:
        store(desk, found, folder, source)

    assert not caught.value.is_done
    assert current(desk.db, found.id).state is ImportState.CANCELING
    assert blobs(desk) == []


def test_what_was_canceled_is_not_remembered(desk: ImportDesk, found_in_it: Probe) -> None:
    found, folder = fetched(desk, ask(desk.db))
    cancel(desk, found)

    with pytest.raises(NoLongerWanted):
        remember(desk, found, folder, FINDINGS, found_in_it)

    assert current(desk.db, found.id).state is ImportState.CANCELING


def test_another_worker_that_was_faster_keeps_its_bytes(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    found, folder = fetched(desk, ask(desk.db))
    source = remember(desk, found, folder, FINDINGS, found_in_it)
    store(desk, found, folder, source)

    with pytest.raises(NoLongerWanted) as caught:
        store(desk, found, folder, source)

    assert caught.value.is_done
    assert blobs(desk) == [f"assets/{found.uuid}/source"]


def test_a_video_deleted_while_it_waited_is_not_made_again(
    desk: ImportDesk, found_in_it: Probe
) -> None:
    found, folder = fetched(desk, ask(desk.db, waiting=True))
    source = remember(desk, found, folder, FINDINGS, found_in_it)
    assert found.video_id is not None
    actor = actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        delete_video(tx, actor, found.video_id)

    with pytest.raises(NotFound):
        store(desk, found, folder, source)

    assert blobs(desk) == []


def cancel(desk: ImportDesk, found: Import) -> None:
    actor = actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        cancel_import(tx, actor, current(desk.db, found.id), now=NOON)
