"""Removing what imports have left on the disk."""

import logging
import shutil
from datetime import datetime, timedelta
from pathlib import Path

from vitascope.core.imports.model import ACTIVE, TERMINAL
from vitascope.core.imports.queries import list_all_in
from vitascope.db import Database, Tx

log = logging.getLogger(__name__)

_KEPT = timedelta(days=1)


def sweep_imports(db: Database, folder: Path, *, now: datetime) -> None:
    """Remove the working folders of imports that ended more than a day ago, or that nobody
    knows. Until then they are there for another try.
    """
    # Looked at before the rows, which are made before the folders.
    lying = {path.name: path for path in folder.iterdir()} if folder.is_dir() else {}
    with db.read() as tx:
        needed = _needed(tx, now) if lying else set()
    unneeded = [path for name, path in lying.items() if name not in needed]
    for path in unneeded:
        shutil.rmtree(path, ignore_errors=True)
    if unneeded:
        log.info("import folders removed", extra={"folders": len(unneeded)})


def _needed(tx: Tx, now: datetime) -> set[str]:
    active = {one.uuid.hex for one in list_all_in(tx, ACTIVE)}
    ended = {one.uuid.hex for one in list_all_in(tx, TERMINAL) if one.updated_at > now - _KEPT}
    return active | ended
