"""The child's side of :mod:`vitascope.fetch.child`: takes one order, works, answers."""

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Callable
from typing import BinaryIO, TypeVar

import msgspec

from vitascope.fetch.child_lines import (
    Done,
    Failed,
    Limits,
    Line,
    Order,
    Progress,
    from_json,
    to_json,
)
from vitascope.fetch.errors import FetchError

R = TypeVar("R")
Report = Callable[[int, int | None], None]

_PAUSE_S = 0.2


def serve(request_type: type[R], work: Callable[[R, Report], msgspec.Struct]) -> None:
    """Read the order from stdin, call ``work`` and tell the parent how it ended.

    The whole process group is killed as soon as the parent is gone.
    """
    lines = _take_stdout()
    order = from_json(sys.stdin.buffer.readline(), Order)
    request = from_json(order.request, request_type)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _limit(order.limits)

    reporter = _Reporter(lines)
    last: Line
    try:
        last = Done(to_json(work(request, reporter)))
    except FetchError as error:
        last = Failed.of(error)
    reporter.flush()
    _say(lines, last)
    # The parent has its answer: threads and sockets that are still busy need no goodbye.
    os._exit(0)


class _Reporter:
    """Passes on how far it is, as often as somebody who watches can take it in."""

    def __init__(self, lines: BinaryIO) -> None:
        self._lines = lines
        self._next_s = 0.0
        self._held: Progress | None = None

    def __call__(self, done_bytes: int, total_bytes: int | None) -> None:
        self._held = Progress(done_bytes, total_bytes)
        if time.monotonic() >= self._next_s:
            self.flush()

    def flush(self) -> None:
        """Pass on the last that was held back."""
        if self._held is not None:
            _say(self._lines, self._held)
            self._next_s = time.monotonic() + _PAUSE_S
            self._held = None


# Whatever a library prints by itself goes to stderr, and never between our lines.
def _take_stdout() -> BinaryIO:
    lines = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return lines


def _say(lines: BinaryIO, line: Line) -> None:
    lines.write(bytes(to_json(line)) + b"\n")
    lines.flush()


def _die_with_parent() -> None:
    while os.read(0, 1):
        pass
    os.killpg(0, signal.SIGKILL)


def _limit(limits: Limits) -> None:
    # Not the address space: JavaScript engines and mapped files take much of it, and no memory.
    _lower(resource.RLIMIT_DATA, limits.data_bytes)
    _lower(resource.RLIMIT_CPU, limits.cpu_s)
    _lower(resource.RLIMIT_FSIZE, limits.fsize_bytes)
    _lower(resource.RLIMIT_CORE, 0)
    os.nice(limits.nice)


def _lower(what: int, value: int) -> None:
    # Asking for more than we were given fails, so the smaller of the two holds.
    _, most = resource.getrlimit(what)
    allowed = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(what, (allowed, allowed))
