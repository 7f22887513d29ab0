"""Durable work: what happened is recorded with the change, and handled at least once.

Recording an event needs the database alone. The engine that runs the handlers is in
:mod:`vitascope.jobs.engine` and is imported by the wiring only: it costs a second and 30 MB.
"""

from vitascope.jobs.event import Event, emit, pending
from vitascope.jobs.handler import Handler, Queue, StepFailed
from vitascope.jobs.lock import AlreadyServing

__all__ = [
    "AlreadyServing",
    "Event",
    "Handler",
    "Queue",
    "StepFailed",
    "emit",
    "pending",
]
