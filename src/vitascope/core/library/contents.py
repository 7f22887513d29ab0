"""What folders hold, told before somebody removes them."""

from collections.abc import Sequence
from dataclasses import dataclass

from vitascope.base.ids import FolderId
from vitascope.core.access.model import Actor
from vitascope.core.folders.queries import list_descendants
from vitascope.core.folders.reach import reach_folders
from vitascope.core.videos.queries.arranging import count_videos_within
from vitascope.db import Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """``folders`` counts those that were asked for, too."""

    folders: int
    videos: int


def count_contents(tx: Tx, actor: Actor, folder_ids: Sequence[FolderId]) -> Contents:
    """What goes when the actor removes these folders.

    Raises:
        LoginRequired, Forbidden, NotFound, ForeignItem: as :func:`reach_folders`.
    """
    reach_folders(tx, actor, folder_ids)
    within = list_descendants(tx, folder_ids)
    return Contents(folders=len(within), videos=count_videos_within(tx, within))
