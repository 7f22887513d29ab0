"""Runs the programs that fetch from sites and swarms: each in a process of its own.

They are large, read what strangers serve and are not written for a server: so they live apart,
under limits, and end with whoever asked.
"""

import asyncio
import contextlib
import logging
import os
import signal
import sys
from collections.abc import Callable
from typing import TypeVar

import msgspec

from vitascope.fetch.child_lines import Done, Failed, Limits, Line, Order, from_json, to_json
from vitascope.fetch.errors import FetchError, Interrupted

T = TypeVar("T")
OnProgress = Callable[[int, int | None], None]

log = logging.getLogger(__name__)

_LONGEST_LINE_BYTES = 16 * 2**20
_CHUNK_BYTES = 65536
_LOG_TAIL_BYTES = 4096
# Where a Python is told to look for its modules and libraries, and which authorities it trusts.
_KEPT_VARIABLES = ("PYTHONPATH", "LD_LIBRARY_PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "TZ")

_decode_line = msgspec.json.Decoder(Line).decode


async def ask_child(
    module: str,
    request: msgspec.Struct,
    *,
    answer: type[T],
    limits: Limits,
    on_progress: OnProgress | None = None,
) -> T:
    """Run ``module`` with one request and return its answer.

    Cancelling the task, a timeout or an error in ``on_progress`` kills the child with all that
    it started, and waits for it.

    Raises:
        FetchError: what the child said went wrong; or it took too long or died.
    """
    process = await asyncio.create_subprocess_exec(
        # Without -P the current folder would come first among the places of modules.
        *(sys.executable, "-P", "-m", module),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
        start_new_session=True,
        env=_environment(),
        limit=_LONGEST_LINE_BYTES,
    )
    tail = asyncio.create_task(_tail(_pipe(process.stderr)))
    try:
        async with asyncio.timeout(limits.timeout_s):
            _send(process, Order(limits=limits, request=to_json(request)))
            done = await _listen(_pipe(process.stdout), on_progress)
            if done is None:
                # Before it is killed, or how it ended would not be known.
                await process.wait()
    except TimeoutError:
        raise Interrupted(f"It took longer than {limits.timeout_s:g} s") from None
    finally:
        await _end(process)
        said = await tail
    if done is None:
        raise _died(module, process.returncode, said)
    return from_json(done.answer, answer)


def _environment() -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT_VARIABLES if name in os.environ}
    # The child finds no program by its name, and takes no proxy or setting from around it.
    return {**kept, "PATH": os.devnull, "HOME": os.devnull, "LANG": "C.UTF-8"}


# Not as arguments, which everybody on the machine may read: a proxy's password is among them.
# The pipe stays open afterwards: its end tells the child that its parent is gone.
def _send(process: asyncio.subprocess.Process, order: Order) -> None:
    if process.stdin is None:
        raise RuntimeError("the process was started without pipes")
    process.stdin.write(bytes(to_json(order)) + b"\n")


async def _listen(reader: asyncio.StreamReader, on_progress: OnProgress | None) -> Done | None:
    async for text in reader:
        line = _decode_line(text)
        if isinstance(line, Failed):
            raise line.error()
        if isinstance(line, Done):
            return line
        if on_progress is not None:
            on_progress(line.done_bytes, line.total_bytes)
    return None


def _pipe(reader: asyncio.StreamReader | None) -> asyncio.StreamReader:
    if reader is None:
        raise RuntimeError("the process was started without pipes")
    return reader


async def _tail(reader: asyncio.StreamReader) -> str:
    tail = b""
    while chunk := await reader.read(_CHUNK_BYTES):
        tail = (tail + chunk)[-_LOG_TAIL_BYTES:]
    return tail.decode(errors="replace").strip()


# The group and not the process alone: it may have started an ffmpeg. Before it is waited for,
# while its number cannot be anybody else's.
async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    await process.wait()


def _died(module: str, exit_code: int | None, said: str) -> FetchError:
    log.error(
        "fetching child died", extra={"child": module, "exit_code": exit_code, "said": said}
    )
    killed = exit_code is not None and exit_code < 0
    return FetchError("The program that fetches this has failed", permanent=not killed)
