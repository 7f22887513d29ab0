"""What is to be done when something happened."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from vitascope.base.errors import ProductError

Step: TypeAlias = Callable[[Any], Awaitable[None]]
OnFailed: TypeAlias = Callable[[Any, Exception], Awaitable[None]]


class StepFailed(Exception):
    """Why a handler was given up; what ``on_failed`` is told.

    The failure outlives the process it happened in, so it carries words and not the error
    itself: ``kind`` is the error's class name, ``safe`` says that ``message`` was written
    for the person who asked and may be shown.
    """

    def __init__(self, *, kind: str, message: str, safe: bool = False) -> None:
        super().__init__(f"{kind}: {message}")
        self.kind = kind
        self.message = message
        self.safe = safe

    @classmethod
    def of(cls, error: Exception) -> "StepFailed":
        safe = isinstance(error, ProductError)
        return cls(kind=type(error).__name__, message=str(error), safe=safe)


@dataclass(frozen=True, kw_only=True, slots=True)
class Handler:
    """A step that runs at least once for every event it is listed under.

    ``name`` and ``queue`` are stored with waiting jobs and must outlive deployments. ``key``
    says what the job is about, so that :meth:`Engine.cancel` can find it. ``run`` must be
    idempotent, and is tried ``attempts`` times, waiting ``retry_after_s`` and then four
    times longer each time, unless its error has an attribute ``permanent`` that is True.
    After the last try ``on_failed`` hears about it, itself at least once and retried. A job
    that is cancelled does not fail.
    """

    name: str
    run: Step
    queue: str
    key: Callable[[Any], str]
    attempts: int = 3
    retry_after_s: float = 2.0
    on_failed: OnFailed | None = None


@dataclass(frozen=True, slots=True)
class Queue:
    """``concurrency`` is how many jobs of the queue one worker runs at the same time.

    Workers on one database share the number: the worker started last decides.
    """

    name: str
    concurrency: int
