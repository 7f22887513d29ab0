import asyncio
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import NOON, actor_of
from tests.fetch.file_server import FileServer
from tests.fetch.loopback import Answering, Asked, LoopbackServer, always, head, serve, whole
from tests.pipeline.importing import (
    EVERYTHING,
    a_picture,
    ada,
    ask,
    asked,
    blobs,
    current,
    folder_of,
    open_desk,
    recording,
    video_of,
)
from tests.settings import changed

from vitascope.core.accounts.queries import update_user
from vitascope.core.assets.events import SourceReceived
from vitascope.core.imports.events import ImportCancelAsked, ImportEnded
from vitascope.core.imports.model import Import, ImportState
from vitascope.core.imports.queries import update_import
from vitascope.core.imports.steer import cancel_import, delete_import, retry_import
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import State
from vitascope.db import Database
from vitascope.jobs import StepFailed
from vitascope.jobs.event import pending
from vitascope.media.ffmpeg import Tools
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import CannotImport
from vitascope.pipeline.import_findings import Findings
from vitascope.pipeline.import_run import (
    clean_import,
    give_up_import,
    run_import,
    stop_import,
)

BODY = recording(5)
PIECE = 2000


@pytest.fixture
def desk(db: Database, tmp_path: Path, tools: Tools) -> ImportDesk:
    return open_desk(db, tmp_path, tools)


def stalling(begin_bytes: int) -> Answering:
    """A server that stops sending in the middle, and answers ranges."""
    rest = FileServer(body=BODY)

    async def answer(asked: Asked, writer: asyncio.StreamWriter) -> None:
        if "range" in asked.headers:
            await rest(asked, writer)
            return
        writer.write(head(200, ("Content-Length", len(BODY)), ("ETag", '"1"')))
        writer.write(BODY[:begin_bytes])
        await writer.drain()
        await asyncio.Event().wait()

    return answer


async def run_until_received(desk: ImportDesk, found: Import) -> "asyncio.Task[None]":
    """Begin, and wait until some of it has arrived."""
    running = asyncio.create_task(run_import(desk, asked(found)))
    while current(desk.db, found.id).received_bytes == 0:
        await asyncio.sleep(0.01)
    return running


async def stop(running: "asyncio.Task[None]") -> None:
    running.cancel()
    await asyncio.wait([running])
    assert running.cancelled()


def cancel(desk: ImportDesk, found: Import) -> None:
    actor = actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        cancel_import(tx, actor, current(desk.db, found.id), now=NOON)


def retry(desk: ImportDesk, found: Import) -> None:
    actor = actor_of(ada(desk.db))
    with desk.db.begin() as tx:
        before = current(desk.db, found.id)
        retry_import(tx, actor, before, policy=desk.policy, now=NOON)


@pytest.mark.media
@pytest.mark.parametrize("waiting", [False, True], ids=["made at the end", "waiting"])
async def test_a_file_becomes_a_video_and_leaves_nothing_behind(
    desk: ImportDesk, waiting: bool
) -> None:
    async with serve(FileServer(body=BODY)) as server:
        found = ask(desk.db, server.url("/bird.wav"), waiting=waiting)
        await run_import(desk, asked(found))

    done, entry = current(desk.db, found.id), video_of(desk.db, found)
    assert (done.state, done.name) == (ImportState.DONE, "bird.wav")
    assert (done.received_bytes, done.total_bytes) == (len(BODY), len(BODY))
    assert entry.video.title == ("bird" if waiting else "bird.wav")
    assert entry.video.state is State.PROCESSING
    assert blobs(desk) == [f"assets/{found.uuid}/source"]
    assert sha256(desk, blobs(desk)[0]) == hashlib.sha256(BODY).hexdigest()
    assert list(desk.folder.iterdir()) == []


@pytest.mark.media
async def test_running_twice_is_running_once(desk: ImportDesk) -> None:
    async with serve(FileServer(body=BODY)) as server:
        found = ask(desk.db, server.url())
        await run_import(desk, asked(found))
        await run_import(desk, asked(found))

    with desk.db.read() as tx:
        received = [payload for name, payload in pending(tx) if name == SourceReceived.__name__]
    assert len(received) == 1
    assert len(server.asked) == 1


@pytest.mark.media
async def test_two_runs_at_once_make_one_video(desk: ImportDesk) -> None:
    async with serve(FileServer(body=BODY)) as server:
        found = ask(desk.db, server.url())
        await asyncio.gather(*(run_import(desk, asked(found)) for _ in range(3)))

    assert current(desk.db, found.id).state is ImportState.DONE
    assert len(server.asked) == 1


