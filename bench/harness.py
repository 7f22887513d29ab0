"""What the benchmarks share: servers to measure, their cost, and how figures are shown."""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

FOLDER = Path("build/bench")
PASSWORD = "password of the benchmarks"  # noqa: S105 - of a server that lives for a minute
_LOOK_S = 0.002


def serve_command(data: Path, port: int) -> list[str]:
    """``vitascope serve``, as a user starts it."""
    program = [sys.executable, "-c", "from vitascope.cli import main; main()"]
    return [*program, "serve", "--data", str(data), "--port", str(port)]


@contextmanager
def running(
    command: Sequence[str],
    port: int,
    *,
    path: str | None = None,
    environ: Mapping[str, str] | None = None,
    log: Path | None = None,
) -> Iterator[psutil.Process]:
    """The server ``command`` in a process of its own, for as long as the block.

    The block begins when it answers ``path``, or without one when it listens.

    Raises:
        SystemExit: it ended by itself.
    """
    with (log or Path(os.devnull)).open("ab") as output:
        child = subprocess.Popen(
            command, env={**_environ(), **(environ or {})}, stdout=output, stderr=output
        )
    try:
        while not (listens(port) if path is None else answers(port, path)):
            if child.poll() is not None:
                raise SystemExit(f"the server ended with code {child.returncode}")
            time.sleep(_LOOK_S)
        yield psutil.Process(child.pid)
    finally:
        child.terminate()
        child.wait()


def _environ() -> dict[str, str]:
    """Ours, with compiled modules kept: an installed program has them, and without them three
    quarters of a start are spent on compiling.
    """
    environ = {**os.environ, "PYTHONPYCACHEPREFIX": str((FOLDER / "bytecode").resolve())}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    return environ


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def answers(port: int, path: str) -> bool:
    """Whether ``path`` is answered with 200 now."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Ask again and again, with short pauses."""
    while not is_so():
        time.sleep(_LOOK_S)


def cpu_s(process: psutil.Process) -> float:
    """Processor time of a process, and of those it started and saw end."""
    times = process.cpu_times()
    own = times.user + times.system
    return float(own + times.children_user + times.children_system)


def tree(process: psutil.Process) -> list[psutil.Process]:
    """The process and everything below it that is running now."""
    return [process, *process.children(recursive=True)]


def spread(values: Sequence[float], unit: str) -> str:
    """Smallest, median and largest."""
    middle = statistics.median(values)
    return f"{min(values):.2f} / {middle:.2f} / {max(values):.2f} {unit}"
