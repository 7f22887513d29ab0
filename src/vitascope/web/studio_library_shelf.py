"""What the library's page shows, gathered with as many queries however much there is."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, FolderId, VideoId, possible_ids
from vitascope.core.accounts.model import User
from vitascope.core.assets.queries import list_renditions_of, list_tasks_of
from vitascope.core.folders.model import Folder
from vitascope.core.folders.queries import list_all_folders, list_folder_path, list_folders
from vitascope.core.tags.queries import fold, list_account_tags, list_video_tags
from vitascope.core.users.usage import user_usage
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import list_entries
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx
from vitascope.http.runtime import Runtime
from vitascope.web.studio_library_wire import (
    ListOut,
    OverviewOut,
    RowOut,
    folder_out,
    row_out,
    tag_out,
)
from vitascope.web.studio_library_wish import ROWS_PER_PAGE, Wish

_IN_THE_MAKING = {State.WAITING, State.PROCESSING}


@dataclass(frozen=True, slots=True)
class Shelf:
    """``path`` leads from the top to the folder, and is empty at the top."""

    path: list[Folder]
    listed: ListOut


def gather_shelf(tx: Tx, user: User, wish: Wish, *, counted: bool = True) -> Shelf:
    """The user's own folders and videos that ``wish`` asks for.

    Raises:
        NotFound: the folder is none of the user's.
    """
    owner = user.account.id
    path = own_path(tx, owner, wish.folder_id)
    page = list_videos(
        tx, wish.selection(owner), start=wish.start, count=ROWS_PER_PAGE, counted=counted
    )
    listed = ListOut(
        folders=[folder_out(folder) for folder in _folders(tx, owner, wish)],
        videos=list_rows(tx, page.items),
        total=page.total,
    )
    return Shelf(path, listed)


def gather_overview(tx: Tx, runtime: Runtime, user: User) -> OverviewOut:
    owner = user.account.id
    return OverviewOut(
        folders=[folder_out(folder) for folder in list_all_folders(tx, owner)],
        tags=[tag_out(tag) for tag in list_account_tags(tx, owner)],
        used_bytes=user_usage(tx, user.id, now=runtime.now()).total_bytes,
        quota_bytes=user.quota_bytes,
    )


def own_path(tx: Tx, owner: AccountId, folder_id: FolderId | None) -> list[Folder]:
    """The folders from the top down to that one; none for the top itself.

    Raises:
        NotFound: it is none of the owner's.
    """
    if folder_id is None:
        return []
    path = list_folder_path(tx, folder_id)
    if not path or path[-1].account_id != owner:
        raise NotFound("folder", folder_id)
    return path


def list_own_rows(tx: Tx, owner: AccountId, video_ids: Sequence[VideoId]) -> list[RowOut]:
    """Those of ``video_ids`` that are the owner's."""
    found = list_entries(tx, possible_ids(video_ids))
    return list_rows(tx, [entry for entry in found.values() if entry.owner_id == owner])


def list_rows(tx: Tx, entries: Sequence[VideoEntry]) -> list[RowOut]:
    """Costs three queries, however many there are."""
    tags = list_video_tags(tx, [entry.video.id for entry in entries])
    assets = [
        entry.media.id
        for entry in entries
        if entry.media is not None and entry.video.state in _IN_THE_MAKING
    ]
    tasks = list_tasks_of(tx, assets)
    resolutions = {
        asset_id: [
            rendition.resolution for rendition in renditions if rendition.resolution is not None
        ]
        for asset_id, renditions in list_renditions_of(tx, assets).items()
    }
    rows = []
    for entry in entries:
        media = None if entry.media is None else entry.media.id
        work = ([], []) if media is None else (tasks.get(media, []), resolutions.get(media, []))
        rows.append(row_out(entry, tags.get(entry.video.id, []), *work))
    return rows


def _folders(tx: Tx, owner: AccountId, wish: Wish) -> list[Folder]:
    """Those in the folder, or whose name is searched for. Folders have neither tags nor
    a status; pages after the first are about videos only.
    """
    if wish.page > 1 or wish.tag or wish.status:
        return []
    if not wish.search:
        return list_folders(tx, owner, wish.folder_id)
    wanted = fold(wish.search)
    return [folder for folder in list_all_folders(tx, owner) if wanted in fold(folder.name)]
