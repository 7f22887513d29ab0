"""The durable engine: runs handlers, survives ``kill -9``, cancels, retries, forgets."""

import socket
import uuid
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import timedelta

from dbos import DBOS, DBOSClient, DBOSPortableJSONSerializer

from vitascope.base.errors import NotFound
from vitascope.db import Database
from vitascope.jobs import bell
from vitascope.jobs.claim import QueueClaimer
from vitascope.jobs.control import Control, FailedJob, JobState
from vitascope.jobs.dispatch import Dispatcher, by_name
from vitascope.jobs.event import Event
from vitascope.jobs.handler import Handler, Queue
from vitascope.jobs.heartbeat import Heartbeat
from vitascope.jobs.lock import FolderLock
from vitascope.jobs.loop import Loop
from vitascope.jobs.noise import quiet
from vitascope.jobs.store import Store, engine_file, migrate
from vitascope.jobs.worker import Worker

__all__ = ["Engine", "FailedJob", "JobState", "engine_file", "migrate"]

# How late an event of another process is seen, at most.
_EVENT_POLL_S = 0.5
# Everything that fills a queue of an embedded database rings; others may share a server's.
_EMBEDDED_QUEUE_POLL_S = 5.0
_SHARED_QUEUE_POLL_S = 1.0
_BEATS_PER_DEATH = 5
_STRAYS_S = 60.0
_HOUR_S = 3600.0


