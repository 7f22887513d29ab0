"""Engines, transactions, column types: where SQLite and PostgreSQL stop differing."""

from vitascope.db.columns import EnumText, UtcTime
from vitascope.db.compiled import CompiledSelect
from vitascope.db.engine import Database, Tx, after_commit, metadata
from vitascope.db.inserting import insert_row

__all__ = [
    "CompiledSelect",
    "Database",
    "EnumText",
    "Tx",
    "UtcTime",
    "after_commit",
    "insert_row",
    "metadata",
]
