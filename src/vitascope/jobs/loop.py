"""A thread that does one thing again and again."""

import logging
import threading
from collections.abc import Callable

log = logging.getLogger(__name__)


class Loop:
    """Calls ``work`` every ``period_s``, and at once when woken.

    An error is logged the first time; the work is tried again as if nothing had happened.
    """

    def __init__(self, name: str, work: Callable[[], object], *, period_s: float) -> None:
        self._work = work
        self._period_s = period_s
        self._bell = threading.Event()
        self._stopping = False
        self._failing = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        self._bell.set()

    def stop(self) -> None:
        """End after the work in hand."""
        self._stopping = True
        self._bell.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stopping:
            self._try()
            self._bell.wait(self._period_s)
            self._bell.clear()

    def _try(self) -> None:
        try:
            self._work()
        except Exception:
            # The database may be away for hours: that is one message, not thousands.
            if not self._failing:
                log.exception("background work fails", extra={"loop": self._thread.name})
            self._failing = True
        else:
            if self._failing:
                log.warning("background work goes on", extra={"loop": self._thread.name})
            self._failing = False
