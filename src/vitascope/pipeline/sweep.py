"""Removing what a crash left behind, before the server starts."""

import logging
import shutil
import time
import uuid
from pathlib import Path

from vitascope.core.assets.queries import list_asset_folders
from vitascope.core.imports.queries import list_unfinished_imports
from vitascope.core.uploads.queries import list_unfinished_uuids
from vitascope.db import Database
from vitascope.storage import BlobStore, LocalPaths
from vitascope.storage.scratch import Scratch

log = logging.getLogger(__name__)

# A command may be storing a file at this moment; its row follows within seconds.
_SETTLED_S = 3600.0


def sweep(db: Database, store: BlobStore, scratch: Scratch, incoming: Path) -> None:
    """Delete half-received files, and files of assets that nobody knows.

    For the only program that works on this data: what looks abandoned to one of several may
    be another's work.
    """
    with db.read() as tx:
        # An upload or import that is being finished has stored its bytes already.
        known = list_asset_folders(tx) | list_unfinished_uuids(tx) | list_unfinished_imports(tx)
    for path in incoming.iterdir():
        _remove(path)
    for asset in set(scratch.list()) - known:
        scratch.remove(asset)
    strays = _strays(store, known)
    for key in strays:
        store.delete(key)
    if strays:
        log.info("stray blobs removed", extra={"blobs": len(strays)})


def _strays(store: BlobStore, known: set[uuid.UUID]) -> list[str]:
    if not isinstance(store, LocalPaths):
        return []  # listing a remote bucket takes minutes, and its strays cost little
    old = time.time() - _SETTLED_S
    return [
        key
        for key in store.list("assets/")
        if _asset(key) not in known and store.local_path(key).stat().st_mtime < old
    ]


def _asset(key: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(key.split("/")[1])
    except ValueError:
        return None


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)
