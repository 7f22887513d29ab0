"""``vitascope migrate``: bring the database to this version."""

from vitascope.cli.shell import DataOption, Shell, out, parts
from vitascope.cli.start import hold
from vitascope.db.migrate import migrate as migrate_database
from vitascope.jobs.engine import migrate as migrate_jobs


def register(shell: Shell) -> None:
    shell.command()(migrate)


def migrate(data: DataOption = None) -> None:
    """Bring the database to this version. Safe to repeat; back it up before."""
    opened = parts(data=data)
    lock = hold(opened)
    migrate_database(opened.db)
    migrate_jobs(opened.db)
    if lock is not None:
        lock.release()
    out.print("The database is up to date.")
