"""Whose folders an actor may change."""

from collections.abc import Sequence

from vitascope.base.errors import Forbidden, NotFound
from vitascope.base.ids import FolderId, possible_ids
from vitascope.core.access.model import Actor
from vitascope.core.folders.model import Folder
from vitascope.core.folders.queries import find_folders
from vitascope.db import Tx


class ForeignItem(Forbidden):
    """It is in somebody else's library. ``kind`` says what it is, ``ref`` is its number."""

    def __init__(self, kind: str, ref: int) -> None:
        super().__init__(f"This {kind} is not yours")
        self.kind = kind
        self.ref = ref


def reach_folders(
    tx: Tx, actor: Actor, folder_ids: Sequence[FolderId], *, kind: str = "folder"
) -> list[Folder]:
    """The folders of those numbers, in that order, for changing them. ``kind`` is what errors
    call them.

    Raises:
        LoginRequired, Forbidden: nobody known is calling, or the credential may only read.
        NotFound: there is no such folder.
        ForeignItem: it is another's, and the actor does not administrate.
    """
    actor.known_user()
    actor.check_writes()
    known = find_folders(tx, possible_ids(folder_ids))
    for folder_id in folder_ids:
        if folder_id not in known:
            raise NotFound(kind, folder_id)
        if not actor.arranges(known[folder_id].account_id):
            raise ForeignItem(kind, folder_id)
    return [known[folder_id] for folder_id in folder_ids]
