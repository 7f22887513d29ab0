"""Adding a row: learning its number, or changing the one that is there."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

from vitascope.db.engine import Tx


def insert_row(tx: Tx, table: sa.Table, values: Mapping[str, Any]) -> int:
    """Add a row to a table whose primary key is the number ``id``, and return that number."""
    number: int = tx.execute(table.insert().values(values).returning(table.c.id)).scalar_one()
    return number


def insert_new(tx: Tx, table: sa.Table, key: str, values: Mapping[str, Any]) -> bool:
    """Add a row, unless there is one that has the same ``key``, a unique column. Says whether
    it did.
    """
    kind = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    insert = kind(table).values(dict(values)).on_conflict_do_nothing(index_elements=[key])
    return tx.execute(insert.returning(table.c[key])).first() is not None


def upsert_row(
    tx: Tx,
    table: sa.Table,
    key: str,
    values: Mapping[str, Any],
    changes: Mapping[str, Any] | None = None,
) -> None:
    """Add a row, or apply ``changes`` to the one that has the same ``key``, a unique column.

    One statement, so two callers at once never fail. Without ``changes`` the row that is
    there stays as it is.
    """
    kind = postgresql.insert if tx.dialect.name == "postgresql" else sqlite.insert
    insert = kind(table).values(dict(values))
    if changes is None:
        tx.execute(insert.on_conflict_do_nothing(index_elements=[key]))
    else:
        tx.execute(insert.on_conflict_do_update(index_elements=[key], set_=dict(changes)))
