"""Bringing the data folder to where a server can start."""

import secrets

from vitascope.app import Parts
from vitascope.core.instance.setup import ADMINISTRATOR, set_up
from vitascope.db.migrate import is_current, migrate
from vitascope.http.runtime import utc_now
from vitascope.jobs.lock import FolderLock


class NeedsMigration(ValueError):
    pass


def hold(parts: Parts) -> FolderLock | None:
    """Keep every other server off this data folder while the answer lives.

    Raises:
        AlreadyServing: there is another one.
    """
    return FolderLock(parts.config.data / "serving.lock") if parts.db.is_embedded else None


def prepare_database(parts: Parts) -> None:
    """Bring SQLite up to date; ask for the command on PostgreSQL, where others are at work.

    Raises:
        NeedsMigration: a PostgreSQL database is behind.
    """
    if parts.db.is_embedded:
        migrate(parts.db)
    elif not is_current(parts.db):
        raise NeedsMigration("The database is behind this version: run vitascope migrate first")


def first_start(parts: Parts) -> str | None:
    """Create the administrator unless there are users.

    Returns the password when it was drawn here: nobody can read it again.
    """
    drawn = not parts.config.admin_password
    password = parts.config.admin_password or secrets.token_urlsafe(12)
    with parts.db.begin() as tx:
        is_new = set_up(tx, email=parts.config.admin_email, password=password, now=utc_now())
    return password if is_new and drawn else None


__all__ = ["ADMINISTRATOR", "NeedsMigration", "first_start", "hold", "prepare_database"]
