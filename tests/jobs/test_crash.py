"""What is promised when a worker dies without a word: real processes and kill -9."""

import functools
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from tests.jobs.program import DEAD_AFTER_S
from tests.jobs.sample import QUEUES, Handlers, Uploaded, wait_for

from vitascope.db import Database
from vitascope.jobs import Handler, emit
from vitascope.jobs.engine import Engine, JobState

pytestmark = pytest.mark.journey

on_postgres = pytest.mark.parametrize(
    "db", [pytest.param("postgres", marks=pytest.mark.postgres)], indirect=True
)

Spawn: TypeAlias = Callable[[], "subprocess.Popen[bytes]"]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    path = tmp_path / "journal"
    path.touch()
    return path


@pytest.fixture
def spawn(db: Database, journal: Path) -> Iterator[Spawn]:
    """Start a worker process; whatever still lives is killed with the test."""
    workers: list[subprocess.Popen[bytes]] = []

    def start() -> subprocess.Popen[bytes]:
        url = db.url.render_as_string(hide_password=False)
        command = [sys.executable, "-m", "tests.jobs.program", url, str(journal)]
        workers.append(subprocess.Popen(command))
        return workers[-1]

    yield start
    for worker in workers:
        _kill(worker)


def test_a_killed_worker_resumes_what_it_was_running(
    db: Database, journal: Path, spawn: Spawn
) -> None:
    worker = spawn()
    _emit(db, "a")
    wait_for(lambda: _lines(journal) == ["start a"])

    _kill(worker)
    _open_gate(journal)
    spawn()
    wait_for(lambda: _done(db) == 1)

    assert _lines(journal) == ["start a", "start a", "end a"]


def test_a_job_that_keeps_killing_its_worker_fails_instead(
    db: Database, journal: Path, spawn: Spawn
) -> None:
    _emit(db, "a")

    for starts in (["start a"], ["start a", "start a"]):
        worker = spawn()
        wait_for(functools.partial(_has, journal, starts))
        _kill(worker)
    spawn()
    wait_for(lambda: len(_lines(journal)) == 3)

    assert _lines(journal) == [
        "start a",
        "start a",
        "failed a: WorkerStopped: It stopped its worker 2 times",
    ]


@on_postgres
def test_another_worker_takes_over_from_a_killed_one(
    db: Database, journal: Path, spawn: Spawn
) -> None:
    victim = spawn()
    _emit(db, "a")
    wait_for(lambda: _lines(journal) == ["start a"])
    spawn()

    _kill(victim)
    wait_for(lambda: _lines(journal) == ["start a", "start a"])
    _open_gate(journal)
    wait_for(lambda: _done(db) == 1)

    assert _lines(journal) == ["start a", "start a", "end a"]


@on_postgres
def test_a_living_worker_keeps_a_job_longer_than_the_dead_are_waited_for(
    db: Database, journal: Path, spawn: Spawn
) -> None:
    spawn()
    _emit(db, "a")
    wait_for(lambda: _lines(journal) == ["start a"])
    spawn()

    time.sleep(2 * DEAD_AFTER_S)
    _open_gate(journal)
    wait_for(lambda: _done(db) == 1)

    assert _lines(journal) == ["start a", "end a"]


@on_postgres
def test_cancelling_reaches_a_job_of_another_process(
    db: Database, journal: Path, spawn: Spawn
) -> None:
    spawn()
    _emit(db, "a")
    wait_for(lambda: _lines(journal) == ["start a"])
    engine = Engine(db, _HANDLERS, QUEUES)

    count = engine.cancel("probe", "a")
    _emit(db, "b", "c")
    wait_for(lambda: sorted(_lines(journal)) == ["start a", "start b", "start c"])

    assert count == 1
    engine.stop()


async def _nothing(event: Uploaded) -> None: ...


_HANDLERS: Handlers = {
    Uploaded: [Handler(name="probe", run=_nothing, queue="work", key=lambda event: event.video)]
}


def _emit(db: Database, *videos: str) -> None:
    with db.begin() as tx:
        for video in videos:
            emit(tx, Uploaded(video))


def _done(db: Database) -> int:
    engine = Engine(db, _HANDLERS, QUEUES)
    count = sum(states[JobState.DONE] for states in engine.counts().values())
    engine.stop()
    return count


def _lines(journal: Path) -> list[str]:
    return journal.read_text().splitlines()


def _has(journal: Path, lines: list[str]) -> bool:
    return _lines(journal) == lines


def _open_gate(journal: Path) -> None:
    journal.with_suffix(".open").touch()


def _kill(worker: "subprocess.Popen[bytes]") -> None:
    worker.kill()
    worker.wait()
