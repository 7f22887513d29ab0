"""What the durable engine expects of SQLite, for machines whose SQLite is older."""

import sqlite3
import time
from typing import Any

import sqlalchemy as sa

_SINCE = (3, 42, 0)


def teach_subseconds() -> None:
    """Give connections made from now on ``unixepoch('subsec')`` where SQLite lacks it.

    The engine judges by the version of Python and asks for it from 3.12 on, but Debian 12 has
    SQLite 3.40, which answers NULL; then no job is ever run. Calling this twice is harmless.
    """
    if sqlite3.sqlite_version_info < _SINCE and not sa.event.contains(
        sa.Engine, "connect", _teach
    ):
        sa.event.listen(sa.Engine, "connect", _teach)


def _teach(connection: Any, _record: object) -> None:
    if isinstance(connection, sqlite3.Connection):
        connection.create_function("unixepoch", 1, lambda _modifier: time.time())
