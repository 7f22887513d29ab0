"""Steps: find out what another site's channel has, and have it imported."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import timedelta

from vitascope.base.errors import Invalid
from vitascope.base.ids import ChannelId, SyncId
from vitascope.core.imports.ask import check_import_address
from vitascope.core.imports.events import ChannelImportAsked, SyncDue
from vitascope.core.imports.model import ChannelSync, SyncState
from vitascope.core.imports.queries import find_sync, update_sync
from vitascope.core.imports.sync import PERIOD, begin_sync, end_sync, import_entries
from vitascope.db import Tx
from vitascope.fetch.proxy import GuardedProxy
from vitascope.fetch.site import SiteEntry, list_site
from vitascope.http.threads import on_thread
from vitascope.jobs import StepFailed
from vitascope.pipeline.import_desk import ImportDesk
from vitascope.pipeline.import_errors import CannotImport, NoLongerWanted, translated

log = logging.getLogger(__name__)

MOST_ENTRIES = 1000
"""As many videos of a channel are imported at first, those the site lists first."""
MOST_NEW_ENTRIES = 100
"""As many are looked at in every later run."""

# Each becomes a video that waits, and SQLite has one writer.
_BATCH = 25
# Clocks of several machines differ.
_EARLY = timedelta(minutes=5)
_OURS = "The server could not look at this channel. Its log says why."


async def run_sync(desk: ImportDesk, event: SyncDue) -> None:
    """Import what the followed channel has and its follower never imported.

    A synchronisation that was deleted ends here; one that ran within the hour, asked by an
    event that came twice, is left alone.

    Raises:
        CannotImport: the site does not tell, or importing is not allowed.
    """
    sync = await on_thread(_begin, desk, event.sync_id)
    if sync is None:
        return
    is_first = sync.last_sync_at is None or sync.failure is not None
    most = MOST_ENTRIES if is_first else MOST_NEW_ENTRIES
    with translated(), suppress(NoLongerWanted):
        urls = await _list_urls(desk, sync.url, most=most)
        count = await on_thread(_import_new, desk, sync, urls)
        log.info("channel looked at", extra={"sync": sync.id, "imports": count})


async def give_up_sync(desk: ImportDesk, event: SyncDue, error: Exception) -> None:
    """Say why it failed; the next run tries again."""
    reason = _reason(error)
    log.warning("channel not looked at", extra={"sync": event.sync_id, "reason": str(error)})
    await on_thread(_end, desk, event.sync_id, reason)


async def run_channel_import(desk: ImportDesk, event: ChannelImportAsked) -> None:
    """Import everything that the other channel has and this one's owner never imported.

    Raises:
        CannotImport: the site does not tell, or importing is not allowed.
    """
    with translated():
        urls = await _list_urls(desk, event.url, most=MOST_ENTRIES)
        count = await on_thread(_import_all, desk, event, urls)
    log.info("channel imported", extra={"channel": event.channel_id, "imports": count})


async def give_up_channel_import(
    desk: ImportDesk, event: ChannelImportAsked, error: Exception
) -> None:
    """Say why it failed, where the channel follows the other one."""
    log.warning(
        "channel not imported", extra={"channel": event.channel_id, "reason": str(error)}
    )
    if event.sync_id is not None:
        await on_thread(_note_failure, desk, event.sync_id, _reason(error))


async def _list_urls(desk: ImportDesk, url: str, *, most: int) -> list[str]:
    """Oldest first, so that the newest come last and are the newest here, too."""
    if not (desk.policy.urls and desk.policy.sites):
        raise CannotImport("This server does not import from sites", permanent=True)
    async with GuardedProxy(desk.guard) as proxy:
        entries = await list_site(proxy.url, url, most=most)
    return [entry.url for entry in _by_age(entries) if _is_address(entry.url)]


def _by_age(entries: Sequence[SiteEntry]) -> list[SiteEntry]:
    # Sites list the newest first. Where times are known for all, they say so better; Python's
    # sorting leaves those of the same time as they were.
    oldest_first = list(reversed(entries))
    times = {entry.url: entry.published_at for entry in entries}
    known = {url: time for url, time in times.items() if time is not None}
    if len(known) < len(times):
        return oldest_first
    return sorted(oldest_first, key=lambda entry: known[entry.url])


def _is_address(url: str) -> bool:
    with suppress(Invalid):
        check_import_address(url)
        return True
    return False


def _begin(desk: ImportDesk, sync_id: int) -> ChannelSync | None:
    with desk.db.begin() as tx:
        found = find_sync(tx, SyncId(sync_id))
        last = None if found is None else found.last_sync_at
        if last is not None and desk.now() < last + PERIOD - _EARLY:
            return None
        return begin_sync(tx, SyncId(sync_id))


def _import_new(desk: ImportDesk, sync: ChannelSync, urls: Sequence[str]) -> int:
    count = 0
    for batch in _batches(urls):
        with desk.db.begin() as tx:
            _lock(tx, sync)
            made = import_entries(
                tx,
                sync.channel_id,
                batch,
                sync_id=sync.id,
                policy=desk.policy,
                now=desk.now(),
            )
            count += len(made)
    with desk.db.begin() as tx:
        _lock(tx, sync)
        end_sync(tx, sync.id, now=desk.now())
    return count


def _lock(tx: Tx, sync: ChannelSync) -> None:
    """Keep others from the synchronisation until the transaction ends.

    Raises:
        NoLongerWanted: it was deleted, or another run has ended meanwhile.
    """
    # On PostgreSQL changing the row locks it; reading it would not.
    update_sync(tx, sync.id, state=SyncState.PROCESSING)
    current = find_sync(tx, sync.id)
    if current is None or current.last_sync_at != sync.last_sync_at:
        raise NoLongerWanted


def _import_all(desk: ImportDesk, event: ChannelImportAsked, urls: Sequence[str]) -> int:
    count = 0
    for batch in _batches(urls):
        with desk.db.begin() as tx:
            asked = None if event.sync_id is None else find_sync(tx, SyncId(event.sync_id))
            made = import_entries(
                tx,
                ChannelId(event.channel_id),
                batch,
                sync_id=None if asked is None else asked.id,
                policy=desk.policy,
                now=desk.now(),
            )
            count += len(made)
    return count


def _batches(urls: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(urls), _BATCH):
        yield urls[start : start + _BATCH]


def _end(desk: ImportDesk, sync_id: int, failure: str) -> None:
    with desk.db.begin() as tx:
        end_sync(tx, SyncId(sync_id), failure=failure, now=desk.now())


def _note_failure(desk: ImportDesk, sync_id: int, failure: str) -> None:
    with desk.db.begin() as tx:
        update_sync(tx, SyncId(sync_id), state=SyncState.FAILED, failure=failure)


def _reason(error: Exception) -> str:
    is_safe = isinstance(error, StepFailed) and error.safe
    return error.message if is_safe and isinstance(error, StepFailed) else _OURS
