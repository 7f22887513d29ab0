"""Reading and writing imports, and the channels that follow others."""

from vitascope.core.imports.queries.imports import (
    ImportSelection,
    count_active,
    delete_import_row,
    find_import,
    get_import,
    insert_import,
    list_all_in,
    list_imports,
    list_imports_in,
    list_known_urls,
    note_progress,
    update_import,
)
from vitascope.core.imports.queries.syncs import (
    count_syncs,
    delete_sync_row,
    find_sync,
    get_sync,
    insert_sync,
    list_syncs,
    list_syncs_of,
    update_sync,
)

__all__ = [
    "ImportSelection",
    "count_active",
    "count_syncs",
    "delete_import_row",
    "delete_sync_row",
    "find_import",
    "find_sync",
    "get_import",
    "get_sync",
    "insert_import",
    "insert_sync",
    "list_all_in",
    "list_imports",
    "list_imports_in",
    "list_known_urls",
    "list_syncs",
    "list_syncs_of",
    "note_progress",
    "update_import",
    "update_sync",
]
