"""The running engine: its loop thread, and the one workflow every handler runs in."""

import asyncio
import functools
import logging
from collections.abc import Callable, Mapping
from typing import Any, TypedDict

from dbos import DBOS, DBOSConfig, DBOSPortableJSONSerializer

from vitascope.jobs.attempt import attempt
from vitascope.jobs.dispatch import JOB
from vitascope.jobs.event import Event, restore
from vitascope.jobs.handler import Handler, OnFailed, StepFailed
from vitascope.jobs.store import Store

log = logging.getLogger(__name__)

# Jobs of another version are never claimed, so the version is not the program's: it would
# strand what waits at every upgrade.
_VERSION = "1"
# The engine's own limit comes after ours, for a job whose ``on_failed`` kills workers too.
_ENGINE_STARTS_MAX = 20
_REPORT_ATTEMPTS = 6
_REPORT_RETRY_AFTER_S = 1.0


class Failure(TypedDict):
    """The fields of :class:`StepFailed`, as the engine keeps them."""

    kind: str
    message: str
    safe: bool


class Worker:
    """Runs the jobs it claims. ``freed`` is called with a queue's name when one ended.

    The engine allows one in a process.
    """

    def __init__(
        self,
        store: Store,
        name: str,
        kinds: Mapping[str, type[Event]],
        handlers: Mapping[str, Handler],
        *,
        starts_max: int,
        freed: Callable[[str], None],
    ) -> None:
        self._store = store
        self._name = name
        self._kinds = kinds
        self._handlers = handlers
        self._starts_max = starts_max
        self._freed = freed
        self._active: set[str] = set()
        self._strays: set[str] = set()

    def start(self) -> DBOS:
        """Begin, without claiming anything yet.

        The engine adopts the loop of the calling thread; on a thread without one it runs
        its own.
        """
        self._strays.clear()
        engine = DBOS(config=self._config())
        DBOS.workflow(name=JOB, max_recovery_attempts=_ENGINE_STARTS_MAX)(self._workflow())
        DBOS.listen_queues([])  # claiming is done by QueueClaimer
        DBOS.launch()
        return engine

    def stop(self) -> None:
        """Cancel what runs and wait for its clean-up."""
        DBOS.destroy(destroy_registry=True)

    def rescue_strays(self) -> None:
        """Let jobs wait again that this worker claimed and, over two calls, did not run.

        They are left when the database goes away between the claim and the start.
        """
        strays = self._store.held_by(self._name) - self._active
        lost = strays & self._strays
        if lost:
            log.warning("claimed jobs were never started", extra={"count": len(lost)})
            self._store.requeue(self._name, lost)
        self._strays = strays

    def _config(self) -> DBOSConfig:
        return {
            "name": "vitascope",
            "system_database_url": self._store.url,
            "executor_id": self._name,
            "application_version": _VERSION,
            "serializer": DBOSPortableJSONSerializer(),
            "log_level": "WARNING",
            "sys_db_pool_size": 10,
            "max_executor_threads": 16,
            # Nothing waits for the engine's notifications, but stopping waits for one pause.
            "notification_listener_polling_interval_sec": 0.05,
        }

    def _workflow(self) -> Callable[[str, str, dict[str, Any]], Any]:
        async def job(handler: str, kind: str, payload: dict[str, Any]) -> None:
            await self._job(
                DBOS.workflow_id or "",
                self._handlers[handler],
                restore(self._kinds[kind], payload),
            )

        return job

    def _ended(self, job_id: str, queue: str, _task: object) -> None:
        self._active.discard(job_id)
        self._freed(queue)

    async def _job(self, job_id: str, handler: Handler, event: Event) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a coroutine runs in a task
        self._active.add(job_id)
        # The engine counts a job as running until its task is done, which is after this.
        task.add_done_callback(functools.partial(self._ended, job_id, handler.queue))
        run = functools.partial(self._run, job_id, handler, event)
        failure = await DBOS.run_step_async({"name": "run", "preemptible": True}, run)
        if failure is None:
            return
        failed = StepFailed(**failure)
        if handler.on_failed is not None:
            report = functools.partial(_report, handler.name, handler.on_failed, event, failed)
            await DBOS.run_step_async({"name": "report", "preemptible": True}, report)
        raise failed

    async def _run(self, job_id: str, handler: Handler, event: Event) -> Failure | None:
        starts = await asyncio.to_thread(self._store.starts, job_id)
        if starts > self._starts_max:
            words = f"It stopped its worker {starts - 1} times"
            return {"kind": "WorkerStopped", "message": words, "safe": False}
        failed = await attempt(
            handler.name,
            lambda: handler.run(event),
            attempts=handler.attempts,
            retry_after_s=handler.retry_after_s,
        )
        if failed is None:
            return None
        return {"kind": failed.kind, "message": failed.message, "safe": failed.safe}


async def _report(name: str, on_failed: OnFailed, event: Event, failed: StepFailed) -> None:
    await attempt(
        f"{name}: on_failed",
        lambda: on_failed(event, failed),
        attempts=_REPORT_ATTEMPTS,
        retry_after_s=_REPORT_RETRY_AFTER_S,
    )
