from pathlib import Path

import pytest
from tests.dialects.runtimes import make_runtime
from tests.factories import actor_of, make_user, make_video
from tests.migration.remotes import Answer, FakeServer, serving

from vitascope.core.accounts.model import User
from vitascope.core.captions.queries import list_added_captions
from vitascope.core.videos.chapters import list_chapters
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.model import VideoEntry
from vitascope.db import Database
from vitascope.http.runtime import Runtime
from vitascope.migration.beside import Beside, copy_beside
from vitascope.migration.fetching import Place
from vitascope.migration.model import Described, RemoteCaption
from vitascope.migration.remote import connect

VTT = b"WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n"


@pytest.fixture
def runtime(db: Database, tmp_path: Path) -> Runtime:
    return make_runtime(db, tmp_path)


async def copy(
    runtime: Runtime, user: User, entry: VideoEntry, answer: Answer, *, times: int = 1
) -> Beside:
    """Give a video one caption, in French, and a chapter."""
    server = FakeServer({"/fr.vtt": answer})
    place = Place(runtime.uploads.parent, "s", "a")
    with serving(server):
        async with connect(server.url, {}, pauses_s=()) as remote:
            described = Described(
                fields=VideoFields(),
                files=(),
                filename="a.mp4",
                captions=(RemoteCaption(language="fr", file=remote.file("/fr.vtt")),),
                chapters=((0, "One"),),
            )
            for _ in range(times):
                done = await copy_beside(
                    runtime, actor_of(user), remote, entry.video, described, place
                )
    return done


async def test_doing_it_twice_changes_nothing(runtime: Runtime) -> None:
    with runtime.db.begin() as tx:
        user = make_user(tx)
        entry = make_video(tx, user)

    done = await copy(runtime, user, entry, Answer(VTT), times=2)

    assert done == Beside(remarks=[], is_complete=True)
    with runtime.db.read() as tx:
        assert len(list_added_captions(tx, entry.video.id)) == 1
        assert list_chapters(tx, entry.video.id, None) == ((0, "One"),)
    assert len(list(runtime.store.list("videos/"))) == 1


@pytest.mark.parametrize(
    ("answer", "is_complete"), [(Answer(b"", 404), True), (Answer(b"", 503), False)]
)
async def test_what_may_come_later_is_told_from_what_will_not(
    runtime: Runtime, answer: Answer, is_complete: bool
) -> None:
    with runtime.db.begin() as tx:
        user = make_user(tx)
        entry = make_video(tx, user)

    done = await copy(runtime, user, entry, answer)

    remark = f"its caption in fr is missing: The server answered with status {answer.status}"
    assert done == Beside(remarks=[remark], is_complete=is_complete)
    with runtime.db.read() as tx:
        assert list_chapters(tx, entry.video.id, None) == ((0, "One"),)
