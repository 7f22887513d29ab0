"""Giving a folder another name."""

from datetime import datetime

from vitascope.base.ids import FolderId
from vitascope.core.access.model import Actor
from vitascope.core.folders.make import check_name
from vitascope.core.folders.model import Folder
from vitascope.core.folders.queries import get_folder, update_folders
from vitascope.core.folders.reach import reach_folders
from vitascope.db import Tx


def rename_folder(
    tx: Tx, actor: Actor, folder_id: FolderId, name: str, *, now: datetime
) -> Folder:
    """Another folder may have the same name.

    Raises:
        LoginRequired, Forbidden, NotFound, ForeignItem: as :func:`reach_folders`.
        Invalid: the name is empty or longer than 120 characters.
    """
    reach_folders(tx, actor, [folder_id])
    update_folders(tx, [folder_id], now=now, name=check_name(name))
    return get_folder(tx, folder_id)
