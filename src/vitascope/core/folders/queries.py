"""Reading and writing folders."""

from datetime import datetime

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, FolderId
from vitascope.core.folders.model import Folder
from vitascope.core.folders.tables import folders
from vitascope.db import Tx, insert_row


def insert_folder(
    tx: Tx, account_id: AccountId, parent_id: FolderId | None, name: str, *, now: datetime
) -> Folder:
    values = {
        "account_id": account_id,
        "parent_id": parent_id,
        "name": name,
        "created_at": now,
        "updated_at": now,
    }
    return get_folder(tx, FolderId(insert_row(tx, folders, values)))


def find_folder(tx: Tx, folder_id: FolderId) -> Folder | None:
    row = tx.execute(sa.select(folders).where(folders.c.id == folder_id)).first()
    return None if row is None else Folder(**row._mapping)


def get_folder(tx: Tx, folder_id: FolderId) -> Folder:
    """Raises NotFound when there is none."""
    folder = find_folder(tx, folder_id)
    if folder is None:
        raise NotFound("folder", folder_id)
    return folder


def find_child(
    tx: Tx, account_id: AccountId, parent_id: FolderId | None, name: str
) -> Folder | None:
    """The oldest folder of that name within ``parent_id``."""
    row = tx.execute(
        sa.select(folders)
        .where(*_within(account_id, parent_id), folders.c.name == name)
        .order_by(folders.c.id)
        .limit(1)
    ).first()
    return None if row is None else Folder(**row._mapping)


def list_folders(tx: Tx, account_id: AccountId, parent_id: FolderId | None) -> list[Folder]:
    """The folders within ``parent_id``, by name."""
    rows = tx.execute(
        sa.select(folders)
        .where(*_within(account_id, parent_id))
        .order_by(folders.c.name, folders.c.id)
    )
    return [Folder(**row._mapping) for row in rows]


def _within(
    account_id: AccountId, parent_id: FolderId | None
) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    # "IS" rather than "=": the top has no number.
    return folders.c.account_id == account_id, folders.c.parent_id.is_not_distinct_from(
        parent_id
    )
