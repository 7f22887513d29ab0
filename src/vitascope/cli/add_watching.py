"""What becomes of videos that were put in, while later ones are."""

import time
from collections.abc import Callable
from pathlib import Path

from vitascope.base.ids import VideoId
from vitascope.core.assets.progress import overall_percent
from vitascope.core.assets.queries import list_tasks
from vitascope.core.videos.model import State, VideoEntry
from vitascope.core.videos.queries.entries import find_entry
from vitascope.db import Database, Tx

_LOOK_S = 0.25
# They are worked on about in their order; the others are asked for when their turn comes.
_ASKED = 8
_OVER = {State.READY, State.FAILED}
_UNEXPLAINED = "The server could not process this file"


class Watch:
    """Follows videos until they are ready or have failed."""

    def __init__(self, db: Database, clock: Callable[[], float] = time.monotonic) -> None:
        self.failed: list[tuple[Path, str]] = []
        self.followed = 0
        self._db = db
        self._clock = clock
        self._waiting: dict[VideoId, Path] = {}
        self._percent = 0.0
        self._next_look_s = 0.0

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    @property
    def percent(self) -> float:
        """0 to 100 over all that are followed, each counting the same."""
        done = 100.0 * (self.followed - self.waiting) + self._percent
        return done / self.followed if self.followed else 0.0

    def follow(self, video_id: VideoId, path: Path) -> None:
        if video_id not in self._waiting:
            self._waiting[video_id] = path
            self.followed += 1

    def look(self) -> None:
        """See how far they are, unless that was seen a moment ago."""
        if self._clock() < self._next_look_s:
            return
        with self._db.read() as tx:
            self._percent = sum(
                self._look_at(tx, video_id) for video_id in list(self._waiting)[:_ASKED]
            )
        self._next_look_s = self._clock() + _LOOK_S

    def pause(self) -> None:
        """Until the next look."""
        time.sleep(_LOOK_S)

    def _look_at(self, tx: Tx, video_id: VideoId) -> float:
        entry = find_entry(tx, video_id)
        if entry is not None and entry.video.state not in _OVER:
            tasks = list_tasks(tx, entry.media.id) if entry.media else []
            return overall_percent(tasks)
        path = self._waiting.pop(video_id)
        # A video that is gone was deleted meanwhile, and nobody waits for it.
        if entry is not None and entry.video.state is State.FAILED:
            self.failed.append((path, _reason(entry)))
        return 0.0


def _reason(entry: VideoEntry) -> str:
    return (entry.media and entry.media.failure) or _UNEXPLAINED
