"""The addresses of networks in front of this server, as they say themselves."""

import logging
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractAsyncContextManager
from datetime import datetime, timedelta
from pathlib import Path

import msgspec

from vitascope.core.settings.live import LiveSettings
from vitascope.core.settings.model import Cdn
from vitascope.fetch.client import get_bytes, open_client
from vitascope.fetch.errors import FetchError
from vitascope.fetch.guard import Guard
from vitascope.http.background import repeated
from vitascope.http.cdn_sources import SOURCES, Source
from vitascope.http.threads import on_thread

log = logging.getLogger(__name__)

_FRESH = timedelta(days=1)
_AGAIN = timedelta(hours=1)
_LOOK_S = 5.0
_MOST_BYTES = 1024**2
_TIMEOUT_S = 30.0


class _Known(msgspec.Struct, frozen=True):
    fetched_at: datetime
    networks: list[str]


class CdnRanges:
    """Asks only for lists that somebody wants, once a day each, and remembers them in ``path``
    beyond a restart. What cannot be asked for stays as it was.
    """

    def __init__(
        self, path: Path, guard: Guard, *, sources: Mapping[Cdn, tuple[Source, ...]] = SOURCES
    ) -> None:
        self._path = path
        self._guard = guard
        self._sources = sources
        self._known = _read(path)
        self._failed_at: dict[Cdn, datetime] = {}

    def networks(self, cdns: Collection[Cdn]) -> tuple[str, ...]:
        """All that these come from, as far as it is known."""
        known = [self._known[cdn] for cdn in Cdn if cdn in cdns and cdn in self._known]
        return tuple(network for each in known for network in each.networks)

    async def refresh(self, cdns: Collection[Cdn], *, now: datetime) -> None:
        """Ask for the lists of ``cdns`` that are a day old or missing."""
        for cdn in cdns:
            if self._is_due(cdn, now):
                await self._ask(cdn, now)

    def _is_due(self, cdn: Cdn, now: datetime) -> bool:
        known, failed_at = self._known.get(cdn), self._failed_at.get(cdn)
        is_fresh = known is not None and now - known.fetched_at < _FRESH
        return not is_fresh and (failed_at is None or now - failed_at >= _AGAIN)

    async def _ask(self, cdn: Cdn, now: datetime) -> None:
        try:
            networks = [
                network
                for source in self._sources[cdn]
                for network in source.parse(await self._fetch(source))
            ]
            self._known = {**self._known, cdn: _Known(now, networks)}
            self._failed_at.pop(cdn, None)
            await on_thread(self._write)
        # What a list says may be anything; UnicodeDecodeError and msgspec's are ValueErrors.
        except (FetchError, ValueError, OSError) as error:
            self._failed_at[cdn] = now
            log.warning("addresses of a CDN not read", extra={"cdn": cdn, "reason": str(error)})
        else:
            log.info("addresses of a CDN read", extra={"cdn": cdn, "networks": len(networks)})

    async def _fetch(self, source: Source) -> bytes:
        headers = {"Accept": "application/json, text/plain"}
        async with open_client(self._guard, timeout_s=_TIMEOUT_S) as client:
            return await get_bytes(client, source.url, limit_bytes=_MOST_BYTES, headers=headers)

    def _write(self) -> None:
        beside = self._path.with_suffix(".new")
        beside.write_bytes(msgspec.json.encode(self._known))
        beside.replace(self._path)


def refreshing(
    ranges: CdnRanges,
    settings: LiveSettings,
    now: Callable[[], datetime],
    *,
    period_s: float = _LOOK_S,
) -> AbstractAsyncContextManager[None]:
    """Keep the lists that the settings name fresh while this is entered."""

    async def look() -> None:
        wanted = (await on_thread(settings.known)).trusted_cdns
        await ranges.refresh(wanted, now=now())

    # Requests are answered all the same, with the lists that are known.
    return repeated(look, every_s=period_s, failure="addresses of CDNs were not looked at")


def _read(path: Path) -> dict[Cdn, _Known]:
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[Cdn, _Known])
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        log.warning("kept addresses of CDNs not read", extra={"reason": str(error)})
        return {}
