"""A fetching child that does what a test asks for. Run with ``python -m``."""

import os
import resource
import signal
import subprocess
import sys
import time
from enum import StrEnum

import msgspec

from vitascope.fetch.child_side import Report, serve
from vitascope.fetch.errors import (
    BadAnswer,
    Blocked,
    FetchError,
    Interrupted,
    TooLarge,
    Unreachable,
)

ERRORS: dict[str, FetchError] = {
    "answer": BadAnswer(503),
    "blocked": Blocked("Not there"),
    "interrupted": Interrupted("It broke"),
    "large": TooLarge(limit_bytes=7),
    "other": FetchError("Not like this", permanent=True),
    "unreachable": Unreachable("Nobody answers"),
}


class Deed(StrEnum):
    ANSWER = "answer"
    PRINT = "print"
    FAIL = "fail"
    CRASH = "crash"
    DIE = "die"
    SLEEP = "sleep"


class Request(msgspec.Struct):
    deed: Deed
    error: str = ""


class Answer(msgspec.Struct):
    """What the child found around itself; the limits are of memory, time, files and cores."""

    environment: dict[str, str]
    limits: list[int]


def obey(request: Request, report: Report) -> Answer:
    match request.deed:
        case Deed.PRINT:
            print("a library's own words")  # noqa: T201 - it is what libraries do
        case Deed.FAIL:
            raise ERRORS[request.error]
        case Deed.CRASH:
            raise RuntimeError("a mistake")
        case Deed.DIE:
            os.kill(os.getpid(), signal.SIGKILL)
        case Deed.SLEEP:
            _sleep(report)
    report(5, 10)
    report(10, 10)
    return Answer(dict(os.environ), [resource.getrlimit(what)[0] for what in _LIMITS])


_LIMITS = (
    resource.RLIMIT_DATA,
    resource.RLIMIT_CPU,
    resource.RLIMIT_FSIZE,
    resource.RLIMIT_CORE,
)


# With a child of its own, whose number it reports.
def _sleep(report: Report) -> None:
    grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    report(grandchild.pid, None)
    time.sleep(600)


if __name__ == "__main__":
    serve(Request, obey)
