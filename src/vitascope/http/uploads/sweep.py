"""Uploads whose time is over leave no bytes."""

import logging
import time
from contextlib import AbstractAsyncContextManager, suppress
from functools import partial

from vitascope.core.uploads.model import UploadBusy
from vitascope.core.uploads.proceed import expire_uploads
from vitascope.core.uploads.queries import list_unfinished_uuids
from vitascope.http.background import repeated
from vitascope.http.runtime import Runtime
from vitascope.http.threads import on_thread
from vitascope.http.uploads.cancel import remove_bytes
from vitascope.http.uploads.files import files_of

log = logging.getLogger(__name__)

_PERIOD_S = 600.0
# What is younger may belong to an upload whose row is being written.
_SETTLED_S = 3600.0


def sweeping(
    runtime: Runtime, *, period_s: float = _PERIOD_S
) -> AbstractAsyncContextManager[None]:
    """Expire uploads while this is entered: at once, and every ``period_s`` seconds."""
    sweep = partial(on_thread, sweep_uploads, runtime)
    return repeated(sweep, every_s=period_s, failure="uploads were not swept")


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
