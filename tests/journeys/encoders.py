"""The ffmpeg processes of a server or worker."""

import contextlib
import subprocess

import psutil


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
