"""The running parts for a command that reads or writes rows."""

from pathlib import Path

from vitascope.app import Parts
from vitascope.cli.shell import parts
from vitascope.cli.start import prepare_database


def prepared(data: Path | None) -> Parts:
    """The parts, with a database of this version. A server may be at work on it.

    Raises:
        NeedsMigration: a PostgreSQL database is behind.
    """
    opened = parts(data=data)
    prepare_database(opened)
    return opened
