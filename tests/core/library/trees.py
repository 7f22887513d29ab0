"""Libraries to put in order."""

from tests.factories import NOON, actor_of, make_video

from vitascope.base.ids import AccountId, FolderId, VideoId
from vitascope.core.accounts.model import User
from vitascope.core.folders.make import make_folder
from vitascope.core.folders.queries import list_all_folders
from vitascope.core.videos.queries.entries import get_entry
from vitascope.db import Tx


def folder_of(tx: Tx, user: User, name: str, parent_id: FolderId | None = None) -> FolderId:
    return make_folder(tx, actor_of(user), name, parent_id, now=NOON).id


def video_of(
    tx: Tx, user: User, title: str = "A film", folder_id: FolderId | None = None
) -> VideoId:
    """A video of bytes that no other title has."""
    return make_video(tx, user, title=title, content=title, folder_id=folder_id).video.id


def parents(tx: Tx, account_id: AccountId) -> dict[FolderId, FolderId | None]:
    """Where each folder of an account lies."""
    return {folder.id: folder.parent_id for folder in list_all_folders(tx, account_id)}


def place_of(tx: Tx, video_id: VideoId) -> FolderId | None:
    return get_entry(tx, video_id).video.folder_id
