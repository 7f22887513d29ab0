"""What a data folder holds, as commands leave it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from vitascope.app import Parts, open_parts
from vitascope.base.ids import FolderId
from vitascope.config import Config
from vitascope.core.accounts.queries import find_user_by_login
from vitascope.core.folders.queries import get_folder
from vitascope.core.videos.model import Media, Order, Selection, State
from vitascope.core.videos.queries.listing import list_videos
from vitascope.db import Tx


@dataclass(frozen=True)
class Kept:
    """A video of root's: the folders it is in and its file, and its bytes' SHA-256."""

    path: str
    title: str
    state: State
    sha256: str


def kept_in(data: Path) -> list[Kept]:
    """Oldest first."""
    parts = open_parts(Config(data=data))
    with parts.db.read() as tx:
        root = find_user_by_login(tx, "root")
        assert root is not None
        selection = Selection(owner=root.account.id, order=Order.CREATED, descending=False)
        entries = list_videos(tx, selection, start=0, count=100).items
        found = [
            Kept(
                path="/".join(
                    [*_folders(tx, entry.video.folder_id), entry.video.source_filename or ""]
                ),
                title=entry.video.title,
                state=entry.video.state,
                sha256=_sha256(parts, entry.media),
            )
            for entry in entries
        ]
    parts.db.close()
    return found


def _folders(tx: Tx, folder_id: FolderId | None) -> list[str]:
    if folder_id is None:
        return []
    folder = get_folder(tx, folder_id)
    return [*_folders(tx, folder.parent_id), folder.name]


def _sha256(parts: Parts, media: Media | None) -> str:
    assert media is not None
    digest = hashlib.sha256()
    for piece in parts.store.read(f"assets/{media.uuid}/source"):
        digest.update(piece)
    return digest.hexdigest()
