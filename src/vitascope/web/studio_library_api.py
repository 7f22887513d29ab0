"""What the script of the library's page asks and does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from litestar import HttpMethod
from litestar.handlers import HTTPRouteHandler
from msgspec import Meta, Struct

from vitascope.base.errors import Conflict, Invalid, NotReady
from vitascope.base.ids import LARGEST_ROW_ID, FolderId, TagId, VideoId, parse_row_id
from vitascope.core.accounts.model import User
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.rename import rename_folder
from vitascope.core.library.contents import count_contents
from vitascope.core.library.move import move_items
from vitascope.core.library.remove import remove_items
from vitascope.core.library.show import show_videos
from vitascope.core.library.tag import tag_videos, untag_videos
from vitascope.core.tags.queries import list_video_tags
from vitascope.core.videos.model import Privacy
from vitascope.core.videos.read import own_video
from vitascope.core.videos.retry import retry_video
from vitascope.core.videos.update import edit_video
from vitascope.web.api import changed, ordered, posted, told
from vitascope.web.desk import Desk
from vitascope.web.sessions import Visit
from vitascope.web.studio_fields import FieldsIn, offered_privacy, video_fields
from vitascope.web.studio_library_shelf import (
    gather_overview,
    gather_shelf,
    list_own_rows,
)
from vitascope.web.studio_library_wire import (
    ContentsOut,
    FolderOut,
    ListOut,
    OverviewOut,
    RowOut,
    TagOut,
    folder_out,
    tag_out,
)
from vitascope.web.studio_library_wish import ROWS_PER_PAGE, read_wish
from vitascope.web.studio_wire import FieldsOut, video_fields_out

_HERE = "/studio/api/library"
_FOLDER = f"{_HERE}/folders/{{folder_id:str}}"
_VIDEO = f"{_HERE}/videos/{{video_id:str}}"


class FolderIn(Struct, forbid_unknown_fields=True):
    name: str
    parent_id: Annotated[FolderId, Meta(le=LARGEST_ROW_ID)] | None = None


class NameIn(Struct, forbid_unknown_fields=True):
    name: str


class ItemsIn(Struct, forbid_unknown_fields=True):
    folders: list[FolderId] = []
    videos: list[VideoId] = []


class MoveIn(ItemsIn, forbid_unknown_fields=True, kw_only=True):
    """``target`` None is the top."""

    target: FolderId | None


class TagIn(Struct, forbid_unknown_fields=True):
    videos: list[VideoId]
    names: list[str]


class UntagIn(Struct, forbid_unknown_fields=True):
    videos: list[VideoId]
    tags: list[TagId]


class PrivacyIn(Struct, forbid_unknown_fields=True):
    videos: list[VideoId]
    privacy: Privacy


@dataclass(frozen=True, slots=True)
class LibraryApi:
    """Deeds on several items are done to all of them or to none; a refusal names the item
    that is to blame.
    """

    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        return [
            told(desk, _HERE, self.listed),
            told(desk, f"{_HERE}/overview", self.overview),
            told(desk, f"{_HERE}/rows", self.rows),
            told(desk, f"{_HERE}/contents", self.contents),
            posted(desk, f"{_HERE}/folders", FolderIn, self.make),
            changed(desk, _FOLDER, NameIn, self.rename),
            posted(desk, f"{_HERE}/move", MoveIn, self.move),
            posted(desk, f"{_HERE}/delete", ItemsIn, self.remove),
            posted(desk, f"{_HERE}/tag", TagIn, self.tag),
            posted(desk, f"{_HERE}/untag", UntagIn, self.untag),
            posted(desk, f"{_HERE}/privacy", PrivacyIn, self.show_to),
            told(desk, _VIDEO, self.fields),
            changed(desk, _VIDEO, FieldsIn, self.edit),
            ordered(desk, HttpMethod.POST, f"{_VIDEO}/retry", self.retry),
        ]

    def listed(self, visit: Visit, user: User) -> ListOut:
        """One page; ``counted=no`` in the address saves counting all of them once more."""
        is_counted = visit.query("counted") != "no"
        with self.desk.runtime.db.read() as tx:
            return gather_shelf(tx, user, read_wish(visit.query), counted=is_counted).listed

    def overview(self, _visit: Visit, user: User) -> OverviewOut:
        with self.desk.runtime.db.read() as tx:
            return gather_overview(tx, self.desk.runtime, user)

    def rows(self, visit: Visit, user: User) -> list[RowOut]:
        """As they are now: the ``videos`` of the address, with commas between them. Those
        that are gone are left out.
        """
        video_ids = [VideoId(number) for number in _numbers("video", visit.query("videos"))]
        with self.desk.runtime.db.read() as tx:
            return list_own_rows(tx, user.account.id, video_ids)

    def contents(self, visit: Visit, _user: User) -> ContentsOut:
        """What goes with the ``folders`` of the address."""
        numbers = _numbers("folder", visit.query("folders"))
        folder_ids = [FolderId(number) for number in numbers]
        with self.desk.runtime.db.read() as tx:
            found = count_contents(tx, visit.actor, folder_ids)
        return ContentsOut(folders=found.folders, videos=found.videos)

    def make(self, visit: Visit, _user: User, given: FolderIn) -> FolderOut:
        runtime = self.desk.runtime
        with runtime.db.begin() as tx:
            name = _plain(given.name)
            made = make_folder(tx, visit.actor, name, given.parent_id, now=runtime.now())
        return folder_out(made)

    def rename(self, visit: Visit, _user: User, given: NameIn) -> FolderOut:
        runtime = self.desk.runtime
        folder_id = FolderId(
            parse_row_id("folder", str(visit.request.path_params["folder_id"]))
        )
        with runtime.db.begin() as tx:
            name = _plain(given.name)
            renamed = rename_folder(tx, visit.actor, folder_id, name, now=runtime.now())
        return folder_out(renamed)

    def move(self, visit: Visit, _user: User, given: MoveIn) -> None:
        runtime = self.desk.runtime
        with runtime.db.begin() as tx:
            move_items(
                tx,
                visit.actor,
                target_id=given.target,
                folder_ids=given.folders,
                video_ids=given.videos,
                now=runtime.now(),
            )

    def remove(self, visit: Visit, _user: User, given: ItemsIn) -> None:
        runtime = self.desk.runtime
        most = runtime.settings.current().max_items_at_once
        with runtime.db.begin() as tx:
            remove_items(
                tx,
                visit.actor,
                folder_ids=given.folders,
                video_ids=given.videos,
                most_items=most,
            )

    def tag(self, visit: Visit, _user: User, given: TagIn) -> list[TagOut]:
        runtime = self.desk.runtime
        names = [_plain(name) for name in given.names]
        with runtime.db.begin() as tx:
            tags = tag_videos(tx, visit.actor, given.videos, names, now=runtime.now())
        return [tag_out(tag) for tag in tags]

    def untag(self, visit: Visit, _user: User, given: UntagIn) -> None:
        runtime = self.desk.runtime
        with runtime.db.begin() as tx:
            untag_videos(tx, visit.actor, given.videos, given.tags, now=runtime.now())

    def show_to(self, visit: Visit, _user: User, given: PrivacyIn) -> None:
        runtime, privacy = self.desk.runtime, offered_privacy(given.privacy)
        with runtime.db.begin() as tx:
            show_videos(tx, visit.actor, given.videos, privacy, now=runtime.now())

    def fields(self, visit: Visit, _user: User) -> FieldsOut:
        with self.desk.runtime.db.read() as tx:
            video = own_video(tx, visit.actor, _video_id(visit)).video
            tags = list_video_tags(tx, [video.id]).get(video.id, [])
        return video_fields_out(video, [tag.name for tag in tags])

    def edit(self, visit: Visit, user: User, given: FieldsIn) -> list[RowOut]:
        runtime, video_id = self.desk.runtime, _video_id(visit)
        with runtime.db.begin() as tx:
            edit_video(tx, visit.actor, video_id, video_fields(given), now=runtime.now())
            return list_own_rows(tx, user.account.id, [video_id])

    def retry(self, visit: Visit, user: User) -> list[RowOut]:
        """Have made what could not be made."""
        runtime, video_id = self.desk.runtime, _video_id(visit)
        with runtime.db.begin() as tx:
            try:
                retry_video(tx, visit.actor, video_id, now=runtime.now())
            except Conflict as error:
                # Nobody has chosen anything here that another choice would mend.
                raise NotReady(error.message) from None
            return list_own_rows(tx, user.account.id, [video_id])


def _video_id(visit: Visit) -> VideoId:
    return VideoId(parse_row_id("video", str(visit.request.path_params["video_id"])))


def _numbers(kind: str, text: str) -> Sequence[int]:
    """Numbers with commas between them, as many as a page shows at most.

    Raises:
        NotFound: one of them is none.
        Invalid: there are too many.
    """
    numbers = [parse_row_id(kind, part) for part in text.split(",") if part]
    if len(numbers) > 2 * ROWS_PER_PAGE:
        raise Invalid("body", "These are more than a page shows")
    return numbers


def _plain(text: str) -> str:
    """Without what PostgreSQL refuses to keep."""
    return text.replace("\0", "").strip()
