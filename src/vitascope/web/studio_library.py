"""The library's pages for browsers without scripts: a list, and a page about each item."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from litestar import Response
from litestar.handlers import HTTPRouteHandler

from vitascope.base.errors import NotFound, ProductError
from vitascope.base.ids import FolderId
from vitascope.core.accounts.model import User
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.rename import rename_folder
from vitascope.core.library.move import move_items
from vitascope.core.library.remove import remove_items
from vitascope.core.videos.fields import VideoFields
from vitascope.core.videos.retry import retry_video
from vitascope.core.videos.update import edit_video
from vitascope.db import Tx
from vitascope.web.account_views import FormView, Problem
from vitascope.web.desk import Answer, Desk, see_other
from vitascope.web.forms import Fields
from vitascope.web.problems import problem_of, status_of
from vitascope.web.routing import shown_to_members, taken_from_members
from vitascope.web.sessions import Visit
from vitascope.web.studio_library_page import (
    LIBRARY_FORM,
    Item,
    item_page,
    library_page,
    read_item,
)
from vitascope.web.studio_library_wish import PAGE, Wish, folder_named, read_wish

ITEM_PAGE = f"{PAGE}/item"
_DONE = {
    "made": "The folder is made.",
    "renamed": "The new name is saved.",
    "moved": "It is moved.",
    "deleted": "It is deleted.",
    "again": "The work on it begins again.",
}


@dataclass(frozen=True, slots=True)
class LibraryPages:
    desk: Desk

    def routes(self) -> list[HTTPRouteHandler]:
        desk = self.desk
        deeds: dict[str, Callable[[Visit, User, Fields], Answer]] = {
            "new-folder": self.make,
            "rename": self._on_item(self._rename, "renamed"),
            "move": self._on_item(self._move, "moved"),
            "delete": self._on_item(self._delete, "deleted"),
            "retry": self._on_item(self._retry, "again"),
        }
        return [
            shown_to_members(desk, PAGE, self.show),
            shown_to_members(desk, ITEM_PAGE, self.show_item),
            *(taken_from_members(desk, f"{PAGE}/{n}", deed) for n, deed in deeds.items()),
        ]

    def show(self, visit: Visit, user: User) -> Answer:
        wish, done = read_wish(visit.query), _DONE.get(visit.query("done"))
        return library_page(self.desk, visit, user, wish, form=LIBRARY_FORM, done=done)

    def show_item(self, visit: Visit, user: User) -> Answer:
        with self.desk.runtime.db.read() as tx:
            item = read_item(tx, visit.actor, visit.query("folder"), visit.query("video"))
        return item_page(self.desk, visit, user, item, form=LIBRARY_FORM)

    def make(self, visit: Visit, user: User, fields: Fields) -> Answer:
        runtime = self.desk.runtime
        folder_id = folder_named(fields.text("folder"))
        try:
            with runtime.db.begin() as tx:
                name = fields.text("name")
                make_folder(tx, visit.actor, name, folder_id, now=runtime.now())
        except ProductError as error:
            view = replace(fields.view("library", "name"), problems=(problem_of(error),))
            wish, status = Wish(folder_id=folder_id), status_of(error)
            return library_page(self.desk, visit, user, wish, form=view, status=status)
        return _back_to(folder_id, "made")

    def _on_item(
        self, do: Callable[[Tx, Visit, Item, Fields], None], what: str
    ) -> Callable[[Visit, User, Fields], Answer]:
        """Does it to the item that the form names, and shows the folder it was in."""

        def take(visit: Visit, user: User, fields: Fields) -> Answer:
            with self.desk.runtime.db.read() as tx:
                named = (fields.text("folder"), fields.text("video"))
                item = read_item(tx, visit.actor, *named)
            try:
                with self.desk.runtime.db.begin() as tx:
                    do(tx, visit, item, fields)
            except ProductError as error:
                return self._refuse(visit, user, item, error)
            return _back_to(item.parent_id, what)

        return take

    def _refuse(
        self, visit: Visit, user: User, item: Item, error: ProductError
    ) -> Response[str]:
        # The advice for conflicts is about names that others have chosen.
        problem = Problem(f"{error.message.rstrip('.')}.", problem_of(error).field)
        form = FormView("library", problems=(problem,))
        status = status_of(error)
        return item_page(self.desk, visit, user, item, form=form, status=status)

    def _rename(self, tx: Tx, visit: Visit, item: Item, fields: Fields) -> None:
        name, now = fields.text("name"), self.desk.runtime.now()
        if item.folder_id is not None:
            rename_folder(tx, visit.actor, item.folder_id, name, now=now)
        if item.video_id is not None:
            edit_video(tx, visit.actor, item.video_id, VideoFields(title=name), now=now)

    def _move(self, tx: Tx, visit: Visit, item: Item, fields: Fields) -> None:
        move_items(
            tx,
            visit.actor,
            target_id=folder_named(fields.text("target")),
            folder_ids=item.folder_ids,
            video_ids=item.video_ids,
            now=self.desk.runtime.now(),
        )

    def _delete(self, tx: Tx, visit: Visit, item: Item, _fields: Fields) -> None:
        remove_items(
            tx,
            visit.actor,
            folder_ids=item.folder_ids,
            video_ids=item.video_ids,
            most_items=1,
        )

    def _retry(self, tx: Tx, visit: Visit, item: Item, _fields: Fields) -> None:
        if item.video_id is None:
            raise NotFound("video", "")
        retry_video(tx, visit.actor, item.video_id, now=self.desk.runtime.now())


def _back_to(folder_id: FolderId | None, what: str) -> Answer:
    address = Wish(folder_id=folder_id).address()
    return see_other(f"{address}{'&' if '?' in address else '?'}done={what}")
