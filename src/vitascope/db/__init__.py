"""Engines, transactions, column types: where SQLite and PostgreSQL stop differing."""

from vitascope.db.batches import batches
from vitascope.db.columns import NEVER_REUSED, EnumText, UtcTime, WordList
from vitascope.db.compiled import CompiledSelect
from vitascope.db.engine import Database, Tx, after_commit, metadata, sealer_of
from vitascope.db.inserting import insert_new, insert_row, upsert_row

__all__ = [
    "NEVER_REUSED",
    "CompiledSelect",
    "Database",
    "EnumText",
    "Tx",
    "UtcTime",
    "WordList",
    "after_commit",
    "batches",
    "insert_new",
    "insert_row",
    "metadata",
    "sealer_of",
    "upsert_row",
]