@pytest.mark.media
async def test_what_the_asker_says_goes_before_what_the_file_is_called(
    desk: ImportDesk,
) -> None:
    async with serve(FileServer(body=BODY)) as server:
        found = ask(desk.db, server.url("/x.wav"), fields=VideoFields(title="My bird"))
        await run_import(desk, asked(found))

    assert video_of(desk.db, found).video.title == "My bird"


@pytest.mark.media
async def test_a_stopped_worker_goes_on_where_the_file_ends(desk: ImportDesk) -> None:
    async with serve(stalling(PIECE)) as server:
        found = ask(desk.db, server.url())
        await stop(await run_until_received(desk, found))
        between = current(desk.db, found.id)
        await run_import(desk, asked(found))

    assert (between.state, between.received_bytes) == (ImportState.DOWNLOADING, PIECE)
    assert ranges(server) == [None, f"bytes={PIECE}-"]
    assert sha256(desk, f"assets/{found.uuid}/source") == hashlib.sha256(BODY).hexdigest()


@pytest.mark.media
async def test_a_canceled_import_that_is_tried_again_goes_on_too(desk: ImportDesk) -> None:
    async with serve(stalling(PIECE)) as server:
        found = ask(desk.db, server.url())
        running = await run_until_received(desk, found)
        stopping = replace(desk, cancel=lambda _handler, _key: 1)
        cancel(desk, found)
        await stop_import(stopping, ImportCancelAsked(import_id=found.id))
        canceled = current(desk.db, found.id)
        # The new run begins before the old one has been stopped, and waits for it.
        retry(desk, found)
        again = asyncio.create_task(run_import(desk, asked(found)))
        await stop(running)
        await again

    assert canceled.state is ImportState.CANCELED
    assert current(desk.db, found.id).state is ImportState.DONE
    assert ranges(server) == [None, f"bytes={PIECE}-"]


async def test_cancelling_stops_the_run_of_this_import(desk: ImportDesk) -> None:
    stopped: list[tuple[str, str]] = []

    def note(handler: str, key: str) -> int:
        stopped.append((handler, key))
        return 1

    async with serve(stalling(PIECE)) as server:
        found = ask(desk.db, server.url())
        running = await run_until_received(desk, found)
        cancel(desk, found)
        await stop_import(replace(desk, cancel=note), ImportCancelAsked(import_id=found.id))
        await stop(running)

    assert stopped == [("run_import", str(found.id))]
    assert current(desk.db, found.id).state is ImportState.CANCELED
    assert (folder_of(desk, found).path / "file").stat().st_size == PIECE


async def test_cancelling_what_waited_does_not_stop_the_next_try(desk: ImportDesk) -> None:
    stopped: list[tuple[str, str]] = []

    def note(handler: str, key: str) -> int:
        stopped.append((handler, key))
        return 1

    found = ask(desk.db)
    cancel(desk, found)
    retry(desk, found)
    await stop_import(replace(desk, cancel=note), ImportCancelAsked(import_id=found.id))

    assert stopped == []
    assert current(desk.db, found.id).state is ImportState.PENDING


async def test_a_run_that_comes_after_cancelling_does_nothing(desk: ImportDesk) -> None:
    async with serve(FileServer(body=BODY)) as server:
        found = ask(desk.db, server.url())
        cancel(desk, found)
        await run_import(desk, asked(found))

    assert current(desk.db, found.id).state is ImportState.CANCELED
    assert server.asked == []


async def test_a_run_that_comes_after_deleting_does_nothing(desk: ImportDesk) -> None:
    found = ask(desk.db)
    actor = actor_of(ada(desk.db))
    cancel(desk, found)
    with desk.db.begin() as tx:
        delete_import(tx, actor, current(desk.db, found.id))

    await run_import(desk, asked(found))

    assert not desk.folder.exists()


async def test_why_it_failed_is_told_and_what_arrived_is_kept(desk: ImportDesk) -> None:
    # The connection breaks again and again, without a byte more.
    cut = FileServer(body=BODY, cuts=[PIECE, 0, 0, 0])

    async with serve(cut) as server:
        found = ask(desk.db, server.url())
        with pytest.raises(CannotImport) as caught:
            await run_import(desk, asked(found))
    await give_up_import(desk, asked(found), StepFailed.of(caught.value))

    failed = current(desk.db, found.id)
    assert not caught.value.permanent
    assert (failed.state, failed.failure) == (ImportState.FAILED, caught.value.message)
    assert (folder_of(desk, found).path / "file").stat().st_size == PIECE


@pytest.mark.media
async def test_a_quota_refuses_what_only_the_end_shows_to_be_too_much(
    desk: ImportDesk,
) -> None:
    ada(desk.db, quota_bytes=1000)

    async with serve(FileServer(body=BODY, with_length=False)) as server:
        found = ask(desk.db, server.url())
        with pytest.raises(CannotImport) as caught:
            await run_import(desk, asked(found))

    assert caught.value.permanent
    assert caught.value.message.startswith("The quota has no room for ")
    assert caught.value.message.endswith(" bytes: 0 of 1000 are used")
    assert blobs(desk) == []


