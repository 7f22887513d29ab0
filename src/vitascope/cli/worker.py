"""``vitascope worker``: one more machine that encodes."""

import signal
import threading

from vitascope.app import crew, open_parts
from vitascope.cli import logs
from vitascope.cli.shell import DataOption, Shell, out, settings
from vitascope.cli.start import prepare_database


def register(shell: Shell) -> None:
    shell.command()(worker)


def worker(data: DataOption = None) -> None:
    """Process videos for a server on PostgreSQL. Start as many as you like."""
    config = settings(data=data)
    logs.configure(config.log_level)
    parts = open_parts(config)
    if parts.db.is_embedded:
        raise ValueError(
            "Workers need PostgreSQL (database_url): on SQLite the server does all work itself"
        )
    prepare_database(parts)
    stopping = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stopping.set())
    workers = crew(parts)
    workers.start()
    out.print("Working. Ctrl+C stops; what is unfinished goes on elsewhere.")
    stopping.wait()
    workers.stop()
    parts.db.close()
