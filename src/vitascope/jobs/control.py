"""Looking at jobs and steering them, from any process that can reach the database."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import unquote

from dbos import DBOSClient

from vitascope.base.errors import NotFound
from vitascope.jobs.dispatch import handler_of, job_prefix
from vitascope.jobs.handler import Handler
from vitascope.jobs.store import Store

_BATCH = 500
_ENDED = ["SUCCESS", "ERROR", "CANCELLED", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_FAILED = ["ERROR", "MAX_RECOVERY_ATTEMPTS_EXCEEDED"]
_UNFINISHED = ["ENQUEUED", "DELAYED", "PENDING"]


class JobState(StrEnum):
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


_STATES = {
    "ENQUEUED": JobState.WAITING,
    "DELAYED": JobState.WAITING,
    "PENDING": JobState.RUNNING,
    "SUCCESS": JobState.DONE,
    "ERROR": JobState.FAILED,
}


@dataclass(frozen=True, slots=True)
class FailedJob:
    id: str
    handler: str
    reason: str
    failed_at: datetime


class Control:
    def __init__(
        self, client: DBOSClient, store: Store, handlers: Mapping[str, Handler]
    ) -> None:
        self._client = client
        self._store = store
        self._handlers = handlers

    def cancel(self, handler: str, key: str) -> int:
        jobs = self._client.list_workflows(
            workflow_id_prefix=job_prefix(handler, key),
            status=_UNFINISHED,
            load_input=False,
            load_output=False,
        )
        self._client.cancel_workflows([job.workflow_id for job in jobs])
        return len(jobs)

    def counts(self) -> dict[str, dict[JobState, int]]:
        found: dict[str, dict[JobState, int]] = defaultdict(lambda: dict.fromkeys(JobState, 0))
        for queue, status, count in self._store.counts():
            if status in _STATES:
                found[queue][_STATES[status]] += count
        return dict(found)

    def failed(self, *, limit: int) -> list[FailedJob]:
        jobs = self._client.list_workflows(
            status=_FAILED, limit=limit, sort_desc=True, load_input=False
        )
        return [
            FailedJob(
                job.workflow_id,
                unquote(handler_of(job.workflow_id)),
                str(job.error or "it stopped its worker again and again"),
                datetime.fromtimestamp((job.updated_at or 0) / 1000, UTC),
            )
            for job in jobs
        ]

    def retry(self, job_id: str) -> str:
        """Let an ended job wait again; answer its queue."""
        handler = self._handlers.get(unquote(handler_of(job_id)))
        found = self._client.list_workflows(
            workflow_ids=[job_id], status=_ENDED, load_input=False, load_output=False
        )
        if handler is None or not found:
            raise NotFound("ended job", job_id)
        self._client.rewind_workflow(job_id, queue_name=handler.queue)
        return handler.queue

    def set_concurrency(self, queue: str, concurrency: int) -> None:
        found = self._client.retrieve_queue(queue)
        if found is None:
            raise NotFound("queue", queue)
        found.set_worker_concurrency(concurrency)

    def declare_queue(
        self, queue: str, concurrency: int, *, poll_s: float, keeps_pause: bool = True
    ) -> None:
        """Create the queue, or set its concurrency; a paused one stays paused, unless
        ``keeps_pause`` is False.
        """
        found = self._client.retrieve_queue(queue)
        if keeps_pause and found is not None and found.worker_concurrency == 0:
            return
        self._client.register_queue(
            queue, worker_concurrency=concurrency, polling_interval_sec=poll_s
        )

    def rescue_stranded(self) -> None:
        """Move jobs whose queue is gone to the queue their handler has now."""
        queues = {handler.queue for handler in self._handlers.values()}
        for job_id in self._store.stranded(queues):
            handler = self._handlers.get(unquote(handler_of(job_id)))
            if handler is not None:
                self._client.resume_workflow(job_id, queue_name=handler.queue)

    def forget_ended(self, *, older_than: timedelta) -> None:
        before = (datetime.now(UTC) - older_than).isoformat()
        while jobs := self._client.list_workflows(
            status=_ENDED,
            completed_before=before,
            limit=_BATCH,
            load_input=False,
            load_output=False,
        ):
            self._client.delete_workflows([job.workflow_id for job in jobs])
