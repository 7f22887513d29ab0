"""Removing folders with all within them, and several videos."""

from collections.abc import Sequence

from vitascope.base.ids import FolderId, VideoId
from vitascope.core.access.model import Actor
from vitascope.core.folders.queries import (
    delete_folders,
    hold_libraries,
    list_descendants,
)
from vitascope.core.folders.reach import reach_folders
from vitascope.core.library.model import (
    NothingSelected,
    ParentsDiffer,
    RepeatedItem,
    TooManyItems,
)
from vitascope.core.library.reach import reach_videos
from vitascope.core.videos.delete import remove_entry
from vitascope.core.videos.queries.arranging import list_videos_within
from vitascope.core.videos.queries.entries import list_entries
from vitascope.db import Tx, batches


def remove_items(
    tx: Tx,
    actor: Actor,
    *,
    folder_ids: Sequence[FolderId],
    video_ids: Sequence[VideoId],
    most_items: int,
) -> None:
    """Remove folders with all within them, and videos: all or nothing.

    Raises:
        As :func:`remove_folders` and :func:`remove_videos`.
    """
    if not folder_ids and not video_ids:
        raise NothingSelected
    # First, because a video may lie in one of the folders.
    if video_ids:
        remove_videos(tx, actor, video_ids, most_items=most_items)
    if folder_ids:
        remove_folders(tx, actor, folder_ids, most_items=most_items)


def remove_folders(
    tx: Tx, actor: Actor, folder_ids: Sequence[FolderId], *, most_items: int
) -> None:
    """Remove folders with the folders and videos within them, however deep. The bytes of the
    videos follow as after :func:`vitascope.core.videos.delete.delete_video`.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        NothingSelected, TooManyItems, RepeatedItem: of ``folder_ids``, at most
            ``most_items``.
        NotFound, ForeignItem: as :func:`reach_folders`.
        ParentsDiffer: they do not all lie in the same folder.
    """
    _check_selection("folder", folder_ids, most_items)
    named = reach_folders(tx, actor, folder_ids)
    if len({folder.parent_id for folder in named}) > 1:
        raise ParentsDiffer
    hold_libraries(tx, {folder.account_id for folder in named})
    doomed = list_descendants(tx, folder_ids)
    _remove_videos(tx, list_videos_within(tx, doomed))
    delete_folders(tx, doomed)


def remove_videos(
    tx: Tx, actor: Actor, video_ids: Sequence[VideoId], *, most_items: int
) -> None:
    """Remove videos, all or none. Their bytes follow.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        NothingSelected, TooManyItems, RepeatedItem: of ``video_ids``, at most ``most_items``.
        NotFound, ForeignItem: as :func:`reach_videos`.
    """
    _check_selection("video", video_ids, most_items)
    entries = reach_videos(tx, actor, video_ids)
    hold_libraries(tx, {entry.owner_id for entry in entries})
    for entry in entries:
        remove_entry(tx, entry)


def _check_selection(kind: str, ids: Sequence[int], most_items: int) -> None:
    if not ids:
        raise NothingSelected
    if len(ids) > most_items:
        raise TooManyItems(most_items)
    seen: set[int] = set()
    for ref in ids:
        if ref in seen:
            raise RepeatedItem(kind, ref)
        seen.add(ref)


def _remove_videos(tx: Tx, video_ids: Sequence[VideoId]) -> None:
    for some in batches(video_ids):
        for entry in list_entries(tx, some).values():
            remove_entry(tx, entry)
