import asyncio
import subprocess
import sys
import threading

import pytest
from tests.jobs.sample import QUEUES, Handlers, Renamed, Run, Uploaded, wait_for

from vitascope.base.errors import NotFound
from vitascope.db import Database
from vitascope.jobs import AlreadyServing, Handler, Queue, StepFailed, emit, pending
from vitascope.jobs.engine import Engine, JobState
from vitascope.jobs.handler import Step

pytestmark = pytest.mark.process


class Refused(Exception):
    permanent = True


class Recorder:
    """Handles events by remembering them, and failures, too."""

    def __init__(self, *errors: Exception) -> None:
        self.errors = list(errors)
        self.seen: list[str] = []
        self.threads: set[str] = set()
        self.failures: list[tuple[str, str, str]] = []

    async def run(self, event: Uploaded) -> None:
        self.seen.append(event.video)
        self.threads.add(threading.current_thread().name)
        if self.errors:
            raise self.errors.pop(0)

    async def failed(self, event: Uploaded, error: Exception) -> None:
        assert isinstance(error, StepFailed)
        self.failures.append((event.video, error.kind, error.message))


class Waiter:
    """Runs until it is cancelled or told to end."""

    def __init__(self) -> None:
        self.started: list[str] = []
        self.cancelled: list[str] = []
        self.let_go = False

    async def run(self, event: Uploaded) -> None:
        self.started.append(event.video)
        try:
            while not self.let_go:
                await asyncio.sleep(0.01)
        except asyncio.CancelledError:
            self.cancelled.append(event.video)
            raise


def _handler(run: Step, *, name: str = "probe", recorder: Recorder | None = None) -> Handler:
    return Handler(
        name=name,
        run=run,
        queue="work",
        key=lambda event: event.video,
        retry_after_s=0.01,
        on_failed=recorder.failed if recorder else None,
    )


def _emit(db: Database, *videos: str) -> None:
    with db.begin() as tx:
        for video in videos:
            emit(tx, Uploaded(video))


def test_every_handler_of_an_event_runs_once(db: Database, run: Run) -> None:
    first, second = Recorder(), Recorder()
    engine = run({Uploaded: [_handler(first.run), _handler(second.run, name="tell")]})

    _emit(db, "a", "b", "c")
    wait_for(lambda: _count(engine, JobState.DONE) == 6)

    assert (sorted(first.seen), sorted(second.seen)) == (["a", "b", "c"], ["a", "b", "c"])
    with db.read() as tx:
        assert pending(tx) == []


def test_events_recorded_before_the_start_are_handled(db: Database, run: Run) -> None:
    recorder = Recorder()
    _emit(db, "a")

    run({Uploaded: [_handler(recorder.run)]})
    wait_for(lambda: recorder.seen)

    assert recorder.seen == ["a"]


def test_an_event_without_handlers_is_done_with(db: Database, run: Run) -> None:
    engine = run({Uploaded: [], Renamed: []})

    _emit(db, "a")
    wait_for(lambda: not _pending(db))

    assert engine.counts() == {}


def test_an_event_of_another_process_is_handled(db: Database, run: Run) -> None:
    recorder = Recorder()
    run({Uploaded: [_handler(recorder.run)]})
    url = db.url.render_as_string(hide_password=False)
    program = (
        "import sys\n"
        "from vitascope.db import Database\n"
        "from vitascope.jobs import emit\n"
        "from tests.jobs.sample import Uploaded\n"
        "with Database(sys.argv[1]).begin() as tx: emit(tx, Uploaded('far'))\n"
    )

    subprocess.run([sys.executable, "-c", program, url], check=True)
    wait_for(lambda: recorder.seen)

    assert recorder.seen == ["far"]


def test_recording_an_event_does_not_load_the_engine() -> None:
    program = "import sys, vitascope.jobs; print('dbos' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)

    assert done.stdout == b"False\n"


def test_a_handler_that_fails_is_tried_again(db: Database, run: Run) -> None:
    recorder = Recorder(OSError("busy"), OSError("busy"))
    engine = run({Uploaded: [_handler(recorder.run, recorder=recorder)]})

    _emit(db, "a")
    wait_for(lambda: _count(engine, JobState.DONE))

    assert (recorder.seen, recorder.failures) == (["a", "a", "a"], [])


