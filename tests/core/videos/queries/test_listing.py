from tests.factories import NOON, make_user, make_video

from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.videos.advance import mark_ready
from vitascope.core.videos.model import Privacy, Selection
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx


def test_a_list_can_be_of_begun_or_of_waiting_work_only(tx: Tx) -> None:
    ada = make_user(tx)
    for title, state in (("begun", TaskState.RUNNING), ("queued", TaskState.WAITING)):
        media = make_video(tx, ada, title=title, content=title).media
        assert media is not None
        save_tasks(tx, media.id, [Task(name="360p", state=state, percent=0.0, speed=None)])
    mine = ada.account.id

    pages = {
        is_begun: list_videos(tx, Selection(owner=mine, is_begun=is_begun))
        for is_begun in (True, False)
    }

    found = {
        key: ([entry.video.title for entry in page.items], page.total)
        for key, page in pages.items()
    }
    assert found == {True: (["begun"], 1), False: (["queued"], 1)}


def test_a_list_can_be_of_what_an_account_shows_to_others(tx: Tx) -> None:
    ada, bob = make_user(tx, "ada"), make_user(tx, "bob")
    for user, title, privacy in (
        (ada, "mine", Privacy.PUBLIC),
        (ada, "hidden", Privacy.UNLISTED),
        (bob, "another's", Privacy.PUBLIC),
    ):
        media = make_video(tx, user, title=title, content=title, privacy=privacy).media
        assert media is not None
        mark_ready(tx, media.id, now=NOON)

    page = list_videos(tx, Selection(account_id=ada.account.id))

    assert ([entry.video.title for entry in page.items], page.total) == (["mine"], 1)
