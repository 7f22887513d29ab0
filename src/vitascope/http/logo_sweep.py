"""The end of logos that no preset shows any more."""

import logging
from contextlib import AbstractAsyncContextManager
from functools import partial

from vitascope.core.presets.logo import LOGOS, logo_key
from vitascope.core.presets.queries import list_all_presets
from vitascope.db import Database
from vitascope.http.background import repeated
from vitascope.http.threads import on_thread
from vitascope.storage import BlobStore

log = logging.getLogger(__name__)

_PERIOD_S = 3600.0


def sweeping_logos(
    db: Database, store: BlobStore, *, period_s: float = _PERIOD_S
) -> AbstractAsyncContextManager[None]:
    """Sweep while this is entered: at once, and every ``period_s`` seconds."""
    return repeated(
        partial(on_thread, sweep_logos, db, store),
        every_s=period_s,
        failure="logos were not swept",
    )


def sweep_logos(db: Database, store: BlobStore) -> None:
    """Delete the logos of presets that are gone or have another one."""
    # Before the presets are read: one that is stored in between is not in this list.
    kept = set(store.list(LOGOS))
    with db.read() as tx:
        shown = {logo_key(preset) for preset in list_all_presets(tx)}
    strays = kept - shown
    for key in strays:
        store.delete(key)
    if strays:
        log.info("logos swept", extra={"blobs": len(strays)})