def test_after_the_last_attempt_the_failure_is_told_once(db: Database, run: Run) -> None:
    recorder = Recorder(OSError("one"), OSError("two"), OSError("three"))
    engine = run({Uploaded: [_handler(recorder.run, recorder=recorder)]})

    _emit(db, "a")
    wait_for(engine.failed)

    assert recorder.seen == ["a", "a", "a"]
    assert recorder.failures == [("a", "OSError", "three")]
    assert [(job.handler, job.reason) for job in engine.failed()] == [
        ("probe", "OSError: three")
    ]


def test_a_permanent_error_is_not_tried_again_and_told_once(db: Database, run: Run) -> None:
    recorder = Recorder(Refused("not a video"))
    engine = run({Uploaded: [_handler(recorder.run, recorder=recorder)]})

    _emit(db, "a")
    wait_for(engine.failed)

    assert recorder.seen == ["a"]
    assert recorder.failures == [("a", "Refused", "not a video")]


def test_a_failed_job_can_be_run_again(db: Database, run: Run) -> None:
    recorder = Recorder(Refused("disk full"))
    engine = run({Uploaded: [_handler(recorder.run, recorder=recorder)]})
    _emit(db, "a")
    wait_for(engine.failed)

    engine.retry(engine.failed()[0].id)
    wait_for(lambda: _count(engine, JobState.DONE))

    assert (recorder.seen, engine.failed()) == (["a", "a"], [])


def test_a_job_that_does_not_exist_cannot_be_run_again(run: Run) -> None:
    engine = run({Uploaded: [_handler(Recorder().run)]})

    with pytest.raises(NotFound):
        engine.retry("probe/a/0")


def test_cancelling_reaches_running_and_waiting_jobs_of_the_key_only(
    db: Database, run: Run
) -> None:
    waiter, recorder = Waiter(), Recorder()
    engine = run({Uploaded: [_handler(waiter.run, recorder=recorder)]})
    _emit(db, "a", "b", "a")
    wait_for(lambda: sorted(waiter.started) == ["a", "b"])

    count = engine.cancel("probe", "a")
    wait_for(lambda: waiter.cancelled)
    waiter.let_go = True
    wait_for(lambda: _count(engine, JobState.DONE))

    assert (count, sorted(waiter.started), waiter.cancelled) == (2, ["a", "b"], ["a"])
    assert recorder.failures == []


def test_cancelling_works_from_an_engine_that_was_not_started(db: Database, run: Run) -> None:
    waiter = Waiter()
    handlers: Handlers = {Uploaded: [_handler(waiter.run)]}
    run(handlers)
    _emit(db, "a")
    wait_for(lambda: waiter.started)
    elsewhere = Engine(db, handlers, QUEUES)

    count = elsewhere.cancel("probe", "a")
    wait_for(lambda: waiter.cancelled)

    assert (count, waiter.cancelled) == (1, ["a"])
    elsewhere.stop()


def test_cancelling_catches_an_event_no_worker_has_taken_yet(db: Database) -> None:
    engine = Engine(db, {Uploaded: [_handler(Recorder().run)]}, QUEUES)
    _emit(db, "a", "b")

    count = engine.cancel("probe", "a")

    assert (count, _count(engine, JobState.WAITING)) == (1, 1)
    engine.stop()


def test_a_clean_stop_cancels_and_the_next_start_resumes(db: Database, run: Run) -> None:
    waiter = Waiter()
    engine = run({Uploaded: [_handler(waiter.run)]})
    _emit(db, "a")
    wait_for(lambda: waiter.started)

    engine.stop()
    waiter.let_go = True
    engine.start()
    wait_for(lambda: _count(engine, JobState.DONE))

    assert (waiter.started, waiter.cancelled) == (["a", "a"], ["a"])


def test_a_clean_stop_does_not_count_against_the_job(db: Database) -> None:
    waiter, recorder = Waiter(), Recorder()
    handlers: Handlers = {Uploaded: [_handler(waiter.run, recorder=recorder)]}
    engine = Engine(db, handlers, QUEUES, starts_max=1)
    _emit(db, "a")

    for _ in range(3):
        waiter.started.clear()
        engine.start()
        wait_for(lambda: waiter.started)
        engine.stop()

    assert (waiter.cancelled, recorder.failures) == (["a", "a", "a"], [])


def test_a_paused_queue_starts_nothing_until_it_is_resumed(db: Database, run: Run) -> None:
    recorder = Recorder()
    engine = run({Uploaded: [_handler(recorder.run)]})
    engine.pause("work")
    engine.stop()
    engine.start()

    _emit(db, "a")
    wait_for(lambda: _count(engine, JobState.WAITING) == 1)
    _emit(db, "b")
    wait_for(lambda: _count(engine, JobState.WAITING) == 2)
    before = list(recorder.seen)
    engine.resume("work")
    wait_for(lambda: len(recorder.seen) == 2)

    assert (before, sorted(recorder.seen)) == ([], ["a", "b"])


