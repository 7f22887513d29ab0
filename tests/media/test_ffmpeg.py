import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from vitascope.media.ffmpeg import EncodeFailed, Limits, Tools, run

LIMITS = Limits(timeout_s=60)


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def write_pid(path: Path) -> str:
    return f"import os, time; open({str(path)!r}, 'w').write(str(os.getpid()))"


async def failure_of(args: list[str], limits: Limits = LIMITS) -> EncodeFailed:
    with pytest.raises(EncodeFailed) as caught:
        await run(args, limits=limits)
    return caught.value


async def test_what_a_program_prints_comes_back() -> None:
    printed = await run(python("print('one'); print('two')"), limits=LIMITS)

    assert printed == "one\ntwo\n"


async def test_lines_are_handed_over_as_they_come() -> None:
    lines: list[str] = []

    printed = await run(
        python("print('a=1'); print('b=2')"), limits=LIMITS, on_line=lines.append
    )

    assert (printed, lines) == ("", ["a=1", "b=2"])


async def test_a_failure_tells_the_end_of_the_log() -> None:
    code = "import sys; print('x' * 9000 + '!', file=sys.stderr); print('no', file=sys.stderr)"

    failure = await failure_of(python(code + "; sys.exit(3)"))

    assert (failure.exit_code, failure.permanent) == (3, True)
    assert failure.log_tail == "x" * 4091 + "!\nno"


async def test_the_first_complaint_is_the_reason() -> None:
    failure = await failure_of(python("import sys; sys.exit('no such filter\\nso no output')"))

    assert failure.reason == "no such filter"


async def test_a_full_disk_is_worth_another_try() -> None:
    code = "import sys; sys.exit('av_write_frame: No space left on device')"

    failure = await failure_of(python(code))

    assert failure.permanent is False


@pytest.mark.process
async def test_a_timeout_kills_the_program(tmp_path: Path) -> None:
    started = tmp_path / "pid"
    code = (
        f"import os,time; open({str(started)!r}, 'w').write(str(os.getpid())); time.sleep(99)"
    )

    failure = await failure_of(python(code), Limits(timeout_s=0.5))

    assert (failure.exit_code, failure.permanent) == (None, False)
    assert not psutil.pid_exists(int(started.read_text()))


async def test_a_result_above_the_limit_is_refused_for_good(tmp_path: Path) -> None:
    code = (
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n"
        f"open({str(tmp_path / 'big')!r}, 'wb').write(bytes(10**6))"
    )

    failure = await failure_of(python(code), Limits(fsize_bytes=1000))

    assert (failure.exit_code, failure.permanent) == (-signal.SIGXFSZ, True)
    assert (tmp_path / "big").stat().st_size == 1000


async def test_memory_above_the_limit_is_refused() -> None:
    failure = await failure_of(python("bytearray(2**31)"), Limits(as_bytes=2**30))

    assert (failure.log_tail.splitlines()[-1], failure.exit_code) == ("MemoryError", 1)


@pytest.mark.process
async def test_processor_time_above_the_limit_ends_the_program() -> None:
    failure = await failure_of(python("while True: pass"), Limits(cpu_s=1))

    assert failure.exit_code == -signal.SIGKILL


async def test_an_error_in_the_listener_ends_the_program(tmp_path: Path) -> None:
    started = tmp_path / "pid"
    code = write_pid(started) + "; print('go', flush=True); time.sleep(99)"

    def refuse(line: str) -> None:
        raise ValueError(line)

    with pytest.raises(ValueError, match="go"):
        await run(python(code), limits=LIMITS, on_line=refuse)

    assert not psutil.pid_exists(int(started.read_text()))


def test_an_ffmpeg_that_is_not_there_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="no-such-ffmpeg"):
        Tools.find("no-such-ffmpeg")


def long_encode(tools: Tools, target: Path) -> list[str]:
    return [
        *(tools.ffmpeg, "-nostdin", "-v", "error", "-y"),
        *("-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30", "-t", "9999"),
        *("-c:v", "libx264", "-preset", "ultrafast", "-f", "mpegts", str(target)),
    ]


def encoders_of(target: Path) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter():
        try:
            if str(target) in process.cmdline() and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except (psutil.NoSuchProcess, psutil.ZombieProcess):
            continue
    return found


def wait_for_bytes(target: Path) -> None:
    while not target.exists() or target.stat().st_size == 0:
        time.sleep(0.05)


@pytest.mark.media
async def test_cancelling_ends_ffmpeg_within_a_second(tools: Tools, tmp_path: Path) -> None:
    target = tmp_path / "long.ts"
    task = asyncio.create_task(run(long_encode(tools, target), limits=LIMITS))
    await asyncio.to_thread(wait_for_bytes, target)
    before = encoders_of(target)

    asked = time.monotonic()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    took_s = time.monotonic() - asked

    assert (len(before), encoders_of(target)) == (1, [])
    assert took_s < 1


@pytest.mark.media
def test_a_parent_killed_with_sigkill_leaves_no_ffmpeg(tools: Tools, tmp_path: Path) -> None:
    target = tmp_path / "long.ts"
    code = (
        "import asyncio, sys\n"
        "from vitascope.media.ffmpeg import Limits, run\n"
        "asyncio.run(run(sys.argv[1:], limits=Limits()))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code, *long_encode(tools, target)])
    wait_for_bytes(target)
    encoders = encoders_of(target)
    ffmpeg = [process for process in encoders if process.pid != parent.pid]

    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    gone, alive = psutil.wait_procs(ffmpeg, timeout=5)

    assert (len(gone), alive) == (1, [])
