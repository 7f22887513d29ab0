"""Who watched what, gathered without a write per request."""

import hashlib
import hmac
import threading
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from functools import partial
from typing import TypeAlias

from vitascope.base.ids import VideoId
from vitascope.core.views.count import count_views
from vitascope.core.views.progress import Progress, advance, is_view
from vitascope.db import Database
from vitascope.db.sealing import derive_key
from vitascope.http.background import repeated
from vitascope.http.cache import TtlCache
from vitascope.http.limit_memory import MemoryLimiter
from vitascope.http.limit_model import Policy
from vitascope.http.proxies import limit_key
from vitascope.http.threads import on_thread

_Sighting: TypeAlias = tuple[VideoId, str]

_MOST_VIEWERS = 20_000
_FORGOTTEN_AFTER_S = 3600.0
# Who goes on watching is noted with every word of the player; the database need not hear it.
_NOTED_AGAIN_AFTER_S = 60.0
VIEWERS_OF_A_NETWORK = Policy("viewers of a network", 30, 3600)
"""How many sessions from one network count for one video. Players name their sessions as they
like, so that one program could be any number of viewers; a class in a school, which has one
address, is about thirty.
"""


class Viewing:
    """Gathers viewers in memory and has them counted at most once per ``interval_s`` seconds.

    A process that is killed loses those of its last interval, and how far people were. Each
    process knows only what was told to it, but a viewer counts once for all of them.

    Where an ``address`` is named, no more than ``VIEWERS_OF_A_NETWORK`` count there. Programs
    on the machine itself have none.
    """

    def __init__(
        self,
        db: Database,
        secret: bytes,
        now: Callable[[], datetime],
        *,
        interval_s: float = 1.0,
    ) -> None:
        self._db = db
        self._key = derive_key(secret, "viewers")
        self._now = now
        self._interval_s = interval_s
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._waiting: set[_Sighting] = set()
        self._noted = TtlCache[bool](ttl_s=_NOTED_AGAIN_AFTER_S, max_entries=_MOST_VIEWERS)
        self._progress = TtlCache[Progress](ttl_s=_FORGOTTEN_AFTER_S, max_entries=_MOST_VIEWERS)
        self._admitted = TtlCache[bool](ttl_s=_FORGOTTEN_AFTER_S, max_entries=_MOST_VIEWERS)
        self._limiter = MemoryLimiter(clock=lambda: now().timestamp())

    def session_key(self, session: str) -> str:
        """The key of a viewer whose player calls its session so."""
        return self._hashed(f"session {session}")

    def address_key(self, address: str) -> str:
        """The key of whoever comes from an address; another one every day, so that nobody can
        be followed by it.
        """
        return self._hashed(f"address {self._now():%Y-%m-%d} {address}")

    def note(self, video: VideoId, viewer_key: str, *, address: str = "") -> None:
        """Have a viewer counted who has watched enough of a video. Safe from any thread, and
        as often as somebody likes: within an hour it counts once.
        """
        sighting = (video, viewer_key)
        if self._noted.get(sighting) or not self._admits(sighting, address):
            return
        self._noted.put(sighting, True)
        with self._lock:
            self._waiting.add(sighting)

    def follow(
        self,
        video: VideoId,
        viewer_key: str,
        position_s: float,
        *,
        duration_s: float | None,
        has_jumped: bool = False,
        address: str = "",
    ) -> None:
        """A player is at ``position_s``: note its viewer once enough was watched."""
        sighting = (video, viewer_key)
        with self._lock:
            before = self._progress.get(sighting) or Progress()
            progress = advance(before, position_s, now=self._now(), has_jumped=has_jumped)
            self._progress.put(sighting, progress)
        if is_view(progress.watched_s, duration_s):
            self.note(video, viewer_key, address=address)

    def write(self) -> None:
        """Count those who were gathered, in one transaction. Whom the database does not take
        is kept for the next time.
        """
        with self._writing:
            with self._lock:
                sightings, self._waiting = self._waiting, set()
            if not sightings:
                return
            try:
                with self._db.begin() as tx:
                    count_views(tx, sightings, now=self._now())
            except BaseException:
                with self._lock:
                    self._waiting |= sightings
                raise

    def writing(self) -> AbstractAsyncContextManager[None]:
        """Write in the background until the block is left, and once more then."""
        return repeated(
            partial(on_thread, self.write),
            every_s=self._interval_s,
            failure="views not written",
            at_once=False,
            at_end=True,
        )

    def _admits(self, sighting: _Sighting, address: str) -> bool:
        if not address or self._admitted.get(sighting):
            return True
        video, _ = sighting
        verdict = self._limiter.hit(VIEWERS_OF_A_NETWORK, f"{video} {limit_key(address)}")
        return verdict.allowed and self._admitted.put(sighting, True)

    def _hashed(self, text: str) -> str:
        return hmac.digest(self._key, text.encode(), hashlib.sha256).hex()[:32]
