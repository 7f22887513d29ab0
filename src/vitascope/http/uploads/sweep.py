"""Uploads whose time is over leave no bytes."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from vitascope.core.uploads.model import UploadBusy
from vitascope.core.uploads.proceed import expire_uploads
from vitascope.core.uploads.queries import list_unfinished_uuids
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.cancel import remove_bytes
from vitascope.http.uploads.files import files_of

log = logging.getLogger(__name__)

_PERIOD_S = 600.0
# What is younger may belong to an upload whose row is being written.
_SETTLED_S = 3600.0


@asynccontextmanager
async def sweeping(runtime: Runtime, *, period_s: float = _PERIOD_S) -> AsyncIterator[None]:
    """Expire uploads while this is entered: at once, and every ``period_s`` seconds."""
    running = asyncio.create_task(_again_and_again(runtime, period_s))
    try:
        yield
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


def sweep_uploads(runtime: Runtime) -> int:
    """End the uploads whose time is over and remove files that nobody needs. Returns how many
    uploads were ended.
    """
    files = files_of(runtime)
    with runtime.db.begin() as tx:
        expired = expire_uploads(tx, now=runtime.now())
    for upload in expired:
        with suppress(UploadBusy), files.hold(upload.uuid):
            remove_bytes(runtime, upload)
    with runtime.db.read() as tx:
        needed = list_unfinished_uuids(tx)
    old = time.time() - _SETTLED_S
    for stray in files.list() - needed:
        if all(path.stat().st_mtime < old for path in files.folder.glob(f"{stray.hex}*")):
            # One that expired while it was being finished is still held.
            with suppress(UploadBusy), files.hold(stray):
                files.remove(stray)
    if expired:
        log.info("uploads expired", extra={"uploads": len(expired)})
    return len(expired)


async def _again_and_again(runtime: Runtime, period_s: float) -> None:
    while True:
        try:
            await on_thread(sweep_uploads, runtime)
        except Exception:
            # The database may be away: the next round tries again.
            log.exception("uploads were not swept")
        await asyncio.sleep(period_s)
