"""Steps: what does not ask for the settings by itself follows them."""

import asyncio
import logging
from collections.abc import Callable

from vitascope.core.imports.ask import import_policy
from vitascope.core.imports.steer import cancel_unoffered
from vitascope.core.settings.events import SettingsChanged
from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.queries import read_settings
from vitascope.pipeline.import_desk import ImportDesk

log = logging.getLogger(__name__)

_ABOUT_QUEUES = frozenset({"encoding_enabled", "encodes", "imports_at_once"})
_ABOUT_IMPORTS = frozenset({"imports_urls", "imports_sites", "imports_torrents"})


async def adjust_queues(
    settings: LiveSettings, adjust: Callable[[], None], event: SettingsChanged
) -> None:
    """Let as many jobs run at once as the settings say by now.

    One worker does it for all: how many may run is a row that every worker reads before it
    takes a job. So nobody has to look at the settings once a second.
    """
    if _ABOUT_QUEUES.isdisjoint(event.names):
        return
    settings.forget()
    await asyncio.to_thread(adjust)


async def cancel_unoffered_imports(desk: ImportDesk, event: SettingsChanged) -> None:
    """Stop imports of kinds that are offered no more."""
    if not _ABOUT_IMPORTS.isdisjoint(event.names):
        await asyncio.to_thread(_cancel, desk)


def _cancel(desk: ImportDesk) -> None:
    with desk.db.begin() as tx:
        policy = import_policy(read_settings(tx, desk.settings.defaults))
        cancelled = cancel_unoffered(tx, policy, now=desk.now())
    if cancelled:
        log.info("imports canceled, they are offered no more", extra={"imports": cancelled})
