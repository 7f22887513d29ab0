"""The library's pages: what the server writes into them, for their script too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec
from litestar import Response

from vitascope.base.errors import NotFound
from vitascope.base.ids import FolderId, VideoId, parse_row_id
from vitascope.core.access.model import Actor
from vitascope.core.accounts.model import User
from vitascope.core.folders.queries import list_descendants
from vitascope.core.library.contents import Contents, count_contents
from vitascope.core.videos.read import own_video
from vitascope.db import Tx
from vitascope.web.account_views import FormView
from vitascope.web.desk import Desk
from vitascope.web.sessions import Visit
from vitascope.web.studio_fields import (
    list_channel_choices,
    list_language_choices,
    list_preset_choices,
    list_privacy_choices,
)
from vitascope.web.studio_library_shelf import (
    gather_overview,
    gather_shelf,
    list_rows,
    own_path,
)
from vitascope.web.studio_library_wire import FolderOut, RowOut, folder_out
from vitascope.web.studio_library_wish import ROWS_PER_PAGE, SORTS, STATUSES, Wish

LIBRARY_FORM = FormView("library")
_BETWEEN = " / "


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A folder or a video, which is the one that is not None. ``contents`` are the folder's."""

    name: str
    parent_id: FolderId | None
    folder_id: FolderId | None = None
    video_id: VideoId | None = None
    row: RowOut | None = None
    contents: Contents | None = None
    within: frozenset[int] = frozenset()

    @property
    def folder_ids(self) -> list[FolderId]:
        return [] if self.folder_id is None else [self.folder_id]

    @property
    def video_ids(self) -> list[VideoId]:
        return [] if self.video_id is None else [self.video_id]


def read_item(tx: Tx, actor: Actor, folder: str, video: str) -> Item:
    """The actor's own folder of that number, or their video when no folder is named.

    Raises:
        NotFound: there is no such item, or it is another's.
    """
    if not folder:
        return _video_item(tx, actor, VideoId(parse_row_id("video", video)))
    folder_id = FolderId(parse_row_id("folder", folder))
    if actor.account_id is None:
        raise NotFound("folder", folder_id)
    found = own_path(tx, actor.account_id, folder_id)[-1]
    return Item(
        name=found.name,
        parent_id=found.parent_id,
        folder_id=folder_id,
        contents=count_contents(tx, actor, [folder_id]),
        within=frozenset(list_descendants(tx, [folder_id])),
    )


def _video_item(tx: Tx, actor: Actor, video_id: VideoId) -> Item:
    entry = own_video(tx, actor, video_id)
    return Item(
        name=entry.video.title,
        parent_id=entry.video.folder_id,
        video_id=video_id,
        row=list_rows(tx, [entry])[0],
    )


def library_page(
    desk: Desk,
    visit: Visit,
    user: User,
    wish: Wish,
    *,
    form: FormView,
    status: int = 200,
    done: str | None = None,
) -> Response[str]:
    """A list of folders and videos.

    Raises:
        NotFound: the folder is none of the user's.
    """
    with desk.runtime.db.read() as tx:
        shelf = gather_shelf(tx, user, wish)
        overview = gather_overview(tx, desk.runtime, user)
        channels, presets = list_channel_choices(tx, user), list_preset_choices(tx, user)
    total = shelf.listed.total or 0
    config = {
        "channels": channels,
        "privacies": list_privacy_choices(),
        "languages": list_language_choices(),
        "presets": presets,
        "usual_privacy": "",
        "public_url": desk.runtime.public_url,
        "rows_per_page": ROWS_PER_PAGE,
        "sorts": SORTS,
        "statuses": STATUSES,
        "listed": shelf.listed,
        "overview": overview,
    }
    return desk.form(
        visit,
        "studio/library.html",
        form,
        status=status,
        done=done,
        wish=wish,
        path=[folder_out(folder) for folder in shelf.path],
        listed=shelf.listed,
        overview=overview,
        names=path_names(overview.folders),
        shown=(wish.start + 1, wish.start + len(shelf.listed.videos), total),
        has_more=wish.start + ROWS_PER_PAGE < total,
        sorts=SORTS,
        statuses=STATUSES,
        config=msgspec.to_builtins(config),
    )


def item_page(
    desk: Desk, visit: Visit, user: User, item: Item, *, form: FormView, status: int = 200
) -> Response[str]:
    """What can be done with one folder or video."""
    with desk.runtime.db.read() as tx:
        folders = gather_overview(tx, desk.runtime, user).folders
    names = path_names(folders)
    targets = {key: name for key, name in names.items() if key not in item.within}
    return desk.form(
        visit,
        "studio/library_item.html",
        form,
        status=status,
        item=item,
        targets=sorted(targets.items(), key=lambda target: target[1].casefold()),
        back=Wish(folder_id=item.parent_id).address(),
    )


def path_names(folders: Sequence[FolderOut]) -> Mapping[int, str]:
    """``Archive / 2026`` by number, for every folder of an account."""
    known = {folder.id: folder for folder in folders}
    names: dict[int, str] = {}
    for folder in folders:
        # From the inside out, as far as nobody has been before.
        chain: list[FolderOut] = []
        at: FolderOut | None = folder
        while at is not None and at.id not in names:
            chain.append(at)
            at = None if at.parent_id is None else known.get(at.parent_id)
        above = "" if at is None else names[at.id]
        for each in reversed(chain):
            above = f"{above}{_BETWEEN}{each.name}" if above else each.name
            names[each.id] = above
    return names