async def test_an_import_may_not_take_for_ever(desk: ImportDesk) -> None:
    async with serve(stalling(PIECE)) as server:
        found = ask(desk.db, server.url())
        with pytest.raises(CannotImport) as caught:
            await run_import(changed(desk, import_timeout_s=0.2), asked(found))

    assert (caught.value.message, caught.value.permanent) == (
        "It took longer than 0.2 seconds",
        True,
    )


@pytest.mark.media
async def test_nothing_is_made_for_somebody_who_was_blocked_meanwhile(
    desk: ImportDesk,
) -> None:
    async with serve(FileServer(body=BODY)) as server:
        found = ask(desk.db, server.url())
        with desk.db.begin() as tx:
            update_user(tx, found.user_id, NOON, is_blocked=True)
        with pytest.raises(CannotImport):
            await run_import(desk, asked(found))

    assert current(desk.db, found.id).video_id is None
    assert blobs(desk) == []


@pytest.mark.media
async def test_the_same_bytes_from_two_addresses_are_one_asset(desk: ImportDesk) -> None:
    async with serve(FileServer(body=BODY)) as server:
        imports = [ask(desk.db, server.url(path)) for path in ("/a.wav", "/b.wav")]
        for found in imports:
            await run_import(desk, asked(found))

    one, two = (video_of(desk.db, found) for found in imports)
    assert (one.video.title, two.video.title) == ("a.wav", "b.wav")
    assert one.video.asset_id == two.video.asset_id
    assert blobs(desk) == [f"assets/{imports[0].uuid}/source"]


async def test_a_poster_left_by_a_crash_is_adopted_by_the_next_run(
    desk: ImportDesk,
) -> None:
    found = ask(desk.db, waiting=True)
    folder = folder_of(desk, found)
    (folder.part("site") / "video.jpg").write_bytes(a_picture())
    folder.keep(
        Findings(
            file="site/video.mp4",
            filename="Bird.mp4",
            content_type="video/mp4",
            thumbnail="site/video.jpg",
        )
    )
    with desk.db.begin() as tx:
        update_import(tx, found.id, now=NOON, state=ImportState.DONE)

    await run_import(desk, asked(found))

    assert blobs(desk) == [video_of(desk.db, found).video.poster_key]
    assert list(desk.folder.iterdir()) == []


@pytest.mark.media
async def test_a_failed_import_is_tried_again_from_the_beginning_when_it_was_no_video(
    desk: ImportDesk,
) -> None:
    answers = [whole(b"Dear Ada"), whole(BODY)]

    async def answer(_asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(answers.pop(0))

    async with serve(answer) as server:
        found = ask(desk.db, server.url("/bird.wav"))
        with pytest.raises(CannotImport) as caught:
            await run_import(desk, asked(found))
        await give_up_import(desk, asked(found), StepFailed.of(caught.value))
        retry(desk, found)
        await run_import(desk, asked(found))

    assert current(desk.db, found.id).state is ImportState.DONE
    assert current(desk.db, found.id).attempts == 2


async def test_what_nobody_may_read_is_not_told(desk: ImportDesk) -> None:
    found = ask(desk.db)
    failed = StepFailed.of(RuntimeError("/secret/path"))

    await give_up_import(desk, asked(found), failed)

    assert current(desk.db, found.id).failure == (
        "The server could not import this. Its log says why; the import can be retried."
    )


async def test_a_deleted_import_takes_its_folder_along(desk: ImportDesk) -> None:
    found = ask(desk.db)
    (folder_of(desk, found).part("site") / "video.mp4").write_bytes(b"bytes")
    event = ImportEnded(import_id=found.id, folder=found.uuid.hex)

    await clean_import(desk, event)
    await clean_import(desk, event)

    assert list(desk.folder.iterdir()) == []


async def test_an_address_that_is_refused_is_refused_for_good(desk: ImportDesk) -> None:
    async with serve(always(whole(b"", status=403))) as server:
        found = ask(desk.db, server.url())
        with pytest.raises(CannotImport) as caught:
            await run_import(
                changed(desk, imports=replace(EVERYTHING, sites=False)), asked(found)
            )

    assert (caught.value.message, caught.value.permanent) == (
        "The server answered with status 403",
        True,
    )


def ranges(server: LoopbackServer) -> list[str | None]:
    return [one.headers.get("range") for one in server.asked]


def sha256(desk: ImportDesk, key: str) -> str:
    return hashlib.sha256(b"".join(desk.store.read(key))).hexdigest()
