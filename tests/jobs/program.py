"""A worker in a process of its own, to be killed.

Arguments: database URL, journal. The handler notes its start in the journal, waits for the
file ``<journal>.open``, and notes its end.
"""

import asyncio
import sys
import threading
from pathlib import Path

from tests.jobs.sample import QUEUES, Handlers, Uploaded

from vitascope.db import Database
from vitascope.jobs import Handler
from vitascope.jobs.engine import Engine

DEAD_AFTER_S = 1.5


def main(url: str, journal: Path) -> None:
    def note(word: str) -> None:
        with journal.open("a") as file:
            file.write(f"{word}\n")

    async def run(event: Uploaded) -> None:
        note(f"start {event.video}")
        while not journal.with_suffix(".open").exists():
            await asyncio.sleep(0.01)
        note(f"end {event.video}")

    async def failed(event: Uploaded, error: Exception) -> None:
        note(f"failed {event.video}: {error}")

    handler = Handler(
        name="probe",
        run=run,
        queue="work",
        key=lambda event: event.video,
        on_failed=failed,
    )
    handlers: Handlers = {Uploaded: [handler]}
    engine = Engine(Database(url), handlers, QUEUES, dead_after_s=DEAD_AFTER_S, starts_max=2)
    engine.start()
    threading.Event().wait()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
