"""The ffmpeg processes of a server or worker, to be looked at, held and killed."""

import contextlib
import subprocess

import psutil
from tests.journeys.server import wait_for


def encoder_of(program: subprocess.Popen[bytes] | None, output: str) -> psutil.Process:
    """Wait until ``program`` runs a process that writes ``output``, and answer that."""
    found: list[psutil.Process] = []

    def is_running() -> bool:
        found.extend(encoders_of(program, output))
        return bool(found)

    wait_for(is_running, f"{output} is being made")
    return found[0]


def encoders_of(program: subprocess.Popen[bytes] | None, output: str) -> list[psutil.Process]:
    """The processes that ``program`` has started and that write ``output`` right now."""
    if program is None or program.poll() is not None:
        return []
    found = []
    for child in psutil.Process(program.pid).children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            if any(word.endswith(f"/{output}") for word in child.cmdline()):
                found.append(child)
    return found
