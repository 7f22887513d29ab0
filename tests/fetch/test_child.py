import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from tests.fetch.obedient_child import ERRORS, Answer, Deed, Request

from vitascope.fetch.child import OnProgress, ask_child
from vitascope.fetch.child_lines import Limits
from vitascope.fetch.errors import FetchError, Interrupted

REPOSITORY = Path(__file__).parents[2]
CHILD = "tests.fetch.obedient_child"
PATIENCE_S = 60


@pytest.fixture(autouse=True)
def child_finds_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(REPOSITORY))


async def ask(
    deed: Deed,
    *,
    error: str = "",
    limits: Limits | None = None,
    on_progress: OnProgress | None = None,
) -> Answer:
    return await ask_child(
        CHILD,
        Request(deed, error),
        answer=Answer,
        limits=limits or Limits(),
        on_progress=on_progress,
    )


async def test_a_child_tells_how_far_it_is_and_then_answers() -> None:
    seen: list[tuple[int, int | None]] = []

    answer = await ask(Deed.ANSWER, on_progress=lambda *progress: seen.append(progress))

    assert seen == [(5, 10), (10, 10)]
    assert isinstance(answer, Answer)


async def test_a_child_lives_under_limits() -> None:
    limits = Limits(data_bytes=2**30, cpu_s=50, fsize_bytes=2**20)

    answer = await ask(Deed.ANSWER, limits=limits)

    assert answer.limits == [2**30, 50, 2**20, 0]


async def test_a_child_takes_no_settings_from_around_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("SSL_CERT_FILE", "authorities.pem")
    for name in ("LD_LIBRARY_PATH", "SSL_CERT_DIR", "TZ"):
        monkeypatch.delenv(name, raising=False)

    answer = await ask(Deed.ANSWER)

    kept = {key: value for key, value in answer.environment.items() if key != "LC_CTYPE"}
    assert kept == {
        "HOME": "/dev/null",
        "LANG": "C.UTF-8",
        "PATH": "/dev/null",
        "PYTHONPATH": str(REPOSITORY),
        "SSL_CERT_FILE": "authorities.pem",
    }


async def test_what_a_library_prints_is_no_answer() -> None:
    answer = await ask(Deed.PRINT)

    assert isinstance(answer, Answer)


@pytest.mark.parametrize("error", sorted(ERRORS))
async def test_an_error_of_the_child_arrives_as_it_was(error: str) -> None:
    with pytest.raises(FetchError) as caught:
        await ask(Deed.FAIL, error=error)

    assert type(caught.value) is type(ERRORS[error])
    assert vars(caught.value) == vars(ERRORS[error])


@pytest.mark.parametrize(("deed", "permanent"), [(Deed.CRASH, True), (Deed.DIE, False)])
async def test_a_child_that_dies_is_an_error_without_details(
    deed: Deed, permanent: bool
) -> None:
    with pytest.raises(FetchError) as caught:
        await ask(deed)

    assert vars(caught.value) == {
        "message": "The program that fetches this has failed",
        "permanent": permanent,
    }


@pytest.mark.process
async def test_a_child_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(Interrupted) as caught:
        await ask(Deed.SLEEP, limits=Limits(timeout_s=0.2))

    assert caught.value.message == "It took longer than 0.2 s"


async def test_cancelling_kills_the_child_with_all_it_started() -> None:
    started: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(
        ask(Deed.SLEEP, on_progress=lambda pid, _: started.set_result(pid))
    )
    grandchild = await started
    child = psutil.Process(grandchild).ppid()

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert_gone(grandchild)
    assert not psutil.pid_exists(child)


@pytest.mark.process
def test_a_child_dies_with_its_parent() -> None:
    program = (
        "import asyncio; from tests.fetch.test_child import ask, Deed;"
        "asyncio.run(ask(Deed.SLEEP, on_progress=lambda pid, _: print(pid, flush=True)))"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, cwd=REPOSITORY
    )
    assert parent.stdout is not None
    grandchild = int(parent.stdout.readline())
    child = psutil.Process(grandchild).ppid()

    os.kill(parent.pid, signal.SIGKILL)
    parent.wait()
    parent.stdout.close()

    assert_gone(child)
    assert_gone(grandchild)


def assert_gone(pid: int) -> None:
    """A process whose parent has died too may stay a moment, or as a zombie."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return
        except psutil.NoSuchProcess:
            return
        time.sleep(0.02)
    pytest.fail(f"process {pid} still lives")