class Engine:
    """Runs ``handlers`` for the events recorded in ``db``.

    Every event kind of the product is listed, with no handlers when nobody listens: an
    unknown kind is kept for ``keep_days``, in case a newer worker knows it. Ended jobs are
    kept as long. A job that stops its worker ``starts_max`` times is not started again but
    fails. On PostgreSQL a worker not heard of for ``dead_after_s`` loses its jobs to
    others.

    ``concurrency`` is asked at start and by :meth:`adjust` how many jobs of some queues each
    worker runs at the same time, in place of the queue's own number. 0 is a pause.

    Besides :meth:`start`, everything works without running the engine, too, from any
    process that reaches the database. All methods block for a moment: not for a loop.

    Raises:
        ValueError: two handlers share a name, or one names a queue that does not exist.
    """

    def __init__(
        self,
        db: Database,
        handlers: Mapping[type[Event], Sequence[Handler]],
        queues: Sequence[Queue],
        *,
        concurrency: Callable[[], Mapping[str, int]] = dict,
        dead_after_s: float = 30.0,
        keep_days: int = 14,
        starts_max: int = 5,
    ) -> None:
        quiet()
        self._db = db
        self._queues = {queue.name: queue for queue in queues}
        self._concurrency = concurrency
        self._dead_after_s = dead_after_s
        self._keep = timedelta(days=keep_days)
        # SQLite: the same name again, so that a new start finds what the last one left.
        # PostgreSQL: two workers of one name would run each other's jobs twice.
        unique = f"{socket.gethostname()}-{uuid.uuid4().hex[:8]}"
        self._name = "local" if db.is_embedded else unique
        self._store = Store(db)
        self._client = DBOSClient(
            system_database_url=self._store.url,
            serializer=DBOSPortableJSONSerializer(),
            application_name="vitascope",
            lazy=True,
            # Who waits for an answer wants the error; loops try again by themselves.
            retry_connection_errors=False,
        )
        by_handler = by_name(handlers.values(), self._queues)
        self._control = Control(self._client, self._store, by_handler)
        self._dispatcher = Dispatcher(db, self._client, handlers, self._ring)
        self._worker = Worker(
            self._store,
            self._name,
            {kind.__name__: kind for kind in handlers},
            by_handler,
            starts_max=starts_max,
            freed=self._ring,
        )
        self._claimers: dict[str, QueueClaimer] = {}
        self._running = ExitStack()
        self._prepared = False

    def start(self) -> None:
        """Run handlers until :meth:`stop`, and resume at once what was interrupted.

        Raises:
            AlreadyServing: another program runs the jobs of this SQLite database.
        """
        # On a thread without a loop the engine runs its own, so that jobs and requests
        # never wait for each other, wherever this is called.
        with ExitStack() as undo, ThreadPoolExecutor(1) as thread:
            thread.submit(self._start, undo).result()
            self._running = undo.pop_all()

    def stop(self) -> None:
        """Cancel running handlers and wait for their clean-up; the next start resumes them.

        Safe to call twice, and on an engine that was never started.
        """
        self._running.close()
        self._client.destroy()
        self._store.close()

    def cancel(self, handler: str, key: str) -> int:
        """Cancel the waiting and running jobs of ``handler`` about ``key``; answer how many.

        A running handler gets ``asyncio.CancelledError`` within about a second, in whatever
        process it runs. Events that are not due yet are not touched.
        """
        self._prepare()
        self._dispatcher.drain()
        return self._control.cancel(handler, key)

    def pause(self, queue: str) -> None:
        """Start no more jobs of ``queue``, on any worker, until :meth:`resume`, also after
        a restart.

        Raises:
            NotFound: no such queue.
        """
        self._prepare()
        self._control.set_concurrency(queue, 0)
        self._reload(queue)

    def resume(self, queue: str) -> None:
        """End a pause.

        Raises:
            NotFound: no such queue.
        """
        self._prepare()
        if queue not in self._queues:
            raise NotFound("queue", queue)
        self._control.set_concurrency(queue, self._queues[queue].concurrency)
        self._reload(queue)

    def adjust(self) -> None:
        """Let each queue have the concurrency it should have by now, on every worker: they
        look at it whenever they look for jobs.
        """
        self._prepare()
        for queue, concurrency in self._concurrency().items():
            self._control.set_concurrency(queue, concurrency)
            self._reload(queue)

    def counts(self) -> dict[str, dict[JobState, int]]:
        """Jobs per queue and state. Ended ones count until they are forgotten, cancelled
        ones not at all."""
        self._prepare()
        return self._control.counts()

    def failed(self, *, limit: int = 100) -> list[FailedJob]:
        """What was given up, newest first."""
        self._prepare()
        return self._control.failed(limit=limit)

    def retry(self, job_id: str) -> None:
        """Run an ended job again, from its beginning.

        Raises:
            NotFound: no such job, or it has not ended.
        """
        self._prepare()
        self._ring(self._control.retry(job_id))

    def _prepare(self) -> None:
        if not self._prepared:
            self._store.prepare()
            self._prepared = True

    def _start(self, undo: ExitStack) -> None:
        if self._db.path is not None:
            undo.callback(FolderLock(self._db.path.with_suffix(".lock")).release)
        self._prepare()
        if self._db.is_embedded:
            # Before the engine is launched: it would do this itself, in the background and
            # from an old list, and take jobs away from where they run again by then.
            self._store.requeue_all(self._name)
        heartbeat = None if self._db.is_embedded else self._join(undo)
        undo.callback(self._store.release, self._name)
        undo.callback(self._worker.stop)
        engine = self._worker.start()
        self._claim(engine, undo)
        events = self._loop("job-events", self._dispatcher.drain, _EVENT_POLL_S, undo)
        bell.listen(events.wake)
        undo.callback(bell.ignore, events.wake)
        self._loop("job-strays", self._worker.rescue_strays, _STRAYS_S, undo)
        self._loop("job-retention", self._forget, _HOUR_S, undo)
        if heartbeat is not None:
            recover = DBOS._recover_pending_workflows
            beat_s = self._dead_after_s / _BEATS_PER_DEATH
            self._loop("job-workers", lambda: heartbeat.take_over(recover), beat_s, undo)

    def _join(self, undo: ExitStack) -> Heartbeat:
        """Be known to the other workers before claiming anything."""
        heartbeat = Heartbeat(
            self._db, self._store, self._name, dead_after_s=self._dead_after_s
        )
        heartbeat.beat()
        undo.callback(heartbeat.leave)
        return heartbeat

    def _claim(self, engine: DBOS, undo: ExitStack) -> None:
        poll_s = _EMBEDDED_QUEUE_POLL_S if self._db.is_embedded else _SHARED_QUEUE_POLL_S
        wanted = self._concurrency()
        for name, queue in self._queues.items():
            self._control.declare_queue(
                name,
                wanted.get(name, queue.concurrency),
                poll_s=poll_s,
                keeps_pause=name not in wanted,
            )
        self._control.rescue_stranded()
        undo.callback(self._claimers.clear)
        for name in self._queues:
            found = DBOS.retrieve_queue(name)
            if found is not None:
                claimer = self._claimers[name] = QueueClaimer(engine, found)
                undo.callback(claimer.stop)
                claimer.ring()

    def _loop(
        self, name: str, work: Callable[[], object], period_s: float, undo: ExitStack
    ) -> Loop:
        loop = Loop(name, work, period_s=period_s)
        loop.start()
        undo.callback(loop.stop)
        return loop

    def _forget(self) -> None:
        self._control.forget_ended(older_than=self._keep)
        self._dispatcher.forget_unknown(older_than=self._keep)

    def _ring(self, queue: str) -> None:
        claimer = self._claimers.get(queue)
        if claimer is not None:
            claimer.ring()

    def _reload(self, queue: str) -> None:
        claimer = self._claimers.get(queue)
        if claimer is not None:
            claimer.reload()
