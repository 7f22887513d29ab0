"""What every test may ask for: a real database, on each engine."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from vitascope.core.schema import metadata
from vitascope.db import Database, Tx

POSTGRES_URL = os.environ.get("VITASCOPE_TEST_POSTGRES_URL", "")


def missing(what: str) -> None:
    """Skip on a person's machine; in CI whatever a test needs must be there."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing, and CI must have it")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite file with every table: copying it is cheaper than making it."""
    path = tmp_path_factory.mktemp("template") / "template.db"
    database = Database(f"sqlite:///{path}")
    _create(database)
    database.close()
    return path


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def db(request: pytest.FixtureRequest, tmp_path: Path, template: Path) -> Iterator[Database]:
    """An empty database with every table."""
    if request.param == "sqlite":
        path = shutil.copy(template, tmp_path / "test.db")
        database = Database(f"sqlite:///{path}")
    else:
        if not POSTGRES_URL:
            missing("PostgreSQL (VITASCOPE_TEST_POSTGRES_URL)")
        database = Database(POSTGRES_URL)
        _empty(database)
        _create(database)
    yield database
    database.close()


@pytest.fixture
def tx(db: Database) -> Iterator[Tx]:
    with db.begin() as tx:
        yield tx


def _create(database: Database) -> None:
    with database.begin() as tx:
        metadata.create_all(tx)


def _empty(database: Database) -> None:
    with database.begin() as tx:
        tx.execute(sa.text("DROP SCHEMA IF EXISTS dbos CASCADE"))
        tx.execute(sa.text("DROP SCHEMA public CASCADE"))
        tx.execute(sa.text("CREATE SCHEMA public"))