def test_queues_follow_what_is_wanted_at_start_and_when_told(db: Database) -> None:
    wanted = {"work": 1}
    waiter = Waiter()
    handlers: Handlers = {Uploaded: [_handler(waiter.run)]}
    engine = Engine(db, handlers, QUEUES, concurrency=lambda: wanted)
    engine.start()

    _emit(db, "a", "b", "c", "d")
    wait_for(lambda: waiter.started and _count(engine, JobState.WAITING) == 3)
    first = len(waiter.started)
    wanted["work"] = 3
    engine.adjust()
    wait_for(lambda: len(waiter.started) == 3)
    wanted["work"] = 0
    engine.adjust()
    engine.stop()
    engine.start()
    wait_for(lambda: _count(engine, JobState.WAITING) == 4)
    paused = len(waiter.started)
    engine.stop()
    wanted["work"] = 4
    waiter.let_go = True
    engine.start()
    wait_for(lambda: _count(engine, JobState.DONE) == 4)
    engine.stop()

    assert (first, paused) == (1, 3)


def test_pausing_an_unknown_queue_is_refused(run: Run) -> None:
    engine = run({})

    with pytest.raises(NotFound):
        engine.pause("elsewhere")


def test_a_queue_runs_no_more_than_its_concurrency(db: Database, run: Run) -> None:
    waiter = Waiter()
    engine = run({Uploaded: [_handler(waiter.run)]})

    _emit(db, "a", "b", "c", "d")
    wait_for(lambda: len(waiter.started) == 2)
    _emit(db, "e")
    wait_for(lambda: sum(engine.counts()["work"].values()) == 5)
    running = list(engine.counts()["work"].items())
    waiter.let_go = True
    wait_for(lambda: _count(engine, JobState.DONE) == 5)

    assert running == [("waiting", 3), ("running", 2), ("done", 0), ("failed", 0)]


def test_handlers_share_one_thread_that_is_not_the_callers(db: Database, run: Run) -> None:
    recorder = Recorder()
    run({Uploaded: [_handler(recorder.run)]})

    _emit(db, "a", "b")
    wait_for(lambda: len(recorder.seen) == 2)

    assert len(recorder.threads) == 1
    assert threading.current_thread().name not in recorder.threads


async def test_handlers_do_not_run_on_the_loop_that_starts_the_engine(
    db: Database, run: Run
) -> None:
    recorder = Recorder()
    run({Uploaded: [_handler(recorder.run)]})

    _emit(db, "a")
    await asyncio.to_thread(wait_for, lambda: recorder.seen)

    assert threading.current_thread().name not in recorder.threads


def test_a_job_of_a_removed_queue_runs_in_the_handlers_new_one(db: Database) -> None:
    recorder = Recorder()
    old = Handler(name="probe", run=recorder.run, queue="old", key=lambda event: event.video)
    before = Engine(db, {Uploaded: [old]}, [Queue("old", 1)])
    _emit(db, "a")
    before.cancel("probe", "somebody else")
    before.stop()

    after = Engine(db, {Uploaded: [_handler(recorder.run)]}, QUEUES)
    after.start()
    wait_for(lambda: recorder.seen)

    assert recorder.seen == ["a"]
    after.stop()


def test_ended_jobs_are_forgotten_after_the_days_they_are_kept(db: Database) -> None:
    recorder = Recorder()
    engine = Engine(db, {Uploaded: [_handler(recorder.run)]}, QUEUES, keep_days=0)
    engine.start()
    _emit(db, "a")
    wait_for(lambda: _count(engine, JobState.DONE))

    engine.stop()
    engine.start()
    wait_for(lambda: engine.counts() == {})

    assert recorder.seen == ["a"]
    engine.stop()


@pytest.mark.parametrize("db", ["sqlite"], indirect=True)
def test_a_second_engine_on_an_embedded_database_is_refused(db: Database, run: Run) -> None:
    run({})
    second = Engine(db, {}, QUEUES)

    with pytest.raises(AlreadyServing):
        second.start()

    second.stop()


def _count(engine: Engine, state: JobState) -> int:
    return engine.counts().get("work", {}).get(state, 0)


def _pending(db: Database) -> list[tuple[str, dict[str, object]]]:
    with db.read() as tx:
        return pending(tx)
