"""Moving folders and videos into a folder."""

from collections.abc import Collection, Sequence
from datetime import datetime

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, FolderId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.folders.model import Folder
from vitascope.core.folders.queries import hold_libraries, list_folder_path, update_folders
from vitascope.core.folders.reach import reach_folders
from vitascope.core.library.model import (
    IntoChild,
    IntoItself,
    NothingSelected,
    OwnersDiffer,
)
from vitascope.core.library.reach import reach_videos
from vitascope.core.videos.queries.arranging import place_videos
from vitascope.db import Tx

_TARGET = "target folder"


def move_items(
    tx: Tx,
    actor: Actor,
    *,
    target_id: FolderId | None,
    folder_ids: Sequence[FolderId],
    video_ids: Sequence[VideoId],
    now: datetime,
) -> None:
    """Put folders, with all within them, and videos into the target; None is the top of the
    library that each of them is in. An item that is named twice is moved once.

    Administrators who have logged in may arrange the items of anybody, but nothing ever
    moves from one user's library to another's.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        NothingSelected: neither folders nor videos.
        NotFound: no such "target folder", "folder" or "video".
        ForeignItem: one of these is not the actor's.
        IntoItself, IntoChild: a folder would lie within itself.
        OwnersDiffer: the item is not of the target's owner.
    """
    actor.known_user()
    actor.check_writes()
    if not folder_ids and not video_ids:
        raise NothingSelected
    target = _reach_target(tx, actor, target_id)
    if target_id in folder_ids:
        raise IntoItself
    folders = reach_folders(tx, actor, list(dict.fromkeys(folder_ids)))
    _check_owners(target, "folder", {folder.account_id for folder in folders})
    videos = reach_videos(tx, actor, list(dict.fromkeys(video_ids)))
    _check_owners(target, "video", {entry.owner_id for entry in videos})
    owners = {folder.account_id for folder in folders} | {entry.owner_id for entry in videos}
    hold_libraries(tx, owners)
    _check_circle(tx, target, folders)
    update_folders(tx, [folder.id for folder in folders], now=now, parent_id=target_id)
    place_videos(tx, [entry.video.id for entry in videos], target_id, now=now)


def _reach_target(tx: Tx, actor: Actor, target_id: FolderId | None) -> Folder | None:
    if target_id is None:
        return None
    return reach_folders(tx, actor, [target_id], kind=_TARGET)[0]


def _check_owners(target: Folder | None, kind: str, owners: Collection[AccountId]) -> None:
    if target is not None and any(owner != target.account_id for owner in owners):
        raise OwnersDiffer(kind)


def _check_circle(tx: Tx, target: Folder | None, moved: Sequence[Folder]) -> None:
    """To be asked while nobody else moves anything there."""
    if target is None:
        return
    path = {folder.id for folder in list_folder_path(tx, target.id)}
    if target.id not in path:
        # Somebody removed it while we waited for the library.
        raise NotFound(_TARGET, target.id)
    if any(folder.id in path for folder in moved):
        raise IntoChild
