import pytest
from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.base.errors import Forbidden
from vitascope.core.access.model import Actor, LoginRequired
from vitascope.core.accounts.model import Role
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.videos.advance import mark_failed
from vitascope.core.videos.encodings import all_encodings, own_encodings
from vitascope.core.videos.model import Encoding, VideoEntry
from vitascope.db import Tx

RUNNING = Task(name="720p", state=TaskState.RUNNING, percent=40.0, speed=2.5)
WAITING = Task(name="1080p", state=TaskState.WAITING, percent=0.0, speed=None)
SOUND = Task(name="audio-0", state=TaskState.RUNNING, percent=40.0, speed=2.5)
REST = [
    Task(name="360p", state=TaskState.DONE, percent=100.0, speed=None),
    Task(name="poster", state=TaskState.WAITING, percent=0.0, speed=None),
    Task(name="audio-1", state=TaskState.FAILED, percent=0.0, speed=None),
]


def work(tx: Tx, entry: VideoEntry, tasks: list[Task]) -> None:
    assert entry.media is not None
    save_tasks(tx, entry.media.id, tasks)


def of(entry: VideoEntry, task: Task, user_id: int, username: str) -> dict[str, object]:
    return {
        "video_id": entry.video.id,
        "title": entry.video.title,
        "user_id": user_id,
        "username": username,
        "task": task,
    }


def fields(found: list[Encoding]) -> list[dict[str, object]]:
    return [{name: getattr(each, name) for name in each.__struct_fields__} for each in found]


def test_what_is_made_or_waits_is_listed_and_the_rest_is_not(tx: Tx) -> None:
    ada = make_user(tx)
    entry = make_video(tx, ada)
    work(tx, entry, [*REST, RUNNING, WAITING, SOUND])

    found = own_encodings(tx, actor_of(ada))

    assert fields(found) == [
        of(entry, task, ada.id, "ada") for task in (RUNNING, WAITING, SOUND)
    ]


def test_everybody_sees_their_own_and_administrators_all(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    root = make_user(tx, "root", Role.ADMINISTRATOR)
    hers, his = make_video(tx, ada), make_video(tx, bob, content="another clip")
    work(tx, hers, [RUNNING])
    work(tx, his, [WAITING])

    assert fields(own_encodings(tx, actor_of(bob))) == [of(his, WAITING, bob.id, "bob")]
    assert own_encodings(tx, actor_of(root)) == []
    assert fields(all_encodings(tx, actor_of(root))) == [
        of(hers, RUNNING, ada.id, "ada"),
        of(his, WAITING, bob.id, "bob"),
    ]


def test_every_video_of_a_shared_source_has_its_entries(tx: Tx) -> None:
    ada, bob = make_user(tx), make_user(tx, "bob")
    hers, his = make_video(tx, ada), make_video(tx, bob)
    work(tx, hers, [RUNNING])

    assert fields(own_encodings(tx, actor_of(ada))) == [of(hers, RUNNING, ada.id, "ada")]
    assert fields(own_encodings(tx, actor_of(bob))) == [of(his, RUNNING, bob.id, "bob")]


def test_nothing_is_made_of_what_has_failed(tx: Tx) -> None:
    ada = make_user(tx)
    entry = make_video(tx, ada)
    work(tx, entry, [RUNNING])
    assert entry.media is not None
    mark_failed(tx, entry.media.id, "It did not work", now=NOON)

    assert own_encodings(tx, actor_of(ada)) == []


def test_nobody_else_sees_what_is_made_of_others_videos(tx: Tx) -> None:
    eve = make_user(tx, "eve", Role.MODERATOR)

    with pytest.raises(Forbidden):
        all_encodings(tx, actor_of(eve))
    for asking in (own_encodings, all_encodings):
        with pytest.raises(LoginRequired):
            asking(tx, Actor())
