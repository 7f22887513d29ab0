"""Start one command under limits. Run as a script, never imported by the product.

    python -I -S launch.py --parent PID --as-bytes N --cpu-s N --fsize N --nice N -- COMMAND…

The limits are set here, between the fork and the command, because the interpreter that forks
is full of threads: nothing but exec is safe to run in its child.
"""

import ctypes
import os
import resource
import signal
import sys

_PR_SET_PDEATHSIG = 1


def _die_with_parent(parent_pid: int) -> None:
    if sys.platform != "linux":
        return
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    # A parent that died before the line above sends no signal any more.
    if os.getppid() != parent_pid:
        os.kill(os.getpid(), signal.SIGKILL)


def _limit(what: int, value: int) -> None:
    # Asking for more than we were given fails, so the smaller of the two holds.
    _, most = resource.getrlimit(what)
    allowed = value if most == resource.RLIM_INFINITY else min(value, most)
    resource.setrlimit(what, (allowed, allowed))


def main(arguments: list[str]) -> None:
    """Set the limits and become the command."""
    cut = arguments.index("--")
    options = dict(zip(arguments[:cut:2], arguments[1:cut:2], strict=True))
    command = arguments[cut + 1 :]
    _die_with_parent(int(options["--parent"]))
    _limit(resource.RLIMIT_AS, int(options["--as-bytes"]))
    _limit(resource.RLIMIT_CPU, int(options["--cpu-s"]))
    _limit(resource.RLIMIT_FSIZE, int(options["--fsize"]))
    _limit(resource.RLIMIT_CORE, 0)
    os.nice(int(options["--nice"]))
    os.execv(command[0], command)  # noqa: S606 - becoming the command is the point


if __name__ == "__main__":
    main(sys.argv[1:])
