"""Libraries with folders and videos at every stage, as the tests of their pages need them."""

from dataclasses import dataclass
from datetime import timedelta

from tests.core.library.trees import folder_of
from tests.factories import NOON, make_rendition, make_video

from vitascope.base.ids import AssetId, FolderId, VideoId
from vitascope.core.accounts.model import User
from vitascope.core.assets.model import Task, TaskState
from vitascope.core.assets.queries import save_tasks
from vitascope.core.folders.queries import list_all_folders
from vitascope.core.videos.advance import mark_failed, mark_ready, mark_watchable
from vitascope.core.videos.model import Order, Selection, VideoEntry
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Database, Tx

REASON = "The disk was full"


@dataclass(frozen=True)
class Stages:
    """A video at each stage. The last were added first."""

    waiting: VideoEntry
    making: VideoEntry
    watchable: VideoEntry
    ready: VideoEntry
    failed: VideoEntry


def make_stages(tx: Tx, user: User, folder_id: FolderId | None = None) -> Stages:
    names = ("failed", "ready", "watchable", "making", "waiting")
    made = {
        name: make_video(
            tx,
            user,
            title=f"The {name} film",
            content=f"{name} of {user.username}",
            folder_id=folder_id,
            now=NOON + timedelta(minutes=minute),
        )
        for minute, name in enumerate(names)
    }
    _work(tx, made["making"], 40.0)
    _work(tx, made["watchable"], 60.0)
    _work(tx, made["failed"], 30.0)
    make_rendition(tx, asset_of(made["watchable"]), 480)
    mark_watchable(tx, asset_of(made["watchable"]), now=NOON)
    mark_ready(tx, asset_of(made["ready"]), now=NOON)
    mark_failed(tx, asset_of(made["failed"]), REASON, now=NOON)
    return Stages(**made)


def make_ready(tx: Tx, user: User, title: str, folder_id: FolderId | None = None) -> VideoId:
    """A video that everything is made of."""
    entry = make_video(tx, user, title=title, content=title, folder_id=folder_id)
    mark_ready(tx, asset_of(entry), now=NOON)
    return entry.video.id


def make_folders(tx: Tx, user: User) -> tuple[FolderId, FolderId]:
    """``Archive``, and ``2026`` within it."""
    archive = folder_of(tx, user, "Archive")
    return archive, folder_of(tx, user, "2026", archive)


def asset_of(entry: VideoEntry) -> AssetId:
    assert entry.media is not None
    return entry.media.id


def titles_in(db: Database, user: User, folder_id: FolderId | None = None) -> list[str]:
    """What lies in the folder itself, by name."""
    wanted = Selection(
        owner=user.account.id,
        folder_id=folder_id,
        at_top=folder_id is None,
        order=Order.TITLE,
        descending=False,
    )
    with db.read() as tx:
        return [entry.video.title for entry in list_videos(tx, wanted, count=100).items]


def folder_names(db: Database, user: User) -> list[str]:
    with db.read() as tx:
        return [folder.name for folder in list_all_folders(tx, user.account.id)]


def _work(tx: Tx, entry: VideoEntry, percent: float) -> None:
    work = [Task(name="480p", state=TaskState.RUNNING, percent=percent, speed=2.0)]
    save_tasks(tx, asset_of(entry), work)
