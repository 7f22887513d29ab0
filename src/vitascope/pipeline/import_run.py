"""Steps: fetch what somebody asked for, stop it, put its working files away."""

import asyncio
import logging
import uuid
from contextlib import suppress
from urllib.parse import urlsplit

from vitascope.base.ids import ImportId
from vitascope.core.imports.advance import begin_import, fail_import, finish_cancel
from vitascope.core.imports.events import ImportAsked, ImportCancelAsked, ImportEnded
from vitascope.core.imports.model import Import, ImportState
from vitascope.core.imports.queries import find_import
from vitascope.core.uploads.finish import Source
from vitascope.http.threads import on_thread
from vitascope.jobs import StepFailed
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import CannotImport, NoLongerWanted, translated
from vitascope.pipeline.import_fetch import fetch
from vitascope.pipeline.import_finish import begin_again, remember, source_at_hand, store
from vitascope.pipeline.import_folder import ImportFolder
from vitascope.pipeline.import_poster import adopt_thumbnail

log = logging.getLogger(__name__)

RUN_IMPORT = "run_import"
"""The handler that fetches; its key is the import's number."""

_OURS = "The server could not import this. Its log says why; the import can be retried."


async def run_import(desk: ImportDesk, event: ImportAsked) -> None:
    """Fetch it and make a video of it.

    Runs at least once per event, so it looks at what exists before it works: a worker killed
    while fetching goes on where the file ends, one killed later does not fetch again.

    Raises:
        CannotImport: it cannot be had, is no video, or there is no room for it.
    """
    found = await on_thread(_find, desk, event.import_id)
    if found is None:
        return
    folder = ImportFolder(desk.folder, found.uuid)
    async with folder.held():
        with translated(), suppress(NoLongerWanted):
            wanted = await on_thread(_begin, desk, found.id)
            if wanted is not None:
                await _work(desk, wanted, folder)
        await on_thread(_put_away, desk, found.id, folder)


async def give_up_import(desk: ImportDesk, event: ImportAsked, error: Exception) -> None:
    """Tell whoever asked why there is no video. What has arrived is kept for another try."""
    is_safe = isinstance(error, StepFailed) and error.safe
    reason = error.message if is_safe and isinstance(error, StepFailed) else _OURS
    log.warning("import failed", extra={"import": event.import_id, "reason": str(error)})
    await on_thread(_fail, desk, event.import_id, reason)


async def stop_import(desk: ImportDesk, event: ImportCancelAsked) -> None:
    """Stop it within about a second. What has arrived is kept for another try."""
    found = await on_thread(_find, desk, event.import_id)
    # One that waited is canceled already, and may have been asked for again: the run that
    # follows is not to be stopped.
    if found is None or found.state is not ImportState.CANCELING:
        return
    await on_thread(desk.cancel, RUN_IMPORT, str(event.import_id))
    await on_thread(_finish_cancel, desk, event.import_id)
    log.info("import canceled", extra={"import": event.import_id})


async def clean_import(desk: ImportDesk, event: ImportEnded) -> None:
    """Remove the working files of an import that nobody will try again."""
    await on_thread(ImportFolder(desk.folder, uuid.UUID(event.folder)).remove)


async def _work(desk: ImportDesk, found: Import, folder: ImportFolder) -> None:
    source = await on_thread(source_at_hand, desk, found, folder)
    if source is None:
        source = await _fetch(desk, found, folder)
    await on_thread(store, desk, found, folder, source)
    seconds = round((desk.now() - (found.started_at or found.created_at)).total_seconds())
    log.info(
        "import done",
        extra={
            "import": found.id,
            "user": found.user_id,
            "host": urlsplit(found.url).hostname if found.url else None,
            "size_bytes": source.size_bytes,
            "seconds": seconds,
        },
    )


async def _fetch(desk: ImportDesk, found: Import, folder: ImportFolder) -> Source:
    if found.state is ImportState.FINISHING:
        await on_thread(begin_again, desk, found)
    try:
        async with asyncio.timeout(desk.timeout_s):
            findings, probe = await fetch(desk, found, folder)
    except TimeoutError as error:
        message = f"It took longer than {desk.timeout_s:g} seconds"
        raise CannotImport(message, permanent=True) from error
    return await on_thread(remember, desk, found, folder, findings, probe)


def _find(desk: ImportDesk, import_id: int) -> Import | None:
    with desk.db.read() as tx:
        return find_import(tx, ImportId(import_id))


def _begin(desk: ImportDesk, import_id: ImportId) -> Import | None:
    with desk.db.begin() as tx:
        return begin_import(tx, import_id, now=desk.now())


def _put_away(desk: ImportDesk, import_id: ImportId, folder: ImportFolder) -> None:
    """The rest of an import that is done, also when it was done before a crash."""
    found = _find(desk, import_id)
    if found is not None and found.state is not ImportState.DONE:
        return
    if found is not None:
        adopt_thumbnail(desk, found, folder)
    folder.remove()


def _fail(desk: ImportDesk, import_id: int, reason: str) -> None:
    with desk.db.begin() as tx:
        fail_import(tx, ImportId(import_id), reason, now=desk.now())


def _finish_cancel(desk: ImportDesk, import_id: int) -> None:
    with desk.db.begin() as tx:
        finish_cancel(tx, ImportId(import_id), now=desk.now())
