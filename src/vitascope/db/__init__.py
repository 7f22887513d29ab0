"""Engines, transactions, column types: where SQLite and PostgreSQL stop differing."""

from vitascope.db.columns import NEVER_REUSED, EnumText, UtcTime
from vitascope.db.compiled import CompiledSelect
from vitascope.db.engine import Database, Tx, after_commit, metadata
from vitascope.db.inserting import insert_row

__all__ = [
    "NEVER_REUSED",
    "CompiledSelect",
    "Database",
    "EnumText",
    "Tx",
    "UtcTime",
    "after_commit",
    "insert_row",
    "metadata",
]
