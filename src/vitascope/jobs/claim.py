"""Taking jobs from the engine's queues the moment there are some.

The engine polls each queue once a second. Its polling thread pauses on an event; ours can be
rung, so a job starts within milliseconds and an idle queue still costs next to nothing.
"""

import threading
import time

from dbos import DBOS, Queue
from dbos._queue import queue_worker_thread

# A claimed job counts as running one turn of the loop after the claim. Looking again sooner
# would see a free place that is not.
_SETTLE_S = 0.005


class QueueClaimer:
    """A worker's thread that claims the jobs of one queue."""

    def __init__(self, engine: DBOS, queue: Queue) -> None:
        self._pause = _Pause()
        self._thread = threading.Thread(
            target=queue_worker_thread,
            args=(self._pause, engine, queue),
            name=f"queue-{queue.name}",
            daemon=True,
        )
        self._thread.start()

    def ring(self) -> None:
        """There may be a job, or a free place for one."""
        self._pause.ring()

    def reload(self) -> None:
        """The queue's concurrency changed."""
        self._pause.ring_twice()

    def stop(self) -> None:
        """Claim nothing more."""
        self._pause.set()
        self._thread.join()


class _Pause(threading.Event):
    """A stop event whose waiting also ends, with False, when it is rung."""

    def __init__(self) -> None:
        super().__init__()
        self._bell = threading.Event()
        self._again = False

    def set(self) -> None:
        super().set()
        self._bell.set()

    def ring(self) -> None:
        self._bell.set()

    def ring_twice(self) -> None:
        # The thread reads the queue's settings before its pause: the first round after a
        # change still goes by the old ones.
        self._again = True
        self._bell.set()

    def wait(self, timeout: float | None = None) -> bool:
        if self._bell.wait(timeout):
            time.sleep(_SETTLE_S)
        self._bell.clear()
        if self._again:
            self._again = False
            self._bell.set()
        return self.is_set()
