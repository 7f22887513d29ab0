"""Bringing a database to the schema this version needs."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from vitascope.db.engine import Database

_FOLDER = Path(__file__).parent / "migrations"


def migrate(db: Database) -> None:
    """Apply every migration that is missing. Doing it twice changes nothing."""
    upgrade(db, "head")


def upgrade(db: Database, revision: str) -> None:
    """Apply what is missing up to ``revision``."""
    with db.begin_migration() as tx:
        config = _config()
        config.attributes["connection"] = tx
        command.upgrade(config, revision)


def is_current(db: Database) -> bool:
    """True when no migration is missing."""
    with db.read() as tx:
        current = MigrationContext.configure(tx).get_current_revision()
    return current == ScriptDirectory.from_config(_config()).get_current_head()


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    return config
