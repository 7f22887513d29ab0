"""Reading and writing folders."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from vitascope.base.errors import NotFound
from vitascope.base.ids import AccountId, FolderId
from vitascope.core.accounts.tables import accounts
from vitascope.core.folders.model import Folder
from vitascope.core.folders.tables import folders
from vitascope.db import Tx, batches, insert_row


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


def find_folders(tx: Tx, folder_ids: Collection[FolderId]) -> dict[FolderId, Folder]:
    """Those of ``folder_ids`` that there are."""
    found = [
        Folder(**row._mapping)
        for some in batches(folder_ids)
        for row in tx.execute(sa.select(folders).where(folders.c.id.in_(some)))
    ]
    return {folder.id: folder for folder in found}


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


def list_all_folders(tx: Tx, account_id: AccountId) -> list[Folder]:
    """Every folder of an account, by name; ``parent_id`` makes a tree of them."""
    rows = tx.execute(
        sa.select(folders)
        .where(folders.c.account_id == account_id)
        .order_by(folders.c.name, folders.c.id)
    )
    return [Folder(**row._mapping) for row in rows]


def list_folder_path(tx: Tx, folder_id: FolderId) -> list[Folder]:
    """The folder and those it lies in, from the top down to itself; empty when there is no
    such folder.
    """
    path = (
        sa.select(folders.c.id, folders.c.parent_id, sa.literal(0).label("distance"))
        .where(folders.c.id == folder_id)
        .cte("path", recursive=True)
    )
    upper = sa.select(folders.c.id, folders.c.parent_id, path.c.distance + 1)
    path = path.union_all(upper.where(folders.c.id == path.c.parent_id))
    rows = tx.execute(
        sa.select(folders)
        .join(path, path.c.id == folders.c.id)
        .order_by(path.c.distance.desc())
    )
    return [Folder(**row._mapping) for row in rows]


def list_descendants(tx: Tx, folder_ids: Collection[FolderId]) -> list[FolderId]:
    """The folders themselves and all below them, those above before those within."""
    depths: dict[FolderId, int] = {}
    for some in batches(folder_ids):
        below = (
            sa.select(folders.c.id, sa.literal(0).label("depth"))
            .where(folders.c.id.in_(some))
            .cte("below", recursive=True)
        )
        lower = sa.select(folders.c.id, below.c.depth + 1)
        below = below.union_all(lower.where(folders.c.parent_id == below.c.id))
        for key, depth in tx.execute(sa.select(below.c.id, below.c.depth)):
            depths[key] = max(depth, depths.get(key, 0))
    return sorted(depths, key=depths.__getitem__)


def hold_libraries(tx: Tx, account_ids: Collection[AccountId]) -> None:
    """Let nobody else move or remove folders of these accounts until ``tx`` ends.

    Where several may write at once, two who each move a folder into the other's would make a
    circle.
    """
    tx.execute(
        sa.select(accounts.c.id)
        .where(accounts.c.id.in_(account_ids))
        .order_by(accounts.c.id)
        # Rows that refer to the account may still be added.
        .with_for_update(key_share=True)
    ).all()


def update_folders(
    tx: Tx, folder_ids: Collection[FolderId], *, now: datetime, **values: Any
) -> None:
    """Change fields of folders by their names in :class:`Folder`."""
    for some in batches(folder_ids):
        changed = folders.update().where(folders.c.id.in_(some))
        tx.execute(changed.values(**values, updated_at=now))


def delete_folders(tx: Tx, folder_ids: Sequence[FolderId]) -> None:
    """Delete folders given as :func:`list_descendants` lists them."""
    # From the bottom up: SQLite deletes what lies within by itself, but not a thousand levels
    # of it.
    for some in batches([*reversed(folder_ids)]):
        tx.execute(folders.delete().where(folders.c.id.in_(some)))


def _within(
    account_id: AccountId, parent_id: FolderId | None
) -> tuple[sa.ColumnElement[bool], sa.ColumnElement[bool]]:
    # "IS" rather than "=": the top has no number.
    return folders.c.account_id == account_id, folders.c.parent_id.is_not_distinct_from(
        parent_id
    )
