"""The logos of presets, fetched so that whoever watches asks nobody but this server."""

import asyncio
import io
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from weakref import WeakValueDictionary

from vitascope.core.presets.logo import logo_key
from vitascope.core.presets.model import Preset
from vitascope.fetch.client import get_bytes, open_client
from vitascope.fetch.errors import FetchError
from vitascope.fetch.guard import Guard
from vitascope.http.threads import on_thread
from vitascope.storage import BlobMissing, BlobStore, StoreError

MOST_BYTES = 1024**2
_TIMEOUT_S = 10.0
_AGAIN = timedelta(minutes=5)
_MOST_AT_ONCE = 4
# Pictures only: an SVG is a document, which may hold scripts and name other servers.
_TYPES = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
}

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Logo:
    content: bytes
    media_type: str


class Logos:
    """Fetches each logo once, and keeps it in ``store``. One that cannot be had is asked for
    again after five minutes. Nothing is read of ``store`` and ``guard`` before somebody asks.
    """

    def __init__(
        self,
        store: Callable[[], BlobStore],
        guard: Callable[[], Guard],
        now: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._guard = guard
        self._now = now
        self._failed_at: dict[str, datetime] = {}
        # Each stays for as long as somebody holds it or waits for it.
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._places = asyncio.Semaphore(_MOST_AT_ONCE)

    async def logo(self, preset: Preset) -> Logo | None:
        """The logo of ``preset``; None where it has none that can be shown."""
        key = logo_key(preset)
        if key is None:
            return None
        kept = await on_thread(self._kept, key)
        if kept is not None:
            return kept
        async with self._locks.setdefault(key, asyncio.Lock()):
            if self._failed_lately(key):
                return None
            # Whoever held the lock before may have fetched it.
            kept = await on_thread(self._kept, key)
            return kept or await self._fetched(key, preset.look.logo_url)

    async def _fetched(self, key: str, address: str) -> Logo | None:
        try:
            logo = _logo(await self._ask(address))
            if logo is not None:
                await on_thread(self._store().put, key, io.BytesIO(logo.content))
                return logo
            self._note_failure(key, "it is no PNG, JPEG, WebP or GIF")
        except (FetchError, StoreError, OSError) as error:
            self._note_failure(key, str(error))
        return None

    async def _ask(self, address: str) -> bytes:
        headers = {"Accept": "image/webp, image/png, image/jpeg, image/gif"}
        async with self._places, open_client(self._guard(), timeout_s=_TIMEOUT_S) as client:
            return await get_bytes(
                client, address, limit_bytes=MOST_BYTES, headers=headers, timeout_s=_TIMEOUT_S
            )

    def _kept(self, key: str) -> Logo | None:
        try:
            return _logo(b"".join(self._store().read(key)))
        except BlobMissing:
            return None

    def _failed_lately(self, key: str) -> bool:
        failed_at = self._failed_at.get(key)
        return failed_at is not None and self._now() - failed_at < _AGAIN

    def _note_failure(self, key: str, reason: str) -> None:
        now = self._now()
        lately = {k: at for k, at in self._failed_at.items() if now - at < _AGAIN}
        self._failed_at = {**lately, key: now}
        log.info("logo of a preset not fetched", extra={"key": key, "reason": reason})


def media_type_of(content: bytes) -> str | None:
    """What a picture is by its first bytes; None where it is no PNG, JPEG, WebP or GIF."""
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return next((name for begin, name in _TYPES.items() if content.startswith(begin)), None)


def _logo(content: bytes) -> Logo | None:
    media_type = media_type_of(content)
    return None if media_type is None else Logo(content, media_type)
