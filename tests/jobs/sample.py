"""Events that can be handled, and waiting for what they do."""

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from vitascope.jobs import Event, Handler, Queue
from vitascope.jobs.engine import Engine

QUEUES = [Queue("work", 2)]


@dataclass(frozen=True, slots=True)
class Uploaded(Event):
    video: str


@dataclass(frozen=True, slots=True)
class Renamed(Event):
    video: str
    title: str = ""


Handlers: TypeAlias = Mapping[type[Event], Sequence[Handler]]
Run: TypeAlias = Callable[[Handlers], Engine]


def wait_for(holds: Callable[[], object]) -> None:
    """Return once ``holds()`` is true; the test's own clock is the only limit."""
    while not holds():
        time.sleep(0.01)
