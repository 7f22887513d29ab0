"""Runs ffmpeg and the prober: the only module that starts processes."""

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import imageio_ffmpeg

_LAUNCHER = str(Path(__file__).with_name("launch.py"))
_CHUNK_BYTES = 65536
_LOG_TAIL_BYTES = 4096
_MOST_OUTPUT_BYTES = 8 * 2**20

# What ffmpeg says when the machine, not the file, is at fault.
_PASSING_TROUBLE = ("No space left on device", "Input/output error", "Resource temporarily")

OnLine = Callable[[str], None]


class EncodeFailed(Exception):
    """A program we started did not finish its work.

    ``permanent`` is true when trying again gives the same result. ``exit_code`` is None after
    a timeout, or when the program was content but its result is not.
    """

    def __init__(
        self, reason: str, *, exit_code: int | None, log_tail: str, permanent: bool
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.exit_code = exit_code
        self.log_tail = log_tail
        self.permanent = permanent


@dataclass(frozen=True, slots=True, kw_only=True)
class Tools:
    """The programs we start, and how many cores their threads may count on."""

    ffmpeg: str
    python: str = sys.executable
    cpus: int = 2

    @classmethod
    def find(cls, override: str | None) -> Self:
        """Use ``override`` (a path or a command name), else the ffmpeg that came along.

        Raises:
            FileNotFoundError: no such program.
        """
        found = shutil.which(override) if override else _own_ffmpeg()
        if found is None:
            raise FileNotFoundError(f"There is no ffmpeg at {override or 'its usual place'}")
        return cls(ffmpeg=str(Path(found).absolute()), cpus=_usable_cpus())


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one process may take: memory, processor time, file size, wall time."""

    as_bytes: int = 4 * 2**30
    cpu_s: int = 24 * 3600
    fsize_bytes: int = 256 * 2**30
    timeout_s: float = 24 * 3600
    nice: int = 10


PROBE_LIMITS = Limits(as_bytes=2 * 2**30, cpu_s=120, fsize_bytes=2**20, timeout_s=300, nice=0)


async def run(args: Sequence[str], *, limits: Limits, on_line: OnLine | None = None) -> str:
    """Run ``args`` to its end and return what it printed.

    With ``on_line`` every line goes there as it comes, and "" is returned. Cancelling the
    task, a timeout or an error in ``on_line`` kills the whole process group and waits for it.

    Call this on the thread of a loop that lives as long as the program: the kernel kills the
    process when the *thread* that started it ends.

    Raises:
        EncodeFailed: it ended with an error, or took too long.
    """
    process = await asyncio.create_subprocess_exec(
        *_launched(args, limits),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
    )
    log = asyncio.create_task(_tail(_pipe(process.stderr)))
    try:
        async with asyncio.timeout(limits.timeout_s):
            output = await _read(_pipe(process.stdout), on_line)
            exit_code = await process.wait()
    except TimeoutError:
        await _end(process)
        raise EncodeFailed(
            f"It took longer than {limits.timeout_s:g} s",
            exit_code=None,
            log_tail=await log,
            permanent=False,
        ) from None
    finally:
        await _end(process)
        log_tail = await log
    if exit_code != 0:
        raise _failure(exit_code, log_tail)
    return output


def _launched(args: Sequence[str], limits: Limits) -> list[str]:
    options = {
        "--parent": os.getpid(),
        "--as-bytes": limits.as_bytes,
        "--cpu-s": limits.cpu_s,
        "--fsize": limits.fsize_bytes,
        "--nice": limits.nice,
    }
    words = [str(word) for option in options.items() for word in option]
    return [sys.executable, "-I", "-S", _LAUNCHER, *words, "--", *args]


def _own_ffmpeg() -> str | None:
    try:
        return str(imageio_ffmpeg.get_ffmpeg_exe())
    except RuntimeError:
        # Its package has none for this system: musl, for one.
        return None


def _usable_cpus() -> int:
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _pipe(reader: asyncio.StreamReader | None) -> asyncio.StreamReader:
    if reader is None:
        raise RuntimeError("the process was started without pipes")
    return reader


async def _read(reader: asyncio.StreamReader, on_line: OnLine | None) -> str:
    if on_line is not None:
        async for line in reader:
            on_line(line.decode(errors="replace").rstrip("\n"))
        return ""
    output = bytearray()
    while chunk := await reader.read(_CHUNK_BYTES):
        output += chunk
        if len(output) > _MOST_OUTPUT_BYTES:
            raise EncodeFailed(
                "It printed more than it should", exit_code=None, log_tail="", permanent=True
            )
    return output.decode(errors="replace")


async def _tail(reader: asyncio.StreamReader) -> str:
    tail = b""
    while chunk := await reader.read(_CHUNK_BYTES):
        tail = (tail + chunk)[-_LOG_TAIL_BYTES:]
    return tail.decode(errors="replace").strip()


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        await process.wait()


def _failure(exit_code: int, log_tail: str) -> EncodeFailed:
    if exit_code == -signal.SIGXFSZ:
        reason, permanent = "The result is larger than allowed", True
    elif exit_code in (-signal.SIGKILL, -signal.SIGTERM):
        # The operating system short of memory, an operator, or the limit of processor time:
        # from outside they look the same, and two of the three pass.
        reason, permanent = "It was killed", False
    else:
        # The first complaint is the cause, those after it are its consequences.
        reason = log_tail.splitlines()[0] if log_tail else f"It ended with code {exit_code}"
        permanent = not any(words in log_tail for words in _PASSING_TROUBLE)
    return EncodeFailed(reason, exit_code=exit_code, log_tail=log_tail, permanent=permanent)
