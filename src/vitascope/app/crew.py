"""Everything that works beside the server, started and stopped together."""

from collections.abc import Callable
from contextlib import ExitStack

from vitascope.app.parts import Parts
from vitascope.app.workers import engine
from vitascope.fetch.guard import Guard
from vitascope.http.runtime import utc_now
from vitascope.jobs.engine import Engine
from vitascope.jobs.loop import Loop
from vitascope.notify.webhooks import Courier, forget_webhooks

_RETENTION_S = 3600.0


class Crew:
    """Runs ``jobs``, sends webhooks with ``courier``, and has ``sweep`` called every hour."""

    def __init__(self, jobs: Engine, courier: Courier, sweep: Callable[[], None]) -> None:
        self.jobs = jobs
        self._courier = courier
        self._sweep = sweep
        self._running = ExitStack()

    def start(self) -> None:
        """Work until :meth:`stop`.

        Raises:
            AlreadyServing: another program does the work of this SQLite database.
        """
        with ExitStack() as undo:
            undo.callback(self.jobs.stop)
            # First: of two programs on one SQLite database it lets only one go on.
            self.jobs.start()
            undo.callback(self._courier.stop)
            self._courier.start()
            retention = Loop("webhook-retention", self._sweep, period_s=_RETENTION_S)
            retention.start()
            undo.callback(retention.stop)
            self._running = undo.pop_all()

    def stop(self) -> None:
        """Stop what runs and wait for it. Safe to call twice, and before :meth:`start`."""
        self._running.close()


def crew(parts: Parts) -> Crew:
    """The workers of this process, not started."""
    config = parts.config
    courier = Courier(
        parts.db,
        Guard(config.fetch_networks),
        utc_now,
        header_prefix=config.webhook_header_prefix,
    )
    return Crew(engine(parts), courier, lambda: forget_webhooks(parts.db, utc_now))
