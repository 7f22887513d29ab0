"""Streams count as views once enough of them was fetched."""

import threading
from dataclasses import dataclass, field
from uuid import UUID

from vitascope.core.embeds.model import SESSION_LIFETIME, Playback
from vitascope.core.views.progress import is_view
from vitascope.http.cache import TtlCache
from vitascope.http.runtime import Runtime

_MOST = 20_000


@dataclass(slots=True)
class _Fetched:
    """The numbers of the segments, whatever their rendition."""

    numbers: set[int] = field(default_factory=set)
    is_counted: bool = False


class Watching:
    """Knows what each session has fetched. Safe from any thread."""

    def __init__(self, runtime: Runtime) -> None:
        self._runtime = runtime
        self._lock = threading.Lock()
        self._fetched: TtlCache[_Fetched] = TtlCache(
            ttl_s=SESSION_LIFETIME.total_seconds(), max_entries=_MOST
        )

    def note(
        self, playback: Playback, rendition: str, number: int, *, address: str = ""
    ) -> None:
        """A session fetches a segment, from an address. It has its video counted as viewed
        once, with ten seconds, or half of a shorter one.

        Raises:
            NotFound: there is no such rendition.
        """
        session = playback.session
        with self._lock:
            fetched = self._of(session.uuid)
            fetched.numbers.add(number)
            if fetched.is_counted:
                return
            numbers = set(fetched.numbers)
        lengths_ms = self._runtime.delivery.segment_lengths_ms(playback.entry, rendition)
        fetched_ms = sum(lengths_ms[each] for each in numbers if each < len(lengths_ms))
        media = playback.entry.media
        duration_ms = None if media is None else media.duration_ms
        if is_view(fetched_ms / 1000, None if duration_ms is None else duration_ms / 1000):
            viewing = self._runtime.viewing
            fetched.is_counted = True
            viewer = viewing.session_key(session.uuid.hex)
            viewing.note(playback.entry.video.id, viewer, address=address)

    def _of(self, session: UUID) -> _Fetched:
        return self._fetched.get(session) or self._fetched.put(session, _Fetched())
