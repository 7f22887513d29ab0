"""The engine's log: what concerns an operator, and not what we report ourselves."""

import logging

from dbos import error

from vitascope.jobs.handler import StepFailed

# Normal ends of a job, which the engine logs with a trace.
_EXPECTED = (StepFailed, error.DBOSAwaitedWorkflowCancelledError)
_NOISE = (
    # Two of its threads say so once a second while the database is away. So do ours, once.
    "Exception polling schedules",
    "Notification listener error",
    "was cancelled during execution",
    "is no longer owned by this execution",
    "Asyncio task cancelled for workflow or step",
)


def quiet() -> None:
    """Send the engine's warnings to our log instead of its own console handler."""
    log = logging.getLogger("dbos")
    if _matters not in log.filters:
        log.addFilter(_matters)
    if not log.handlers:  # with a handler present the engine adds none of its own
        log.addHandler(logging.NullHandler())
    log.setLevel(logging.WARNING)


def _matters(record: logging.LogRecord) -> bool:
    if record.exc_info and isinstance(record.exc_info[1], _EXPECTED):
        return False
    return not any(phrase in record.getMessage() for phrase in _NOISE)
