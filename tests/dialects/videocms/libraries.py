"""Libraries of folders, links and tags, and what became of them."""

from typing import Any

from tests.factories import NOON, actor_of, make_video

from vitascope.core.accounts.model import User
from vitascope.core.folders.make import make_folder
from vitascope.core.schema import metadata
from vitascope.core.videos.queries.entries import get_entry
from vitascope.core.videos.queries.writing import update_video
from vitascope.db import Database

SECRET_WORD = "albatross"
_TABLES = ("folders", "videos", "tags", "video_tags", "uploads", "imports", "job_events")


class Library:
    """A folder with another in it, and a link in that which has a tag and a picture of its
    owner's; all of them are called ``word``. Beside them an empty folder.
    """

    def __init__(self, db: Database, user: User, word: str) -> None:
        self.user = user.id
        with db.begin() as tx:
            actor = actor_of(user)
            self.folder = make_folder(tx, actor, word, None, now=NOON).id
            self.inner = make_folder(tx, actor, word, self.folder, now=NOON).id
            self.empty = make_folder(tx, actor, f"{word} too", None, now=NOON).id
            entry = make_video(
                tx,
                user,
                title=f"{word}.mp4",
                content=word,
                folder_id=self.inner,
                tags=[word],
            )
            self.link = entry.video.id
            self.uuid = entry.video.uuid
            self.poster_key = f"videos/{self.uuid}/own.jpg"
            update_video(tx, self.link, now=NOON, poster_key=self.poster_key)
            tags = metadata.tables["tags"]
            wanted = tags.select().where(tags.c.account_id == user.account.id)
            self.tag = tx.execute(wanted).one().id

    def names(self) -> dict[str, Any]:
        """What is in it, by what it is called."""
        return {name: value for name, value in vars(self).items() if isinstance(value, int)}


def state(db: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of what libraries consist of, and of what happened to them."""
    with db.read() as tx:
        return {
            name: sorted(map(tuple, tx.execute(metadata.tables[name].select())), key=repr)
            for name in _TABLES
        }


def place_of(db: Database, link_id: int) -> int:
    """The folder of a link as this API numbers it."""
    with db.read() as tx:
        return get_entry(tx, link_id).video.folder_id or 0
