from itertools import count
from pathlib import Path

from tests.factories import NOON, actor_of, make_user, make_video

from vitascope.cli.add_watching import Watch
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.videos.advance import mark_failed, mark_ready
from vitascope.core.videos.delete import delete_video
from vitascope.core.videos.model import Media, VideoEntry
from vitascope.db import Database


def make_films(db: Database, number: int) -> tuple[User, list[VideoEntry]]:
    with db.begin() as tx:
        ada = make_user(tx)
        return ada, [make_video(tx, ada, content=str(place)) for place in range(number)]


def media_of(entry: VideoEntry) -> Media:
    assert entry.media is not None
    return entry.media


def watching(db: Database, films: list[VideoEntry]) -> Watch:
    """With a clock on which a second passes whenever somebody asks."""
    seconds = count()
    watch = Watch(db, clock=lambda: float(next(seconds)))
    for place, film in enumerate(films):
        watch.follow(film.video.id, Path(f"{place}.mp4"))
    return watch


def test_nothing_to_watch_is_nothing_done(db: Database) -> None:
    watch = Watch(db)

    watch.look()

    assert (watch.followed, watch.waiting, watch.percent) == (0, 0, 0.0)


def test_a_video_is_waited_for_until_it_is_ready_has_failed_or_is_gone(db: Database) -> None:
    ada, films = make_films(db, 4)
    watch = watching(db, films)
    with db.begin() as tx:
        mark_ready(tx, media_of(films[0]).id, now=NOON)
        mark_failed(tx, media_of(films[1]).id, "It has no end", now=NOON)
        delete_video(tx, actor_of(ada), films[2].video.id)

    watch.look()

    assert (watch.followed, watch.waiting, watch.percent) == (4, 1, 75.0)
    assert watch.failed == [(Path("1.mp4"), "It has no end")]


def test_work_on_every_video_counts_the_same(db: Database) -> None:
    _, films = make_films(db, 2)
    watch = watching(db, films)
    with db.begin() as tx:
        tasks = [
            Task(name="720p", state=TaskState.RUNNING, percent=80.0, speed=1.0),
            Task(name="360p", state=TaskState.WAITING, percent=0.0, speed=None),
        ]
        save_tasks(tx, media_of(films[0]).id, tasks)

    watch.look()

    assert (watch.waiting, watch.percent) == (2, 20.0)


def test_following_twice_is_following_once(db: Database) -> None:
    _, films = make_films(db, 1)

    watch = watching(db, films + films)

    assert (watch.followed, watch.waiting) == (1, 1)


def test_the_last_of_many_is_seen_when_its_turn_comes(db: Database) -> None:
    _, films = make_films(db, 20)
    watch = watching(db, films)
    with db.begin() as tx:
        for film in films:
            mark_ready(tx, media_of(film).id, now=NOON)

    left = []
    while watch.waiting:
        watch.look()
        left.append(watch.waiting)

    assert left == [12, 4, 0]


def test_what_was_seen_a_moment_ago_is_not_looked_at_again(db: Database) -> None:
    _, films = make_films(db, 1)
    watch = Watch(db, clock=lambda: 7.0)
    watch.follow(films[0].video.id, Path("0.mp4"))
    watch.look()
    with db.begin() as tx:
        mark_ready(tx, media_of(films[0]).id, now=NOON)

    watch.look()

    assert watch.waiting == 1
