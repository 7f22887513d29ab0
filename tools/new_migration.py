"""Write the next migration: ``python tools/new_migration.py "add a colour to tags"``.

Compares the tables in the code with a database made by the migrations so far. Read what comes
out: a renamed column looks like one that went and another that came.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import Script, ScriptDirectory

import vitascope.jobs
from vitascope.core.schema import metadata
from vitascope.db import Database
from vitascope.db.migrate import migrate

MIGRATIONS = Path(vitascope.__file__).parent / "db" / "migrations"


def main() -> None:
    message = " ".join(sys.argv[1:]).strip()
    if not message:
        sys.exit('Say what changes: make migration m="add a colour to tags"')
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/before.db")
        path = write(database, config, message)
        database.close()
    if path is None:
        sys.exit("The migrations already make every table as the code has it")
    _tidy(path)
    print(f"Wrote {path}: read it, and run make check")


def write(database: Database, config: Config, message: str) -> Path | None:
    """Bring the empty ``database`` to the last migration and write the one after it.

    Returns its path, or None when there is nothing to change.
    """
    if list(MIGRATIONS.glob("versions/*.py")):
        migrate(database)
    with database.begin() as tx:
        if not compare_metadata(MigrationContext.configure(tx), metadata):
            return None
        config.attributes["connection"] = tx
        config.attributes["metadata"] = metadata
        made = command.revision(config, message, rev_id=_next(config), autogenerate=True)
    if not isinstance(made, Script):
        raise TypeError("one migration was asked for")
    return Path(made.path)


def _tidy(path: Path) -> None:
    lines = path.read_text().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.lstrip().startswith("# ###")))
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", path], check=True)


def _next(config: Config) -> str:
    last = ScriptDirectory.from_config(config).get_current_head()
    return f"{int(last or 0) + 1:04}"


if __name__ == "__main__":
    main()
