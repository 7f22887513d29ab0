"""Adding a row and learning its number."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from vitascope.db.engine import Tx


def insert_row(tx: Tx, table: sa.Table, values: Mapping[str, Any]) -> int:
    """Add a row to a table whose primary key is the number ``id``, and return that number."""
    number: int = tx.execute(table.insert().values(values).returning(table.c.id)).scalar_one()
    return number
